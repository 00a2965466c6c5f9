using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0005: the code of a baseline entry is gone, or its provenance is not asked for any more. Code that has changed is due, and reported
/// as such.
/// </summary>
internal sealed class ObsoleteBaselineEntryRule() : BaselineFileRule(Descriptors.ObsoleteBaselineEntry)
{
    protected override string NameOf(BaselineLine line) => line.Entry?.Id ?? line.Text;

    protected override string? Explain(BaselineLine line, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (line is not { Entry: { } entry, Problem: not BaselineProblem.Duplicate })
        {
            return null;
        }

        if (IsDocumentationId(entry.Id))
        {
            return ExplainSymbol(entry.Id, provenance, cancellationToken);
        }

        return provenance.Fixtures.Find(entry.Id) is { } fixture
            ? ExplainFixture(fixture, provenance)
            : ExplainStatements(entry.Id, provenance, cancellationToken);
    }

    private static bool IsDocumentationId(string id) => id.Length > 2 && id[1] == ':' && char.IsUpper(id[0]);

    private static string? ExplainSymbol(string id, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (Find(id, provenance) is not { } symbol)
        {
            return WhyGone(BaselineFile.Gone, provenance);
        }

        var isDue = (DeclarationDuty.RuleOf(symbol, provenance, cancellationToken) != null || WaitsForReview())
            && !provenance.Units.IsGeneratedAsAWhole(symbol, cancellationToken);
        return isDue ? null : WhyNotDue(DeclarationDuty.IsDeclared(symbol, provenance, cancellationToken));

        // It may be declared by now, and the baseline holds its review back.
        bool WaitsForReview() => ReviewDuty.IsDue(symbol, provenance, isAboutTests: null, cancellationToken)
            && !provenance.Annotations.IsReviewed(symbol);
    }

    private static string? ExplainFixture(FixtureFile fixture, ProvenanceContext provenance) =>
        FixtureDuty.RuleOf(fixture, provenance) != null
        || (provenance.Resolution.OfFixture(fixture.Path) is var declared
            && ReviewDuty.IsFixtureDue(fixture, ReviewDuty.CarrierOf(declared), declared, provenance)
            && !provenance.AssemblyAnnotations.AreReviewed(fixture.Path))
                ? null
                : WhyNotDue(FixtureDuty.IsDeclared(fixture, provenance));

    private static string? ExplainStatements(string path, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (provenance.Files.Named(path) is not { } file || UnitWalker.FirstStatement(file.Tree.GetRoot(cancellationToken)) == null)
        {
            return WhyGone("there is no such fixture file or file of top-level statements any more", provenance);
        }

        return DeclarationDuty.AreStatementsDue(file, provenance)
            || (ReviewDuty.IsDue(file, provenance.Resolution.Of(file)) && !provenance.AssemblyAnnotations.AreReviewed(file.Path))
                ? null
                : WhyNotDue(provenance.Resolution.IsDeclared(file));
    }

    private static string WhyNotDue(bool isDeclared) =>
        isDeclared ? "it declares its provenance now" : "nothing asks for its provenance any more";

    /// <summary>Code that is missing here may exist in another target framework of the project.</summary>
    private static string? WhyGone(string explanation, ProvenanceContext provenance) =>
        provenance.Facts.IsMultiTargeted ? null : explanation;

    /// <summary>Finds the type or member of an id. The path of a file-local one follows an <c>@</c>, which the rest may have too.</summary>
    private static ISymbol? Find(string id, ProvenanceContext provenance)
    {
        for (var end = id.Length; end > 0; end = id.LastIndexOf('@', end - 1))
        {
            var found = UnitId.Find(id.Substring(0, end), provenance.Compilation)
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
        && symbol.DeclaringSyntaxReferences.Any(part => UnitId.Of(symbol, provenance.Files.Of(part.SyntaxTree).Path) == id);
}
