namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Which lines of a view were on the screen as a whole, however wide it was then.</summary>
/// <param name="count">How many lines there are.</param>
internal sealed class ReadLines(int count)
{
    private readonly bool[] _read = new bool[count];
    private readonly HashSet<int> _shown = [];
    private int _left = count;
    private int _width;

    /// <summary>Whether each line was.</summary>
    public bool IsAll => _left == 0;

    /// <summary>Notes what is on the screen.</summary>
    /// <param name="lines">All lines as they are broken now.</param>
    /// <param name="width">The width that they are broken to: pieces of another width are others.</param>
    /// <param name="top">The first that is on the screen.</param>
    /// <param name="height">How many are.</param>
    public void Show(IReadOnlyList<FittedLine> lines, int width, int top, int height)
    {
        if (width != _width)
        {
            _shown.Clear();
            _width = width;
        }

        var end = Math.Min(top + height, lines.Count);
        for (var index = top; index < end; index++)
        {
            _shown.Add(index);
        }

        // A line may begin above the screen and end on it.
        for (var index = top; index < end; index++)
        {
            if (!_read[lines[index].Line] && IsShown(lines, index))
            {
                _read[lines[index].Line] = true;
                _left--;
            }
        }
    }

    private bool IsShown(IReadOnlyList<FittedLine> lines, int index)
    {
        var line = lines[index].Line;
        var first = index;
        while (first > 0 && lines[first - 1].Line == line)
        {
            first--;
        }

        for (var piece = first; piece < lines.Count && lines[piece].Line == line; piece++)
        {
            if (!_shown.Contains(piece))
            {
                return false;
            }
        }

        return true;
    }
}
