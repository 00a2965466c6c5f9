using System.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>What a repository is at this moment: everything that decides who wrote the lines, without any history being read.</summary>
internal sealed class RepositoryState
{
    private const string Format = "1";
    private const string NotesRef = "refs/notes/ai";
    private const string IgnoreFileName = ".git-blame-ignore-revs";
    private const string TraceName = ".agent-trace/traces.jsonl";

    private RepositoryState(string root, string gitFolder)
    {
        (Root, GitFolder) = (root, gitFolder);
        TracePath = Path.Combine(root, TraceName);
    }

    /// <summary>The folder that has <c>.git</c>, with <c>/</c> at its end.</summary>
    public string Root { get; }

    /// <summary>The repository's own folder.</summary>
    public string GitFolder { get; }

    /// <summary>The newest commit; null where there is none.</summary>
    public CommitObject? Head { get; private set; }

    /// <summary>The files of the newest commit, by their paths.</summary>
    public Dictionary<string, TreeFile> Files { get; } = new(Paths.Comparer);

    /// <summary>The id of the list of notes; null where there are none.</summary>
    public string? Notes { get; private set; }

    /// <summary>The text of <c>.mailmap</c>.</summary>
    public string Mailmap { get; private set; } = string.Empty;

    /// <summary>The texts of the files that say which commits are passed over.</summary>
    public List<string> IgnoredRevisions { get; } = [];

    /// <summary>The relative names of such files that git looks for by itself, whether they are there or not.</summary>
    public List<string> ConfiguredIgnoreFiles { get; } = [];

    /// <summary>The commits that a shallow clone ends with.</summary>
    public HashSet<string> Shallow { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the Agent Trace lies, if there is one.</summary>
    public string TracePath { get; }

    /// <summary>What is missing that can be known without reading any history.</summary>
    public List<string> Gaps { get; } = [];

    /// <summary>What everything but the newest commit and its files comes down to.</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>Looks at a repository.</summary>
    /// <param name="git">git.</param>
    /// <param name="root">The folder that has <c>.git</c>.</param>
    public static RepositoryState Read(Git git, string root)
    {
        var gitFolder = git.ReadText(root, null, ["rev-parse", "--absolute-git-dir"]).TrimEnd('\r', '\n');
        var state = new RepositoryState(Paths.NormalizeDirectory(root), gitFolder);
        state.ReadObjects(git);
        state.ReadConfiguration(git);
        var trace = File.Exists(state.TracePath) ? Hex.Sha256(ReadText(state.TracePath)) : string.Empty;
        string[] parts =
        [
            Format, typeof(RepositoryState).Module.ModuleVersionId.ToString(), state.Notes ?? string.Empty, state.Mailmap, trace,
            .. state.Shallow.OrderBy(id => id, StringComparer.Ordinal), .. state.IgnoredRevisions,
        ];
        state.Key = Hex.Sha256(TextList.Join(parts));
        return state;
    }

    private void ReadShallow(ObjectReader reader)
    {
        var common = Path.Combine(GitFolder, "commondir");
        var folder = File.Exists(common) ? Path.Combine(GitFolder, ReadText(common).Trim()) : GitFolder;
        var shallow = Path.Combine(folder, "shallow");
        if (!File.Exists(shallow))
        {
            return;
        }

        // A commit without any before it is the first of all, even where git counts it as the end of the clone.
        foreach (var id in ReadText(shallow).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (reader.Read(id) is not { Content: { } content } || CommitObject.Read(id, content).Parents.Count > 0)
            {
                Shallow.Add(id);
            }
        }

        if (Shallow.Count > 0)
        {
            Gaps.Add("the clone is shallow, so that nobody knows who wrote the lines that are older than it: git fetch --unshallow");
        }
    }

    private void ReadObjects(Git git)
    {
        using var reader = git.ReadObjects(GitFolder);
        if (reader.Read("HEAD^{commit}") is not { Content: { } commit } head)
        {
            return;
        }

        Head = CommitObject.Read(head.Id, commit);
        ReadShallow(reader);
        Notes = reader.Read(NotesRef + "^{tree}")?.Id;
        Mailmap = reader.Read($"{Head.Id}:.mailmap") is { Content: { } mailmap } ? DecodedText.Of(mailmap) : string.Empty;
        foreach (var file in git.Read(GitFolder, GitFolder, ["ls-tree", "-r", "-z", Head.Id], TreeListing.Read))
        {
            Files[file.Path] = file;
        }
    }

    private void ReadConfiguration(Git git)
    {
        const string Pattern = @"^(blame\.ignorerevsfile|remote\..*\.fetch|notes\.displayref)$";
        AddIgnoreFile(IgnoreFileName);
        var asksForNotes = false;
        foreach (var setting in git.ReadText(GitFolder, GitFolder, ["config", "-z", "--get-regexp", Pattern]).Split('\0'))
        {
            var end = setting.IndexOf('\n');
            var value = end < 0 ? string.Empty : setting.Substring(end + 1);
            if (setting.StartsWith("blame.", StringComparison.OrdinalIgnoreCase))
            {
                AddConfigured(value);
            }
            else
            {
                asksForNotes |= value.Contains(NotesRef) || value.Contains("refs/notes/*");
            }
        }

        // Whether the remote has notes only it knows, and nobody asks it. What can be seen is that somebody wanted to have them.
        if (asksForNotes && Notes == null && Head != null)
        {
            Gaps.Add(
                "the notes of git-ai are configured and not here, if there are any: git fetch origin \"+refs/notes/ai:refs/notes/ai\"");
        }
    }

    private void AddConfigured(string value)
    {
        if (value.StartsWith("~/", StringComparison.Ordinal))
        {
            value = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), value.Substring(2));
        }

        if (value.Length == 0 || value == IgnoreFileName)
        {
            ConfiguredIgnoreFiles.AddRange(value.Length == 0 ? [] : [value]);
            return;
        }

        if (!Path.IsPathRooted(value))
        {
            ConfiguredIgnoreFiles.Add(value);
        }

        AddIgnoreFile(value);
    }

    private void AddIgnoreFile(string name)
    {
        var path = Path.Combine(Root, name);
        if (File.Exists(path))
        {
            IgnoredRevisions.Add(ReadText(path));
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
