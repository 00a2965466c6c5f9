namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// The lines that some commits added. Only of a line that is one of them, or much like one, can it be that they wrote it: so git need not
/// be asked about the others.
/// </summary>
internal sealed class AddedLines
{
    /// <summary>Less than what makes two lines similar: several people may have edited one line after another.</summary>
    private const double Alike = 0.55;

    private const int LongestLine = 400;

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wholeNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private bool _isIncomplete;

    /// <summary>Whether there is no such commit.</summary>
    public bool IsEmpty => _byName.Count == 0 && !_isIncomplete;

    /// <summary>Reads what git writes, see <see cref="DiffHunks"/>.</summary>
    public void Read(Stream output)
    {
        foreach (var hunk in DiffHunks.Read(output).Where(hunk => hunk.Added.Count > 0))
        {
            var lines = Of(hunk.NewPath);
            foreach (var text in hunk.Added.Where(line => line.Length < LongestLine).Select(LineDiff.WithoutBlanks))
            {
                _all.Add(text);
                lines.Add(text);
            }
        }
    }

    /// <summary>Adds a file of which every line may be one of them.</summary>
    public void AddWhole(string path)
    {
        Of(path);
        _wholeNames.Add(NameOf(path));
    }

    /// <summary>Not all of them could be read: then any line may be one.</summary>
    public void MarkIncomplete() => _isIncomplete = true;

    /// <summary>Whether one of the commits has anything to do with a file of that name, in whichever folder.</summary>
    public bool HasName(string path) => _isIncomplete || _byName.ContainsKey(NameOf(path));

    /// <summary>Whether a line may be one that the commits added, and that others have edited since.</summary>
    /// <param name="line">The line.</param>
    /// <param name="path">The file that it is in.</param>
    public bool MayHave(string line, string path)
    {
        var text = LineDiff.WithoutBlanks(line);
        return _isIncomplete
            || text.Length > LongestLine
            || _all.Contains(text)
            || _wholeNames.Contains(NameOf(path))
            || (_byName.TryGetValue(NameOf(path), out var lines) && lines.Any(known => ReplacedLines.Similarity(text, known, Alike) > 0));
    }

    private HashSet<string> Of(string path)
    {
        var name = NameOf(path);
        if (!_byName.TryGetValue(name, out var lines))
        {
            _byName.Add(name, lines = new HashSet<string>(StringComparer.Ordinal));
        }

        return lines;
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
