using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>A commit as git keeps it: nothing has renamed anybody in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parents">The ids of the commits before it.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Committer">Who committed it.</param>
/// <param name="Message">Its message.</param>
internal sealed record CommitObject(string Id, IReadOnlyList<string> Parents, Signature Author, Signature Committer, string Message)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Signature Nobody = new(string.Empty, string.Empty, string.Empty, null);

    /// <summary>The commit that it was made upon; null of one that is the first.</summary>
    public string? FirstParent => Parents.Count > 0 ? Parents[0] : null;

    /// <summary>Reads a commit.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="content">What git keeps.</param>
    public static CommitObject Read(string id, byte[] content)
    {
        var text = Decode(content);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var parents = new List<string>();
        Signature? author = null;
        Signature? committer = null;
        foreach (var line in (end < 0 ? text : text.Substring(0, end)).Split('\n'))
        {
            var blank = line.IndexOf(' ');
            var value = line.Substring(blank + 1);
            switch (blank < 0 ? string.Empty : line.Substring(0, blank))
            {
                case "parent":
                    parents.Add(value);
                    break;
                case "author":
                    author ??= Signature.Read(value);
                    break;
                case "committer":
                    committer ??= Signature.Read(value);
                    break;
            }
        }

        return new CommitObject(id, parents, author ?? Nobody, committer ?? Nobody, end < 0 ? string.Empty : text.Substring(end + 2));
    }

    /// <summary>The text, which is UTF-8 unless the commit says something else, and sometimes even then.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            var latin1 = Encoding.GetEncoding("ISO-8859-1");
            const string Header = "\nencoding ";
            var text = latin1.GetString(content);
            var start = text.IndexOf(Header, StringComparison.Ordinal);
            var message = text.IndexOf("\n\n", StringComparison.Ordinal);
            if (start < 0 || (message >= 0 && start > message))
            {
                return text;
            }

            start += Header.Length;
            var end = text.IndexOf('\n', start);
            return EncodingOf(text.Substring(start, (end < 0 ? text.Length : end) - start).Trim()).GetString(content);
        }
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding("ISO-8859-1");
        }
    }
}
