using System.Collections.Immutable;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>The fixture files of one folder and kind that must be declared and are not.</summary>
/// <param name="Folder">The folder, with <c>/</c> at its end; empty for that of the project.</param>
/// <param name="Kind">The kind: <c>*.json</c>, or a name.</param>
/// <param name="Files">The files.</param>
/// <param name="Targets">What annotations must name to declare them and no others.</param>
/// <param name="HasChanged">Whether the baseline has one of them as it was before.</param>
internal sealed record UndeclaredFixtureGroup(
    string Folder, string Kind, ImmutableArray<FixtureFile> Files, ImmutableArray<string> Targets, bool HasChanged)
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>What names them all: <c>Fixtures/orders/*.json</c>.</summary>
    public string FolderAndKind { get; } = Folder + Kind;

    /// <summary>Whether one glob of their folder names them and no others.</summary>
    public bool IsNamedByGlob => Kind[0] == '*' && Targets is [var only] && only == FolderAndKind;

    /// <summary>The fixture files that are due and in no baseline, folder by folder and kind by kind.</summary>
    /// <param name="provenance">The context of the compilation.</param>
    /// <param name="anchor">The C# file in which it is said.</param>
    public static IEnumerable<UndeclaredFixtureGroup> Find(ProvenanceContext provenance, SourceFile anchor)
    {
        foreach (var folder in provenance.Fixtures.All.GroupBy(fixture => fixture.Folder, StringComparer.Ordinal))
        {
            foreach (var kind in folder.GroupBy(fixture => fixture.Kind, StringComparer.Ordinal))
            {
                var due = kind.Where(fixture => FixtureDuty.RuleOf(fixture, provenance) != null
                        && !provenance.Baseline.Holds(fixture, provenance.Fixtures.OptionsOf(fixture, anchor)))
                    .ToImmutableArray();
                if (due.IsEmpty)
                {
                    continue;
                }

                var named = folder.Key + kind.Key;
                yield return new UndeclaredFixtureGroup(
                    folder.Key,
                    kind.Key,
                    due,
                    due.Length == kind.Count() && NamesKindAlone(kind.Key, folder, provenance)
                        ? [named]
                        : [.. due.Select(fixture => fixture.Path).Where(path => NamesFileAlone(path, provenance))],
                    due.Any(fixture => provenance.Baseline.Knows(fixture.Path)));
            }
        }
    }

    /// <summary>Whether a path or glob names a source file.</summary>
    public static bool MatchesSource(TargetPattern target, ProvenanceContext provenance) =>
        target.MatchesOnlySourceFiles && provenance.Files.Any(target);

    /// <summary>Whether a kind's glob matches files of this kind and folder, and no others.</summary>
    private static bool NamesKindAlone(string kind, IGrouping<string, FixtureFile> folder, ProvenanceContext provenance)
    {
        var ending = kind.Substring(1);
        return kind[0] == '*'
            && ending.IndexOfAny(Wildcards) < 0
            && folder.Key.IndexOfAny(Wildcards) < 0
            && !folder.Any(fixture => fixture.Kind != kind && fixture.Name.EndsWith(ending, StringComparison.Ordinal))
            && TargetPattern.Parse(folder.Key + kind, out _) is { } glob
            && !MatchesSource(glob, provenance);
    }

    /// <summary>Whether a path as <c>Target</c> matches this file and no other. One with a wildcard in it is a glob.</summary>
    private static bool NamesFileAlone(string path, ProvenanceContext provenance) =>
        TargetPattern.Parse(path, out _) is { } target
        && (!target.HasWildcard
            || ((target.BeginsWithFolder || target.IsOfFileNames)
                && provenance.Fixtures.Matching(target).All(fixture => fixture.Path == path) && !MatchesSource(target, provenance)));
}
