using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>A file as the compiler will read it.</summary>
/// <param name="path">Its full path.</param>
internal sealed class EvidenceText(string path)
{
    private const int DayLength = 10;

    private string? _text;
    private string? _hash;

    /// <summary>Its text; null where it cannot be read.</summary>
    public string? Text => _text;

    /// <summary>The hash of its text.</summary>
    public string Hash => _hash ??= EvidenceFile.HashOf(_text ?? string.Empty);

    /// <summary>Its lines.</summary>
    public string[] Lines => DecodedText.LinesOf(_text ?? string.Empty);

    /// <summary>Reads the file.</summary>
    public void Read()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            _text = DecodedText.Of(content.ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Of what the compiler cannot read either nothing is known.
        }
    }

    /// <summary>Whether it names a day in quotation marks that is later than another.</summary>
    /// <param name="day">The other day, <c>yyyy-MM-dd</c>.</param>
    public bool NamesDayAfter(string day)
    {
        var text = _text ?? string.Empty;
        for (var quote = text.IndexOf('"'); quote >= 0 && quote + DayLength + 1 < text.Length; quote = text.IndexOf('"', quote + 1))
        {
            if (text[quote + DayLength + 1] == '"' && text[quote + 1] is >= '0' and <= '9'
                && text.Substring(quote + 1, DayLength) is var named
                && Shared.Text.Day.Parse(named) != null
                && string.CompareOrdinal(named, day) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
