using System.Security.Cryptography;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>
/// Verifies manifests: was each project judged under the policies, with nothing weakened, and does nothing stand against it?
/// </summary>
/// <param name="request">What is wanted.</param>
internal sealed class Verification(VerifyRequest request)
{
    private static readonly EnumerationOptions BelowAndNoLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private static readonly string[] OutputFolders = ["/bin/", "/obj/"];

    /// <summary>Verifies them.</summary>
    /// <exception cref="ToolException">It cannot be established.</exception>
    public async Task<Verdict> RunAsync(CancellationToken cancellationToken)
    {
        var policies = request.Policies.Select(VerifyPolicy.Read).ToList();
        var read = ManifestReader.ReadWhole(request.Manifests);
        var manifests = read.Select(one => one.Manifest).ToList();
        var checks = new ProjectVerification(policies);
        var problems = new List<VerifyProblem>();
        foreach (var manifest in manifests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            problems.AddRange(checks.Find(manifest, ToolVersion.Current));
            var units = new UnitVerification(manifest, VerifyPolicy.OptionsIn(policies, manifest));
            problems.AddRange(manifest.Units.SelectMany(units.Find));
        }

        if (request.Against.Count > 0)
        {
            problems.AddRange(FindLost(manifests, ManifestReader.ReadWhole(request.Against).Select(one => one.Manifest)));
        }

        if (request.Sources is { } sources)
        {
            problems.AddRange(await FindMissingAsync(sources, manifests, cancellationToken).ConfigureAwait(false));
        }

        var undeclared = CountUnits(problems, VerifyKind.Undeclared);
        var unreviewed = CountUnits(problems, VerifyKind.Unreviewed);
        problems.RemoveAll(problem =>
            (problem.Kind == VerifyKind.Undeclared && undeclared <= request.AllowedUndeclared)
            || (problem.Kind == VerifyKind.Unreviewed && unreviewed <= request.AllowedUnreviewed));
        return new Verdict
        {
            Policies = [.. policies.Select(policy => (policy.Name, policy.Hash))],
            Manifests = [.. read.Select(one => (one.Path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(one.Path)))))],
            Revisions =
            [
                .. manifests.Select(manifest => manifest.Source?.Revision).OfType<string>().Distinct().Order(StringComparer.Ordinal),
            ],
            Units = manifests.Sum(manifest => manifest.Units.DistinctBy(unit => unit.Id).Count()),
            Undeclared = undeclared,
            Unreviewed = unreviewed,
            Problems =
            [
                .. problems.Distinct()
                    .OrderBy(problem => problem.Project, StringComparer.Ordinal)
                    .ThenBy(problem => problem.Path, StringComparer.Ordinal)
                    .ThenBy(problem => problem.Line)
                    .ThenBy(problem => problem.Kind),
            ],
        };
    }

    private static int CountUnits(IEnumerable<VerifyProblem> problems, VerifyKind kind) =>
        problems.Where(problem => problem.Kind == kind).Select(problem => (problem.Project, problem.Name)).Distinct().Count();

    /// <summary>What an earlier revision had that is not there any more, though its file is; and baselines that grew.</summary>
    private static IEnumerable<VerifyProblem> FindLost(IEnumerable<ManifestContent> manifests, IEnumerable<ManifestContent> earlier)
    {
        var now = manifests.ToLookup(manifest => manifest.Project, StringComparer.Ordinal);
        foreach (var before in earlier)
        {
            if (now[before.Project].FirstOrDefault() is not { } manifest)
            {
                yield return OfProject(before, VerifyKind.Missing, "it had a manifest before, and has none now; build it with one");
                continue;
            }

            foreach (var problem in FindVanished(manifest, before).Concat(FindGrown(manifest, before)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<VerifyProblem> FindVanished(ManifestContent manifest, ManifestContent before)
    {
        var folder = Paths.FolderOf(manifest.Project);
        var judged = manifest.Units.Where(unit => !unit.IsExcluded).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var files = manifest.Files.Select(file => file.Path)
            .Concat(manifest.Units.SelectMany(unit => unit.Parts).Select(part => part.Path))
            .ToHashSet(StringComparer.Ordinal);
        return before.Units
            .Where(unit => !unit.IsExcluded && !judged.Contains(unit.Id) && unit.Kind.Length > 0)
            .Select(unit => (unit, part: unit.Parts.FirstOrDefault(part => files.Contains(part.Path))))
            .Where(lost => lost.part != null && IsOutOfSight(manifest, lost.part.Path, lost.unit.Id))
            .Select(lost => new VerifyProblem(
                VerifyKind.Vanished,
                manifest.Project,
                Paths.Resolve(lost.part!.Path, folder),
                0,
                lost.unit.Id,
                "it was judged before and is not any more, though its file is compiled; let it be judged"));
    }

    /// <summary>Whether nothing in a file is judged any more; where something is, the rest may have been renamed or removed.</summary>
    private static bool IsOutOfSight(ManifestContent manifest, string path, string id) =>
        manifest.Units.Any(unit => unit.Id == id && unit.IsExcluded)
        || !manifest.Units.Any(unit => !unit.IsExcluded && unit.Parts.Any(part => part.Path == path));

    private static IEnumerable<VerifyProblem> FindGrown(ManifestContent manifest, ManifestContent before)
    {
        var held = before.Units.Where(unit => unit.IsInBaseline).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var folder = Paths.FolderOf(manifest.Project);
        foreach (var unit in manifest.Units.Where(unit => unit.IsInBaseline && !held.Contains(unit.Id)))
        {
            yield return new VerifyProblem(
                VerifyKind.Baseline,
                manifest.Project,
                Paths.Resolve(unit.Parts[0].Path, folder),
                unit.Parts[0].StartLine ?? 0,
                unit.Id,
                "the baseline holds it and did not before; declare it, and take it out of the baseline");
        }

        var (entries, earlier) = (manifest.Baseline?.Entries ?? 0, before.Baseline?.Entries ?? 0);
        if (entries > earlier)
        {
            yield return OfProject(
                manifest, VerifyKind.Baseline, $"the baseline grew from {earlier} to {entries} entries; a baseline only shrinks");
        }
    }

    private async Task<IEnumerable<VerifyProblem>> FindMissingAsync(
        string sources, IReadOnlyList<ManifestContent> manifests, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(sources))
        {
            throw new ToolException($"'{sources}' does not exist.");
        }

        var folder = RealPath.Of(Path.GetFullPath(sources));
        var repository = await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false)
            ?? throw new ToolException($"'{sources}' is in no git repository, so that nobody knows its revision.");
        var head = (await repository.AskAsync(cancellationToken, "rev-parse", "HEAD").ConfigureAwait(false)).Trim();
        var top = RealPath.Of(repository.Folder);
        var except = request.Except
            .Select(glob => TargetPattern.Parse(glob, out var problem) ?? throw new ToolException($"--except '{glob}' {problem}."))
            .ToList();
        var known = manifests.ToLookup(manifest => manifest.Project, Paths.Comparer);
        var problems = new List<VerifyProblem>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csproj", BelowAndNoLinks).Order(StringComparer.Ordinal))
        {
            var path = Paths.Normalize(Path.GetRelativePath(top, file));
            var relative = Paths.Normalize(Path.GetRelativePath(folder, file));
            if (Array.Exists(OutputFolders, output => $"/{path}".Contains(output, StringComparison.OrdinalIgnoreCase))
                || except.Exists(glob => glob.IsMatch(relative)))
            {
                continue;
            }

            if (known[path].FirstOrDefault() is not { } manifest)
            {
                problems.Add(new VerifyProblem(
                    VerifyKind.Missing,
                    path,
                    string.Empty,
                    0,
                    string.Empty,
                    "it has no manifest; build it with one, or leave it out by --except"));
            }
            else if (manifest.Source?.Revision != head)
            {
                problems.Add(OfProject(manifest, VerifyKind.Revision, manifest.Source is { } source
                    ? $"its manifest is of {source.Revision}, and this is {head}; build it again"
                    : $"its manifest does not say of which revision it is, and this is {head}; build it in the repository, with git"));
            }
        }

        return problems;
    }

    private static VerifyProblem OfProject(ManifestContent manifest, VerifyKind kind, string message) =>
        new(kind, manifest.Project, string.Empty, 0, string.Empty, message);
}
