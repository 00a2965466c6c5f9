using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Tests.Robustness;
using static ProvenanceAnalyzers.Tests.Shared.Digests.DigestSource;

namespace ProvenanceAnalyzers.Tests.Shared.Digests;

/// <summary>What the digest does not see, what it does, and that it is what the document says, for code that nobody chose.</summary>
public sealed class DigestPropertyTests
{
    private static readonly string[] Space = [" ", "  ", "\t", "\u00A0", "\v", "\n", "\r\n    ", "\n\n\t"];

    /// <summary>What stands in a comment does not matter, however much it looks like code.</summary>
    private static readonly string[] Remarks =
        ["", "it's \"so", "http://a.b/", "$\"{", "@\"", "\"\"\"", "{ [HumanReviewed(\"x\")]", "#if X", "*", "'", "\\", "// /*", "日本"];

    private static readonly string[] Annotations =
    [
        "AIProvenance(AIOrigin.Human)",
        "AIProvenanceAttribute((AIOrigin)3, Tool = \"a, b\", Reference = @\"]\")",
        "HumanReviewed(\"jane@example.com\", \"2026-11-21\", Digest = \"h1:0123456789abcdef0123456789abcdef\")",
        "ProvenanceAnalyzers.HumanReviewedAttribute(\"x\" + nameof(X) /* ] */)",
        "global::ProvenanceAnalyzers . AIProvenance",
    ];

    private static readonly string[] Statements =
    [
        "a = b;",
        "c >>= 1 << d;",
        "List<List<int>> e = [.. f[1..^2], -1];",
        "g(h ?? \"i // j\", 'k', '\\'', \"\\\"\");",
        "l = @\"m \"\" n\n    o // p\";",
        "q = $\"r{s}{t:N2}{{u}}{(v ? $\"{w}\" : x)}\";",
        "y = @$\"z{a:\"\"b\"\"}\n  {c}\";",
        "d = \"\"\"\n        e\n          f \"quoted\" // g\n        \"\"\";",
        "h = $$\"\"\"\n        {i}{{j}}\n\n          {{k + 1}}:l\n        \"\"\";",
        "m = \"\"\"n \" o\"\"\";",
        "if (p is { Q: > 1, R: [_, ..] }) { } // s",
        "/* t */ u?.V(w: x => x!);",
        "[Obsolete] void Y() => Z(\"a\"u8);",
    ];

    private static readonly string[] Conditions = ["A", "!A", "A && B", "true || (B == false)"];

    /// <summary>Prose and halves of strings and comments: in inactive code they may stand.</summary>
    private static readonly string[] Scraps =
    [
        "/*", "*/", "\"", "@\"", "$\"{", "$@\"{", "}\"", "}", "\"\"\"", "'", "'\\", "\"\\", "// \"", "don't", "#region \"", "http://x",
        "'\"", "{", ")]", "[HumanReviewed(",
    ];

    private static readonly string[] Fragments =
    [
        .. Scraps,
        "\"\"", "\"\"\"\"", "$", "@", "$$\"\"\"", "{{", "}}", "(", ")", "[", "]", "\\", "\n", "\r\n", "\r", " ", "\t", "    ", "\u2028",
        "\u001A", "#", "#if X", "\n#if A\n", "\n #else\n", "\n#endif\n", "\n#:x //y\n", "//", "/", "*", ":", "::", ".", ",", ";", "~", "=",
        ">", "<", "<<=", "??", "+", "a", "1", "is", "é", "\uD83D", "\0", "\uFEFF", "AIProvenance", "[HumanReviewed]",
        "[A, AIProvenance(1)]",
        "{ [HumanReviewed", "assembly", "\"\"\"\n    x\n    \"\"\"", "$\"\"\"\n  {", "}\n  \"\"\"",
    ];

    private static readonly Gen<string> Statement = OneOf(Statements).Array[0, 4]
        .Select(statements => string.Join("\n        ", statements));

    private static readonly Gen<DigestSource> Generated = Gen.Select(
        Statement, OneOf(Conditions), Statement, Statement, Statement,
        (first, condition, then, otherwise, last) => DigestSource.Read("generated", $$"""
            public class C
            {
                [Obsolete, CLSCompliant(false)] public int P { get; private set; }

                public void M()
                {
                    {{first}}
            #if {{condition}} // a comment
                    {{then}}
            #else
                    {{otherwise}}
            #endif
                    {{last}}
                }
            }
            """).First());

    private static readonly Gen<DigestSource> Source = Gen.Frequency(
        (3, Gen.Int[0, Real.Length - 1].Select(index => Real[index])),
        (1, Generated));

    private static readonly Gen<Random> Choices = Gen.Int.Select(seed => new Random(seed));

    [Fact]
    public void Formatting_does_not_change_the_digest() =>
        CheckSame((source, random) => string.Concat(source.Pieces.Select((piece, index) => random.Next(3) == 0
            ? Reformat(source.Pieces, index, random)
            : piece.Text)));

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_change_the_digest() => CheckSame((source, random) =>
        Pick(["", "\uFEFF"], random) + Regex.Replace(source.Text, "\r?\n", Pick(["\n", "\r", "\r\n"], random)));

