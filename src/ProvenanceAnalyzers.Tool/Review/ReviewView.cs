using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Symbols;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.History;
using ProvenanceAnalyzers.Tool.Infrastructure;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>What is shown of something that waits for a review: a line each, before lines are broken to fit.</summary>
/// <param name="Head">What it is, who made it and why it is due.</param>
/// <param name="Lines">The code, or what changed in it, each with what stands before it on its line.</param>
internal sealed record ReviewView(IReadOnlyList<string> Head, IReadOnlyList<ViewLine> Lines)
{
    private const int Context = 3;
    private const int MostFixtureBytes = 1 << 20;
    private const int BinaryHead = 8000;

    /// <summary>Shows something.</summary>
    /// <param name="review">What is to be read.</param>
    /// <param name="history">Its history; null where there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ReviewView> OfAsync(DueReview review, CodeHistory? history, CancellationToken cancellationToken)
    {
        var shownFrom = history?.Folder ?? Path.GetDirectoryName(review.Document.Project.FilePath)!;
        var due = await WhyDueAsync(review, cancellationToken).ConfigureAwait(false);
        if (review.Code.Node is not { } code)
        {
            var fixtures = review.Code.Fixtures;
            return new ReviewView(
                HeadOf(
                    review, null, string.Join(", ", fixtures.Select(file => Path.GetRelativePath(shownFrom, file))), due, "the whole file"),
                [.. ShownFixtures.Read(review).SelectMany(FixtureLines)]);
        }

        var document = review.Document.Project.Solution.GetDocument(code.SyntaxTree)!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var made = MakersSentence.Of(code, model, cancellationToken);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var span = code is CompilationUnitSyntax ? code.FullSpan : FileVersion.WithIndentation(code, text);
        var first = text.Lines.GetLineFromPosition(span.Start).LineNumber;
        var colored = await CodeColors.LinesAsync(document, span, cancellationToken).ConfigureAwait(false);
        var where = $"{Path.GetRelativePath(shownFrom, document.FilePath!)}:{first + 1}";
        if (await ChangedCode.FindAsync(review.Diagnostic, review.Code, history, cancellationToken).ConfigureAwait(false)
            is { } changed)
        {
            var lines = DueList.Count(changed.LineCount, "line");
            return new ReviewView(
                HeadOf(review, made, where, due, $"{lines} changed since commit {changed.Commit[..10]}, as it was reviewed"),
                [.. Shortened(changed.Lines, colored, text, first)]);
        }

        return new ReviewView(
            HeadOf(review, made, where, due, DueList.Count(colored.Count, "line")),
            [.. colored.Select((line, index) => new ViewLine(first + index + 1, " ", line))]);
    }

    private static List<string> HeadOf(DueReview review, string? made, string where, string due, string toRead) =>
    [
        $"{review.Item.Name}  {where}",
        .. made != null ? [$"Made: {made}"] : Array.Empty<string>(),
        $"Due:  {due}",
        $"Read: {toRead}",
    ];

    /// <summary>What the rule is about, and what the marker says that it is about; nothing that would only tell how to write one.</summary>
    private static async Task<string> WhyDueAsync(DueReview review, CancellationToken cancellationToken)
    {
        var rule = $"{review.Diagnostic.Descriptor.Title} ({review.Diagnostic.Id})";
        return ChangedCode.MarkerAt(review.Diagnostic) is { } marker
            && review.Document.Project.Solution.GetDocument(marker.SyntaxTree) is { } document
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && MarkerSentence.Of(marker, model, cancellationToken) is { } said
                ? $"{rule}: {said}"
                : rule;
    }

    private static IEnumerable<ViewLine> FixtureLines(byte[] bytes)
    {
        if (Array.IndexOf(bytes, (byte)0, 0, Math.Min(bytes.Length, BinaryHead)) >= 0 || bytes.Length > MostFixtureBytes)
        {
            return [Note($"{bytes.Length:N0} bytes that cannot be shown here: open the file (e) before you sign.")];
        }

        return SourceLines.Of(System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'))
            .Select((line, index) => new ViewLine(index + 1, " ", [new Segment(PlainCharacters.Of(line))]));
    }

    private static IEnumerable<ViewLine> Shortened(
        IReadOnlyList<DifferenceLine> difference, IReadOnlyList<IReadOnlyList<Segment>> colored, SourceText text, int first)
    {
        var shown = new bool[difference.Count];
        for (var index = 0; index < difference.Count; index++)
        {
            if (difference[index].Kind is ChangeType.Inserted or ChangeType.Deleted)
            {
                Array.Fill(
                    shown, true, Math.Max(index - Context, 0), Math.Min(index + Context + 1, shown.Length) - Math.Max(index - Context, 0));
            }
        }

        for (var index = 0; index < difference.Count;)
        {
            if (!shown[index])
            {
                var end = index;
                while (end < difference.Count && !shown[end])
                {
                    end++;
                }

                yield return Note($"... {DueList.Count(end - index, "line")} as they were");
                index = end;
                continue;
            }

            var line = difference[index++];
            yield return line.Line is { } now
                ? new ViewLine(
                    first + now + 1,
                    line.Kind == ChangeType.Inserted ? "+" : " ",
                    IsThat(now, line.Text) ? colored[now] : [new Segment(PlainCharacters.Of(line.Text))])
                : new ViewLine(null, "-", [new Segment(PlainCharacters.Of(line.Text), new Style(Color.Red))]);
        }

        // The first line may begin behind other code.
        bool IsThat(int index, string line) => index < colored.Count
            && text.Lines[first + index].ToString().EndsWith(line, StringComparison.Ordinal);
    }

    private static ViewLine Note(string text) => new(null, " ", [new Segment(text, new Style(Color.Grey))]);
}

/// <summary>A line of a view.</summary>
/// <param name="Number">Its number in the file, from 1; null where it is none of the file's.</param>
/// <param name="Mark">What happened to it: <c>+</c>, <c>-</c> or a blank.</param>
/// <param name="Content">The line.</param>
internal sealed record ViewLine(int? Number, string Mark, IReadOnlyList<Segment> Content);
