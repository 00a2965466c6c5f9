using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>
/// What no analyzer of the build holds the C# of this repository to: short lines, no long chains of conditions, imports in order, and
/// nothing that is said to be of <c>this</c>.
/// </summary>
public sealed class StyleTests
{
    /// <summary>What is laid out as the tests need it.</summary>
    private static readonly string[] TestData =
    [
        "tests/ProvenanceAnalyzers.Tests/CodeFixes/Files/",
        "tests/ProvenanceAnalyzers.Tests/Shared/Digests/GoldenVectors/",

        // Rows of a table, one a line.
        "tests/ProvenanceAnalyzers.Package.Tests/Locks/",

        // Its manifest names each line of it.
        "samples/TrainingCorpus/tests/",
    ];

    /// <summary>What is compiled into others' projects, and must not depend on what their options say.</summary>
    private const string InjectedSources = "src/ProvenanceAnalyzers.Package/sources/";

    /// <summary>From so many arms on, <c>if</c> or <c>switch</c> reads better.</summary>
    private const int ArmsOfALongChain = 4;

    [Fact]
    public void No_line_is_longer_than_the_editorconfig_says()
    {
        var max = MaxLineLength(Repository.Read(".editorconfig"));

        AssertNone(FilesOf("src", "tests", "samples").SelectMany(file => LongLines(file, Repository.Read(file), max)));
    }

    /// <summary>Without the trait it would be skipped each time and run nowhere.</summary>
    [Fact]
    public void Each_slow_test_has_the_trait_by_which_it_is_found() =>
        AssertNone(FilesOf("tests").Where(file => CountOf("[SlowFact", file) + CountOf("[SlowTheory", file)
            != CountOf("[Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]", file)));

    [Fact]
    public void No_chain_of_conditional_expressions_is_long() =>
        AssertNone(FilesOf("src").SelectMany(file => LongChains(file, Repository.Read(file))));

