using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>
/// The fewest globs that name the undeclared fixture files of a kind in several folders, and nothing else: what is written where all of
/// them are declared at once.
/// </summary>
internal sealed class WiderGlobs
{
    private const string AnyFolders = "**/";

    private readonly ProvenanceContext _provenance;
    private readonly Dictionary<string, WiderGlob> _byGroup = new(StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    /// <param name="groups">All that is undeclared.</param>
    /// <param name="provenance">The context of the compilation.</param>
    public WiderGlobs(IEnumerable<UndeclaredFixtureGroup> groups, ProvenanceContext provenance)
    {
        _provenance = provenance;
        foreach (var kind in groups.Where(group => group.IsNamedByGlob).GroupBy(group => group.Kind, StringComparer.Ordinal))
        {
            Cover(string.Empty, kind.Key, [.. kind]);
        }
    }

    /// <summary>The glob that names a group of files and others, or null where its own is the widest.</summary>
    public WiderGlob? For(UndeclaredFixtureGroup group) => _byGroup.TryGetValue(group.FolderAndKind, out var glob) ? glob : null;

    private void Cover(string folder, string kind, IReadOnlyCollection<UndeclaredFixtureGroup> groups)
    {
        if (groups.Count < 2)
        {
            return;
        }

        var glob = folder + AnyFolders + kind;
        var files = groups.Sum(group => group.Files.Length);
        if (folder.Length > 0 && NamesAsMany(glob, files))
        {
            foreach (var group in groups)
            {
                _byGroup[group.FolderAndKind] = new WiderGlob(glob, files);
            }

            return;
        }

        foreach (var below in groups
            .Where(group => group.Folder.Length > folder.Length)
            .GroupBy(group => group.Folder.Substring(0, group.Folder.IndexOf('/', folder.Length) + 1), StringComparer.Ordinal))
        {
            Cover(below.Key, kind, [.. below]);
        }
    }

    private bool NamesAsMany(string glob, int files) =>
        TargetPattern.Parse(glob, out _) is { } target
        && _provenance.Fixtures.Matching(target).Count() == files
        && !UndeclaredFixtureGroup.MatchesSource(target, _provenance);
}

/// <summary>A glob that names the files of several folders.</summary>
/// <param name="Target">The glob.</param>
/// <param name="Files">How many files it names.</param>
internal sealed record WiderGlob(string Target, int Files);
