using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0009: files outside the intermediate output path count as generated, so that nothing in them is judged, and no option says that this
/// is right; once a project. A policy makes it a warning that nothing hides, and an error where it says which files may.
/// </summary>
internal sealed class UnjudgedFilesRule() : ConfigurationRule(Descriptors.UnjudgedFiles)
{
    private const int FilesNamed = 5;

    // Where the build tells nothing, nobody knows what it makes.
    public override bool IsActive(ProvenanceContext provenance) =>
        provenance.Facts.AreKnown && (base.IsActive(provenance) || !provenance.Facts.Policies.IsEmpty);

    protected override IEnumerable<Diagnostic> Find(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var policies = provenance.Facts.Policies;
        var unjudged = UnjudgedFiles.Find(provenance, cancellationToken);
        if (unjudged.Count == 0)
        {
            yield break;
        }

        var what = unjudged.Count == 1
            ? "A file outside the intermediate output path counts as generated, so that nothing in it is judged"
            : $"{unjudged.Count} files outside the intermediate output path count as generated, so that nothing in them is judged";
        var names = string.Join(", ", unjudged.Take(FilesNamed).Select(file => file.PhysicalPath));
        var more = unjudged.Count > FilesNamed ? ", ..." : string.Empty;
        var where = policies.IsEmpty ? string.Empty : " in the policy file";
        object[] arguments = [what, names + more, where];
        var location = PlaceOf(unjudged, provenance, cancellationToken);
        var first = provenance.Files.All
            .Where(file => !file.IsGenerated(cancellationToken))
            .OrderBy(file => file.Tree.FilePath, StringComparer.Ordinal)
            .FirstOrDefault() ?? unjudged[0];
        var severity = SeverityAt(first, provenance, cancellationToken);
        if (policies.IsEmpty)
        {
            if (Create(location, severity, arguments) is { } diagnostic)
            {
                yield return diagnostic;
            }
        }
        else
        {
            var isError = severity == ReportDiagnostic.Error || unjudged.Any(file => UnjudgedFiles.Listing(file).Any());
            yield return Diagnostic.Create(
                LockedDescriptors.Of(Descriptor, isError ? RuleLock.Error : RuleLock.Warning, isContinuousIntegration: false),
                location,
                arguments);
        }
    }

    /// <summary>The setting that makes files generated, if it is one.</summary>
    private static Location PlaceOf(
        IReadOnlyList<SourceFile> unjudged, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        unjudged.FirstOrDefault(file => file.GenerationOf(cancellationToken) == Generation.Setting)
            ?.Setting(GenerationRule.SettingKey) is { } value
            ? provenance.Facts.PlaceOf(GenerationRule.SettingKey, value)
            : Location.None;
}
