using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Symbols;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// Behind code that somebody is still typing, the parser takes what follows for a part of it. Whatever is inserted there leaves the tree as
/// it was, but for itself, and stands on the declaration that it is about; where it would not, nothing is offered.
/// </summary>
[Collection(nameof(ReviewFixTests))]
public sealed class HalfTypedCodeTests : IDisposable
{
    /// <summary>What has been typed so far, above a declaration.</summary>
    private static readonly string[] Typed =
    [
        // The header of a type.
        "class", "class A", "class A :", "class A : System.IDisposable,", "class A : System.Collections.Generic.List<",
        "class A : global::", "class A<", "class A<T", "class A<T> where", "class A<T> where T", "class A<T> where T :",
        "class A<T> where T : class,", "class A(", "class A(int a", "class A(int a,", "class A(int a = ", "struct A :",
        "interface A :", "enum A", "enum A :", "enum A { X,", "enum A { X =", "record", "record A(", "record A(int a", "record A :",
        "delegate", "delegate void A(", "delegate void A()", "extension(",

        // Attributes and modifiers.
        "[", "[System.Obsolete", "[System.Obsolete(", "[System.Obsolete(\"", "[assembly:",
        "[assembly: System.Reflection.AssemblyTitle(", "[module:", "[Foo.", "[Foo<", "public", "public partial", "public static",
        "async", "file", "ref", "required", "unsafe", "partial",

        // Members, missing braces and bodies.
        "class A {", "class A { void M(", "class A { void M(int a", "class A { void M()", "class A { void M() {",
        "class A { void M() =>", "class A { int P =>", "class A { int P { get", "class A { int P { get =>", "class A { int F",
        "class A { int F =", "class A { int F = 1", "class A { int[", "class A { int this[", "class A { event",
        "class A { public static implicit operator", "class A { void M() { if (", "class A { void M() { var x =",
        "class A { void M() { foo.", "class A { void M() { x => ", "class A { } }", "class A { [", "class A { class N :",
        "class A { void M<T>() where T :", "class A { enum E {", "class A { }\n}",

        // Statements and fields, where top-level statements may stand.
        "int", "int x", "int x =", "int x = 1", "int[", "foo", "foo.", "foo(", "foo[", "foo<", "var x = y +", "x ?", "x => ", "=>",
        "new", "new(", "return", "await", "typeof(", "if (true)", "if (", "for (", "switch (x) {", "{", "(", ")", "]", "}",
        "void M()", "void M() =>", "static", "Task<int> M(", "goto", "throw", "x = [", "x = [1,", "lock (", "using (",

        // Directives of the file, and texts that do not end.
        "using", "using X", "using X.", "using X =", "using static", "global using", "extern", "extern alias", "namespace",
        "namespace N", "namespace N.", "namespace N {", "namespace N;", "#if", "#if X", "#region", "#", "\"", "$\"{", "$\"{x",
        "\"\"\"", "@\"", "'", "/*", "///", "@",
    ];

    /// <summary>What stands below it: every other one, beginning with one or the next.</summary>
    private static readonly string[] Below =
    [
        "class B { }",
        "public sealed class B\n{\n    void M() { }\n}",
        "[System.Obsolete]\nclass B { }",
        "/// <summary>B.</summary>\nclass B { }",
        "[AIProvenance(AIOrigin.Human)]\nclass B { }",
        "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\nclass B { void M() { } }",
        "record B(int X);",
        "enum B { X }",
        "delegate void B();",
        "partial struct B { }",
        "public class B { [Xunit.Fact] public void M() { } }",
        "namespace M { class B { } }",
        "namespace M; class B { }",
        "System.Console.WriteLine();\nclass B { }",
        "[assembly: System.Reflection.AssemblyTitle(\"x\")]\nclass B { }",
        "int M() => 1;\nint P { get; }\nclass B { }",
        "}\nclass B { }",
    ];

    /// <summary>What stands above what is typed, and between it and the declaration; one of them in turn.</summary>
    private static readonly (string Above, string Between)[] Around =
        [("", "\n"), ("", " "), ("class C { }\n", "\n\n"), ("", "\n// B.\n"), ("namespace N\n{\n", "\n    ")];

    private readonly PersonAtMachine _person = new();

    public static TheoryData<string> Rows => [.. Typed];

    public void Dispose() => _person.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_is_inserted_leaves_the_tree_as_it_was(string typed)
    {
        var wrong = new List<string>();
        for (var index = typed.Length % 2; index < Below.Length; index += 2)
        {
            var (above, between) = Around[(typed.Length + (index / 2)) % Around.Length];
            await CheckAsync($"using ProvenanceAnalyzers;\n{above}{typed}{between}{Below[index]}\n", wrong);
        }

        Assert.True(wrong.Count == 0, string.Join("\n----\n", wrong.Distinct()));
    }

