namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>Dependencies between folders point one way, as <see cref="DependencyTable"/> has them; and a wrong one is found.</summary>
public sealed class DependencyTests
{
    private const string ReviewFile = "src/ProvenanceAnalyzers/Review/Added.cs";
    private const string PolicyFile = "src/ProvenanceAnalyzers/Policy/Added.cs";

    private static readonly DependencyTable Table = new(DependencyTable.Rows);

    /// <summary>The sources of this repository; compiled once.</summary>
    private static readonly Lazy<SourceDependencies> Sources = new(() => SourceDependencies.Of(DependencyTable.Projects));

    [Fact]
    public void The_sources_are_understood() => Assert.Empty(Sources.Value.Errors);

    [Fact]
    public void No_code_hides_under_a_condition()
    {
        Assert.Empty(Sources.Value.FilesWithConditions);
        Assert.Equal(
            [ReviewFile],
            Sources.Value.With(
                ReviewFile,
                "#if NETSTANDARD2_0\nclass C { object O => typeof(ProvenanceAnalyzers.Policy.PolicyCheck); }\n#endif\n")
                .FilesWithConditions);
    }

    [Fact]
    public void Each_folder_has_a_row_and_each_row_a_folder_and_no_file_stands_at_the_root() =>
        AssertNone(Table.WrongFolders(Sources.Value));

    [Fact]
    public void Each_folder_uses_only_what_lies_below_it() =>
        AssertNone(Sources.Value.Files.AsParallel().AsOrdered().SelectMany(file => Table.WrongArrows(Sources.Value, file)));

    [Theory]
    [InlineData("Catalogue")]
    [InlineData("Digests")]
    [InlineData("Exchange")]
    [InlineData("Text")]
    public void A_file_of_Shared_must_not_use_Roslyn(string folder)
    {
        var file = $"src/ProvenanceAnalyzers/Shared/{folder}/Added.cs";
        AssertArrows(
            file,
            $$"""
            using Microsoft.CodeAnalysis;

            namespace ProvenanceAnalyzers.Shared.{{folder}};

            internal static class Added
            {
                public static string Of(SyntaxNode node) => node.SyntaxTree.FilePath;
            }
            """,
            [$"{file}(7,29): Shared/{folder} must not use Microsoft.CodeAnalysis (SyntaxNode, SyntaxTree)"]);
    }

    /// <summary>What newer base class libraries have themselves is no library.</summary>
    [Fact]
    public void A_file_of_Shared_must_not_use_a_library_that_comes_with_Roslyn() => AssertArrows(
        "src/ProvenanceAnalyzers/Shared/Text/Added.cs",
        """
        using System.Collections.Immutable;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;

        namespace ProvenanceAnalyzers.Shared.Text;

        internal static class Added
        {
            public static int Count([NotNull] string[]? names, [CallerArgumentExpression(nameof(names))] string? text = null) =>
                (names ?? throw new ArgumentNullException(text)).ToImmutableArray().Length;
        }
        """,
        ["src/ProvenanceAnalyzers/Shared/Text/Added.cs(10,58): Shared/Text must not use System.Collections.Immutable (ImmutableArray)"]);

    [Fact]
    public void A_folder_of_Shared_must_not_use_one_above_it() => AssertArrows(
        "src/ProvenanceAnalyzers/Shared/Digests/Added.cs",
        """
        namespace ProvenanceAnalyzers.Shared.Digests;

        internal static class Added
        {
            public const string Id = Exchange.RuleIds.UndeclaredType;
        }
        """,
        ["src/ProvenanceAnalyzers/Shared/Digests/Added.cs(5,39): Shared/Digests must not use Shared/Exchange (RuleIds)"]);

    [Fact]
    public void A_family_must_not_use_another_by_a_parent_namespace() => AssertArrows(
        ReviewFile,
        """
        namespace ProvenanceAnalyzers.Review;

        internal sealed class Added(Policy.PolicyCheck check)
        {
            public override string ToString() => $"{check}";
        }
        """,
        [$"{ReviewFile}(3,36): Review must not use Policy (PolicyCheck)"]);

