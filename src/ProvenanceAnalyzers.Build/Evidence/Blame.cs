using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Asks <c>git blame</c>. It runs in an empty folder of its own and sees no working tree: so it runs no filter, and finds the files that
/// its user's settings name, which in most repositories are not there.
/// </summary>
internal sealed class Blame : IDisposable
{
    private const string IgnoreFileName = "provenance-ignore-revs";
    private const int MostRanges = 300;

    private readonly Git _git;
    private readonly string _gitFolder;
    private readonly string _folder;

    /// <param name="git">git.</param>
    /// <param name="state">The repository.</param>
    /// <param name="isPassedOver">Whether a commit that is to be passed over may be.</param>
    public Blame(Git git, RepositoryState state, Func<string, bool> isPassedOver)
    {
        (_git, _gitFolder) = (git, state.GitFolder);
        _folder = Path.Combine(Path.GetTempPath(), $"ProvenanceAnalyzers-{Guid.NewGuid():N}");
        var revisions = state.IgnoredRevisions
            .SelectMany(text => text.Split('\n'))
            .Select(line => line.Split('#')[0].Trim().ToLowerInvariant())
            .Where(id => id.Length is 40 or 64 && id.All(Uri.IsHexDigit) && isPassedOver(id));
        try
        {
            Directory.CreateDirectory(_folder);
            state.ConfiguredIgnoreFiles.ForEach(WritePlaceholder);
            File.WriteAllText(
                Path.Combine(_folder, IgnoreFileName), string.Concat(revisions.Select(id => id + "\n")), new UTF8Encoding(false));
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Dispose();
            throw new GitException(
                $"'{_folder}', where git is to run, cannot be written, so that nobody knows who wrote the lines: {exception.Message}");
        }
    }

    /// <summary>Where lines of a file come from.</summary>
    /// <param name="revision">The id of the commit that has the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="lines">The numbers of the lines, rising; null: all of them.</param>
    /// <param name="followsMoves">Whether a line that was moved or copied comes from where it stood before.</param>
    public IReadOnlyList<BlamedLine> Of(string revision, string path, IReadOnlyList<int>? lines = null, bool followsMoves = true)
    {
        var ranges = RangesOf(lines ?? []);
        var isWhole = lines == null || ranges.Count > MostRanges;
        string[] arguments =
        [
            "blame", "--porcelain", "-w", .. followsMoves ? ["-M", "-C"] : Array.Empty<string>(), "--no-textconv", "--no-progress",
            "--ignore-revs-file=", "--ignore-revs-file=" + IgnoreFileName,
            .. isWhole ? [] : ranges, revision, "--", path,
        ];
        var blamed = _git.Read(_folder, _gitFolder, arguments, BlameOutput.Read);
        return isWhole && lines != null ? [.. lines.Where(line => line <= blamed.Count).Select(line => blamed[line - 1])] : blamed;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in the folder for what is temporary.
        }
    }

    private static List<string> RangesOf(IReadOnlyList<int> lines)
    {
        var ranges = new List<string>();
        for (var index = 0; index < lines.Count; index++)
        {
            var first = lines[index];
            while (index + 1 < lines.Count && lines[index + 1] == lines[index] + 1)
            {
                index++;
            }

            ranges.Add($"-L{first},{lines[index]}");
        }

        return ranges;
    }

    private void WritePlaceholder(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, name));
        if (path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Empty);
        }
    }
}
