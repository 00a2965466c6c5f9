using System.Text;

namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>Writes several texts as one, whatever characters they have in them: with tabs in between.</summary>
/// <example><c>a\tb</c> and <c>c</c> are <c>a\\tb</c>, a tab, and <c>c</c>.</example>
internal static class TextList
{
    /// <summary>One text of several.</summary>
    public static string Join(IEnumerable<string> values) => string.Join("\t", values.Select(Escape));

    /// <summary>The texts of which <see cref="Join"/> has made one; none of an empty one.</summary>
    public static IReadOnlyList<string> Split(string? joined) =>
        string.IsNullOrEmpty(joined) ? [] : [.. joined!.Split('\t').Select(Unescape)];

    /// <summary>A text without tabs and line ends, from which <see cref="Unescape"/> makes it again.</summary>
    public static string Escape(string value) => value.IndexOfAny(['\\', '\t', '\n', '\r']) < 0
        ? value
        : value.Replace(@"\", @"\\").Replace("\t", @"\t").Replace("\n", @"\n").Replace("\r", @"\r");

    /// <summary>What a text was before it was escaped.</summary>
    public static string Unescape(string value)
    {
        if (value.IndexOf('\\') < 0)
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            text.Append(value[index] != '\\' || index + 1 == value.Length ? value[index] : value[++index] switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                var other => other,
            });
        }

        return text.ToString();
    }
}
