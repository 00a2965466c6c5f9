using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Tests.CodeFixes;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>What can be a unit is found from syntax alone, with its lines, and symbols find the same.</summary>
public sealed class UnitWalkerTests
{
    [Fact]
    public void It_finds_types_and_members_outer_before_inner_with_their_lines() => Assert.Equal(
        [
            "CompilationUnit 1:1-26:18",
            "A 5:5-22:6",
            "field 7:9-7:30",
            "other 7:9-7:30",
            "Changed 8:9-8:52",
            "A 9:9-9:16",
            "P 10:9-10:36",
            "get 10:17-10:26",
            "set 10:27-10:34",
            "this 11:9-11:38",
            "+ 12:9-12:51",
            "B 14:9-18:10",
            "M 17:13-17:25",
            "E 19:9-19:25",
            "X 19:18-19:23",
            "D 20:9-20:27",
            "A 21:9-21:17",
            "R 25:1-26:18",
            "Id 26:10-26:16",
        ],
        Walk("""
            Console.WriteLine();

            namespace N
            {
                [Obsolete] public partial class A
                {
                    int field = 1, other;
                    public event Action Changed = delegate { };
                    A() { }
                    int P { get => 1; set { } }
                    int this[int index] => index;
                    public static A operator +(A x, A y) => x;

                    private struct B
                    {
                        // A comment belongs to what follows it, and to no digest.
                        void M() { }
                    }
                    enum E { X = 1 }
                    delegate void D();
                    ~A() { }
                }
            }

            public record R(
                     int Id);
            """));

    [Theory]
    [InlineData("")]
    [InlineData("using System;\n[assembly: CLSCompliant(false)]\nnamespace N;\n")]
    [InlineData("namespace N { namespace M { } }")]
    public void A_file_without_declarations_has_none(string source) => Assert.Empty(Walk(source));

    [Theory]
    [InlineData("class")]
    [InlineData("class {")]
    [InlineData("class C { int ")]
    [InlineData("class C { public }")]
    [InlineData("class C { int P { get")]
    [InlineData("enum E { A,, }")]
    [InlineData("[A(")]
    [InlineData("record R(int")]
    [InlineData("} class C { }")]
    [InlineData("namespace { class C {")]
    [InlineData("#if X\nclass C {\n#else\nclass D {\n#endif\n}")]
    public void Half_typed_code_is_walked_without_a_throw(string source) => Assert.All(Walk(source), Assert.NotEmpty);

    [Fact]
    public void A_file_ends_with_its_last_line() =>
        Assert.Equal("CompilationUnit 1:1-2:5", Walk("M();\nN();\n")[0]);

    /// <summary>Roslyn's own answer is the oracle: what has a symbol that the compiler has not added.</summary>
    [Theory]
    [MemberData(nameof(SampleFileNames))]
    public void Syntax_alone_finds_what_has_a_symbol(string fileName)
    {
        var source = Encoding.UTF8.GetString(Files.Single(file => file.Name == fileName).Bytes);
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), path: "/0/Code.cs");
        var compilation = CSharpCompilation.Create("Code", [tree], TestReferences.Net);
        var context = ProvenanceContext.For(compilation, new AnalyzerOptions([], new InMemoryConfig([])));

        var fromSyntax = UnitWalker.Walk((CompilationUnitSyntax)tree.GetRoot()).Select(unit => unit.Node.Span).ToHashSet();
        var fromSymbols = context.Units.Types.SelectMany(AllIn)
            .SelectMany(symbol => symbol.DeclaringSyntaxReferences)
            .Where(part => part.GetSyntax() is not ArrowExpressionClauseSyntax)
            .Select(part => part.Span)
            .ToHashSet();

        Assert.NotEmpty(fromSymbols);
        Assert.Equal(fromSymbols.Order(), fromSyntax.Order());
    }

    [Theory]
    [MemberData(nameof(SampleFileNames))]
    public void Symbols_are_walked_in_the_order_of_the_text_and_none_is_lost(string fileName)
    {
        var source = Encoding.UTF8.GetString(Files.Single(file => file.Name == fileName).Bytes);
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), path: "/0/Code.cs");
        var compilation = CSharpCompilation.Create("Code", [tree], TestReferences.Net);
        var context = ProvenanceContext.For(compilation, new AnalyzerOptions([], new InMemoryConfig([])));

        Assert.All(context.Units.Types.SelectMany(AllIn).OfType<INamedTypeSymbol>(), type => Assert.Equal(
            type.GetMembers()
                .Where(member => !member.IsImplicitlyDeclared
                    && member.DeclaringSyntaxReferences.Any(part =>
                        part.GetSyntax() is not ArrowExpressionClauseSyntax and not CompilationUnitSyntax))
                .OrderBy(member => member.DeclaringSyntaxReferences[0].Span.Start)
                .ThenByDescending(member => member.DeclaringSyntaxReferences[0].Span.End),
            context.Units.MembersOf(type).Where(member => member.Name != WellKnownMemberNames.TopLevelStatementsEntryPointMethodName),
            SymbolEqualityComparer.Default));
    }

    [Fact]
    public void A_partial_type_is_walked_part_by_part_and_a_partial_member_stands_once()
    {
        var compilation = CSharpCompilation.Create(
            "Code",
            [
                CSharpSyntaxTree.ParseText("partial class C { int A; partial void M(); class N { } }", path: "/0/1.cs"),
                CSharpSyntaxTree.ParseText(
                    "partial record class D(int P) { } partial class C { partial void M() { } int B { get; } }", path: "/0/2.cs"),
            ]);
        var units = ProvenanceContext.For(compilation, new AnalyzerOptions([], new InMemoryConfig([]))).Units;

        Assert.Equal(
            ["A", "M", "N", "B", "get_B"], units.MembersOf(compilation.GetTypeByMetadataName("C")!).Select(member => member.Name));
        Assert.Equal([".ctor", "P"], units.MembersOf(compilation.GetTypeByMetadataName("D")!).Select(member => member.Name));
    }

    public static TheoryData<string> SampleFileNames => [.. Files.Select(file => file.Name)];

    private static IEnumerable<SampleFile> Files => SampleFiles.Projects.Values.SelectMany(files => files);

    private static IEnumerable<ISymbol> AllIn(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member is not INamedTypeSymbol && !member.IsImplicitlyDeclared)
        .Concat(type.GetTypeMembers().SelectMany(AllIn))
        .Prepend(type);

    private static List<string> Walk(string source) => UnitWalker
        .Walk((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot())
        .Select(unit => $"{Name(unit)} {unit.Lines.StartLine}:{unit.Lines.StartColumn}-{unit.Lines.EndLine}:{unit.Lines.EndColumn}")
        .ToList();

    private static string Name(UnitSyntax unit) => unit.HasStatements ? "CompilationUnit" : unit.Identifier.ToString();
}
