using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Tests.Configuration;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>Every kind of member of an <c>extension(...)</c> block counts as members do, by an id that any compiler gives it.</summary>
public sealed class ExtensionMemberTests
{
    private const string Usings = "using ProvenanceAnalyzers;\n";
    private const string Codex = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]";
    private const string Members = "provenance.required_on = members";

    /// <summary>Its id, its block, and its code, in which <c>#</c> stands for the name.</summary>
    private static readonly (string Id, string Block, string Code, string Name)[] Kinds =
    [
        ("M:C.extension(System.Int32).M", "extension(int i)", "public int #() => i;", "M"),
        ("M:C.extension(System.Int32).M", "extension(ref int i)", "public void #() { }", "M"),
        ("M:C.extension(System.Int32).S", "extension(int)", "public static int #() => 1;", "S"),
        ("P:C.extension(System.Int32).P", "extension(int i)", "public int # { get => i; set { } }", "P"),
        (
            "M:C.extension(System.Nullable{System.Int32}).M``1(``0,System.Func{``0,System.Int32[]})",
            "extension(int? i)",
            "public void #<T>(T x, System.Func<T, int[]> y) { }",
            "M"),
        (
            "M:C.extension(System.ValueTuple{System.Int32,System.String}).M(System.Object)",
            "extension((int A, string B) i)",
            "public void #(dynamic x) { }",
            "M"),
        (
            "P:C.extension{`0,`1}(System.Collections.Generic.Dictionary{`1,System.Collections.Generic.List{`0[]}}).P",
            "extension<A, B>(System.Collections.Generic.Dictionary<B, System.Collections.Generic.List<A[]>> i)",
            "public B # => default;",
            "P"),
        ("M:C.extension{`0}(`0).M(`0)", "extension<T>(T i) where T : class", "public void #(T x) { }", "M"),
    ];

    public static TheoryData<string, string, string, string> All
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var (id, block, code, name) in Kinds)
            {
                data.Add(id, block, code, name);
            }

            // The oldest compiler that is supported has no operators in such blocks.
            if (typeof(CSharpCompilation).Assembly.GetName().Version!.Major >= 5)
            {
                data.Add(
                    "M:C.extension(System.String).op_Multiply(System.String,System.Int32)",
                    "extension(string)",
                    "public static string operator #(string x, int y) => x;",
                    "*");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task It_is_asked_for_and_found_by_its_id(string id, string block, string code, string name) => new ProvenanceTest
    {
        Source = $"static class C {{ {block} {{ {Marked(code, name, "PROV1004")} }} }}",
        Options = Members,
        TestState = { AdditionalFiles = { ("/0/Provenance.Baseline.txt", $"{id} {ReviewedCode.OtherDigest}\n") } },
    }.RunAsync();

    [Theory]
    [MemberData(nameof(All))]
    public Task A_baseline_has_it_by_its_id(string id, string block, string code, string name) => new ProvenanceTest
    {
        Source = $"static class C {{ {block} {{ {Plain(code, name)} }} }}",
        Options = Members,
        TestState =
        {
            AdditionalFiles = { ("/0/Provenance.Baseline.txt", $"{id} {IndependentDigest.Compute(Plain(code, name))}\n") },
        },
    }.RunAsync();

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_declared_reviewed_and_judged_by_itself(string id, string block, string code, string name)
    {
        Assert.NotEmpty(id);
        var digest = IndependentDigest.Compute(Plain(code, name));
        foreach (var (marker, written) in new[]
        {
            ("", Marked(code, name, "PROV2001")),
            ($"[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\")]", Plain(code, name)),
            ("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})]", Plain(code, name)),
        })
        {
            await ReviewedCode.Test($"{Usings}static class C {{ {block} {{ {Codex} {marker} {written} }} }}", Members).RunAsync();
        }

        var denied = Codex.Replace("\"codex\"", "{|PROV3001:\"codex\"|}", StringComparison.Ordinal);
        await new ProvenanceTest
        {
            Source = $"{Usings}static class C {{ {block} {{ {denied} {Plain(code, name)} }} }}",
            Options = $"{Members}\nprovenance.denied_tools = codex",
        }.RunAsync();
    }

    [Theory]
    [InlineData("M:N.C.extension(N.D).M", "namespace N; class {|PROV1001:D|} { } static class C {", "")]
    [InlineData("M:C.extension(System.Int32).M@Test0.cs", "file static class C {", "", "int")]
    [InlineData("M:C.extension(System.Int64).M", "static class C {", "it does not exist any more", "int")]
    [InlineData("M:C.extension{`0}(System.Int32).M", "static class C {", "it does not exist any more", "int")]
    [InlineData("M:D.extension(System.Int32).M", "static class C {", "it does not exist any more", "int")]
    [InlineData("T:C.extension(System.Int32)", "static class C {", "nothing asks for its provenance any more", "int")]
    [InlineData(
        "M:C.extension(System.Int32)",
        "class {|PROV1001:E|} { } static class C { [ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] "
        + "public static void extension(int i) { }",
        "it declares its provenance now",
        "int")]
    public Task An_id_means_one_block_and_one_member(string id, string before, string why, string receiver = "D")
    {
        var test = new ProvenanceTest
        {
            Source = $"{before} extension({receiver} x) {{ public void {{|PROV1004:M|}}() {{ }} }} }}",
            Options = Members,
        };
        test.TestState.AdditionalFiles.Add(("/0/Provenance.Baseline.txt", $"{id} {ReviewedCode.OtherDigest}\n"));
        if (why.Length > 0)
        {
            test.ExpectedDiagnostics.Add(ObsoleteBaselineEntryRuleTests.Obsolete(1, id, why));
        }

        return test.RunAsync();
    }

    private static string Marked(string code, string name, string rule) =>
        code.Replace("#", $"{{|{rule}:{name}|}}", StringComparison.Ordinal);

    private static string Plain(string code, string name) => code.Replace("#", name, StringComparison.Ordinal);
}