    [Fact]
    public async Task Imports_are_in_order()
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Sources", LanguageNames.CSharp);
        foreach (var file in FilesOf("src", "tests", "samples"))
        {
            Assert.True(await HasOrderedImportsAsync(project, Repository.Read(file)), file);
        }
    }

    [Theory]
    [InlineData("using System;\nusing System.Linq;\nusing Alpha;\nusing static System.Math;\nusing A = System.Int32;\n", true)]
    [InlineData("using Alpha;\nusing System;\n", false)]
    [InlineData("using System.Linq;\nusing System;\n", false)]
    [InlineData("using static System.Math;\nusing System;\n", false)]
    [InlineData("namespace N;\n\nusing B;\nusing A;\n", false)]
    public async Task Imports_that_are_not_in_order_are_found(string source, bool isInOrder)
    {
        using var workspace = new AdhocWorkspace();

        Assert.Equal(isInOrder, await HasOrderedImportsAsync(workspace.AddProject("Sources", LanguageNames.CSharp), source));
    }

    [Fact]
    public void Nothing_is_said_to_be_of_this() => AssertNone(FilesOf("src", "tests", "samples")
        .Where(file => !file.StartsWith(InjectedSources, StringComparison.Ordinal))
        .SelectMany(file => OfThis(file, Repository.Read(file))));

    [Fact]
    public void What_is_said_to_be_of_this_is_found() => Assert.Equal(
        ["A.cs(3): this._a", "A.cs(3): this.M"],
        OfThis("A.cs", "class A\n{\n    int _a; int M() => this._a + this.M() + _a; A Self => this; int this[int i] => this[i];\n}\n"));

    [Fact]
    public void The_sources_are_found_and_what_is_built_is_not()
    {
        var files = FilesOf("src", "tests", "samples").ToList();

        Assert.Contains("src/ProvenanceAnalyzers.Package/sources/AIOrigin.cs", files);
        Assert.Contains("tests/ProvenanceAnalyzers.Tests/Meta/StyleTests.cs", files);
        Assert.Contains("samples/QuickStart/src/QuickStart/Coupon.cs", files);
        Assert.All(TestData, folder => Assert.True(Directory.Exists(Repository.PathOf(folder)), $"{folder} does not exist."));
        Assert.DoesNotContain(files, file => file.Split('/') is var names && (names.Contains("bin") || names.Contains("obj")));
    }

    [Theory]
    [InlineData("[*]\nmax_line_length = 140\n", 140)]
    [InlineData("root = true\n\n[*]\nindent_size = 4\nmax_line_length=99\n[*.md]\nindent_size = 2\n", 99)]
    public void The_length_is_read_from_the_editorconfig(string config, int max) => Assert.Equal(max, MaxLineLength(config));

    [Fact]
    public void A_long_line_is_found_be_it_code_or_comment_or_string() => Assert.Equal(
        ["A.cs(1): 31 columns", "A.cs(5): 33 columns", "A.cs(6): 37 columns", "A.cs(8): 32 columns"],
        LongLines(
            "A.cs",
            """"
            // A comment of many words, too
            class C
            {
                // Thirty columns, no more
                const string A = "Too wide!";
                const string B = """Raw, wide""";
                /* Within a comment it is
                   as elsewhere: too long */
            }
            """",
            max: 30));

    [Fact]
    public void A_line_within_a_string_of_several_lines_may_be_long_but_not_the_first_or_last() => Assert.Equal(
        ["A.cs(3): 35 columns", "A.cs(5): 38 columns", "A.cs(11): 35 columns"],
        LongLines(
            "A.cs",
            """"
            class C
            {
                const string TooLongAName = """
                    As long as the text that it is about has to be.
                    """; // The end, and too long.
                string Hole => $"""
                    As long as the text that it is about {1 + 2 + 3} has to be.
                    """;
                const string Verbatim = @"
            As long as the text that it is about has to be.
            Ends here and is too long"; // And.
            }
            """",
            max: 30));

    [Fact]
    public void Columns_are_characters_and_not_bytes() =>
        Assert.Equal(["A.cs(2): 11 columns"], LongLines("A.cs", "// äöüäöüä\n// äöüäöüäö\n", max: 10));

    [Theory]
    [InlineData("a ? 1 : 2")]
    [InlineData("a ? 1 : b ? 2 : 3")]
    [InlineData("a ? b ? 1 : 2 : 3")]
    [InlineData("(a ? b ? 1 : 2 : 3) + (c ? 4 : 5)")]
    [InlineData("(a ? b : c) ? 1 : (b ? c : a) ? 2 : 3")]
    [InlineData("a ? Max(b ? 1 : 2, 3) : c ? 4 : 5")]
    public void A_chain_of_three_arms_may_stay(string expression) => Assert.Empty(LongChains("A.cs", Chain(expression)));

    [Theory]
    [InlineData("a ? 1 : b ? 2 : c ? 3 : 4", 4)]
    [InlineData("a ? b ? 1 : 2 : c ? 3 : 4", 4)]
    [InlineData("a ? 1 : (b ? 2 : (c ? 3 : 4))", 4)]
    [InlineData("a ? 1 : b ? 2 : c ? 3 : d ? 4 : 5", 5)]
    [InlineData("a ? Max(0, b ? 1 : c ? 2 : d ? 3 : 4) : 5", 4)]
    public void A_chain_of_four_arms_is_found(string expression, int arms) =>
        Assert.Equal([$"A.cs(3): {arms} arms"], LongChains("A.cs", Chain(expression)));

    private static string Chain(string expression) => $"class C\n{{\n    int Value => {expression};\n}}\n";

    /// <summary>How many lines of a file begin with an attribute.</summary>
    private static int CountOf(string attribute, string file) => Repository.Read(file).Split('\n')
        .Count(line => line.TrimStart().StartsWith(attribute, StringComparison.Ordinal));

    private static void AssertNone(IEnumerable<string> problems)
    {
        var lines = problems.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    /// <summary>The C# files below some folders, but for test data.</summary>
    private static IEnumerable<string> FilesOf(params string[] folders) => Repository.CSharpFiles(folders)
        .Where(file => !TestData.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)));

    private static int MaxLineLength(string config) => config.Split('\n')
        .Select(line => line.Split('='))
        .Where(setting => setting.Length == 2 && setting[0].Trim() == "max_line_length")
        .Select(setting => int.Parse(setting[1], CultureInfo.InvariantCulture))
        .Single();

    private static IEnumerable<string> LongLines(string file, string source, int max)
    {
        var root = Parse(source);
        return root.GetText().Lines
            .Where(line => line.Span.Length > max && !IsWithinString(root, line))
            .Select(line => $"{file}({line.LineNumber + 1}): {line.Span.Length} columns");
    }

    /// <summary>Whether a string begins on an earlier line and ends on a later one.</summary>
    private static bool IsWithinString(SyntaxNode root, TextLine line) => root.FindToken(line.Start).Parent!.AncestorsAndSelf()
        .Any(node => node is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax
            && node.SpanStart < line.Start
            && node.Span.End > line.End);

    /// <summary>Whether formatting leaves the imports where they are.</summary>
    private static async Task<bool> HasOrderedImportsAsync(Project project, string source)
    {
        var document = project.AddDocument("A.cs", source);
        var organized = await Formatter.OrganizeImportsAsync(document);
        return (await organized.GetTextAsync()).ContentEquals(await document.GetTextAsync());
    }

    private static IEnumerable<string> OfThis(string file, string source) => Parse(source).DescendantNodes()
        .OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Expression is ThisExpressionSyntax)
        .Select(access => $"{file}({access.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {access}");

    private static IEnumerable<string> LongChains(string file, string source) => Parse(source).DescendantNodes()
        .OfType<ConditionalExpressionSyntax>()
        .Where(chain => !IsArm(chain) && Arms(chain) >= ArmsOfALongChain)
        .Select(chain => $"{file}({chain.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {Arms(chain)} arms");

    private static bool IsArm(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax parentheses => IsArm(parentheses),
        ConditionalExpressionSyntax outer => outer.Condition != expression,
        _ => false,
    };

    private static int Arms(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parentheses => Arms(parentheses.Expression),
        ConditionalExpressionSyntax chain => Arms(chain.WhenTrue) + Arms(chain.WhenFalse),
        _ => 1,
    };

    private static SyntaxNode Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None)).GetRoot();
}
