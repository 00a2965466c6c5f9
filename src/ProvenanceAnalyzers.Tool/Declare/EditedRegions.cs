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
    private readonly IReadOnlyList<TextSpan> _spans;
    private readonly IReadOnlyList<string> _removed;
    private readonly bool _areAnywhere;
    private readonly HashSet<(bool IsType, string Name)> _declaredBefore;
    private readonly HashSet<(bool IsType, string Name)> _declaredAfter;
    private readonly bool _hadCode;

    private EditedRegions(
        IReadOnlyList<TextSpan> spans, IReadOnlyList<string> removed, bool areAnywhere, IReadOnlyList<FileEdit> edits)
    {
        (_spans, _removed, _areAnywhere) = (spans, removed, areAnywhere);
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
        || _spans.Any(span => Touches(span, node.Span) && !inner.Any(other => other.Span.Contains(span)))
        || (_removed.Count > 0 && was != null && _removed.Any(PlainLines.Of(was.ToString()).Contains) && !_removed.All(
            PlainLines.Of(node.ToString()).Contains));

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
        var regions = new List<TextSpan>();
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
                regions.AddRange(places.SelectMany(place => changed.Select(span => new TextSpan(place + span.Start, span.Length))));
                continue;
            }

            // Something else has changed around it, such as an annotation.
            foreach (var span in changed)
            {
                var part = after.Substring(span.Start, span.Length);
                var found = PlacesOf(plain.Text, part).Select(place => new TextSpan(place, part.Length)).ToList();
                areAnywhere |= found.Count == 0;
                regions.AddRange(found);
            }
        }

        return new EditedRegions(
            [.. regions.Select(plain.InFile)], [.. removed.Where(piece => piece.Length > 0)], areAnywhere, edits);
    }

    private bool IsWritten(SyntaxNode node) => node.DescendantTokens()
        .Where(token => !token.IsMissing && !SyntaxFacts.IsPunctuation(token.Kind()))
        .All(token => _spans.Any(span => span.Contains(token.Span)));

    /// <summary>What is declared in pieces of a file, which may be types, or members of one.</summary>
    private static HashSet<(bool IsType, string Name)> DeclaredIn(IEnumerable<string> pieces) =>
    [
        .. pieces.Where(piece => piece.Length > 0)
            .SelectMany(piece => new[] { piece, $"class @_ {{\n{piece}\n}}" })
            .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot()
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Select(NameOf)),
    ];

    private static (bool IsType, string Name) NameOf(SyntaxNode node) =>
        (node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax, Declarations.Identifier(node).ValueText);

    private static bool Touches(TextSpan region, TextSpan node) =>
        region.IsEmpty ? region.Start > node.Start && region.Start < node.End : region.OverlapsWith(node);

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
    private static List<TextSpan> ChangedIn(string before, string after)
    {
        if (before.Length == 0)
        {
            return [new TextSpan(0, after.Length)];
        }

        var starts = new List<int> { 0 };
        for (var at = after.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = after.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        starts.Add(after.Length);
        int StartOf(int line) => starts[Math.Min(line, starts.Count - 1)];
        return
        [
            .. Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new DiffPlex.Chunkers.LineChunker())
                .DiffBlocks
                .Select(block => TextSpan.FromBounds(StartOf(block.InsertStartB), StartOf(block.InsertStartB + block.InsertCountB)))
                .Select(span => WithoutBlanks(after, span)),
        ];
    }

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
