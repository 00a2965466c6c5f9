using System.Globalization;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>
/// Which files of a project may go into a training set, and what stands against the others. A file may if the compiler has read it, if it
/// holds a unit, if every unit in it may, and if no code and no annotation lies outside of its units; in every target framework. What a
/// package brought is no file of the repository, and in neither list.
/// </summary>
internal sealed class TrainingSplit
{
    private readonly ILookup<string, (InFrameworks<UnitRecord> Unit, PartRecord Part)> _parts;
    private readonly ILookup<string, InFrameworks<FileRecord>> _files;

    /// <summary>Splits the files of a project.</summary>
    /// <param name="manifest">What is known of them.</param>
    /// <param name="realPathOf">
    /// Where a file lies when links are followed, of its path relative to the repository; null: there is a link that cannot be followed.
    /// </param>
    public TrainingSplit(Manifest manifest, Func<string, string?> realPathOf)
    {
        _parts = manifest.Units
            .SelectMany(unit => unit.Item.Parts.Select(part => (Unit: unit, Part: part)))
            .ToLookup(entry => entry.Part.Path, StringComparer.Ordinal);
        _files = manifest.Files.ToLookup(file => file.Item.Path, StringComparer.Ordinal);
        var included = new List<string>();
        var excluded = new List<string>();
        var paths = _parts.Select(group => group.Key)
            .Union(_files.Select(group => group.Key))
            .Where(path => !path.StartsWith(ProjectPaths.Packages, StringComparison.Ordinal))
            .Select(path => (InProject: path, InRepository: RepositoryPath.Join(manifest.Project, path)))
            .Select(path => (path.InProject, path.InRepository, Real: realPathOf(path.InRepository)))
            .GroupBy(path => path.Real ?? path.InRepository, StringComparer.Ordinal);
        foreach (var same in paths.OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var name = same.Key;
            var exclusions = same.SelectMany(path => ExclusionsOf(path.InProject)).Distinct().ToList();
            var listed = new string([.. name.Select(character => IsListable(character) ? character : '?')]);
            if (listed != name)
            {
                exclusions.Add(new Exclusion(0, 0, ExclusionReason.Unlistable, string.Empty));
            }

            if (same.Any(path => path.Real == null))
            {
                exclusions.Add(new Exclusion(0, 0, ExclusionReason.Linked, string.Empty));
            }

            if (exclusions.Count == 0)
            {
                included.Add(name);
            }

            excluded.AddRange(exclusions
                .OrderBy(exclusion => exclusion.StartLine)
                .ThenBy(exclusion => exclusion.EndLine)
                .Select(exclusion => exclusion.Line(listed)));
        }

        Included = included;
        Excluded = excluded;
    }

    /// <summary>The paths of the files that may be used, relative to the repository, in ordinal order.</summary>
    public IReadOnlyList<string> Included { get; }

    /// <summary>One line for each thing that stands against a file, by path and line; see <see cref="Exclusion.Line"/>.</summary>
    public IReadOnlyList<string> Excluded { get; }

    /// <summary>Whether no reader takes a character for the end of a line or of a column.</summary>
    private static bool IsListable(char character) => !char.IsControl(character)
        && char.GetUnicodeCategory(character) is not (UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private IEnumerable<Exclusion> ExclusionsOf(string path)
    {
        if (_files[path].Any(file => file.Item.Reason == FileReason.Generated))
        {
            yield return new Exclusion(0, 0, ExclusionReason.Generated, string.Empty);
        }
        else if (!_parts[path].Any())
        {
            yield return new Exclusion(0, 0, ExclusionReason.NoUnit, string.Empty);
        }

        // What one target framework leaves out can be a unit of another.
        var outside = _files[path].SelectMany(file => file.Item.Outside);
        foreach (var lines in outside.Where(lines => !_parts[path].Any(entry => entry.Part.Contains(lines))))
        {
            yield return new Exclusion(lines.StartLine, lines.EndLine, ExclusionReason.CodeOutsideUnits, string.Empty);
        }

        foreach (var lines in AnnotationsOutside(path))
        {
            yield return new Exclusion(lines.StartLine, lines.EndLine, ExclusionReason.AnnotationsOutsideUnits, string.Empty);
        }

        foreach (var (unit, part) in _parts[path])
        {
            foreach (var (reason, detail) in ReasonsAgainst(unit.Item))
            {
                yield return new Exclusion(
                    part.StartLine ?? 0,
                    part.EndLine ?? 0,
                    reason,
                    detail.Length > 0 ? $"{unit.Item.Id}: {detail}" : unit.Item.Id);
            }
        }
    }

    /// <summary>
    /// The annotations that are in the record of no unit in any of the target frameworks that compile the file: what one leaves out can be
    /// a unit's in another.
    /// </summary>
    private IEnumerable<LinesRecord> AnnotationsOutside(string path)
    {
        var frameworks = _parts[path].SelectMany(entry => entry.Unit.Frameworks).Concat(_files[path].SelectMany(file => file.Frameworks));
        var all = new HashSet<string>(frameworks, StringComparer.Ordinal);
        return _files[path]
            .SelectMany(file => file.Item.OutsideAnnotations.Select(lines => (Lines: lines, file.Frameworks)))
            .GroupBy(entry => entry.Lines, entry => entry.Frameworks)
            .Where(entry => all.SetEquals(entry.SelectMany(names => names)))
            .Select(entry => entry.Key);
    }

    private static IEnumerable<(ExclusionReason Reason, string Detail)> ReasonsAgainst(UnitRecord unit)
    {
        if (unit.IsExcluded)
        {
            yield return (ExclusionReason.Excluded, string.Empty);
            yield break;
        }

        if (unit.IsInBaseline && !unit.IsDeclared)
        {
            yield return (ExclusionReason.Baseline, string.Empty);
        }
        else if (!unit.IsDeclared)
        {
            yield return (ExclusionReason.Undeclared, unit.Due ?? string.Empty);
        }

        // Of what is not declared nothing more is said than that, where the terms say nothing.
        IEnumerable<TermsRecord> terms = unit.Training.Terms.Count > 0 ? unit.Training.Terms : [unit.Training];
        foreach (var term in terms.Where(term => unit.IsDeclared || term.Status != TrainingUse.Unknown))
        {
            if (ReasonOf(term.Status) is { } reason)
            {
                yield return (reason, DetailOf(term));
            }
        }

        if (unit.Evidence is { } evidence && (!unit.IsAIMade || evidence.UndeclaredTools.Count > 0))
        {
            yield return (ExclusionReason.Evidence, string.Join(", ", evidence.UndeclaredTools));
        }

        if (unit.BrokenPolicyRules.Count > 0)
        {
            yield return (ExclusionReason.Policy, string.Join(", ", unit.BrokenPolicyRules));
        }
    }

    /// <summary>What the terms say against it, or null.</summary>
    private static ExclusionReason? ReasonOf(TrainingUse use) => use switch
    {
        TrainingUse.Restricted => ExclusionReason.Restricted,
        TrainingUse.Unverified => ExclusionReason.Unverified,
        TrainingUse.Unknown => ExclusionReason.Unknown,
        _ => null,
    };

    private static string DetailOf(TermsRecord terms)
    {
        if (terms.Provider is not { } provider)
        {
            return string.Empty;
        }

        return terms.Document is { Length: > 0 } document ? $"{provider}, {document} ({terms.Date})" : provider;
    }
}
