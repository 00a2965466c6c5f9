using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>What the fixes of undeclared code offer to declare.</summary>
internal static class OfferedClaims
{
    private static readonly string[] WellKnownTools = ["claude-code", "codex", "github-copilot", "cursor", "gemini-cli"];

    /// <summary>
    /// The claims that the fixes of a diagnostic offer, in order: the one that options ask for; then by each tool that options name, or by
    /// the well-known ones; unknown; and last human authorship.
    /// </summary>
    public static IEnumerable<ProvenanceClaim> For(Diagnostic diagnostic) =>
        (InBulk(diagnostic) is { } first ? new[] { first } : [])
            .Concat(OfferedTools(diagnostic).SelectMany(tool =>
                new[] { new ProvenanceClaim(Origin.Generated, tool), new ProvenanceClaim(Origin.Assisted, tool) }))
            .Append(new ProvenanceClaim(Origin.Unknown))
            .Append(new ProvenanceClaim(Origin.Human))
            .Distinct();

    /// <summary>
    /// What <c>dotnet format</c> and a fix-all declare: what the options of the diagnostic's own file ask for; null: nothing, since nobody
    /// asked.
    /// </summary>
    public static ProvenanceClaim? InBulk(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DiagnosticProperties.DefaultOrigin, out var text) && Enum.TryParse(text, out Origin origin)
            ? new ProvenanceClaim(origin, origin.IsAIMade() && Tools(diagnostic) is [var first, ..] ? first : null)
            : null;

    /// <summary>The fields that a claim at a diagnostic has beside the tool.</summary>
    /// <param name="diagnostic">The diagnostic, which tells what options ask for.</param>
    /// <param name="isOfThisMachine">Whether today and whoever sits before this machine are meant.</param>
    public static ClaimedFields FieldsFor(Diagnostic diagnostic, bool isOfThisMachine) => new(
        diagnostic.Properties.TryGetValue(DiagnosticProperties.RequiredFields, out var text)
            && Enum.TryParse(text, out RequiredFields required)
                ? required
                : RequiredFields.None,
        isOfThisMachine);

    private static IReadOnlyList<string> OfferedTools(Diagnostic diagnostic) =>
        Tools(diagnostic) is { Count: > 0 } tools ? tools : WellKnownTools;

    private static IReadOnlyList<string> Tools(Diagnostic diagnostic) =>
        DiagnosticProperties.List(diagnostic, DiagnosticProperties.Tools);
}
