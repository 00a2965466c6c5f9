using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>The fixture files of a project, as the build has listed them.</summary>
internal sealed class Fixtures
{
    private readonly Dictionary<string, FixtureFile> _byPath = new(StringComparer.Ordinal);
    private readonly Lazy<FixtureAnchor?> _anchor;
    private readonly BuildFacts _facts;

    /// <summary>Reads the list among the additional files of a compilation; without one there are no fixture files.</summary>
    /// <param name="additionalFiles">The additional files.</param>
    /// <param name="facts">What the build says of the project.</param>
    /// <param name="findAnchor">Finds where in C# something is said of them.</param>
    public Fixtures(ImmutableArray<AdditionalText> additionalFiles, BuildFacts facts, Func<FixtureAnchor?> findAnchor)
    {
        _facts = facts;
        foreach (var file in additionalFiles
            .Where(file => FixtureList.IsNameOf(file.Path) && !facts.IsForeign(file))
            .SelectMany(file => FixtureList.Read(file.GetText()?.ToString() ?? string.Empty)))
        {
            _byPath[file.Path] = file;
        }

        All = [.. _byPath.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
        AreListed = !All.IsEmpty || facts.HasDefaultFixtures;
        _anchor = new Lazy<FixtureAnchor?>(findAnchor);
    }

    /// <summary>All of them, in the ordinal order of their paths.</summary>
    public ImmutableArray<FixtureFile> All { get; }

    /// <summary>Whether the build looks for fixture files, so that a data file which is not among them is none.</summary>
    public bool AreListed { get; }

    /// <summary>Where it is said which of them are undeclared; null where no C# file could say it.</summary>
    public FixtureAnchor? Anchor => _anchor.Value;

    /// <summary>The fixture file of a path, or null.</summary>
    public FixtureFile? Find(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>
    /// The options that hold for a fixture file: those of the C# file that says what it is, under the policies where it lies.
    /// </summary>
    public ProvenanceOptions OptionsOf(FixtureFile fixture, SourceFile file) =>
        file.Options.Under(_facts.PoliciesAt(fixture.PhysicalPath, fixture.RealPath));

    /// <summary>The options that hold for several fixture files at once: under the policies where each of them lies.</summary>
    public ProvenanceOptions OptionsOf(IEnumerable<FixtureFile> fixtures, SourceFile file) => file.Options.Under(
        [.. fixtures.SelectMany(fixture => _facts.PoliciesAt(fixture.PhysicalPath, fixture.RealPath)).Distinct()]);

    /// <summary>
    /// Whether a review marker may name files by a glob: it lies in a folder that is written out, or is of names in the project's own
    /// folder, and is about no source file.
    /// </summary>
    public static bool MayBeReviewedBy(TargetPattern glob, SourceFiles files) =>
        (glob.BeginsWithFolder || glob.IsOfFileNames) && !glob.MatchesOnlySourceFiles && !files.Any(glob);

    /// <summary>The fixture files that a path or glob names. Only those are looked at that begin as it does.</summary>
    public IEnumerable<FixtureFile> Matching(TargetPattern target)
    {
        if (!target.HasWildcard)
        {
            if (Find(target.Text) is { } named)
            {
                yield return named;
            }

            yield break;
        }

        var prefix = target.Text.Substring(0, target.LiteralPrefixLength);
        for (var index = FirstNotBefore(prefix);
            index < All.Length && All[index].Path.StartsWith(prefix, StringComparison.Ordinal);
            index++)
        {
            if (target.IsMatch(All[index].Path))
            {
                yield return All[index];
            }
        }
    }

    private int FirstNotBefore(string prefix)
    {
        var (low, high) = (0, All.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(All[middle].Path, prefix) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
