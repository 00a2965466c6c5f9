using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>
/// Finds what manifests of an earlier revision have and those of now have not any more, and what should not have grown since.
/// </summary>
/// <param name="manifests">Those of now.</param>
/// <param name="earlier">Those of the earlier revision.</param>
/// <param name="checkout">Which files there are now; null: nobody has asked.</param>
internal sealed class EarlierManifests(
    IReadOnlyList<ManifestContent> manifests, IReadOnlyList<ManifestContent> earlier, Checkout? checkout)
{
    private readonly ILookup<string, ManifestContent> _now = manifests.ToLookup(manifest => manifest.Project, StringComparer.Ordinal);
    private readonly HashSet<string> _files = manifests.SelectMany(ManifestFiles.Of).ToHashSet(Paths.Comparer);

    /// <summary>What stands against the projects of now.</summary>
    public IEnumerable<VerifyProblem> Find() =>
    [
        .. earlier.SelectMany(before => _now[before.Project].Any()
            ? _now[before.Project].SelectMany(manifest => FindVanished(manifest, before).Concat(FindGrown(manifest, before)))
            : FindMissing(before)),
        .. earlier.SelectMany(FindUncompiled),
        .. FindNewBaselines(),
    ];

    /// <summary>A project that has no manifest any more. Whether it is still there, a checkout says better.</summary>
    private IEnumerable<VerifyProblem> FindMissing(ManifestContent before) =>
        checkout?.Covers(before.Project) == true ? []
            : [OfProject(before, VerifyKind.Missing, "it had a manifest before, and has none now; build it with one")];

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
            .Select(lost => OfUnit(
                manifest,
                VerifyKind.Vanished,
                lost.part!,
                lost.unit,
                "it was judged before and is not any more, though its file is compiled; let it be judged",
                line: 0));
    }

    /// <summary>Files that are still there, and in no manifest any more: nobody knows whether something compiles or reads them.</summary>
    private IEnumerable<VerifyProblem> FindUncompiled(ManifestContent before)
    {
        if (checkout == null || checkout.IsExcepted(before.Project))
        {
            return [];
        }

        var folder = Paths.FolderOf(before.Project);
        return before.Units
            .Where(unit => !unit.IsExcluded)
            .Select(unit => (unit, part: unit.Parts.FirstOrDefault(part =>
                Paths.Resolve(part.Path, folder) is var path && !_files.Contains(path) && checkout.Has(path))))
            .Where(lost => lost.part != null)
            .Select(lost => OfUnit(
                before,
                VerifyKind.Vanished,
                lost.part!,
                lost.unit,
                "it was judged before, and its file is still there but in no manifest; let it be judged, or remove it",
                line: 0));
    }

    /// <summary>Whether nothing in a file is judged any more; where something is, the rest may have been renamed or removed.</summary>
    private static bool IsOutOfSight(ManifestContent manifest, string path, string id) =>
        manifest.Units.Any(unit => unit.Id == id && unit.IsExcluded)
        || !manifest.Units.Any(unit => !unit.IsExcluded && unit.Parts.Any(part => part.Path == path));

    private static IEnumerable<VerifyProblem> FindGrown(ManifestContent manifest, ManifestContent before)
    {
        var held = before.Units.Where(unit => unit.IsInBaseline).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in manifest.Units.Where(unit => unit.IsInBaseline && !held.Contains(unit.Id)))
        {
            yield return OfUnit(
                manifest,
                VerifyKind.Baseline,
                unit.Parts[0],
                unit,
                "the baseline holds it and did not before; declare it, and take it out of the baseline",
                unit.Parts[0].StartLine ?? 0);
        }

        var (entries, earlier) = (manifest.Baseline?.Entries ?? 0, before.Baseline?.Entries ?? 0);
        if (entries > earlier)
        {
            yield return OfProject(
                manifest, VerifyKind.Baseline, $"the baseline grew from {earlier} to {entries} entries; a baseline only shrinks");
        }
    }

    /// <summary>
    /// Baselines of projects that had no manifest before. One that has another name now may hold what it held; what else would grow if its
    /// project were only called otherwise.
    /// </summary>
    private IEnumerable<VerifyProblem> FindNewBaselines()
    {
        var known = earlier.Select(before => before.Project).ToHashSet(StringComparer.Ordinal);
        var held = earlier.Where(before => !_now[before.Project].Any())
            .SelectMany(before => before.Units)
            .Where(unit => unit.IsInBaseline)
            .Select(unit => unit.Id)
            .ToHashSet(StringComparer.Ordinal);
        return manifests
            .Where(manifest => !known.Contains(manifest.Project))
            .Select(manifest => (manifest, count: manifest.Units
                .Where(unit => unit.IsInBaseline && !held.Contains(unit.Id))
                .DistinctBy(unit => unit.Id)
                .Count()))
            .Where(grown => grown.count > 0)
            .Select(grown => OfProject(
                grown.manifest,
                VerifyKind.Baseline,
                $"it had no manifest before, and its baseline holds {grown.count} units that none held; declare them, "
                + "or verify once without --against"));
    }

    private static VerifyProblem OfUnit(
        ManifestContent manifest, VerifyKind kind, ManifestPart part, ManifestUnit unit, string message, int line) =>
        new(kind, manifest.Project, Paths.Resolve(part.Path, Paths.FolderOf(manifest.Project)), line, unit.Id, message);

    private static VerifyProblem OfProject(ManifestContent manifest, VerifyKind kind, string message) =>
        new(kind, manifest.Project, string.Empty, 0, string.Empty, message);
}
