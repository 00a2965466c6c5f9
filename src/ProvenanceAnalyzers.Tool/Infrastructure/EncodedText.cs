using System.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// The text of a file and how its bytes say it. A file whose bytes its text would not give back is not read, so that what is written has
/// every byte that nobody meant to change.
/// </summary>
/// <param name="text">The text, without the mark that the file may begin with.</param>
/// <param name="encoding">How the bytes say it.</param>
/// <param name="preamble">The mark that the file begins with; mostly none.</param>
internal sealed class EncodedText(string text, Encoding encoding, byte[] preamble)
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),

        // Before UTF-16, whose mark the one of UTF-32 begins with.
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Unmarked = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without the mark that the file may begin with.</summary>
    public string Text { get; } = text;

    /// <summary>
    /// Reads the bytes of a file; null where they are no text of the encoding that they say, or of UTF-8 where they say none.
    /// </summary>
    public static EncodedText? Read(byte[] bytes)
    {
        var encoding = Array.Find(Marked, candidate => bytes.AsSpan().StartsWith(candidate.Preamble)) ?? Unmarked;
        var preamble = encoding.GetPreamble();
        try
        {
            var text = encoding.GetString(bytes, preamble.Length, bytes.Length - preamble.Length);
            var read = new EncodedText(text, encoding, preamble);
            return !text.Contains('\0', StringComparison.Ordinal) && read.Write(text).AsSpan().SequenceEqual(bytes) ? read : null;
        }
        catch (Exception exception) when (exception is DecoderFallbackException or EncoderFallbackException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The bytes of the file with another text.</summary>
    public byte[] Write(string changed) => [.. preamble, .. encoding.GetBytes(changed)];
}
