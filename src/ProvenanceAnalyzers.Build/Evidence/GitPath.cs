using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Paths as git writes them: in quotes and with C's escapes where a character could be taken for something else.</summary>
internal static class GitPath
{
    /// <summary>The path that git has written.</summary>
    /// <param name="written">What it wrote, each byte as one character.</param>
    /// <example><c>src/Größe.cs</c> of <c>"src/Gr\303\266\303\237e.cs"</c></example>
    public static string Unquote(string written)
    {
        var isQuoted = written.Length > 1 && written[0] == '"' && written[written.Length - 1] == '"';
        var bytes = new List<byte>(written.Length);
        for (var at = isQuoted ? 1 : 0; at < written.Length - (isQuoted ? 1 : 0); at++)
        {
            bytes.Add(isQuoted && written[at] == '\\' ? Unescape(written, ref at) : (byte)written[at]);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static byte Unescape(string written, ref int at)
    {
        const int OctalDigits = 3;
        at++;
        if (at + OctalDigits <= written.Length && written.Skip(at).Take(OctalDigits).All(digit => digit is >= '0' and <= '7'))
        {
            var value = Convert.ToInt32(written.Substring(at, OctalDigits), fromBase: 8);
            at += OctalDigits - 1;
            return (byte)value;
        }

        return (byte)(written[at] switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            var other => other,
        });
    }
}
