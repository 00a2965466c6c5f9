using System.Collections.Concurrent;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// What history tells of the files of a repository's newest commit: from a cache where nothing has changed, else from git.
/// </summary>
/// <param name="git">git.</param>
/// <param name="state">The repository; it has a commit.</param>
/// <param name="cachePath">The file of the cache; null: there is none.</param>
/// <param name="wishes">What is wanted.</param>
internal sealed class RepositoryEvidence(Git git, RepositoryState state, string? cachePath, EvidenceWishes wishes)
{
    private const int MostAtOnce = 8;

    private readonly Dictionary<string, FileEvidence> _found = new(StringComparer.Ordinal);
    private readonly Lazy<Mailmap> _mailmap = new(() => Mailmap.Read(state.Mailmap));
    private readonly string _key = state.Key + wishes.Key;

    /// <summary>What is missing, each as a sentence without its end.</summary>
    public List<string> Gaps { get; } = [];

    /// <summary>What history tells of a file; null: nothing.</summary>
    public FileEvidence? Of(TreeFile file) => _found.TryGetValue(EvidenceCache.NameOf(file), out var evidence) ? evidence : null;

    /// <summary>Finds what history tells of some files.</summary>
    /// <param name="sources">Source files.</param>
    /// <param name="fixtures">Fixture files: of these only those are asked that an AI's commit has touched, by their name.</param>
    public void Find(IReadOnlyCollection<TreeFile> sources, IReadOnlyCollection<TreeFile> fixtures)
    {
        var cache = EvidenceCache.Read(cachePath);
        var isUnchanged = WhatIsUnchanged(cache);
        if (cache.Key == _key)
        {
            Gaps.AddRange(cache.Gaps);
        }

        var unknown = new List<(TreeFile File, bool IsFixture)>();
        foreach (var (file, isFixture) in sources.Select(file => (file, false)).Concat(fixtures.Select(file => (file, true))))
        {
            if (isUnchanged(file.Path) && cache.Find(file) is { } known)
            {
                _found[known.Path] = known;
            }
            else
            {
                unknown.Add((file, isFixture));
            }
        }

        if (unknown.Count > 0)
        {
            Ask(unknown);
        }
    }

    /// <summary>The lines of a file of the newest commit; null where it cannot be read.</summary>
    public string[]? LinesOf(TreeFile file)
    {
        using var reader = git.ReadObjects(state.GitFolder);
        return reader.Read(file.Id) is { Content: { } content } ? DecodedText.LinesOf(DecodedText.Of(content)) : null;
    }

    /// <summary>Which files no commit has touched since the cache was written, so that the same commits wrote the same lines.</summary>
    private Predicate<string> WhatIsUnchanged(EvidenceCache cache)
    {
        if (cache.Key != _key)
        {
            return _ => false;
        }

        if (cache.Head == state.Head!.Id)
        {
            return _ => true;
        }

        try
        {
            var range = new RevisionRange(git, state, cache.Head);
            if (range.ChangedFiles() is not { } changed || HasShownHelpers(range, cache))
            {
                return _ => false;
            }

            return path => !changed.Contains(path);
        }
        catch (GitException)
        {
            // The commit is not there any more.
            return _ => false;
        }
    }

    /// <summary>Whether a commit since then shows that somebody may have helped an AI, who was taken for having asked it.</summary>
    private bool HasShownHelpers(RevisionRange range, EvidenceCache cache)
    {
        var requesters = cache.AddressesOfRequesters;
        return requesters.Count > 0
            && range.Authors().Any(author =>
                requesters.Contains(author.Address) || requesters.Contains(_mailmap.Value.Join(author).Address));
    }

    private void Ask(List<(TreeFile File, bool IsFixture)> files)
    {
        try
        {
            using var history = new RepositoryHistory(git, state, wishes.Tools);
            var failures = new ConcurrentDictionary<string, GitException>(StringComparer.Ordinal);
            var found = new ConcurrentBag<FileEvidence>();
            var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, MostAtOnce) };
            Parallel.ForEach(files, options, entry =>
            {
                try
                {
                    found.Add(Ask(history, entry.File, entry.IsFixture));
                }
                catch (GitException exception)
                {
                    failures[entry.File.Path] = exception;
                }
            });
            foreach (var file in found)
            {
                _found[file.Path] = file;
            }

            if (history.Gap is { } notes && !Gaps.Contains(notes))
            {
                Gaps.Add(notes);
            }

            if (cachePath != null)
            {
                EvidenceCache.Write(cachePath, _key, state.Head!.Id, _found.Values, Gaps);
            }

            AddGaps(failures);
        }
        catch (GitException exception)
        {
            Gaps.Add(exception.Message);
        }
    }

    private void AddGaps(IReadOnlyDictionary<string, GitException> failures)
    {
        foreach (var same in failures.GroupBy(failure => failure.Value.Message).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            var first = same.Select(failure => failure.Key).OrderBy(path => path, StringComparer.Ordinal).First();
            var count = same.Count();
            Gaps.Add(count == 1 ? $"of '{GitProblems.Shown(first)}' {same.Key}" : $"of {count} files, the first of which is "
                + $"'{GitProblems.Shown(first)}', {same.Key}");
        }
    }

    private FileEvidence Ask(RepositoryHistory history, TreeFile file, bool isFixture)
    {
        var text = IsWorthReading(history.Commits, file, isFixture) ? history.TextOf(file.Id) : null;
        if (text == null || !IsWorthAsking(history.Commits, text))
        {
            return new FileEvidence(EvidenceCache.NameOf(file), string.Empty);
        }

        var evidence = new FileEvidence(EvidenceCache.NameOf(file), EvidenceFile.HashOf(text));
        var lines = DecodedText.LinesOf(text);
        var blamed = history.Blame(state.Head!.Id, file.Path);
        if (blamed.Count == lines.Length + 1)
        {
            // In UTF-16 the second byte of the last line feed is a line to git.
            blamed = [.. blamed.Take(lines.Length)];
        }

        if (blamed.Count == lines.Length)
        {
            if (history.Commits.HasCommitsOfNobody || wishes.Markers)
            {
                blamed = history.WithSigners(state.Head!.Id, file.Path, blamed, lines, line => line.Contains(LineOrigins.Marker));
            }

            LineRuns.Add(new LineOrigins(history).Of(blamed, lines), evidence.Runs);
            AddMarkers(history, blamed, lines, evidence);
        }

        return evidence;
    }

    private bool IsWorthReading(CommitIndex commits, TreeFile file, bool isFixture) =>
        isFixture ? commits.HasAI && commits.Lines.HasName(file.Path) : commits.HasAI || commits.HasCommitsOfNobody || wishes.Markers;

    /// <summary>Without any AI only review markers are of interest.</summary>
    private static bool IsWorthAsking(CommitIndex commits, string text) => commits.HasAI || text.Contains(LineOrigins.Marker);

    private void AddMarkers(RepositoryHistory history, IReadOnlyList<BlamedLine> blamed, string[] lines, FileEvidence evidence)
    {
        for (var index = 0; wishes.Markers && index < lines.Length; index++)
        {
            if (lines[index].Contains(LineOrigins.Marker) && blamed[index].Commit is { } commit && !history.IsEndOfClone(commit))
            {
                var marker = new MarkerEvidence(index + 1, commit);
                marker.People.AddRange(history.PeopleOf(commit));
                evidence.Markers.Add(marker);
            }
        }
    }
}
