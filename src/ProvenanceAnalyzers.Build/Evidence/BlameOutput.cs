using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Reads what <c>git blame --porcelain</c> writes: for each line of the file the commit, the number it had there and has now; where a
/// commit is named for the first time, what is known of it; then a tab and the line itself, in whatever encoding it is.
/// </summary>
internal static class BlameOutput
{
    private const string FileName = "filename ";
    private const string Boundary = "boundary";
    private const string Previous = "previous ";

    /// <summary>The lines of the file, from the first to the last.</summary>
    /// <param name="output">What git wrote.</param>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static IReadOnlyList<BlamedLine> Read(Stream output)
    {
        var lines = new List<BlamedLine>();
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        var previous = new Dictionary<string, string>(StringComparer.Ordinal);
        var boundaries = new HashSet<string>(StringComparer.Ordinal);
        var reader = new LineReader(output);
        while (reader.Read() is { } header)
        {
            var fields = header.Split(' ');
            if (fields.Length < 3
                || !IsId(fields[0])
                || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw new FormatException($"'{header}' is no header of git blame --porcelain.");
            }

            var commit = fields[0];
            var before = string.Empty;
            while (true)
            {
                var line = reader.Read() ?? throw new FormatException("The output of git blame ends within a line of the file.");
                if (line.StartsWith("\t", StringComparison.Ordinal))
                {
                    break;
                }

                if (line.StartsWith(FileName, StringComparison.Ordinal))
                {
                    paths[commit] = GitPath.Unquote(line.Substring(FileName.Length));
                    previous[commit] = before;
                }
                else if (line.StartsWith(Previous, StringComparison.Ordinal))
                {
                    before = line.Substring(Previous.Length);
                }
                else if (line == Boundary)
                {
                    boundaries.Add(commit);
                }
            }

            if (!paths.TryGetValue(commit, out var path))
            {
                throw new FormatException($"git blame names no file of '{commit}'.");
            }

            var blank = previous[commit].IndexOf(' ');
            lines.Add(new BlamedLine(commit.Trim('0').Length == 0 ? null : commit, path, number)
            {
                IsAtBoundary = boundaries.Contains(commit),
                PreviousCommit = blank < 0 ? null : previous[commit].Substring(0, blank),
                PreviousPath = blank < 0 ? null : GitPath.Unquote(previous[commit].Substring(blank + 1)),
            });
        }

        return lines;
    }

    /// <summary>An id is of SHA-1 or SHA-256.</summary>
    private static bool IsId(string text) =>
        text.Length is 40 or 64 && text.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <summary>Reads lines that end with a line feed alone, each byte as one character: a line of a file may be in any encoding.</summary>
    private sealed class LineReader(Stream stream)
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private readonly StringBuilder _line = new();
        private int _at;
        private int _end;

        public string? Read()
        {
            _line.Clear();
            while (true)
            {
                if (_at == _end)
                {
                    (_at, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
                    if (_end == 0)
                    {
                        return _line.Length > 0 ? _line.ToString() : null;
                    }
                }

                var character = (char)_buffer[_at++];
                if (character == '\n')
                {
                    return _line.ToString();
                }

                _line.Append(character);
            }
        }
    }
}