    [Fact]
    public void A_family_must_not_use_another_by_a_static_using() => AssertArrows(
        ReviewFile,
        """
        using static ProvenanceAnalyzers.Policy.Given;

        namespace ProvenanceAnalyzers.Review;

        internal static class Added
        {
            public static int Twice => 2 * Value;
        }
        """,
        [$"{ReviewFile}(7,36): Review must not use Policy (Given)"],
        (PolicyFile, "namespace ProvenanceAnalyzers.Policy; internal static class Given { public const int Value = 1; }"));

    [Fact]
    public void A_family_must_not_use_another_by_an_alias() => AssertArrows(
        ReviewFile,
        """
        using Check = ProvenanceAnalyzers.Policy.PolicyCheck;

        namespace ProvenanceAnalyzers.Review;

        internal static class Added
        {
            public static string Name => nameof(Check);
        }
        """,
        [$"{ReviewFile}(7,41): Review must not use Policy (PolicyCheck)"]);

    [Fact]
    public void A_family_must_not_use_another_by_an_extension_method() => AssertArrows(
        ReviewFile,
        """
        using ProvenanceAnalyzers.Policy;

        namespace ProvenanceAnalyzers.Review;

        internal static class Added
        {
            public static int Twice => 2.Times(1);
        }
        """,
        [$"{ReviewFile}(7,34): Review must not use Policy (Given)"],
        (PolicyFile, """
            namespace ProvenanceAnalyzers.Policy;

            internal static class Given
            {
                public static int Times(this int a, int b) => a * b;
            }
            """));

    /// <summary>Each statement has the compiler call another type.</summary>
    [Fact]
    public void A_family_must_not_use_another_without_naming_it() => AssertArrows(
        ReviewFile,
        """
        namespace ProvenanceAnalyzers.Review;

        internal static class Added
        {
            public static async Task Of(object value)
            {
                foreach (var item in 1.0)
                {
                }

                var (a, b) = "";
                _ = value is bool and (_, _);
                List<int> list = new() { "" };
                await 'c';
                string text = Rules.Middle.Sum;
                _ = Rules.Middle.Product?.ToString();
                _ = from number in 1L select number;
            }
        }
        """,
        [
            $"{ReviewFile}(7,9): Review must not use Policy "
            + "(Loop, Deconstruction, Pattern, Collection, Awaiter, Conversion, Expression, Query)",
        ],
        ("src/ProvenanceAnalyzers/Rules/Middle.cs", """
            namespace ProvenanceAnalyzers.Rules;

            internal static class Middle
            {
                public static Conversion Sum => null!;
                public static Expression Product => null!;
            }
            """),
        (PolicyFile, """
            using System.Runtime.CompilerServices;

            namespace ProvenanceAnalyzers;

            internal static class Loop { public static IEnumerator<int> GetEnumerator(this double value) => throw null!; }
            internal static class Deconstruction { public static void Deconstruct(this string value, out int a, out int b) => throw null!; }
            internal static class Pattern { public static void Deconstruct(this bool value, out int a, out int b) => throw null!; }
            internal static class Collection { public static void Add(this List<int> list, string item) => throw null!; }
            internal static class Awaiter { public static TaskAwaiter GetAwaiter(this char value) => throw null!; }
            internal class Conversion { public static implicit operator string(Conversion value) => ""; }
            internal class Expression;
            internal static class Query { public static int Select(this long value, Func<int, int> select) => throw null!; }
            """));

    [Fact]
    public void Model_must_not_use_Rules() => AssertArrows(
        "src/ProvenanceAnalyzers/Model/Added.cs",
        """
        using ProvenanceAnalyzers.Rules;

        namespace ProvenanceAnalyzers.Model;

        internal static class Added
        {
            public static int Count => Descriptors.All.Length;
        }
        """,
        ["src/ProvenanceAnalyzers/Model/Added.cs(7,32): Model must not use Rules (Descriptors)"]);

    [Fact]
    public void Model_must_not_use_Rules_from_within_their_namespace() => AssertArrows(
        "src/ProvenanceAnalyzers/Model/Added.cs",
        """
        namespace ProvenanceAnalyzers.Rules;

        internal static class Added
        {
            public static int Count => Descriptors.All.Length;
        }
        """,
        ["src/ProvenanceAnalyzers/Model/Added.cs(5,32): Model must not use Rules (Descriptors)"]);

