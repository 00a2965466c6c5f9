using System.Collections.Immutable;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Tests.CodeFixes;

namespace ProvenanceAnalyzers.Tests.Robustness;

/// <summary>Valid C# that was damaged, as code is while it is typed, merged or pasted.</summary>
/// <param name="Name">The file it was, and what was done to it.</param>
/// <param name="Text">What came out.</param>
internal sealed record Mutant(string Name, string Text)
{
    /// <summary>Annotations of every kind, right and wrong; none of unknown origin, which the fixes insert.</summary>
    private const string Annotated = """
        using System;
        using ProvenanceAnalyzers;
        using Made = ProvenanceAnalyzers.AIProvenanceAttribute;

        [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Fixtures/**/*.json")]
        [assembly: AIProvenance(AIOrigin.Human, Target = "Gone.cs"), CLSCompliant(false)]
        [assembly: AIProvenance(AIOrigin.Assisted, Tool = "cladue-code", Target = "../outside.cs")]
        [assembly: HumanReviewed("bob@example.com", "2026-11-21", Target = "a.json")]
        [module: AIProvenance((AIOrigin)7)]

        [AIProvenance(AIOrigin.Generated, Tool = "claude-code", Model = "anthropic/claude-opus-4-5", On = "2026-02-30")]
        [HumanReviewed(null, "yesterday", Digest = "h1:")]
        public sealed class Parser<T>(int length) where T : class
        {
            private const string Tool = "codex";

            [AIProvenance(AIOrigin.Assisted, Tool = Tool, RequestedBy = null, Target = "x")]
            public int Length => length;

            [Made(origin: default(AIOrigin) + 2)]
            public void Parse([Obsolete] string text) { void Local() { } Local(); }

            [Obsolete] public Parser() : this(0) { }

            [AIProvenance(AIOrigin.Human)] private enum Kind { [AIProvenance(AIOrigin.Human)] None }

            public static Parser<T> operator +(Parser<T> left, [Obsolete] Parser<T> right) => left;

            public event Action Changed { add { } remove { } }
        }

        [Obsolete, AIProvenance(AIOrigin.Autonomous, Reference = "")]
        file interface IPart { void M() { } }

        #if DEBUG
        [AIProvenance(AIOrigin.Human)]
        #endif
        public delegate void Run<in T>(T value);

        namespace N { namespace M { partial record struct R(int X); partial record struct R { } } }
        """;

    private static readonly ImmutableArray<string> Fragments =
    [
        "[", "]", "{", "}", "(", ")", ",", ";", "\"", "\"\"\"", "'", "@", "$", "/*", "*/", "//", "///", "\\", "\0", "\uFEFF", "\u2028",
        "\uD83D", "😀",
        "#if DEBUG\n", "\n#if X\n", "\n#else\n", "\n#endif\n", "\n#region\n", "\n#pragma warning disable\n", "\n#nullable\n",
        "\n#line 1 \"x\"\n",
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]", "[AIProvenance", "[AIProvenance()]",
        "[assembly: AIProvenance(AIOrigin.Human)]",
        "[AIProvenance(Tool = 1, Target = null, Target = \"\")]", "[AIProvenance(AIOrigin.Nothing, On = \"2026-11-24\" + null)]",
        "class", "record", "enum", "struct", "partial", "file", "extension(int x) { }", "namespace", "using static", "delegate void D();",
        "static", "public class Inserted { void M() { } }", "operator", "this", "~", "return;", "global::", "<T>", "where T : new()",
        "async", "unsafe",
    ];

    private static readonly ImmutableArray<(string Name, ImmutableArray<string> Pieces)> Corpus =
    [
        .. SampleFiles.Projects.Values.SelectMany(files => files).Select(file => (file.Name, Text: Decode(file.Bytes)))
            .Concat(Infrastructure.Annotations.Sources.Select(source => (source.FileName, source.Text)))
            .Append(("Annotated.cs", Annotated))
            .Select(source => (source.Item1, Split(source.Item2))),
    ];

    private enum Edit
    {
        Drop,
        Swap,
        Duplicate,
        Insert,
        Truncate,
    }

    public static Gen<Mutant> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, Corpus.Length - 1],
        CsCheck.Gen.Select(
            CsCheck.Gen.Frequency((4, Edit.Drop), (4, Edit.Swap), (3, Edit.Duplicate), (4, Edit.Insert), (1, Edit.Truncate)),
            CsCheck.Gen.Double.Unit,
            CsCheck.Gen.Double.Unit).Array[0, 8],
        Create);

    /// <summary>The name alone says little: a failure shows the whole text, which can be pasted into a test.</summary>
    public override string ToString() => $"{Name}:\n{Text}";

    private static Mutant Create(int index, (Edit Edit, double Where, double What)[] edits)
    {
        var (name, original) = Corpus[index];
        var pieces = original.ToList();
        foreach (var (edit, where, what) in edits)
        {
            if (pieces.Count > 0)
            {
                Apply(edit, pieces, Pick(where, pieces.Count), what);
            }
        }

        return new Mutant($"{name} {string.Join(' ', edits.Select(edit => edit.Edit))}", string.Concat(pieces));
    }

    private static void Apply(Edit edit, List<string> pieces, int position, double what)
    {
        var other = Pick(what, pieces.Count);
        switch (edit)
        {
            case Edit.Drop:
                pieces.RemoveAt(position);
                break;
            case Edit.Swap:
                (pieces[position], pieces[other]) = (pieces[other], pieces[position]);
                break;
            case Edit.Duplicate:
                pieces.Insert(other, pieces[position]);
                break;
            case Edit.Insert:
                pieces.Insert(position, Fragments[Pick(what, Fragments.Length)]);
                break;
            case Edit.Truncate:
                pieces[position] = pieces[position][..Pick(what, pieces[position].Length + 1)];
                pieces.RemoveRange(position + 1, pieces.Count - position - 1);
                break;
        }
    }

    private static int Pick(double share, int count) => Math.Min((int)(share * count), count - 1);

    /// <summary>The tokens of a text and what stands between them; together they are the text.</summary>
    private static ImmutableArray<string> Split(string text) =>
    [
        .. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()
            .SelectMany(token => token.LeadingTrivia.Select(trivia => trivia.ToFullString())
                .Append(token.Text)
                .Concat(token.TrailingTrivia.Select(trivia => trivia.ToFullString())))
            .Where(piece => piece.Length > 0),
    ];

    private static string Decode(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return SourceText.From(stream).ToString();
    }
}
