using DiffPlex;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>Where in a file the edits of a hook are, and what was declared there before.</summary>
internal sealed class EditedRegions : IEditedCode
{
    /// <summary>The class that is put around members, so that they are parsed as such.</summary>
    private const string Around = "Around__";

    private static readonly IReadOnlySet<SyntaxNode> Nothing = new HashSet<SyntaxNode>();

    private readonly IReadOnlyList<Region> _regions;
    private readonly IReadOnlyList<string> _removed;
    private readonly bool _areAnywhere;
    private readonly HashSet<(bool IsType, string Name)> _declaredBefore;
    private readonly HashSet<(bool IsType, string Name)> _declaredAfter;
    private readonly bool _hadCode;

    private EditedRegions(
        IReadOnlyList<Region> regions, IReadOnlyList<string> removed, bool areAnywhere, IReadOnlyList<FileEdit> edits)
    {
        (_regions, _removed, _areAnywhere) = (regions, removed, areAnywhere);
        _hadCode = edits.Any(edit => !string.IsNullOrWhiteSpace(edit.Before));
        _declaredBefore = DeclaredIn(edits.Select(edit => edit.Before));
        _declaredAfter = areAnywhere ? DeclaredIn(edits.Select(edit => edit.After)) : [];
    }

    /// <summary>
    /// Whether edits have written all of some code, and it was not there before: all but the punctuation, which a comparison of lines may
    /// take for that of a neighbour. Of an edit whose text is not there any more, its names tell.
    /// </summary>
    public bool HaveCreated(SyntaxNode node) =>
        (node is MemberDeclarationSyntax and not GlobalStatementSyntax ? !_declaredBefore.Contains(NameOf(node)) : !_hadCode)
        && (IsWritten(node) || _declaredAfter.Contains(NameOf(node)));

    /// <inheritdoc/>
    public bool Touch(SyntaxNode node, IReadOnlySet<SyntaxNode> inner, SyntaxNode? was) =>
        _areAnywhere
        || _regions.Any(region => region.Touches(node) && !inner.Any(other => other.Span.Contains(region.Span)))
        || (_removed.Count > 0 && was != null && HasLost(PlainLines.Of(was.ToString()), PlainLines.Of(node.ToString())));

    /// <inheritdoc/>
    public bool TouchStatements(IReadOnlyList<SyntaxNode> statements) =>
        statements.Any(statement => Touch(statement, Nothing, null))
        || _regions.Any(region =>
            region.IsRemoval && region.Span.Start > statements[0].SpanStart && region.Span.Start < statements[^1].Span.End);

    /// <summary>
    /// The stretches that edits have changed, empty ones where something was removed. They may be anywhere where the text of some edit is
    /// not there as the hook says it, after a formatter or another edit; of one that only removes nothing is there, and what had it in HEAD
    /// and has it no more is what it was removed from.
    /// </summary>
    /// <param name="text">The text of the file as it is.</param>
    /// <param name="edits">The edits; none: nobody says what was edited, and there is null.</param>
    public static EditedRegions? Find(string text, IReadOnlyList<FileEdit> edits)
    {
        if (edits.Count == 0)
        {
            return null;
        }

        // Whatever line ends a tool says, those of the file may be others.
        var plain = new PlainLines(text);
        var regions = new List<Region>();
        var removed = new List<string>();
        var areAnywhere = false;
        foreach (var edit in edits)
        {
            if (string.IsNullOrWhiteSpace(edit.After))
            {
                removed.Add(PlainLines.Of(edit.Before).Trim());
                continue;
            }

            var after = PlainLines.Of(edit.After);
            var changed = ChangedIn(PlainLines.Of(edit.Before), after);
            var places = PlacesOf(plain.Text, after).ToList();
            if (places.Count > 0)
            {
                regions.AddRange(places.SelectMany(place => changed.Select(change =>
                    change with { Span = new TextSpan(place + change.Span.Start, change.Span.Length) })));
                continue;
            }

            // Something else has changed around it, such as an annotation.
            foreach (var change in changed)
            {
                var part = Part(after, change.Span);
                var found = PlacesOf(plain.Text, part).Select(place => change with { Span = new TextSpan(place, part.Length) }).ToList();
                areAnywhere |= found.Count == 0;
                regions.AddRange(found);
            }
        }

        return new EditedRegions(
            [.. regions.Select(region => region with { Span = plain.InFile(region.Span) })],
            [.. removed.Where(piece => piece.Length > 0)],
            areAnywhere,
            edits);
    }

    private bool HasLost(string before, string now) => _removed.Any(piece =>
        before.Contains(piece, StringComparison.Ordinal) && !now.Contains(piece, StringComparison.Ordinal));

