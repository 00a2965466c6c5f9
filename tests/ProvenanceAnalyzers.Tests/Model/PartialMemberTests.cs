using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Review;
using ProvenanceAnalyzers.Tests.Shared.Digests;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>
/// Every kind of partial member: what stands on either part holds for it, and it is asked for, reviewed and judged where its code is.
/// </summary>
public sealed class PartialMemberTests
{
    private const string Usings = "using ProvenanceAnalyzers;\n";
    private const string Human = "[AIProvenance(AIOrigin.Human)]";
    private const string Codex = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]";

    /// <summary>Its id, the part that declares it, and the part with its code, in which the name stands between hashes.</summary>
    private static readonly (string Id, string Declaring, string Implementing)[] Kinds =
    [
        ("M:C.M", "partial void M();", "partial void #M#() { }"),
        ("P:C.P", "public partial int P { get; }", "public partial int #P# { get => 1; }"),
        ("P:C.Item(System.Int32)", "partial int this[int i] { get; }", "partial int #this#[int i] => i;"),
        ("E:C.E", "partial event System.Action E;", "partial event System.Action #E# { add { } remove { } }"),
        ("M:C.#ctor(System.Int32)", "public partial C(int x);", "public partial #C#(int x) { }"),
    ];

    public static TheoryData<string, string, string> Members
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (id, declaring, implementing) in Kinds)
            {
                data.Add(id, declaring, implementing);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public Task It_is_asked_for_where_its_code_is(string id, string declaring, string implementing) => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", $"partial class C {{ {declaring} }}"),
            ("B.cs", $"partial class C {{ {Marked(implementing, "PROV1004")} }}"),
        ],
        Options = "provenance.required_on = members",
        TestState = { AdditionalFiles = { ("/0/Provenance.Baseline.txt", $"{id} {ReviewedCode.OtherDigest}\n") } },
    }.RunAsync();

    [Theory]
    [MemberData(nameof(Members))]
    public Task A_baseline_has_it_by_the_digest_of_its_code(string id, string declaring, string implementing) => new ProvenanceTest
    {
        Source = $"partial class C {{ {declaring} }} partial class C {{ {Plain(implementing)} }}",
        Options = "provenance.required_on = members",
        TestState =
        {
            AdditionalFiles = { ("/0/Provenance.Baseline.txt", $"{id} {IndependentDigest.Compute(Plain(implementing))}\n") },
        },
    }.RunAsync();

    [Theory]
    [MemberData(nameof(Members))]
    public async Task An_annotation_on_either_part_declares_it(string id, string declaring, string implementing)
    {
        Assert.NotEmpty(id);
        foreach (var (first, second) in new[] { (Human, ""), ("", Human) })
        {
            await new ProvenanceTest
            {
                Source = $"{Usings}partial class C {{ {first} {declaring} {second} {Plain(implementing)} }}",
                Options = "provenance.required_on = members",
            }.RunAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task An_annotation_on_either_part_makes_its_code_due_for_review(string id, string declaring, string implementing)
    {
        Assert.NotEmpty(id);
        var digest = IndependentDigest.Compute(Plain(implementing));
        foreach (var (first, second) in new[] { (Codex, ""), ("", Codex) })
        {
            foreach (var (marker, code) in new[]
            {
                ("", Marked(implementing, "PROV2001")),
                ($"[HumanReviewed(\"bob\", \"2026-11-21\", Digest = \"{digest}\")]", Plain(implementing)),
                ("[HumanReviewed(\"bob\", \"2026-11-21\", Digest = {|PROV2003:\"{other}\"|})]", Plain(implementing)),
            })
            {
                await ReviewedCode.Test(
                    $"{Usings}{Human} partial class C {{ {first} {declaring} {second} {marker} {code} }}").RunAsync();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public Task It_is_reviewed_by_itself_where_members_are(string id, string declaring, string implementing)
    {
        Assert.NotEmpty(id);
        return ReviewedCode.Test(
            $"{Usings}{Codex} partial class {{|PROV2001:C|}} {{ {declaring} {Marked(implementing, "PROV2001")} }}",
            "provenance.review_on = members").RunAsync();
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task An_annotation_on_either_part_is_held_against_policy(string id, string declaring, string implementing)
    {
        Assert.NotEmpty(id);
        const string Denied = "[AIProvenance(AIOrigin.Generated, Tool = {|PROV3001:\"codex\"|})]";
        foreach (var (first, second) in new[] { (Denied, ""), ("", Denied) })
        {
            await new ProvenanceTest
            {
                Source = $"{Usings}{Human} partial class C {{ {first} {declaring} {second} {Plain(implementing)} }}",
                Options = "provenance.denied_tools = codex",
            }.RunAsync();
        }
    }

    private static string Marked(string implementing, string rule) =>
        implementing.Split('#') is [var before, var name, var after] ? $"{before}{{|{rule}:{name}|}}{after}" : implementing;

    private static string Plain(string implementing) => implementing.Replace("#", "", StringComparison.Ordinal);
}
