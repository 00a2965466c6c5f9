using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// At declarations of real code, this repository's own and the samples of the fixes, some actions are gone through by several people, and
/// then every action is applied that is offered: nothing changes but annotation text, what compiled compiles, and nothing is reported
/// that could have been avoided.
/// </summary>
[Collection(nameof(ReviewFixTests))]
public sealed partial class RealCodeTests : IDisposable
{
    private const int Seed = 20261126;
    private const int Steps = 5;

    /// <summary>Each action that is tried has a compilation analysed, which takes its time.</summary>
    private static readonly int Actions = PropertyRuns.Count / 4;

    private static readonly string[] People = ["ada@example.com", "Bob <bob@example.com>"];

    private static readonly string[] Options =
    [
        "provenance.tools = codex",
        "provenance.tools = codex, cursor\nprovenance.required_fields = on, requested_by\nprovenance.required_on = members",
        "provenance.tools = codex\nprovenance.review_on = members\nprovenance.required_fields = model",
        "provenance.tools = codex\nprovenance.review_required = all\nprovenance.reviews_required = 2",
    ];

    private readonly PersonAtMachine _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public async Task Whatever_is_offered_changes_annotations_alone_and_leads_to_nothing_that_it_could_have_avoided()
    {
        var random = new Random(Seed);
        var declarations = Sources().SelectMany(source => DeclarationsIn(source.Text)
            .Select(name => (source.Name, source.Text, Position: name))).ToArray();
        random.Shuffle(declarations);
        var applied = 0;
        for (var index = 0; index < declarations.Length && applied < Actions; index++)
        {
            var (name, text, position) = declarations[index];
            applied += await RunAsync(name, text, position, random);
        }

        Assert.True(applied >= Math.Min(Actions, declarations.Length), $"Only {applied} actions were applied.");
    }

    private static async Task<int> RunAsync(string name, SourceText text, int position, Random random)
    {
        var options = Options[random.Next(Options.Length)];
        var document = TestSolution
            .AddProject(TestSolution.Create(), "Project", [("Code.cs", text)], "provenance.review_required = ai\n" + options)
            .Single("Project").Files().Single();
        var path = new List<string>();
        for (var step = random.Next(Steps); step >= 0; step--)
        {
            Environment.SetEnvironmentVariable(PersonAtMachine.Variable, People[random.Next(People.Length)]);
            path.Add(Environment.GetEnvironmentVariable(PersonAtMachine.Variable)!);
            var actions = await ActionsAsync(document, position);
            if (step == 0 || actions.Count == 0)
            {
                return await ApplyAllAsync(
                    document, actions, $"{name}({position}), {options.Replace('\n', ';')}, {string.Join("; ", path)}");
            }

            // Most of all signatures have consequences; behind human authorship nothing is left to be done.
            var signing = actions.FindAll(one => one.Action.Title.Contains("review", StringComparison.Ordinal));
            var next = signing.Count > 0 && random.Next(2) == 0
                ? signing[random.Next(signing.Count)]
                : actions[random.Next(Math.Max(1, actions.Count - 1))];
            path.Add(next.Action.Title);
            var changed = (await next.Action.ApplyAsync()).GetDocument(document.Id)!;
            position = PositionAfter(
                (await document.GetTextAsync()).ToString(), (await changed.GetTextAsync()).ToString(), position);
            document = changed;
        }

        return 0;
    }

    private static async Task<int> ApplyAllAsync(
        Document document, List<(CodeAction Action, string? Rule)> actions, string path)
    {
        var before = await State.OfAsync(document);
        await Task.WhenAll(actions.Select(one => Task.Run(async () =>
        {
            var (action, rule) = one;
            var after = await State.OfAsync((await action.ApplyAsync()).GetDocument(document.Id)!);
            AssertIsRight(before, after, rule, $"'{action.Title}' at {rule ?? "the cursor"}, {path}, seed {Seed}");
        })));
        return actions.Count;
    }

    private static async Task<List<(CodeAction Action, string? Rule)>> ActionsAsync(Document document, int position)
    {
        var actions = (await document.RefactoringsAsync(new TextSpan(position, 0)))
            .Select(offered => (offered.Action, (string?)null))
            .ToList();
        var root = (await document.GetSyntaxRootAsync())!;
        var declaration = root.FindToken(position).Parent!.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        foreach (var diagnostic in (await document.Project.AnalyzeAsync()).Where(diagnostic =>
            diagnostic.Location.SourceTree?.FilePath == document.FilePath
            && declaration.Span.Contains(diagnostic.Location.SourceSpan)
            && !declaration.ChildNodes().OfType<MemberDeclarationSyntax>().Any(child =>
                child.Span.Contains(diagnostic.Location.SourceSpan))))
        {
            actions.AddRange((await document.ActionsAsync(diagnostic)).Select(offered => (offered.Action, (string?)diagnostic.Id)));
        }

        return actions;
    }

