using System.Diagnostics;
using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>A small repository that git itself makes, with a project in its root, and what the task lists of it.</summary>
internal sealed class TestRepository : IDisposable
{
    public const string Ada = "Ada Lovelace <ada@example.com>";
    public const string Bob = "Bob Builder <bob@example.com>";
    public const string Copilot = "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>";
    public const string Dependabot = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>";
    public const string WithClaude = "\n\nCo-authored-by: Claude <noreply@anthropic.com>";

    private readonly TemporaryFolder _folder = new();
    private readonly string _name;
    private DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public TestRepository(string name = "r", params string[] init)
    {
        _name = name;
        Directory.CreateDirectory(Root);
        Git(["init", "-q", "-b", "main", .. init, "."]);
    }

    public string Root => _folder.PathOf(_name);

    public string Folder => _folder.Path;

    public RecordingEngine Engine { get; } = new();

    public string Head => Git("rev-parse", "HEAD").Trim();

    public string PathOf(string name) => Path.Combine(Root, name);

    public TestRepository Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public TestRepository Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
        return this;
    }

    /// <summary>Commits all that has changed, a day after the last one.</summary>
    /// <returns>The id of the commit.</returns>
    public string Commit(string author, string message = "Work", string? committer = null)
    {
        _now += TimeSpan.FromDays(1);
        Git("add", "-A");
        Run(
            Root,
            ["commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-"],
            message,
            ("GIT_AUTHOR_NAME", NameOf(author)),
            ("GIT_AUTHOR_EMAIL", AddressOf(author)),
            ("GIT_COMMITTER_NAME", NameOf(committer ?? author)),
            ("GIT_COMMITTER_EMAIL", AddressOf(committer ?? author)));
        return Head;
    }

    public string Git(params string[] arguments) => Run(Root, arguments);

    public string Run(string folder, string[] arguments, string input = "", params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        string[] settings =
        [
            "-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false",
            "-c", "protocol.file.allow=always",
        ];
        foreach (var argument in settings.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        var date = _now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        foreach (var (name, value) in variables.Append(("GIT_AUTHOR_DATE", date)).Append(("GIT_COMMITTER_DATE", date)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }

    public ListProvenanceEvidence Task(params string[] sources) => new()
    {
        BuildEngine = Engine,
        ProjectDirectory = Root,
        Sources = [.. sources.Select(path => new InMemoryItem(path))],
        OutputFolders = ["obj/"],
        List = _folder.PathOf("obj/" + EvidenceFile.FileName),
        Cache = _folder.PathOf("cache"),
    };

    /// <summary>Runs a task, which must succeed without a word, and reads its list.</summary>
    public ListedEvidence List(ListProvenanceEvidence task)
    {
        Assert.True(task.Execute());
        Assert.Empty(Engine.Lines);
        var listed = EvidenceFile.Read(File.ReadAllText(task.List), out var problem);
        Assert.Null(problem);
        return listed;
    }

    public ListedEvidence List(params string[] sources) => List(Task(sources));

    /// <summary>A letter for each line of a file: what its evidence is, <c>.</c> where there is none.</summary>
    /// <example><c>.CC.T</c>: two lines of an AI's commit, and one of a commit with a trailer</example>
    public string Shown(string source, string? text = null) => Shown(List(source), source, text ?? File.ReadAllText(PathOf(source)));

    public static string Shown(ListedEvidence listed, string source, string text)
    {
        var letters = new string('.', text.TrimEnd('\n').Split('\n').Length).ToCharArray();
        foreach (var run in listed.Files.Where(file => file.Path == source).SelectMany(file => file.Runs))
        {
            for (var line = run.First; line <= run.Last; line++)
            {
                letters[line - 1] = run.Source.Strength.ToString()[0];
            }
        }

        return new string(letters);
    }

    public void Dispose()
    {
        // git protects what it has stored.
        foreach (var file in new DirectoryInfo(_folder.Path).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Dispose();
    }

    private static string NameOf(string person) => person[..person.IndexOf('<', StringComparison.Ordinal)].Trim();

    private static string AddressOf(string person) => person[(person.IndexOf('<', StringComparison.Ordinal) + 1)..^1];
}