    private bool IsWritten(SyntaxNode node) => node.DescendantTokens()
        .Where(token => !token.IsMissing && !SyntaxFacts.IsPunctuation(token.Kind()))
        .All(token => _regions.Any(region => region.Span.Contains(token.Span)));

    /// <summary>What is declared in pieces of a file, which may be types, or members of one.</summary>
    private static HashSet<(bool IsType, string Name)> DeclaredIn(IEnumerable<string> pieces) =>
    [
        .. pieces.Where(piece => piece.Length > 0)
            .SelectMany(piece => new[] { piece, $"class {Around} {{\n{piece}\n}}" })
            .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot()
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Where(node => node is not (IncompleteMemberSyntax or GlobalStatementSyntax))
                .Select(NameOf)
                .Where(declared => declared.Name != Around)),
    ];

    private static (bool IsType, string Name) NameOf(SyntaxNode node) =>
        (node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax, Declarations.Identifier(node).ValueText);

    private static IEnumerable<int> PlacesOf(string text, string part)
    {
        var at = string.IsNullOrWhiteSpace(part) ? -1 : text.IndexOf(part, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return at;
            at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal);
        }
    }

    /// <summary>Which stretches of a text are not as they were: a tool repeats what stands around, so as to say where.</summary>
    private static List<Region> ChangedIn(string before, string after)
    {
        if (before.Length == 0)
        {
            return [new Region(new TextSpan(0, after.Length), string.Empty, after)];
        }

        var (startsBefore, startsAfter) = (LineStarts(before), LineStarts(after));
        return
        [
            .. Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new DiffPlex.Chunkers.LineChunker())
                .DiffBlocks
                .Select(block => (
                    Before: Lines(startsBefore, block.DeleteStartA, block.DeleteCountA),
                    After: Lines(startsAfter, block.InsertStartB, block.InsertCountB)))
                .Select(lines => new Region(WithoutBlanks(after, lines.After), Part(before, lines.Before), Part(after, lines.After))),
        ];
    }

    private static string Part(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        starts.Add(text.Length);
        return starts;
    }

    private static TextSpan Lines(List<int> starts, int first, int count) =>
        TextSpan.FromBounds(starts[Math.Min(first, starts.Count - 1)], starts[Math.Min(first + count, starts.Count - 1)]);

    private static TextSpan WithoutBlanks(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>A stretch that is not as it was.</summary>
    /// <param name="Span">Where it is; empty where something was removed.</param>
    /// <param name="Before">What was there.</param>
    /// <param name="After">What is there, with the blanks around it.</param>
    private sealed record Region(TextSpan Span, string Before, string After)
    {
        private readonly Lazy<bool> _isSameCode = new(() => Tokens(Before).SequenceEqual(Tokens(After)));

        /// <summary>Whether code was there, and nothing is.</summary>
        public bool IsRemoval => Span.IsEmpty && !_isSameCode.Value;

        /// <summary>Whether code is changed here that belongs to something: a comment is no code, unless it is one in a text.</summary>
        public bool Touches(SyntaxNode node) => Span.IsEmpty
            ? IsRemoval && ((Span.Start > node.SpanStart && Span.Start < node.Span.End) || IsOfHead(node))
            : Span.OverlapsWith(node.Span)
                && (!_isSameCode.Value
                    || node.DescendantTokens().Any(token =>
                        token.Span.OverlapsWith(Span) && token.Text.Contains('\n', StringComparison.Ordinal)));

        private static IEnumerable<string> Tokens(string text) => SyntaxFactory.ParseTokens(text).Select(token => token.Text);

        /// <summary>Whether what was removed stood directly before something, as attributes do, and was no neighbour.</summary>
        private bool IsOfHead(SyntaxNode node) =>
            Span.Start <= node.SpanStart
            && Span.Start >= node.FullSpan.Start
            && string.IsNullOrWhiteSpace(node.SyntaxTree.GetText().ToString(TextSpan.FromBounds(Span.Start, node.SpanStart)))
            && DeclaredIn([Before]).Count == 0;
    }

    /// <summary>A text with plain line ends, and where each of its characters is in the file.</summary>
    private sealed class PlainLines
    {
        private readonly List<int> _removed = [];

        public PlainLines(string text)
        {
            var at = text.IndexOf("\r\n", StringComparison.Ordinal);
            while (at >= 0)
            {
                _removed.Add(at - _removed.Count);
                at = text.IndexOf("\r\n", at + 2, StringComparison.Ordinal);
            }

            Text = Of(text);
        }

        public string Text { get; }

        public static string Of(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

        public TextSpan InFile(TextSpan span) => TextSpan.FromBounds(InFile(span.Start), InFile(span.End));

        private int InFile(int position)
        {
            var index = _removed.BinarySearch(position);
            return position + (index >= 0 ? index : ~index);
        }
    }
}