    private static void AssertIsRight(State before, State after, string? rule, string where)
    {
        Assert.True(before.Text != after.Text, $"Nothing was changed: {where}");
        Assert.True(
            InsertedAnnotations.IsInsertion(before.Text, after.Text)
                || InsertedAnnotations.IsMarkerInsertion(before.Text, after.Text)
                || WithoutArguments(before.Text) == WithoutArguments(after.Text),
            $"Something else than annotation text was changed: {where}");
        Assert.True(New(before.Errors, after.Errors) is [], $"{string.Join(", ", New(before.Errors, after.Errors))}: {where}");

        var toBeFilledIn = after.Text.Split("\"...\"").Length > before.Text.Split("\"...\"").Length;
        var avoidable = New(before.Findings, after.Findings).Where(id => !IsUnavoidable(id, toBeFilledIn)).ToList();
        Assert.True(avoidable.Count == 0, $"{string.Join(", ", avoidable)}: {where}");
        if (rule != null && !toBeFilledIn)
        {
            Assert.True(
                after.Findings[rule].Count() < before.Findings[rule].Count(), $"{rule} is reported as before: {where}");
        }
    }

    /// <summary>The ids that are reported more often than before.</summary>
    private static List<string> New(ILookup<string, string> before, ILookup<string, string> after) =>
        [.. after.Where(ids => ids.Count() > before[ids.Key].Count()).Select(ids => ids.Key)];

    /// <summary>
    /// What follows from what is true: that an AI made it makes a review due, a review may be one of two, and an unknown origin is open.
    /// </summary>
    private static bool IsUnavoidable(string id, bool toBeFilledIn) => id switch
    {
        RuleIds.MalformedAnnotation => toBeFilledIn,
        RuleIds.UnreviewedCode or RuleIds.UnreviewedTest or RuleIds.TooFewReviews or RuleIds.UnknownOrigin => true,
        _ => false,
    };

    private static string WithoutArguments(string text) => Arguments().Replace(text, "${name}()");

    /// <summary>Where the name stands after a change: what stands before and behind what was changed is as it was.</summary>
    private static int PositionAfter(string before, string after, int position)
    {
        var same = 0;
        while (same < before.Length && same < after.Length && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        return position >= before.Length - same ? position + after.Length - before.Length : position;
    }

    private static IEnumerable<int> DeclarationsIn(SourceText text) => CSharpSyntaxTree
        .ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()
        .DescendantNodes()
        .Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier,
            DelegateDeclarationSyntax @delegate => @delegate.Identifier,
            MethodDeclarationSyntax method => method.Identifier,
            ConstructorDeclarationSyntax constructor => constructor.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            EventDeclarationSyntax @event => @event.Identifier,
            BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier,
            EnumMemberDeclarationSyntax member => member.Identifier,
            LocalFunctionStatementSyntax function => function.Identifier,
            _ => default,
        })
        .Where(name => !name.IsKind(SyntaxKind.None) && name.Span.Length > 0)
        .Select(name => name.SpanStart);

    private static IEnumerable<(string Name, SourceText Text)> Sources() => new[] { "src", "samples" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !BuildOutput().IsMatch(file) && !file.Contains("ProvenanceAnalyzers.Package", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetRelativePath(Repository.Root, file), SourceText.From(File.ReadAllText(file))))
        .Concat(SampleFiles.Projects.Values.SelectMany(files => files)
            .Select(file => (file.Name, SourceText.From(file.Bytes, file.Bytes.Length))));

    /// <summary>A document's text, and the ids of what the compiler and our analyzers report of its project.</summary>
    private sealed record State(string Text, ILookup<string, string> Errors, ILookup<string, string> Findings)
    {
        public static async Task<State> OfAsync(Document document) => new(
            (await document.GetTextAsync()).ToString(),
            (await document.Project.GetCompilationAsync())!.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .ToLookup(diagnostic => diagnostic.Id, diagnostic => diagnostic.Id),
            (await document.Project.AnalyzeAsync()).ToLookup(diagnostic => diagnostic.Id, diagnostic => diagnostic.Id));
    }

    [GeneratedRegex("""(?<name>AIProvenance|HumanReviewed)\((?:[^()"]|"[^"]*")*\)""")]
    private static partial Regex Arguments();

    [GeneratedRegex(@"[\\/](obj|bin|\.packages)[\\/]")]
    private static partial Regex BuildOutput();
}
