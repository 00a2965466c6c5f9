using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Decodes source files as the C# compiler does: by their byte order mark, else as UTF-8, else in the system's encoding.</summary>
internal static class DecodedText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    public static string Of(byte[] content)
    {
        try
        {
            return Read(content, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return Read(content, Encoding.GetEncoding(0));
        }
    }

    /// <summary>The lines of a text, as git counts them: at line feeds.</summary>
    public static string[] LinesOf(string text)
    {
        var lines = text.Split('\n');
        if (lines[lines.Length - 1].Length == 0)
        {
            Array.Resize(ref lines, lines.Length - 1);
        }

        return lines;
    }

    private static string Read(byte[] content, Encoding encoding)
    {
        using var reader = new StreamReader(new MemoryStream(content), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
