using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>
/// Which files of a project may go into a training set, and what stands against the others. A file may if the compiler has read it, if it
/// holds a unit, if every unit in it may, and if no code lies outside of its units; in every target framework.
/// </summary>
internal sealed class TrainingSplit
{
    private readonly ILookup<string, (UnitRecord Unit, PartRecord Part)> _parts;
    private readonly ILookup<string, FileRecord> _files;

    /// <summary>Splits the files of a project.</summary>
    public TrainingSplit(Manifest manifest)
    {
        _parts = manifest.Units
            .SelectMany(unit => unit.Item.Parts.Select(part => (Unit: unit.Item, Part: part)))
            .ToLookup(entry => entry.Part.Path, StringComparer.Ordinal);
        _files = manifest.Files.Select(file => file.Item).ToLookup(file => file.Path, StringComparer.Ordinal);
        var included = new List<string>();
        var excluded = new List<string>();
        var paths = _parts.Select(group => group.Key).Union(_files.Select(group => group.Key));
        foreach (var path in paths.OrderBy(path => path, StringComparer.Ordinal))
        {
            var exclusions = ExclusionsOf(path).Distinct().ToList();
            if (exclusions.Count == 0)
            {
                included.Add(path);
            }

            excluded.AddRange(exclusions
                .OrderBy(exclusion => exclusion.StartLine)
                .ThenBy(exclusion => exclusion.EndLine)
                .Select(exclusion => exclusion.Line(path)));
        }

        Included = included;
        Excluded = excluded;
    }

    /// <summary>The paths of the files that may be used, in ordinal order.</summary>
    public IReadOnlyList<string> Included { get; }

    /// <summary>One line for each thing that stands against a file, by path and line; see <see cref="Exclusion.Line"/>.</summary>
    public IReadOnlyList<string> Excluded { get; }

    private IEnumerable<Exclusion> ExclusionsOf(string path)
    {
        if (_files[path].Any(file => file.Reason == FileReason.Generated))
        {
            yield return new Exclusion(0, 0, ExclusionReason.Generated, string.Empty);
        }
        else if (!_parts[path].Any())
        {
            yield return new Exclusion(0, 0, ExclusionReason.NoUnit, string.Empty);
        }

        // What one target framework leaves out can be a unit of another.
        var outside = _files[path].SelectMany(file => file.Outside);
        foreach (var lines in outside.Where(lines => !_parts[path].Any(entry => entry.Part.Contains(lines))))
        {
            yield return new Exclusion(lines.StartLine, lines.EndLine, ExclusionReason.CodeOutsideUnits, string.Empty);
        }

        foreach (var (unit, part) in _parts[path])
        {
            foreach (var (reason, detail) in ReasonsAgainst(unit))
            {
                yield return new Exclusion(
                    part.StartLine ?? 0, part.EndLine ?? 0, reason, detail.Length > 0 ? $"{unit.Id}: {detail}" : unit.Id);
            }
        }
    }

    private static IEnumerable<(ExclusionReason Reason, string Detail)> ReasonsAgainst(UnitRecord unit)
    {
        if (unit.IsExcluded)
        {
            yield return (ExclusionReason.Excluded, string.Empty);
            yield break;
        }

        if (unit.IsInBaseline)
        {
            yield return (ExclusionReason.Baseline, string.Empty);
        }
        else if (!unit.IsDeclared)
        {
            yield return (ExclusionReason.Undeclared, unit.Due ?? string.Empty);
        }

        if (ReasonOf(unit) is { } reason)
        {
            yield return (reason, DetailOf(unit.Training));
        }

        if (unit.BrokenPolicyRules.Count > 0)
        {
            yield return (ExclusionReason.Policy, string.Join(", ", unit.BrokenPolicyRules));
        }
    }

    /// <summary>What the terms say against it. Of what is not declared nothing more is said than that, where they say nothing.</summary>
    private static ExclusionReason? ReasonOf(UnitRecord unit) => unit.Training.Status switch
    {
        TrainingUse.Restricted => ExclusionReason.Restricted,
        TrainingUse.Unverified => ExclusionReason.Unverified,
        TrainingUse.Unknown when unit.IsDeclared => ExclusionReason.Unknown,
        _ => null,
    };

    private static string DetailOf(TrainingRecord training)
    {
        if (training.Provider is not { } provider)
        {
            return string.Empty;
        }

        return training.Document is { Length: > 0 } document ? $"{provider}, {document} ({training.Date})" : provider;
    }
}
