using ProvenanceAnalyzers.Build.Fixtures;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Makes the list of a project: of all repositories that its files are in.</summary>
/// <param name="git">git.</param>
/// <param name="projectDirectory">The project's folder.</param>
/// <param name="stateOf">Looks at the repository in a folder.</param>
internal sealed class EvidenceCollection(Git git, string projectDirectory, Func<Git, string, RepositoryState> stateOf)
{
    private readonly Dictionary<string, string?> _roots = new(Paths.Comparer);
    private readonly Dictionary<string, EvidenceRepository> _repositories = new(Paths.Comparer);
    private readonly string _projectDirectory = Paths.NormalizeDirectory(projectDirectory);

    /// <summary>The list.</summary>
    public ListedEvidence Evidence { get; } = new();

    /// <summary>Collects what history tells.</summary>
    /// <param name="sources">The full paths of the source files.</param>
    /// <param name="fixtures">The full paths of the fixture files.</param>
    /// <param name="baseRevision">The revision from whose fork on history counts; empty: all of it.</param>
    /// <param name="cacheFolder">The folder for caches; null: there is none.</param>
    /// <param name="wishes">What is wanted.</param>
    public void Collect(
        IReadOnlyList<string> sources, IReadOnlyList<string> fixtures, string baseRevision, string? cacheFolder, EvidenceWishes wishes)
    {
        var texts = Read(sources);
        foreach (var root in sources.Concat(fixtures).Append(_projectDirectory + "project").Select(RootOf).OfType<string>().Distinct())
        {
            Open(root, baseRevision, repository => repository.Ask(
                sources.Where(path => RootOf(path) == root), fixtures.Where(path => RootOf(path) == root), cacheFolder, wishes));
        }

        if (_roots.Values.All(root => root == null))
        {
            Evidence.Gaps.Add("the project is in no git repository, so that nobody knows who wrote its lines: build it in a clone");
        }

        foreach (var path in sources)
        {
            if (RepositoryOf(path)?.Of(path, NameOf(path), texts[path]) is { } file)
            {
                Evidence.Files.Add(file);
            }
        }

        foreach (var path in fixtures)
        {
            AddFixture(path);
        }

        AddDay(texts.Values);
        Evidence.Gaps.AddRange(_repositories.Values.SelectMany(repository => repository.Gaps).Distinct(StringComparer.Ordinal));
    }

    private static Dictionary<string, EvidenceText> Read(IReadOnlyList<string> paths)
    {
        var texts = new Dictionary<string, EvidenceText>(Paths.Comparer);
        foreach (var path in paths)
        {
            texts[path] = new EvidenceText(path);
        }

        Parallel.ForEach(texts.Values, text => text.Read());
        return texts;
    }

    private void Open(string root, string baseRevision, Action<EvidenceRepository> ask)
    {
        try
        {
            var repository = new EvidenceRepository(git, stateOf(git, root), _projectDirectory);
            if (baseRevision.Length > 0)
            {
                repository.LimitTo(baseRevision);
            }

            ask(repository);
            _repositories.Add(root, repository);
        }
        catch (GitException exception)
        {
            Evidence.Gaps.Add(exception.Message);
        }
    }

    private void AddFixture(string path)
    {
        var text = new EvidenceText(path);
        text.Read();
        if (RepositoryOf(path)?.Of(path, NameOf(path), text) is not { Runs.Count: > 0 } file)
        {
            return;
        }

        var lines = text.Lines;
        if (DigestOf(path) is not { } digest)
        {
            return;
        }

        var fixture = new FixtureEvidence(file.Path, digest, lines.Count(line => !string.IsNullOrWhiteSpace(line)));
        var shares = file.Runs
            .Where(run => run.Source.Strength != EvidenceStrength.None)
            .GroupBy(run => run.Source, run => Enumerable.Range(run.First, run.Last - run.First + 1)
                .Count(line => !string.IsNullOrWhiteSpace(lines[line - 1])))
            .Where(share => share.Sum() > 0)
            .Select(share => new EvidenceShare(share.Sum(), share.Key));
        fixture.Shares.AddRange(shares);
        if (fixture.Shares.Count > 0)
        {
            Evidence.Fixtures.Add(fixture);
        }
    }

    private static string? DigestOf(string path)
    {
        try
        {
            using var digest = new FixtureDigest();
            return digest.Compute(path, out _);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever lists the fixture files says that it cannot be read.
            return null;
        }
    }

    /// <summary>Only where a file names a later day, so that a human's commit changes nothing.</summary>
    private void AddDay(IEnumerable<EvidenceText> texts)
    {
        var day = RepositoryOf(_projectDirectory + "project")?.KnownDay ?? string.Empty;
        if (day.Length > 0 && texts.Any(text => text.NamesDayAfter(day)))
        {
            Evidence.KnownDay = day;
        }
    }

    private string NameOf(string path) => Paths.Relative(Paths.Normalize(path), _projectDirectory);

    private EvidenceRepository? RepositoryOf(string path) =>
        RootOf(path) is { } root && _repositories.TryGetValue(root, out var repository) ? repository : null;

    /// <summary>The innermost folder above a file that has <c>.git</c>, which in a worktree or submodule is a file.</summary>
    private string? RootOf(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(folder))
        {
            return null;
        }

        if (!_roots.TryGetValue(folder!, out var root))
        {
            var git = Path.Combine(folder, ".git");
            root = Directory.Exists(git) || File.Exists(git) ? folder : RootOf(folder!);
            _roots.Add(folder!, root);
        }

        return root;
    }
}
