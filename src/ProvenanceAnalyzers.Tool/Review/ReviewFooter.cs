using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>The lines at the bottom of a review: how far it is read, and which keys do something now.</summary>
/// <param name="Count">How many lines of the screen there are to read.</param>
/// <param name="Top">The first of them that is on the screen.</param>
/// <param name="Room">How many of them fit on the screen.</param>
internal sealed record ReviewFooter(int Count, int Top, int Room)
{
    private const string Between = "  ";

    private bool IsAtEnd => Top + Room >= Count;

    /// <summary>The lines, none of which breaks within what it says of a key.</summary>
    /// <param name="width">How many columns there are.</param>
    /// <param name="isTheirs">Whether who reads it may sign.</param>
    /// <param name="isRead">Whether all of it was on the screen.</param>
    public IReadOnlyList<string> Lines(int width, bool isTheirs, bool isRead)
    {
        var place = Count <= Room ? "[all of it]"
            : IsAtEnd ? "[the end]"
            : $"[{100 * (Top + Room) / Count} %, more below]";
        string[] said =
        [
            place,
            .. IsAtEnd ? Array.Empty<string>() : ["Space: on"],
            .. isTheirs && isRead ? ["s: sign"] : Array.Empty<string>(),
            "n: skip", "e: editor", "b: back", "q: quit",
            .. !isTheirs ? ["not yours to sign"] : isRead ? Array.Empty<string>() : ["s signs at the end"],
        ];
        return Packed(said, width);
    }

    /// <summary>How many lines it takes at most, whatever is read: where the code ends must not depend on what of it was seen.</summary>
    public static int MostLines(int width, bool isTheirs)
    {
        ReviewFooter[] places = [new(100, 0, 99), new(100, 99, 1), new(1, 0, 1)];
        return places.Max(place => Math.Max(
            place.Lines(width, isTheirs, isRead: true).Count, place.Lines(width, isTheirs, isRead: false).Count));
    }

    private static List<string> Packed(IEnumerable<string> said, int width)
    {
        var lines = new List<string>();
        foreach (var one in said)
        {
            if (lines.Count > 0 && TextWidth.Of(lines[^1]) + Between.Length + TextWidth.Of(one) <= width)
            {
                lines[^1] += Between + one;
            }
            else
            {
                lines.Add(one);
            }
        }

        return lines;
    }
}
