using System.Collections.Immutable;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Fixtures;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers;

/// <summary>Decides which fixture files must declare their provenance and do not. The options that hold are those of the C# file that says so.</summary>
internal static class FixtureDuty
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>The rule by which a fixture file is due, or null; whether a baseline has it is another question.</summary>
    public static string? RuleOf(FixtureFile fixture, ProvenanceContext provenance) =>
        provenance.FixtureAnchor is { File.Options.TestsRequiredOn: not TestsRequiredOn.None } && !IsDeclared(fixture, provenance)
            ? DiagnosticIds.UndeclaredFixtures
            : null;

    /// <summary>Whether an annotation names it, or one without <c>Target</c> is enough.</summary>
    public static bool IsDeclared(FixtureFile fixture, ProvenanceContext provenance) =>
        provenance.AssemblyAnnotations.AnyFor(fixture.Path)
        || (provenance.FixtureAnchor?.File.Options.AssemblyDefaultDeclares == true && !provenance.AssemblyAnnotations.Defaults.IsEmpty);

    /// <summary>The fixture files that are due and in no baseline, folder by folder and kind by kind.</summary>
    public static IEnumerable<UndeclaredFixtures> FindUndeclared(ProvenanceContext provenance)
    {
        foreach (var folder in provenance.Fixtures.All.GroupBy(fixture => fixture.Folder, StringComparer.Ordinal))
        {
            foreach (var kind in folder.GroupBy(fixture => fixture.Kind, StringComparer.Ordinal))
            {
                var due = kind.Where(fixture => RuleOf(fixture, provenance) != null && !provenance.IsInBaseline(fixture)).ToImmutableArray();
                if (due.IsEmpty)
                {
                    continue;
                }

                var named = folder.Key + kind.Key;
                yield return new UndeclaredFixtures(
                    named,
                    due,
                    due.Length == kind.Count() && NamesKindAlone(kind.Key, folder, provenance)
                        ? [named]
                        : [.. due.Select(fixture => fixture.Path).Where(path => NamesFileAlone(path, provenance))],
                    due.Any(fixture => provenance.Baseline.Knows(fixture.Path)));
            }
        }
    }

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
            || (provenance.Fixtures.Matching(target).All(fixture => fixture.Path == path) && !MatchesSource(target, provenance)));

    private static bool MatchesSource(TargetPattern target, ProvenanceContext provenance) =>
        target.MatchesOnlySourceFiles && provenance.Compilation.SyntaxTrees.Any(tree => target.IsMatch(provenance.FileOf(tree).Path));
}
