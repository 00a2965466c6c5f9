using System.Security.Cryptography;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Policy;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>Finds what stands against the way in which a project was judged.</summary>
/// <param name="policies">The policies that must have been in force.</param>
internal sealed class ProjectVerification(IReadOnlyList<VerifyPolicy> policies)
{
    private static readonly string[] HidingSeverities = ["none", "silent", "suggestion"];

    /// <summary>
    /// The SHA-256 of the analyzers that this tool has. They are the package's of the same version, byte for byte.
    /// </summary>
    public static string OwnAnalyzers { get; } =
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(typeof(PolicyCheck).Assembly.Location)));

    /// <summary>What stands against it.</summary>
    /// <param name="manifest">The project.</param>
    /// <param name="toolVersion">The version of the tool, which must be that of the package.</param>
    public IEnumerable<VerifyProblem> Find(ManifestContent manifest, string toolVersion)
    {
        if (manifest.InForce is not { Count: > 0 } inForce)
        {
            return
            [
                Problem(
                    manifest, VerifyKind.Policy, "the manifest does not say what was in force; build it with this version of the package"),
            ];
        }

        return
        [
            .. policies.Where(policy => !policy.WasInForce(manifest)).Select(policy => NotInForce(policy, manifest)),
            .. policies.Where(policy => policy.WrongPlaceIn(manifest) != null).Select(policy => Problem(
                manifest,
                VerifyKind.Policy,
                $"the policy '{policy.Name}' was in force as '{policy.WrongPlaceIn(manifest)}', so that its sections named other files; "
                + $"have it at '{policy.Place}'")),
            .. inForce.Select(one => one.Version).Distinct().Where(version => version != toolVersion).Select(version => Problem(
                manifest,
                VerifyKind.Weakened,
                $"version {version} of the package judged it, and this is {toolVersion}; use one version")),
            .. inForce.Where(one => one.Version == toolVersion && one.Analyzers != OwnAnalyzers)
                .Select(one => one.Analyzers)
                .Distinct()
                .Select(_ => Problem(
                    manifest,
                    VerifyKind.Weakened,
                    $"other analyzers judged it than those of version {toolVersion}; let those of the package")),
            .. inForce.SelectMany(one => FindWeakened(one, manifest)).Distinct(),
            .. inForce.SelectMany(one => one.Unjudged).Distinct().Where(path => !ManifestFiles.IsOfPackage(path)).Select(path =>
                new VerifyProblem(
                VerifyKind.Unjudged,
                manifest.Project,
                Paths.Resolve(path, Paths.FolderOf(manifest.Project)),
                0,
                string.Empty,
                "it counts as generated, so that nothing in it was judged; name it in generated_files of the policy, or let it be judged")),
            .. FindReported(manifest),
            .. manifest.Source is { IsClean: false } source
                ? [Problem(
                    manifest,
                    VerifyKind.Revision,
                    $"it was built from files that are not as in {source.Revision}; commit them, and build again")]
                : Enumerable.Empty<VerifyProblem>(),
        ];
    }

    private static VerifyProblem NotInForce(VerifyPolicy policy, ManifestContent manifest)
    {
        var others = manifest.InForce!.SelectMany(one => one.Policies).Select(other => Paths.NameOf(other.Path)).Distinct().ToList();
        if (manifest.InForce!.Any(one => one.Policies.Any(other => other.Sha256 == policy.Hash)))
        {
            return Problem(
                manifest,
                VerifyKind.Policy,
                $"the policy '{policy.Name}' was not in force in each target framework; name it by ProvenancePolicyFile in all");
        }

        return Problem(
            manifest,
            VerifyKind.Policy,
            others.Contains(policy.Name, StringComparer.OrdinalIgnoreCase)
                ? $"another version of the policy '{policy.Name}' was in force; build with the one that is verified"
            : others.Count > 0
                ? $"the policy '{policy.Name}' was not in force, but {string.Join(", ", others)}; name it by ProvenancePolicyFile"
            : $"the policy '{policy.Name}' was not in force; name it by ProvenancePolicyFile");
    }

    private IEnumerable<VerifyProblem> FindWeakened(ManifestInForce inForce, ManifestContent manifest)
    {
        if (string.Equals(inForce.Mode, nameof(AnalysisMode.None), StringComparison.OrdinalIgnoreCase))
        {
            yield return Problem(manifest, VerifyKind.Weakened, "ProvenanceAnalysisMode is None; choose another mode");
        }

        foreach (var changed in inForce.Severities.Where(severity => HidingSeverities.Contains(severity.Severity)))
        {
            if (policies.FirstOrDefault(policy => policy.General.FirstScope(scope => scope.Rules.Contains(changed.Rule)) != null)
                is { } relying)
            {
                yield return Problem(
                    manifest,
                    VerifyKind.Weakened,
                    $"the severity of {changed.Rule}, on which '{relying.Name}' relies, is {changed.Severity}; leave it as it is");
            }
        }

        if (!inForce.HasEvidence
            && policies.FirstOrDefault(policy => policy.General.FirstScope(scope => scope.Options.AsksEvidence) != null) is { } asking)
        {
            yield return Problem(
                manifest,
                VerifyKind.Weakened,
                $"'{asking.Name}' asks for evidence, and history was not asked; set ProvenanceEvidence to true");
        }
    }

    /// <summary>What the build has said itself of a policy that was weakened or could not be read, and what was suppressed.</summary>
    private IEnumerable<VerifyProblem> FindReported(ManifestContent manifest)
    {
        foreach (var finding in manifest.Findings.Where(finding => finding.Rule is RuleIds.WeakenedPolicy or RuleIds.BrokenPolicy))
        {
            yield return Problem(manifest, VerifyKind.Weakened, $"{finding.Rule}: {finding.Message}");
        }

        foreach (var (unit, finding) in manifest.Units.SelectMany(unit => unit.Findings.Select(finding => (unit, finding)))
            .Where(pair => pair.finding.IsSuppressed && !pair.unit.IsContested && pair.finding.Rule != pair.unit.Due))
        {
            if (policies.Any(policy => policy.General.FirstScope(scope => scope.Rules.Contains(finding.Rule)) != null))
            {
                yield return new VerifyProblem(
                    VerifyKind.Weakened,
                    manifest.Project,
                    Paths.Resolve(finding.Path, Paths.FolderOf(manifest.Project)),
                    finding.Line,
                    unit.Id,
                    $"{finding.Rule} is suppressed, and the policy relies on it; remove the suppression");
            }
        }
    }

    private static VerifyProblem Problem(ManifestContent manifest, VerifyKind kind, string message) =>
        new(kind, manifest.Project, string.Empty, 0, string.Empty, message);
}
