using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>The text of an MSBuild file. Lines are put into it, and every other character stays as it is.</summary>
internal static partial class MsBuildText
{
    private const string DefaultIndent = "  ";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    /// <summary>The elements of a file; null where its text is no XML.</summary>
    public static IReadOnlyList<XElement>? ElementsOf(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return [.. XDocument.Load(reader).Descendants()];
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A text with lines at the end of its project, between marks.</summary>
    /// <param name="text">The text; empty: there is none yet.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="lines">The lines; each two spaces before one are one step to the right.</param>
    /// <exception cref="ToolException">The text is no MSBuild project.</exception>
    public static string Add(string text, string name, IEnumerable<string> lines)
    {
        var lineEnd = MarkedSection.LineEndOf(text);
        if (text.Trim().Length == 0)
        {
            text = "<Project>\n</Project>\n";
        }

        var indent = FirstIndent().Match(text) is { Success: true } match ? match.Groups[1].Value : DefaultIndent;
        var body = lines.Select(line =>
        {
            var content = line.TrimStart(' ');
            var steps = 1 + ((line.Length - content.Length) / DefaultIndent.Length);
            return string.Concat(Enumerable.Repeat(indent, steps)) + content + lineEnd;
        });
        var added = EndOfSection(text) is { } end
            ? text.Insert(end, string.Concat(body))
            : InsertAtEnd(
                text,
                name,
                $"{indent}{MarkedSection.Markup.Begin}{lineEnd}{string.Concat(body)}{indent}{MarkedSection.Markup.End}{lineEnd}",
                lineEnd);
        return ElementsOf(added) != null ? added : throw NoProject(name);
    }

    /// <summary>Where the last line of a section begins that is there already; what is added later belongs into it too.</summary>
    private static int? EndOfSection(string text)
    {
        var mark = text.LastIndexOf(MarkedSection.Markup.End, StringComparison.Ordinal);
        if (mark < 0 || !text.Contains(MarkedSection.Markup.Begin, StringComparison.Ordinal))
        {
            return null;
        }

        var line = text.LastIndexOf('\n', mark) + 1;
        return text.AsSpan(line, mark - line).IsWhiteSpace() ? line : null;
    }

    private static string InsertAtEnd(string text, string name, string section, string lineEnd)
    {
        var (end, isEmpty) = EndOfProject(text, name);
        if (isEmpty)
        {
            // <Project Sdk="..." />
            return text[..end].TrimEnd() + ">" + lineEnd + section + "</Project>" + text[(end + 2)..];
        }

        var line = text.LastIndexOf('\n', end - 1) + 1;
        if (!text.AsSpan(line, end - line).IsWhiteSpace())
        {
            return text[..end] + lineEnd + section + text[end..];
        }

        // Where the project keeps a blank line before its end, it still has one.
        var hasGap = text[..line].EndsWith(lineEnd + lineEnd, StringComparison.Ordinal);
        return text[..line] + section + (hasGap ? lineEnd : string.Empty) + text[line..];
    }

    private static (int Index, bool IsEmpty) EndOfProject(string text, string name)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var place = (IXmlLineInfo)reader;
            while (reader.Read())
            {
                if (reader.Depth == 0 && reader.NodeType == XmlNodeType.Element && reader.LocalName != "Project")
                {
                    throw NoProject(name);
                }

                if (reader.Depth == 0 && reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true })
                {
                    return (text.IndexOf("/>", IndexOf(text, place), StringComparison.Ordinal), true);
                }

                if (reader.Depth == 0 && reader.NodeType == XmlNodeType.EndElement)
                {
                    return (IndexOf(text, place) - "</".Length, false);
                }
            }
        }
        catch (XmlException)
        {
            throw NoProject(name);
        }

        throw NoProject(name);
    }

    private static int IndexOf(string text, IXmlLineInfo place)
    {
        var index = 0;
        for (var line = 1; line < place.LineNumber; line++)
        {
            // As XML counts lines: a carriage return alone ends one too.
            index = text.AsSpan(index).IndexOfAny('\r', '\n') + index;
            index += text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1;
        }

        return index + place.LinePosition - 1;
    }

    private static ToolException NoProject(string name) =>
        new($"'{name}' is no MSBuild project that can be read, so it is left as it is.");

    [GeneratedRegex("^([ \\t]+)<", RegexOptions.Multiline)]
    private static partial Regex FirstIndent();
}