    private static async Task CheckAsync(string source, List<string> wrong)
    {
        var document = TestSolution.AddProject(
            TestSolution.Create(),
            "Project",
            [("Code.cs", SourceText.From(source))],
            "provenance.tools = codex\nprovenance.required_on = members\nprovenance.tests.required_on = methods\n"
                + "provenance.review_required = all\nprovenance.tests.review_required = all",
            fixtures: ["Fixtures/a.json"]).Single("Project").Files().Single();
        var before = (await document.GetSyntaxRootAsync())!;
        foreach (var diagnostic in (await document.Project.AnalyzeAsync())
            .Where(finding => finding.Location.SourceTree == before.SyntaxTree))
        {
            foreach (var action in (await document.ActionsAsync(diagnostic)).Select(offered => offered.Action).Where(IsOneOfAKind))
            {
                await CheckAsync(document, before, action, diagnostic.Location.SourceSpan, wrong);
            }
        }

        foreach (var declaration in before.DescendantNodes().Where(node =>
            node is LocalFunctionStatementSyntax
            || (node is MemberDeclarationSyntax
                && node is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax or IncompleteMemberSyntax))))
        {
            // Where no name is typed yet, the cursor is on what comes next.
            var identifier = Declarations.Identifier(declaration).Span;
            if (identifier.IsEmpty)
            {
                continue;
            }

            foreach (var action in (await document.RefactoringsAsync(new TextSpan(identifier.Start, 0)))
                .Select(offered => offered.Action)
                .Where(IsOneOfAKind))
            {
                await CheckAsync(document, before, action, identifier, wrong);
            }
        }
    }

    /// <summary>Whether an action is the one of those that differ in nothing but what they say.</summary>
    private static bool IsOneOfAKind(CodeAction action) =>
        action.Title.EndsWith("unknown", StringComparison.Ordinal)
        || action.Title.Contains("also generated", StringComparison.Ordinal)
        || action.Title.StartsWith("Mark", StringComparison.Ordinal);

    private static async Task CheckAsync(Document document, SyntaxNode before, CodeAction action, TextSpan identifier, List<string> wrong)
    {
        var changed = (await action.ApplyAsync()).GetDocument(document.Id)!;
        var (old, text) = (before.ToFullString(), (await changed.GetTextAsync()).ToString());
        var after = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)before.SyntaxTree.Options).GetRoot();
        var length = text.Length - old.Length;
        var list = Enumerable.Range(0, old.Length + 1)
            .Where(start => text.StartsWith(old[..start], StringComparison.Ordinal)
                && text.AsSpan(start + length).SequenceEqual(old.AsSpan(start))
                && text.Substring(start, length).Trim() is ['[', .., ']'])
            .SelectMany(start => after.DescendantNodes().OfType<AttributeListSyntax>()
                .Where(list => list.SpanStart >= start && list.Span.End <= start + length)
                .Select(list => (List: list, Start: start)))
            .FirstOrDefault();
        var isAtOwner = list.List?.Parent switch
        {
            null => false,
            CompilationUnitSyntax => true,
            var owner => Declarations.Identifier(owner).Span
                == (identifier.Start >= list.Start ? new TextSpan(identifier.Start + length, identifier.Length) : identifier),
        };
        if (!isAtOwner || !Shape(before, null).SequenceEqual(Shape(after, list.List)))
        {
            wrong.Add($"{action.Title}, {(isAtOwner ? "on its declaration" : "elsewhere")}\n{old}\n=>\n{text}");
        }
    }

    /// <summary>
    /// All nodes and tokens of a tree without what was inserted, then those of its directives, its documentation and what is skipped.
    /// </summary>
    private static IEnumerable<(SyntaxKind Kind, string Text, bool IsMissing)> Shape(SyntaxNode root, SyntaxNode? inserted)
    {
        var all = root.DescendantNodesAndTokensAndSelf(descendIntoTrivia: true)
            .Where(element => inserted == null || !NodesAround(element).Contains(inserted))
            .ToList();
        return all.Where(element => !IsInTrivia(element)).Concat(all.Where(IsInTrivia))
            .Select(element => (element.Kind(), element.IsToken ? element.AsToken().Text : string.Empty, element.IsMissing));

        static bool IsInTrivia(SyntaxNodeOrToken element) => NodesAround(element).Any(node => node is StructuredTriviaSyntax);
    }

    private static IEnumerable<SyntaxNode> NodesAround(SyntaxNodeOrToken element) =>
        (element.AsNode() ?? element.Parent)?.AncestorsAndSelf(ascendOutOfTrivia: false) ?? [];
}
