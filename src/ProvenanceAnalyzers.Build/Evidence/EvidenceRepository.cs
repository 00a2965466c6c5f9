using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>A repository that files of a project are in, and what its history tells of them.</summary>
/// <param name="git">git.</param>
/// <param name="state">The repository.</param>
/// <param name="projectDirectory">The project's folder.</param>
internal sealed class EvidenceRepository(Git git, RepositoryState state, string projectDirectory)
{
    private readonly Dictionary<string, string[]?> _committedLines = new(StringComparer.Ordinal);
    private readonly List<string> _gaps = [];
    private RepositoryEvidence? _evidence;
    private HashSet<string>? _commits;
    private HashSet<string>? _differentFiles;

    /// <summary>The day after that of the newest commit; empty where there is none.</summary>
    public string KnownDay =>
        state.Head?.Committer.UtcDay is { } day && day < DateTime.MaxValue.Date ? Day.Format(day.AddDays(1)) : string.Empty;

    /// <summary>What is missing, each as a sentence without its end.</summary>
    public IEnumerable<string> Gaps => state.Gaps.Concat(_evidence?.Gaps ?? []).Concat(_gaps);

    /// <summary>Asks for no more than what was committed since the fork from a revision.</summary>
    public void LimitTo(string revision)
    {
        if (state.Head != null)
        {
            var range = RevisionRange.SinceForkFrom(git, state, revision);
            _commits = range.Commits();
            _differentFiles = range.DifferentFiles();
        }
    }

    /// <summary>Asks for some files.</summary>
    /// <param name="sources">The full paths of source files.</param>
    /// <param name="fixtures">The full paths of fixture files.</param>
    /// <param name="cacheFolder">The folder for caches; null: there is none.</param>
    /// <param name="wishes">What is wanted.</param>
    public void Ask(IEnumerable<string> sources, IEnumerable<string> fixtures, string? cacheFolder, EvidenceWishes wishes)
    {
        if (state.Head != null)
        {
            var cachePath = cacheFolder == null ? null : EvidenceCache.PathOf(cacheFolder, state.Root, projectDirectory);
            _evidence = new RepositoryEvidence(git, state, cachePath, wishes);
            _evidence.Find([.. sources.Select(FileOf).OfType<TreeFile>()], [.. fixtures.Select(FileOf).OfType<TreeFile>()]);
        }
    }

    /// <summary>What history tells of a file as it is now; null: nothing.</summary>
    /// <param name="fullPath">Its full path.</param>
    /// <param name="path">Its path, relative to the project.</param>
    /// <param name="text">Its text.</param>
    public FileEvidence? Of(string fullPath, string path, EvidenceText text)
    {
        if (FileOf(fullPath) is not { } file || text.Text == null)
        {
            return null;
        }

        if (text.Text.IndexOf('\n') < 0 && text.Text.Trim().IndexOf('\r') >= 0)
        {
            _gaps.Add(
                $"the lines of '{GitProblems.Shown(path)}' end by carriage returns alone, and git takes them for one: "
                + "save it with line feeds");
        }

        if (_evidence?.Of(file) is not { } known || known.Runs.Count + known.Markers.Count == 0)
        {
            return null;
        }

        var evidence = new FileEvidence(path, text.Hash);
        if (text.Hash == known.Hash)
        {
            evidence.Runs.AddRange(known.Runs);
            evidence.Markers.AddRange(known.Markers);
        }
        else if (CommittedLinesOf(file) is { } lines)
        {
            LineRuns.Carry(known, lines, text.Lines, evidence);
        }

        if (_commits != null)
        {
            evidence.Runs.RemoveAll(run => !_commits.Contains(run.Source.Commit));
            evidence.Markers.RemoveAll(marker => !_commits.Contains(marker.Commit));
        }

        return evidence.Runs.Count + evidence.Markers.Count > 0 ? evidence : null;
    }

    /// <summary>The file in the newest commit; null where it is not there, or the same as at the fork.</summary>
    private TreeFile? FileOf(string fullPath) =>
        state.Files.TryGetValue(Paths.Normalize(fullPath).Substring(state.Root.Length), out var file)
        && _differentFiles?.Contains(file.Path) != false
            ? file
            : null;

    private string[]? CommittedLinesOf(TreeFile file)
    {
        if (!_committedLines.TryGetValue(file.Id, out var lines))
        {
            _committedLines.Add(file.Id, lines = _evidence!.LinesOf(file));
        }

        return lines;
    }
}
