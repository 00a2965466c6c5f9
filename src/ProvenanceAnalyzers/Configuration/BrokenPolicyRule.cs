using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0008: a policy file, or the file with the build's facts, is doubled, not of this build, or cannot be read. A lock that cannot be
/// read is closed: no setting hides this. Where a host has no facts at all, a warning says so.
/// </summary>
internal sealed class BrokenPolicyRule() : ConfigurationRule(Descriptors.BrokenPolicy, Descriptors.MissingFacts)
{
    // In mode None too, which the facts say.
    public override bool IsActive(ProvenanceContext provenance) => true;

    protected override IEnumerable<Diagnostic> Find(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (provenance.Facts.File is not { } facts)
        {
            return [Diagnostic.Create(Descriptors.MissingFacts, Location.None)];
        }

        var ofPolicies = provenance.Facts.Policies.SelectMany(policy => policy.Problems.Select(problem => At(
            policy.Path, problem.Line, $"Line {problem.Line} of the policy file '{policy.Name}': {problem.Explanation}")));
        var ofFacts = provenance.Facts.Problems.Select(problem => At(
            problem.Path, problem.Line, $"The file '{Paths.NameOf(problem.Path)}' {problem.Explanation}"));
        var foreign = provenance.Facts.KnowsAny(provenance.Files)
            ? Enumerable.Empty<Diagnostic>()
            : [At(facts.Path, 1, $"The file '{Paths.NameOf(facts.Path)}' is of another project: it knows none of the files here")];
        return ofPolicies.Concat(ofFacts).Concat(foreign);
    }

    private Diagnostic At(string path, int line, string explanation) =>
        Diagnostic.Create(Descriptor, BuildFacts.LocationOf(path, line), explanation);
}
