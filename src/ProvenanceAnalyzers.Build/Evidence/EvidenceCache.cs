using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// What an earlier build found of a project's files, outside of the repository. A cache that cannot be read is empty, and one that cannot
/// be written stays as it was: then git is asked again.
/// </summary>
internal sealed class EvidenceCache
{
    private const string Header = "# Provenance.Evidence cache 2";
    private const string Ending = ".tsv";
    private const int LinesBeforeEvidence = 3;
    private const int MostFiles = 1000;

    private static readonly TimeSpan LongestUnused = TimeSpan.FromDays(60);

    private readonly Dictionary<string, FileEvidence> _files = new(StringComparer.Ordinal);

    private EvidenceCache(string key, string head) => (Key, Head) = (key, head);

    /// <summary>The key of the repository's state then; empty: there is none.</summary>
    public string Key { get; }

    /// <summary>The newest commit then.</summary>
    public string Head { get; }

    /// <summary>What could not be read then.</summary>
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>The folder that caches are in by default; null: the user has none.</summary>
    public static string? DefaultFolder()
    {
        var own = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var isUnix = Path.DirectorySeparatorChar == '/';
        var home = Environment.GetFolderPath(
            isUnix ? Environment.SpecialFolder.UserProfile : Environment.SpecialFolder.LocalApplicationData);
        var root = isUnix && !string.IsNullOrEmpty(own) ? own! : isUnix && home.Length > 0 ? Path.Combine(home, ".cache") : home;
        return Path.IsPathRooted(root) ? Path.Combine(root, "ProvenanceAnalyzers", "evidence") : null;
    }

    /// <summary>The file that caches what is known of a project's files in a repository.</summary>
    public static string PathOf(string folder, string root, string projectDirectory) =>
        Path.Combine(folder, Hex.Sha256(root + "\n" + projectDirectory).Substring(0, 32) + Ending);

    /// <summary>Reads a cache.</summary>
    /// <param name="path">The file; null: there is none.</param>
    public static EvidenceCache Read(string? path)
    {
        var lines = ReadText(path).Split(['\n'], LinesBeforeEvidence + 1);
        if (lines.Length <= LinesBeforeEvidence || lines[0] != Header)
        {
            return new EvidenceCache(string.Empty, string.Empty);
        }

        var evidence = EvidenceFile.Read(lines[LinesBeforeEvidence], out var problem);
        var cache = new EvidenceCache(problem == null ? lines[1] : string.Empty, lines[2])
        {
            Gaps = evidence.Gaps,
        };
        foreach (var file in evidence.Files)
        {
            cache._files[file.Path] = file;
        }

        return cache;
    }

    /// <summary>The addresses of the people who are taken for having asked an AI, and not for having helped it.</summary>
    public ISet<string> AddressesOfRequesters => new HashSet<string>(
        _files.Values
            .SelectMany(file => file.Runs)
            .Select(run => run.Source)
            .Distinct()
            .SelectMany(source => source.Requesters)
            .SelectMany(person => new Person(person).Addresses),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What was found of a file of the repository, whose content was the same; null: nothing is known.</summary>
    public FileEvidence? Find(TreeFile file) => _files.TryGetValue(NameOf(file), out var known) ? known : null;

    /// <summary>What is kept of a file.</summary>
    public static string NameOf(TreeFile file) => $"{file.Id}:{file.Path}";

    /// <summary>Writes a cache, and removes those that nobody has used for long.</summary>
    public static void Write(string path, string key, string head, IEnumerable<FileEvidence> files, IEnumerable<string> gaps)
    {
        var evidence = new ListedEvidence();
        evidence.Gaps.AddRange(gaps);
        evidence.Files.AddRange(files);
        try
        {
            AtomicFile.Write(path, $"{Header}\n{key}\n{head}\n{EvidenceFile.Write(evidence)}");
            Clean(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is RecordException or IOException or UnauthorizedAccessException)
        {
            // Without it the next build asks git again.
        }
    }

    private static void Clean(string folder)
    {
        var files = new DirectoryInfo(folder).GetFiles("*" + Ending).OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        var oldest = DateTime.UtcNow - LongestUnused;
        for (var index = 0; index < files.Count; index++)
        {
            if (index >= MostFiles || files[index].LastWriteTimeUtc < oldest)
            {
                files[index].Delete();
            }
        }
    }

    private static string ReadText(string? path)
    {
        try
        {
            return path != null && File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
