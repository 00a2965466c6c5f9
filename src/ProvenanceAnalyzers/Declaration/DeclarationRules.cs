using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1xxx: code that does not declare its provenance.</summary>
internal static class DeclarationRules
{
    /// <summary>The rules of the family, in the order of their ids.</summary>
    public static IReadOnlyList<ProvenanceRule> Create() =>
    [
        new UndeclaredTypeRule(),
        new UndeclaredTestClassRule(),
        new UndeclaredFixturesRule(),
        new UndeclaredMemberRule(),
        new UndeclaredTopLevelStatementsRule(),
        new UnknownOriginRule(),
    ];
}
