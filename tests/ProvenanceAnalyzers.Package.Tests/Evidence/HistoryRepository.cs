using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>
/// A git repository and the lines of the files on its main branch. Commits are gathered and given to git together; git's own commands make
/// what only they make.
/// </summary>
internal sealed class HistoryRepository(string root)
{
    public const string Main = "main";

    private const string Zone = "+0000";

    // A machine's own settings have no say in what the history is.
    private static readonly string[] Settings =
    [
        "core.autocrlf=false", "core.safecrlf=false", "commit.gpgsign=false", "merge.conflictStyle=merge", "gc.auto=0", "diff.renames=true",
    ];

    private readonly StringBuilder _pending = new();
    private readonly List<HistoryCommit> _unwritten = [];
    private readonly Dictionary<string, HistoryCommit> _tips = [];
    private DateTimeOffset _now = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);
    private int _commits;
    private bool _hasNotes;

    /// <summary>The files of the main branch by their paths in the repository.</summary>
    public SortedDictionary<string, List<LabelledLine>> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Files whose lines end with CRLF.</summary>
    public HashSet<string> WithCrLf { get; } = [];

    public string Root { get; } = root;

    /// <summary>The day of the latest commit.</summary>
    public string Day => _now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public HistoryCommit Tip => _tips[Main];

    public async Task CreateAsync() => await GitAsync("init", "--quiet", $"--initial-branch={Main}");

    /// <summary>Commits files of the main branch as they are now.</summary>
    public HistoryCommit Commit(HistoryPerson author, string message, params IEnumerable<string> paths) =>
        CommitTo(Main, author, author, message, paths.ToDictionary(path => path, path => TextOf(path, Files[path])));

    /// <summary>Commits texts to a branch, which begins where the main branch is now.</summary>
    public HistoryCommit CommitTo(
        string branch, HistoryPerson author, HistoryPerson committer, string message, IReadOnlyDictionary<string, string> texts)
    {
        _now = _now.AddHours(11);
        var parent = _tips.GetValueOrDefault(branch) ?? _tips.GetValueOrDefault(Main);
        var commit = new HistoryCommit($":{++_commits}", parent);
        _pending.Append(CultureInfo.InvariantCulture, $"commit refs/heads/{branch}\nmark {commit.Mark}\n");
        _pending.Append(CultureInfo.InvariantCulture, $"author {author} {_now.ToUnixTimeSeconds()} {Zone}\n");
        _pending.Append(CultureInfo.InvariantCulture, $"committer {committer} {_now.ToUnixTimeSeconds()} {Zone}\n");
        AppendData(message);
        if (parent != null)
        {
            _pending.Append(CultureInfo.InvariantCulture, $"from {(parent.IsWritten ? parent.Id : parent.Mark)}\n");
        }

        foreach (var (path, text) in texts)
        {
            _pending.Append(CultureInfo.InvariantCulture, $"M 100644 inline {path}\n");
            AppendData(text);
        }

        _unwritten.Add(commit);
        return _tips[branch] = commit;
    }

    /// <summary>Writes a note of git-ai on each of some commits, which git has already.</summary>
    public void Note(IEnumerable<(HistoryCommit Commit, string Text)> notes)
    {
        _now = _now.AddHours(1);
        _pending.Append("commit refs/notes/ai\n");
        _pending.Append(CultureInfo.InvariantCulture, $"committer {HistoryPeople.Bob} {_now.ToUnixTimeSeconds()} {Zone}\n");
        AppendData("Notes");
        _pending.Append(_hasNotes ? "from refs/notes/ai^0\n" : string.Empty);
        _hasNotes = true;
        foreach (var (commit, text) in notes)
        {
            _pending.Append(CultureInfo.InvariantCulture, $"N inline {commit.Id}\n");
            AppendData(text);
        }
    }

    /// <summary>Gives git all commits that it does not have yet.</summary>
    public async Task FlushAsync()
    {
        var marks = Path.Combine(Root, ".git", "labelled-marks");
        await FeedGitAsync(_pending.ToString(), "fast-import", "--quiet", "--force", $"--export-marks={marks}");
        var ids = File.ReadLines(marks).Select(line => line.Split(' ')).ToDictionary(fields => fields[0], fields => fields[1]);
        foreach (var commit in _unwritten)
        {
            commit.Id = ids[commit.Mark];
        }

        _pending.Clear();
        _unwritten.Clear();
        File.Delete(marks);
    }

    /// <summary>Takes what git's own commands made of the main branch for its end.</summary>
    public async Task AdoptAsync(string branch = Main)
    {
        var commit = new HistoryCommit($":{++_commits}", Tip) { Id = (await GitAsync("rev-parse", branch)).Trim() };
        _tips[branch] = commit;
    }

    /// <summary>Writes files of the main branch as they are now into the working tree, and commits them with git's own command.</summary>
    public async Task CommitInWorkTreeAsync(HistoryPerson author, string message, params IEnumerable<string> paths)
    {
        var list = paths.ToList();
        foreach (var path in list)
        {
            var file = Path.Combine(Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, TextOf(path, Files[path]));
        }

        await GitAsync(["add", "--", .. list]);
        await GitAsAsync(author, "commit", "--quiet", "--message", message);
        await AdoptAsync();
    }

    /// <summary>Runs git in the repository, in the name of somebody; it must succeed.</summary>
    public async Task<string> GitAsAsync(HistoryPerson who, params IEnumerable<string> arguments)
    {
        _now = _now.AddHours(11);
        return (await RunAsync(who, input: null, arguments)).MustSucceed().Text;
    }

    /// <summary>Runs git in the repository; it must succeed.</summary>
    public async Task<string> GitAsync(params IEnumerable<string> arguments) =>
        (await RunAsync(HistoryPeople.Bob, input: null, arguments)).MustSucceed().Text;

    /// <summary>Runs git in the repository in the name of somebody, where it must fail, as at a conflict.</summary>
    public async Task GitMustFailAsync(HistoryPerson who, params IEnumerable<string> arguments) =>
        (await RunAsync(who, input: null, arguments)).MustFail();

    public string TextOf(string path, IEnumerable<LabelledLine> lines)
    {
        var end = WithCrLf.Contains(path) ? "\r\n" : "\n";
        return string.Concat(lines.Select(line => line.Text + end));
    }

    private async Task FeedGitAsync(string input, params IEnumerable<string> arguments) =>
        (await RunAsync(HistoryPeople.Bob, input, arguments)).MustSucceed();

    private Task<CommandOutput> RunAsync(HistoryPerson who, string? input, IEnumerable<string> arguments)
    {
        var date = $"{_now.ToUnixTimeSeconds()} {Zone}";
        var environment = new Dictionary<string, string>
        {
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = Path.Combine(Root, ".git", "no-such-file"),
            ["GIT_AUTHOR_NAME"] = who.Name,
            ["GIT_AUTHOR_EMAIL"] = who.Address,
            ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = who.Name,
            ["GIT_COMMITTER_EMAIL"] = who.Address,
            ["GIT_COMMITTER_DATE"] = date,
            ["GIT_EDITOR"] = "true",
        };
        return ChildProcess.GitAsync(Root, environment, input, [.. Settings.SelectMany(setting => new[] { "-c", setting }), .. arguments]);
    }

    private void AppendData(string text) =>
        _pending.Append(CultureInfo.InvariantCulture, $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n");
}