    [Fact]
    public void Comments_do_not_change_the_digest() => CheckSame((source, random) =>
        string.Concat(source.Pieces.Select((piece, index) => EditComment(source.Pieces, index, random))));

    [Fact]
    public void Regions_do_not_change_the_digest() => CheckSame((source, random) =>
        string.Concat(source.Pieces.Select(piece => EditRegion(piece, random))));

    [Fact]
    public void Annotations_do_not_change_the_digest() => CheckSame((source, random) => string.Concat(source.Pieces.Select(piece =>
        (piece.BeginsDeclaration ? AnnotationLists(random) : string.Empty)
        + piece.Text
        + (piece.BeginsAttributes && random.Next(2) == 0 ? $" {Pick(Annotations, random)},\n" : string.Empty)
        + (piece.EndsAttributes && random.Next(2) == 0 ? $"\n, {Pick(Annotations, random)}" : string.Empty))));

    [Fact]
    public void An_edit_of_a_token_changes_the_digest() => CheckDifferent(
        piece => piece.IsToken && !piece.IsAnnotation && !IsIndentation(piece),
        (piece, random) => random.Next(3) switch
        {
            0 => string.Empty,
            1 => piece.Text + (piece.IsGluedToNext ? string.Empty : " ") + piece.Text,
            _ => piece.Text == "edited" ? "other" : "edited",
        });

    [Fact]
    public void An_edit_of_a_strings_text_changes_the_digest() => CheckDifferent(
        piece => !piece.IsAnnotation && piece.TokenKind
            is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken,
        (piece, random) =>
        {
            var opening = piece.TokenKind == SyntaxKind.InterpolatedStringTextToken ? 0 : Regex.Match(piece.Text, "^[@'\"]*").Length;
            return InsertLetter(piece.Text, Math.Min(opening, piece.Text.Length - 1), random);
        });

    [Fact]
    public void An_edit_of_a_condition_changes_the_digest() => CheckDifferent(
        piece => piece.Kind == PieceKind.Directive && Regex.IsMatch(piece.Text, "^#\\s*(el)?if"),
        (piece, random) => Regex.Replace(piece.Text, "^#\\s*(el)?if", match => match.Value + Pick([" !", " X ||", " X &&"], random)));

    [Fact]
    public void An_edit_of_inactive_code_changes_the_digest() => CheckDifferent(
        piece => piece.Kind == PieceKind.InactiveCode && !Regex.IsMatch(piece.Text, "/|HumanReviewed|AIProvenance"),
        (piece, random) => InsertLetter(piece.Text, 0, random));

    /// <summary>The digest reads inactive code, which may hold anything, and must not be led past what a compiler sees behind it.</summary>
    [Fact]
    public void Nothing_in_inactive_code_hides_active_code() => Gen.Select(
        Gen.Select(OneOf(Statements), OneOf(Scraps).Array[0, 3], Gen.Int[0, 3]).Array[1, 6], Choices).Sample(
        (parts, random) =>
        {
            var text = string.Concat(parts.Select(part => part.Item3 switch
            {
                0 => $"{part.Item1}\n",
                1 => $"#if NEVER\n{string.Join('\n', part.Item2)}\n#endif\n{part.Item1}\n",
                2 => $"#if NEVER\n{string.Join(' ', part.Item2)}\n#else\n{part.Item1}\n#endif\n",
                _ => $"#if !NEVER\n{part.Item1}\n#elif X\n{string.Join('\n', part.Item2)}\n#endif // {part.Item2.FirstOrDefault()}\n",
            }));
            var tokens = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(token => token.Text.Length > 0).ToList();
            if (tokens.Count == 0)
            {
                return;
            }

            var edited = tokens[random.Next(tokens.Count)];
            var after = text.Insert(edited.SpanStart + random.Next(edited.Span.Length), "z");
            Assert.True(CodeDigest.Compute(text) != CodeDigest.Compute(after), $"The digest is that of\n{after}");
        },
        iter: PropertyRuns.Count);

    [Fact]
    public void Fragments_in_any_order_have_the_digest_that_the_document_says() => OneOf(Fragments).Array[0, 40].Select(string.Concat)
        .Sample(CheckIndependent, iter: 5 * PropertyRuns.Count);

    [Fact]
    public void Damaged_code_has_the_digest_that_the_document_says() => Gen.Select(Source, Choices, OneOf(Fragments).Array[1, 5]).Sample(
        (source, random, fragments) =>
        {
            var text = source.Text;
            foreach (var fragment in fragments)
            {
                var position = random.Next(text.Length + 1);
                text = text.Remove(position, Math.Min(random.Next(3), text.Length - position)).Insert(position, fragment);
            }

            CheckIndependent(text);
        },
        iter: PropertyRuns.Count);

