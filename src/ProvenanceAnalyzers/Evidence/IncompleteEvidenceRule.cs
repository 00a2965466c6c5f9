using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4006: history was to be asked, and does not tell all; once a project for each reason.</summary>
internal sealed class IncompleteEvidenceRule() : ConfigurationRule(Descriptors.IncompleteEvidence)
{
    public override bool IsActive(ProvenanceContext provenance) =>
        base.IsActive(provenance) && (provenance.Evidence.List != null || AskerIn(provenance) != null);

    protected override IEnumerable<Diagnostic> Find(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var written = provenance.Files.All.Where(file => !file.IsGenerated(cancellationToken));
        var severity = written.FirstOrDefault() is { } first ? SeverityAt(first, provenance, cancellationToken) : null;
        var asker = AskerIn(provenance);
        foreach (var reason in ReasonsIn(provenance))
        {
            if (asker != null)
            {
                var held = severity == ReportDiagnostic.Error ? RuleLock.Error : asker.LockOf(Descriptor.Id);
                yield return Diagnostic.Create(
                    LockedDescriptors.Of(Descriptor, held, provenance.Facts.IsContinuousIntegration), Location.None, reason);
            }
            else if (Create(Location.None, severity, reason) is { } diagnostic)
            {
                yield return diagnostic;
            }
        }
    }

    /// <summary>The policy that asks for evidence most strictly, or null.</summary>
    private static ScopedPolicy? AskerIn(ProvenanceContext provenance) => provenance.Facts.Policies
        .Select(policy => policy.FirstScope(scope => scope.Options.AsksEvidence))
        .OfType<ScopedPolicy>()
        .OrderByDescending(policy => policy.LockOf(Descriptors.IncompleteEvidence.Id))
        .FirstOrDefault();

    private static IEnumerable<string> ReasonsIn(ProvenanceContext provenance)
    {
        var evidence = provenance.Evidence;
        if (evidence.List == null)
        {
            yield return $"'{AskerIn(provenance)!.Name}' asks for it ({OptionDefinitions.Evidence.Key} = true), "
                + "and this build collects none; build with ProvenanceEvidence=true";
        }
        else if (evidence.Problem is { } problem)
        {
            yield return $"'{evidence.List.Path}' {problem.Explanation}, in line {problem.Line}; build again";
        }

        foreach (var gap in evidence.Gaps)
        {
            yield return gap;
        }
    }
}
