using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;
using Spectre.Console;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>Writes what is due for people: by project and file, a line each, and at the end what to do.</summary>
internal static class TextOutput
{
    private const int KindWidth = 13;
    private const int LineWidth = 6;
    private const int RuleWidth = 8;
    private const int Gaps = 4;
    private const string BeforeLines = "  ";
    private const int ShortestName = 8;

    private static readonly Dictionary<DueKind, string> Colors = new()
    {
        [DueKind.Undeclared] = "yellow",
        [DueKind.Malformed] = "red",
        [DueKind.Unreviewed] = "aqua",
        [DueKind.Stale] = "aqua",
        [DueKind.Refused] = "red",
        [DueKind.Forbidden] = "red",
        [DueKind.Contradicted] = "red",
        [DueKind.Configuration] = "grey",
    };

    /// <summary>Writes a list.</summary>
    /// <param name="list">What is due.</param>
    /// <param name="console">Where to; its width is kept to.</param>
    public static void Write(DueList list, IAnsiConsole console)
    {
        var room = Math.Max(
            console.Profile.Width - LineWidth - KindWidth - RuleWidth - Gaps
                - list.Items.Select(item => ToRead(item).Length).DefaultIfEmpty().Max(),
            ShortestName);
        var nameWidth = list.Items.Select(item => Math.Min(PlainCharacters.Of(item.Name).Length, room)).DefaultIfEmpty().Max();
        foreach (var project in list.Projects)
        {
            console.MarkupLineInterpolated($"[bold]{project.Key}[/]");
            foreach (var file in project.GroupBy(item => item.Path))
            {
                var name = file.Key.Length > 0 ? PlainCharacters.Of(file.Key) : "(no file)";
                console.WriteLine($"  {Shorten(name, console.Profile.Width - 2)}");
                foreach (var item in file)
                {
                    WriteItem(item, nameWidth, console);
                }
            }

            console.WriteLine();
        }

        WriteEnd(list, console);
    }

    private static void WriteItem(DueItem item, int nameWidth, IAnsiConsole console)
    {
        var name = Shorten(PlainCharacters.Of(item.Name), nameWidth).PadRight(nameWidth);
        var line = item.Line > 0 ? $"{item.Line}" : string.Empty;
        console.MarkupLine(
            $"{line,LineWidth}  [{Colors[item.Kind]}]{DueKinds.Name(item.Kind),-KindWidth}[/] {Markup.Escape(name)} "
            + $"[grey]{$"{item.Rule,-RuleWidth}{ToRead(item)}".TrimEnd()}[/]");
    }

    private static string ToRead(DueItem item) => item.LinesToRead == 0 ? string.Empty
        : item.IsDifference ? $"{BeforeLines}{item.LinesToRead:N0} changed"
        : BeforeLines + DueList.Count(item.LinesToRead, "line");

    private static void WriteEnd(DueList list, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{Sentence(list.Summary)}[/]");
        foreach (var (kind, _) in list.Kinds)
        {
            console.WriteLine($"  {DueKinds.Name(kind),-KindWidth} {DueKinds.WhatToDo(kind)}");
        }

        if (list.NotJudged.Count > 0)
        {
            console.WriteLine(
                $"Not judged, since they do not use ProvenanceAnalyzers: {string.Join(", ", list.NotJudged)}");
        }
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    /// <summary>The end of a name is what tells it apart.</summary>
    private static string Shorten(string text, int width) => text.Length <= width ? text : $"…{text[^(width - 1)..]}";
}
