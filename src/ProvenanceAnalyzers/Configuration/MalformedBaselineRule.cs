using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0007: a line of a baseline file cannot be read, or is not where it belongs.</summary>
internal sealed class MalformedBaselineRule() : BaselineFileRule(Descriptors.MalformedBaseline)
{
    protected override string NameOf(BaselineLine line) => line.Text;

    protected override string? Explain(BaselineLine line, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        line.Problem != BaselineProblem.None ? line.Explanation : null;
}
