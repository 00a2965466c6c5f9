using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Configuration;
using ProvenanceAnalyzers.CodeFixes.Declaration;
using ProvenanceAnalyzers.CodeFixes.Review;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Robustness;

/// <summary>Whatever is in a file, no analyzer and no fix throws, reports outside of it, or changes more than annotations.</summary>
public sealed partial class MutatedSourceTests
{
    private const string FileName = "Mutant.cs";

    /// <summary>Projects to put a mutant into: libraries and applications, each with other options.</summary>
    private static readonly ImmutableArray<Project> Projects =
    [
        .. new[]
        {
            string.Empty,
            "provenance.default_origin = unknown\nprovenance.required_on = members\nprovenance.tests.required_on = methods",
            "provenance.exempt = trivial\nprovenance.api_surface = public\nprovenance.tools = codex, claude-code",
            "provenance.attribute_aliases = Obsolete:generated:codex, System.SerializableAttribute:review\n"
            + "provenance.assembly_default_declares = true",
            "provenance.required_fields = model, on, requested_by, reference\nprovenance.custom_tools = metacode=meta",
            "provenance.default_origin = generated\nprovenance.tools = codex",
            "provenance.review_required = ai\nprovenance.reviews_required = 2\nprovenance.review_on = members",
        }.SelectMany(options => new[] { CreateProject(options, "class C { }"), CreateProject(options, "return;") }),
    ];

    /// <summary>The rules whose fix declares.</summary>
    private static readonly ImmutableArray<string> DeclarationIds =
        [.. Analyzers.Fixes.OfType<DeclareProvenanceCodeFixProvider>().SelectMany(fix => fix.FixableDiagnosticIds)];

    [Fact]
    public Task Analyzers_and_fixes_survive_damaged_code() => Gen
        .Select(Mutant.Gen, Gen.Int[0, Projects.Length - 1], Gen.Double.Unit)
        .SampleAsync(
            input => CheckAsync(input.Item1.Text, Projects[input.Item2], input.Item3),
            iter: PropertyRuns.Count,
            print: input => $"project {input.Item2}, action {input.Item3}, {input.Item1}");

    private static async Task CheckAsync(string text, Project project, double choice)
    {
        var document = project.GetDocument(project.DocumentIds.Single(id => project.GetDocument(id)!.Name == FileName))!;
        var solution = project.Solution.WithDocumentText(document.Id, SourceText.From(text, Encoding.UTF8));
        document = solution.GetDocument(document.Id)!;
        var tree = (await document.GetSyntaxTreeAsync())!;

        var compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics;
        try
        {
            diagnostics = await document.Project.AnalyzeAsync();
        }
        catch (Exception) when (CompilerThrows(compilation))
        {
            return;
        }

        foreach (var diagnostic in diagnostics)
        {
            Assert.True(
                diagnostic.Location == Location.None
                || (diagnostic.Location.SourceTree == tree && new TextSpan(0, text.Length).Contains(diagnostic.Location.SourceSpan)),
                $"{diagnostic} is outside of the file.");
            Assert.NotEmpty(diagnostic.GetMessage());
        }

        if (diagnostics.IsEmpty)
        {
            return;
        }

        var chosen = diagnostics[Math.Min((int)(choice * diagnostics.Length), diagnostics.Length - 1)];
        foreach (var (fix, action) in await document.ActionsAsync(chosen))
        {
            CheckChange(fix, tree, text, await TextAsync((await action.ApplyAsync()).GetDocument(document.Id)!));
        }

        foreach (var id in DeclarationIds.Where(id => diagnostics.Any(diagnostic => diagnostic.Id == id)))
        {
            var fixedDocument = (await document.FixAllAsync(id, "Default")).GetDocument(document.Id)!;
            Assert.Equal(text, InsertedAnnotations.RemoveOfAnyOrigin(text, await TextAsync(fixedDocument)));
        }
    }

    /// <summary>
    /// Whether the compiler has a fault of its own with the code: Roslyn 4.14 throws for some extension blocks in interfaces.
    /// </summary>
    private static bool CompilerThrows(Compilation compilation)
    {
        try
        {
            compilation.GetDiagnostics();
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static void CheckChange(CodeFixProvider fix, SyntaxTree tree, string before, string after)
    {
        Assert.NotEqual(before, after);
        switch (fix)
        {
            case UnknownToolCodeFixProvider:
                var (same, sameAtEnd) = Same(before, after);
                Assert.DoesNotContain(before[same..^sameAtEnd], char.IsWhiteSpace);
                Assert.Matches("^[a-z0-9-]*$", after[same..^sameAtEnd]);
                break;
            case MalformedAnnotationCodeFixProvider or UnknownOriginCodeFixProvider:
                var (start, atEnd) = Same(before, after);
                var changed = TextSpan.FromBounds(start, before.Length - atEnd);
                Assert.True(
                    tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Any(attribute => attribute.Span.Contains(changed)),
                    $"More than one annotation was changed:\n{after}");
                break;
            case UnmatchedTargetCodeFixProvider:
                Assert.True(IsSubsequence(after, before), "The fix that removes added something.");
                break;
            case MarkReviewedCodeFixProvider:
                Assert.True(InsertedAnnotations.IsMarkerInsertion(before, after), $"More than a marker was inserted:\n{after}");
                break;
            case ReviewCodeFixProvider:
                Assert.Equal(
                    WithoutStrings(before),
                    WithoutStrings(after.Replace(AddedDigest(before, after), string.Empty, StringComparison.Ordinal)));
                break;
            default:
                Assert.True(InsertedAnnotations.IsInsertion(before, after), $"More than an annotation was inserted:\n{after}");
                break;
        }
    }

    /// <summary>How many characters are the same at the beginning of two texts, and how many of the others at their end.</summary>
    private static (int Start, int End) Same(string before, string after)
    {
        var start = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = before.Skip(start)
            .Reverse()
            .Zip(after.Skip(start).Reverse())
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
        return (start, end);
    }

    /// <summary>The one digest field that is in the text after the fix and was not in it before, or a text that is in neither.</summary>
    private static string AddedDigest(string before, string after) => DigestField().Matches(after).Select(match => match.Value)
        .FirstOrDefault(field => !before.Contains(field, StringComparison.Ordinal)) ?? "\0";

    private static string WithoutStrings(string text) => StringLiteral().Replace(text, string.Empty);

    [GeneratedRegex("""
        , Digest = "h1:[0-9a-f]{32}"
        """)]
    private static partial Regex DigestField();

    [GeneratedRegex("""
        "[^"\r\n]*"
        """)]
    private static partial Regex StringLiteral();

    private static bool IsSubsequence(string part, string whole)
    {
        var position = 0;
        foreach (var character in whole)
        {
            if (position < part.Length && part[position] == character)
            {
                position++;
            }
        }

        return position == part.Length;
    }

    private static async Task<string> TextAsync(Document document) => (await document.GetTextAsync()).ToString();

    private static Project CreateProject(string options, string source)
    {
        var project = TestSolution.AddProject(
            TestSolution.Create(), "Robustness", [(FileName, SourceText.From(source, Encoding.UTF8))], options).Projects.Single();

        // Whatever is worked out here, such as the symbols of the references, the mutants of the project have in common.
        _ = project.GetCompilationAsync().GetAwaiter().GetResult();
        return project;
    }
}
