using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Colors code as editors do, by what the compiler takes it for.</summary>
internal static class CodeColors
{
    private static readonly Dictionary<string, Style> ByClassification = new()
    {
        [ClassificationTypeNames.Keyword] = new Style(Color.Blue),
        [ClassificationTypeNames.ControlKeyword] = new Style(Color.Fuchsia),
        [ClassificationTypeNames.PreprocessorKeyword] = new Style(Color.Grey),
        [ClassificationTypeNames.ExcludedCode] = new Style(Color.Grey),
        [ClassificationTypeNames.Comment] = new Style(Color.Green),
        [ClassificationTypeNames.StringLiteral] = new Style(Color.Olive),
        [ClassificationTypeNames.VerbatimStringLiteral] = new Style(Color.Olive),
        [ClassificationTypeNames.NumericLiteral] = new Style(Color.Teal),
        [ClassificationTypeNames.ClassName] = new Style(Color.Aqua),
        [ClassificationTypeNames.RecordClassName] = new Style(Color.Aqua),
        [ClassificationTypeNames.StructName] = new Style(Color.Aqua),
        [ClassificationTypeNames.RecordStructName] = new Style(Color.Aqua),
        [ClassificationTypeNames.InterfaceName] = new Style(Color.Aqua),
        [ClassificationTypeNames.EnumName] = new Style(Color.Aqua),
        [ClassificationTypeNames.DelegateName] = new Style(Color.Aqua),
        [ClassificationTypeNames.TypeParameterName] = new Style(Color.Aqua),
        [ClassificationTypeNames.MethodName] = new Style(Color.Yellow),
        [ClassificationTypeNames.ExtensionMethodName] = new Style(Color.Yellow),
    };

    /// <summary>The lines of a part of a document, in colors.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<Segment>>> LinesAsync(
        Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var classified = await Classifier.GetClassifiedSpansAsync(document, span, cancellationToken).ConfigureAwait(false);
        var colored = classified.Where(one => ByClassification.ContainsKey(one.ClassificationType))
            .OrderBy(one => one.TextSpan.Start)
            .ToList();
        var lines = new List<IReadOnlyList<Segment>>();
        var next = 0;
        for (var line = text.Lines.GetLineFromPosition(span.Start).LineNumber;
            line < text.Lines.Count && text.Lines[line].Start < span.End;
            line++)
        {
            lines.Add(Line(text, Overlap(text.Lines[line].Span, span), colored, ref next));
        }

        return lines;
    }

    private static List<Segment> Line(SourceText text, TextSpan line, List<ClassifiedSpan> colored, ref int next)
    {
        var segments = new List<Segment>();
        var position = line.Start;
        while (next < colored.Count && colored[next].TextSpan.End <= line.Start)
        {
            next++;
        }

        for (var index = next; index < colored.Count && colored[index].TextSpan.Start < line.End; index++)
        {
            var span = Overlap(colored[index].TextSpan, line);
            if (span.Start >= position && !span.IsEmpty)
            {
                Add(TextSpan.FromBounds(position, span.Start), Style.Plain);
                Add(span, ByClassification[colored[index].ClassificationType]);
                position = span.End;
            }
        }

        Add(TextSpan.FromBounds(position, line.End), Style.Plain);
        return segments;

        void Add(TextSpan span, Style style)
        {
            if (!span.IsEmpty)
            {
                segments.Add(new Segment(PlainCharacters.Of(text.ToString(span)), style));
            }
        }
    }

    private static TextSpan Overlap(TextSpan one, TextSpan other) => one.Overlap(other) ?? new TextSpan(one.Start, 0);
}
