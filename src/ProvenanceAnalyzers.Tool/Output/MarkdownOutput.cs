using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>Writes what is due for the summary of a pull request: collapsed by project, with links to the lines.</summary>
internal static class MarkdownOutput
{
    /// <summary>Summaries of jobs and comments of pull requests may hold 64 KiB, of which others may want some.</summary>
    public const int MostBytes = 60 * 1024;

    private const int BytesOfTheEnd = 200;

    /// <summary>The list as text, of which as much is left out as would be too long.</summary>
    /// <param name="list">What is due.</param>
    /// <param name="link">Makes the address of a file and line.</param>
    public static string Write(DueList list, Func<string, int, string> link)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### Provenance: {list.Summary}\n");
        var bytes = Encoding.UTF8.GetByteCount(text.ToString());
        var written = 0;
        foreach (var project in list.Projects)
        {
            var head = $"\n<details><summary>{Html(project.Key)}: {project.Count():N0} due</summary>\n\n"
                + "| Where | What | Code | To read |\n|---|---|---|---|\n";
            const string Tail = "\n</details>\n";
            if (bytes + Size(head) + Size(Tail) > MostBytes - BytesOfTheEnd)
            {
                break;
            }

            text.Append(head);
            bytes += Size(head) + Size(Tail);
            foreach (var item in project)
            {
                var row = Row(item, link);
                if (bytes + Size(row) > MostBytes - BytesOfTheEnd)
                {
                    break;
                }

                text.Append(row);
                bytes += Size(row);
                written++;
            }

            text.Append(Tail);
        }

        if (written < list.Items.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{list.Items.Count - written:N0} more: `provenance due` lists all.\n");
        }

        return text.ToString();
    }

    private static string Row(DueItem item, Func<string, int, string> link)
    {
        var where = item.Path.Length > 0
            ? $"[{Cell($"{item.Path}:{item.Line}")}](<{link(item.Path, item.Line).Replace(">", "%3E", StringComparison.Ordinal)}>)"
            : string.Empty;
        var lines = item.LinesToRead == 0 ? string.Empty
            : item.IsDifference ? $"{item.LinesToRead:N0} changed"
            : DueList.Count(item.LinesToRead, "line");
        return $"| {where} | {DueKinds.Name(item.Kind)} ({item.Rule}) | {Cell(item.Name)} | {lines} |\n";
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A text as it is, whatever of it Markdown would understand.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var character in Html(PlainCharacters.Of(text)))
        {
            cell.Append(character is '|' or '\\' or '`' or '*' or '_' or '[' or ']' ? $"\\{character}" : character);
        }

        return cell.ToString();
    }
}