    [Theory]
    [InlineData("$\"{", "")]
    [InlineData("$\"{(", "")]
    [InlineData("$@\"{", "}\"")]
    [InlineData("@\"", "")]
    [InlineData("\"", "")]
    [InlineData("'", "")]
    [InlineData("$", "\"")]
    [InlineData("/*", "")]
    [InlineData("\"\"\"a\"\"\"\"\" ", "")]
    [InlineData("{[", "")]
    [InlineData(",[A(", ")]")]
    [InlineData("[HumanReviewed]", "")]
    [InlineData("\n#if A /*", "")]
    public void A_text_made_to_be_slow_is_not(string opening, string closing)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 5_000).Concat(Enumerable.Repeat(closing, 5_000)));
        var watch = Stopwatch.StartNew();

        Assert.NotNull(CanonicalForm.Of(text));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        CheckIndependent(string.Concat(Enumerable.Repeat(opening, 200).Concat(Enumerable.Repeat(closing, 200))));
    }

    private static void CheckSame(Func<DigestSource, Random, string> edit) => Gen.Select(Source, Choices).Sample(
        (source, random) =>
        {
            var after = edit(source, random);
            Assert.True(CanonicalForm.Of(source.Text) == CanonicalForm.Of(after), $"{source} has another digest as\n{after}");
        },
        iter: PropertyRuns.Count);

    private static void CheckDifferent(Predicate<Piece> canEdit, Func<Piece, Random, string> edit) => Gen.Select(Source, Choices).Sample(
        (source, random) =>
        {
            var editable = Enumerable.Range(0, source.Pieces.Length).Where(index => canEdit(source.Pieces[index])).ToList();
            if (editable.Count == 0)
            {
                return;
            }

            var edited = editable[random.Next(editable.Count)];
            var after = string.Concat(source.Pieces.Select((piece, index) => index == edited ? edit(piece, random) : piece.Text));
            Assert.True(CodeDigest.Compute(source.Text) != CodeDigest.Compute(after), $"{source} has the same digest as\n{after}");
        },
        iter: PropertyRuns.Count);

    private static void CheckIndependent(string text) => Assert.Equal(IndependentDigest.CanonicalForm(text), CanonicalForm.Of(text));

    private static string Reformat(ImmutableArray<Piece> pieces, int index, Random random)
    {
        var piece = pieces[index];
        return piece.Kind switch
        {
            PieceKind.WhiteSpace => Pick(Space, random),
            PieceKind.LineBreak when CanJoinLines(pieces, index) => Pick(Space, random),
            PieceKind.LineBreak => piece.Text + Pick(Space, random),
            PieceKind.Token when CanInsertAfter(pieces, index) => piece.Text + Pick(Space, random),
            _ => piece.Text,
        };
    }

    private static string EditComment(ImmutableArray<Piece> pieces, int index, Random random)
    {
        var piece = pieces[index];
        return piece.Kind switch
        {
            PieceKind.LineComment => random.Next(2) == 0 ? string.Empty : "//" + Remark(random),
            PieceKind.Documentation => random.Next(2) == 0 ? "\n" : "///" + Remark(random) + "\n",
            PieceKind.BlockComment => random.Next(2) == 0 ? " " : "/*" + Remark(random) + "*/",
            PieceKind.Token when random.Next(5) == 0 && CanInsertAfter(pieces, index) =>
                piece.Text + (random.Next(2) == 0 ? $" /*{Remark(random)}*/" : $" //{Remark(random)}\n"),
            _ => piece.Text,
        };
    }

    private static string EditRegion(Piece piece, Random random) => piece switch
    {
        { Kind: PieceKind.Region } when random.Next(2) == 0 => "#region " + Remark(random) + "\n",
        { Kind: PieceKind.Region } when random.Next(2) == 0 => "\n",
        { Kind: PieceKind.LineBreak, IsInHole: false } when random.Next(4) == 0 =>
            $"{piece.Text}  # {Pick(["region ", "endregion ", ""], random)}//{Remark(random)}\n",
        _ => piece.Text,
    };

    private static bool CanJoinLines(ImmutableArray<Piece> pieces, int index) =>
        (index == 0 || !pieces[index - 1].NeedsItsLine)
        && !pieces.Skip(index + 1).SkipWhile(piece => piece.IsSpace).Take(1).Any(piece => piece.NeedsItsLine);

    /// <summary>Whether white space and comments can stand between a token and what follows.</summary>
    private static bool CanInsertAfter(ImmutableArray<Piece> pieces, int index) =>
        !pieces[index].IsGluedToNext && (index + 1 == pieces.Length || !pieces[index + 1].IsGluedToPrevious);

    private static string AnnotationLists(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => $"[{Pick(Annotations, random)}]{Pick(Space, random)}"));

    /// <summary>
    /// Lines of a raw string without its indentation do not compile: that they read the same as those with it does no harm.
    /// </summary>
    private static bool IsIndentation(Piece piece) =>
        piece.TokenKind == SyntaxKind.InterpolatedStringTextToken && string.IsNullOrWhiteSpace(piece.Text);

    private static string InsertLetter(string text, int start, Random random) =>
        text.Insert(random.Next(start, text.Length), Pick(["z", "1", "é"], random));

    private static string Remark(Random random) => Pick(Remarks, random);

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
