using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Baseline;
using ProvenanceAnalyzers.Fixtures;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0005: the code of a baseline entry is gone, or its provenance is not asked for any more. Code that has changed is due, and reported as such.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObsoleteBaselineEntryAnalyzer() : BaselineFileAnalyzer(Descriptors.ObsoleteBaselineEntry)
{
    private protected override string NameOf(BaselineLine line) => line.Entry?.Id ?? line.Text;

    private protected override string? Explain(BaselineLine line, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        line is not { Entry: { } entry, Problem: not BaselineProblem.Duplicate } ? null
        : IsDocumentationId(entry.Id) ? ExplainSymbol(entry.Id, provenance, cancellationToken)
        : provenance.Fixtures.Find(entry.Id) is { } fixture ? ExplainFixture(fixture, provenance)
        : ExplainStatements(entry.Id, provenance, cancellationToken);

    private static bool IsDocumentationId(string id) => id.Length > 2 && id[1] == ':' && char.IsUpper(id[0]);

    private static string? ExplainSymbol(string id, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        Find(id, provenance) is not { } symbol ? WhyGone(BaselineFile.Gone, provenance)
        : DeclarationDuty.RuleOf(symbol, provenance, cancellationToken) != null
            && !provenance.IsGeneratedAsAWhole(symbol, cancellationToken) ? null
        : DeclarationDuty.IsDeclared(symbol, provenance.FileOf(symbol.DeclaringSyntaxReferences[0].SyntaxTree).Options, provenance)
            ? "it declares its provenance now"
        : "nothing asks for its provenance any more";

    private static string? ExplainFixture(FixtureFile fixture, ProvenanceContext provenance) =>
        FixtureDuty.RuleOf(fixture, provenance) != null ? null
        : FixtureDuty.IsDeclared(fixture, provenance) ? "it declares its provenance now"
        : "nothing asks for its provenance any more";

    private static string? ExplainStatements(string path, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var tree = provenance.Compilation.SyntaxTrees.FirstOrDefault(tree => provenance.FileOf(tree).Path == path);
        if (tree == null || DeclarationDuty.FirstStatement(tree.GetRoot(cancellationToken)) == null)
        {
            return WhyGone("there is no such fixture file or file of top-level statements any more", provenance);
        }

        var file = provenance.FileOf(tree);
        return DeclarationDuty.AreStatementsDue(file, provenance) ? null
            : DeclarationDuty.IsDeclared(file, provenance) ? "it declares its provenance now"
            : "nothing asks for its provenance any more";
    }

    /// <summary>Code that is missing here may exist in another target framework of the project.</summary>
    private static string? WhyGone(string explanation, ProvenanceContext provenance) =>
        string.IsNullOrEmpty(provenance.GlobalOption("build_property.TargetFrameworks")) ? explanation : null;

    /// <summary>Finds the type or member of an id. The path of a file-local one follows an <c>@</c>, which the rest may have too.</summary>
    private static ISymbol? Find(string id, ProvenanceContext provenance)
    {
        for (var end = id.Length; end > 0; end = id.LastIndexOf('@', end - 1))
        {
            var found = DocumentationCommentId.GetSymbolsForDeclarationId(id.Substring(0, end), provenance.Compilation)
                .FirstOrDefault(symbol => IsNamed(symbol, id, provenance));
            if (found != null)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsNamed(ISymbol symbol, string id, ProvenanceContext provenance) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, provenance.Compilation.Assembly)
        && symbol.DeclaringSyntaxReferences.Any(part => UnitId.Of(symbol, provenance.FileOf(part.SyntaxTree).Path) == id);
}
