using System.Text;
using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>The git of whoever builds.</summary>
internal sealed class Git
{
    private static readonly Version Needed = new(2, 30);

    private readonly string _program;
    private readonly TimeSpan _limit;
    private readonly DateTime _end;
    private readonly CancellationToken _canceled;

    /// <param name="program">Its full path.</param>
    /// <param name="limit">How long one process may take.</param>
    /// <param name="wholeLimit">How long all of them together may take, from now on.</param>
    /// <param name="canceled">Ends them all, when somebody does not want to wait.</param>
    public Git(string program, TimeSpan limit, TimeSpan wholeLimit, CancellationToken canceled = default)
    {
        (_program, _limit, _end, _canceled) = (program, limit, DateTime.UtcNow + wholeLimit, canceled);
    }

    /// <summary>Finds git.</summary>
    /// <param name="named">Its path, where somebody has said it; else empty.</param>
    /// <param name="searchPath">The folders to look in, as the variable PATH has them.</param>
    /// <returns>The full path; null where there is none.</returns>
    public static string? Find(string named, string? searchPath)
    {
        if (named.Trim() is { Length: > 0 } program)
        {
            return Path.IsPathRooted(program) && File.Exists(program) ? program : null;
        }

        // A relative folder would let whoever wrote the repository say what git is.
        var name = Path.DirectorySeparatorChar == '\\' ? "git.exe" : "git";
        return (searchPath ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => folder.Trim().Trim('"'))
            .Where(folder => folder.Length > 0 && folder.IndexOfAny(Path.GetInvalidPathChars()) < 0 && Path.IsPathRooted(folder))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Throws where git is too old.</summary>
    public void CheckVersion()
    {
        var said = ReadText(Path.GetTempPath(), null, ["--version"]).Trim();
        var match = Regex.Match(said, @"\d+\.\d+", RegexOptions.CultureInvariant);
        if (!match.Success || !Version.TryParse(match.Value, out var version) || version < Needed)
        {
            throw new GitException(
                $"git is too old to be asked who wrote the lines: '{GitProblems.Shown(said)}' was found, and "
                + $"{Needed.ToString(2)} or newer is needed; install a newer one, or name it by ProvenanceGit");
        }
    }

    /// <summary>Runs git and reads what it writes.</summary>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="gitFolder">The repository's own folder; null: git looks for it.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="input">What git reads.</param>
    public T Read<T>(string folder, string? gitFolder, IEnumerable<string> arguments, Func<Stream, T> read, string? input = null)
    {
        using var process = Start(folder, gitFolder, arguments);
        var writer = Feed(process, input);
        T result;
        try
        {
            result = read(process.Output);
            process.Output.CopyTo(Stream.Null);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            process.Finish();
            throw new GitException($"git could not read the history: {GitProblems.Shown(exception.Message)}");
        }

        writer.Wait();
        process.Finish();
        return result;
    }

    /// <summary>Runs git and reads what it writes as a text; empty where it says that it has found nothing.</summary>
    public string ReadText(string folder, string? gitFolder, IEnumerable<string> arguments)
    {
        using var process = Start(folder, gitFolder, arguments);
        process.Input.Dispose();
        using var bytes = new MemoryStream();
        try
        {
            process.Output.CopyTo(bytes);
        }
        catch (IOException)
        {
            throw process.Failure();
        }

        return process.Finish(mayFail: true) ? Encoding.UTF8.GetString(bytes.ToArray()) : string.Empty;
    }

    /// <summary>Starts a git that is asked for one object after another, for as long as all of them may take.</summary>
    public ObjectReader ReadObjects(string gitFolder) => new(Start(gitFolder, gitFolder, ["cat-file", "--batch"], _end - DateTime.UtcNow));

    private GitProcess Start(string folder, string? gitFolder, IEnumerable<string> arguments)
    {
        var left = _end - DateTime.UtcNow;
        return Start(folder, gitFolder, arguments, left < _limit ? left : _limit);
    }

    private GitProcess Start(string folder, string? gitFolder, IEnumerable<string> arguments, TimeSpan limit)
    {
        // Without a working tree no filter and no attribute of it can play a part.
        var place = gitFolder == null ? [] : new[] { "--git-dir=" + gitFolder, "--bare" };
        return GitProcess.Start(_program, folder, limit, place.Concat(arguments), _canceled);
    }

    private static System.Threading.Tasks.Task Feed(GitProcess process, string? input) => System.Threading.Tasks.Task.Run(() =>
    {
        try
        {
            if (input != null)
            {
                var bytes = Encoding.UTF8.GetBytes(input);
                process.Input.Write(bytes, 0, bytes.Length);
            }

            process.Input.Dispose();
        }
        catch (IOException)
        {
            // It has ended before it has read all; how, its exit code says.
        }
    });
}