    [Fact]
    public void Two_folders_must_not_share_a_type() => AssertArrows(
        "src/ProvenanceAnalyzers/Model/Added.cs",
        "namespace ProvenanceAnalyzers; internal static partial class Shared { }",
        ["src/ProvenanceAnalyzers/Model/Added.cs(1,32): Model must not use Policy (Shared)"],
        (PolicyFile, "namespace ProvenanceAnalyzers; internal static partial class Shared { }"));

    [Fact]
    public void An_analyzer_must_not_use_a_fix() => AssertArrows(
        ReviewFile,
        """
        namespace ProvenanceAnalyzers.Review;

        internal static class Added
        {
            public static string Name => nameof(CodeFixes.Review.RenewReviewCodeFixProvider);
        }
        """,
        [$"{ReviewFile}(5,58): Review must not use CodeFixes/Review (RenewReviewCodeFixProvider)"]);

    [Fact]
    public void A_fix_must_not_use_another_family() => AssertArrows(
        "src/ProvenanceAnalyzers.CodeFixes/Declaration/Added.cs",
        """
        namespace ProvenanceAnalyzers.CodeFixes.Declaration;

        internal static class Added
        {
            public static string Names => nameof(Review.RenewReviewCodeFixProvider) + nameof(ProvenanceAnalyzers.Review.ReviewJudge);
        }
        """,
        [
            "src/ProvenanceAnalyzers.CodeFixes/Declaration/Added.cs(5,49): "
            + "CodeFixes/Declaration must not use CodeFixes/Review (RenewReviewCodeFixProvider)",
            "src/ProvenanceAnalyzers.CodeFixes/Declaration/Added.cs(5,113): CodeFixes/Declaration must not use Review (ReviewJudge)",
        ]);

    [Fact]
    public void A_using_and_documentation_are_no_use() => AssertArrows(
        ReviewFile,
        """
        using ProvenanceAnalyzers.Policy;
        using static ProvenanceAnalyzers.Policy.PolicyCheck;
        using Check = ProvenanceAnalyzers.Policy.PolicyCheck;

        namespace ProvenanceAnalyzers.Review;

        /// <summary>Beside <see cref="PolicyCheck"/>.</summary>
        internal static class Added;
        """,
        []);

    [Fact]
    public void The_root_of_the_analyzers_holds_no_file() => AssertFolders(
        "src/ProvenanceAnalyzers/Added.cs", "src/ProvenanceAnalyzers/Added.cs: the root of a project must not hold a .cs file");

    [Theory]
    [InlineData("src/ProvenanceAnalyzers/Novel", "Novel")]
    [InlineData("src/ProvenanceAnalyzers/Shared", "Shared")]
    [InlineData("src/ProvenanceAnalyzers/Shared/Novel", "Shared/Novel")]
    [InlineData("src/ProvenanceAnalyzers.CodeFixes/Novel", "CodeFixes/Novel")]
    public void A_new_folder_needs_a_row(string path, string folder) =>
        AssertFolders($"{path}/Added.cs", $"{path}: add a row to DependencyTable that says what {folder} may use");

    [Fact]
    public void A_row_needs_a_folder() => Assert.Equal(
        ["Gone: remove its row: it has no file"],
        new DependencyTable([.. DependencyTable.Rows, new("Gone", [])]).WrongFolders(Sources.Value));

    private static void AssertNone(IEnumerable<string> problems)
    {
        var lines = problems.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    /// <summary>Holds one more file against the table, which may use others that are added.</summary>
    private static void AssertArrows(string file, string source, string[] arrows, params (string File, string Source)[] others)
    {
        var sources = others.Append((File: file, Source: source))
            .Aggregate(Sources.Value, (all, added) => all.With(added.File, added.Source));

        Assert.Empty(sources.ErrorsIn(file));
        Assert.Equal(arrows, Table.WrongArrows(sources, file));
    }

    private static void AssertFolders(string file, string problem) =>
        Assert.Equal([problem], Table.WrongFolders(Sources.Value.With(file, "internal static class Added;")));
}
