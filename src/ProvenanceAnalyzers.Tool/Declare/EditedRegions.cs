using DiffPlex;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Where in a file the edits of a hook are.</summary>
internal static class EditedRegions
{
    /// <summary>
    /// The stretches that edits have changed, empty ones where something was removed; null: anywhere, since the text of some edit is not
    /// there as the hook says it, after a formatter or another edit.
    /// </summary>
    /// <param name="text">The text of the file as it is.</param>
    /// <param name="edits">The edits; none: nobody says what was edited.</param>
    public static IReadOnlyList<TextSpan>? Find(string text, IReadOnlyList<FileEdit> edits)
    {
        if (edits.Count == 0)
        {
            return null;
        }

        // Whatever line ends a tool says, those of the file may be others.
        var plain = new PlainLines(text);
        var regions = new List<TextSpan>();
        foreach (var edit in edits)
        {
            var after = PlainLines.Of(edit.After);
            var changed = ChangedIn(PlainLines.Of(edit.Before), after);
            var places = PlacesOf(plain.Text, after).ToList();
            if (places.Count > 0)
            {
                regions.AddRange(places.SelectMany(place => changed.Select(span => new TextSpan(place + span.Start, span.Length))));
                continue;
            }

            // Something else has changed around it, such as an annotation.
            foreach (var span in changed)
            {
                var part = after.Substring(span.Start, span.Length);
                var found = PlacesOf(plain.Text, part).Select(place => new TextSpan(place, part.Length)).ToList();
                if (found.Count == 0)
                {
                    return null;
                }

                regions.AddRange(found);
            }
        }

        return [.. regions.Select(plain.InFile)];
    }

    private static IEnumerable<int> PlacesOf(string text, string part)
    {
        var at = string.IsNullOrWhiteSpace(part) ? -1 : text.IndexOf(part, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return at;
            at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal);
        }
    }

    /// <summary>Which stretches of a text are not as they were: a tool repeats what stands around, so as to say where.</summary>
    private static List<TextSpan> ChangedIn(string before, string after)
    {
        if (before.Length == 0)
        {
            return [new TextSpan(0, after.Length)];
        }

        var starts = new List<int> { 0 };
        for (var at = after.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = after.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        starts.Add(after.Length);
        int StartOf(int line) => starts[Math.Min(line, starts.Count - 1)];
        return
        [
            .. Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new DiffPlex.Chunkers.LineChunker())
                .DiffBlocks
                .Select(block => TextSpan.FromBounds(StartOf(block.InsertStartB), StartOf(block.InsertStartB + block.InsertCountB)))
                .Select(span => WithoutBlanks(after, span)),
        ];
    }

    private static TextSpan WithoutBlanks(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>A text with plain line ends, and where each of its characters is in the file.</summary>
    private sealed class PlainLines
    {
        private readonly List<int> _removed = [];

        public PlainLines(string text)
        {
            var at = text.IndexOf("\r\n", StringComparison.Ordinal);
            while (at >= 0)
            {
                _removed.Add(at - _removed.Count);
                at = text.IndexOf("\r\n", at + 2, StringComparison.Ordinal);
            }

            Text = Of(text);
        }

        public string Text { get; }

        public static string Of(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

        public TextSpan InFile(TextSpan span) => TextSpan.FromBounds(InFile(span.Start), InFile(span.End));

        private int InFile(int position)
        {
            var index = _removed.BinarySearch(position);
            return position + (index >= 0 ? index : ~index);
        }
    }
}
