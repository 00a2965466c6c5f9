using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;
using static ProvenanceAnalyzers.Tests.Review.ReviewedFixtures;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>One marker names fixture files by a glob, with one digest of all of them.</summary>
[Trait("Case", "P23")]
public sealed class ReviewedFixtureSetTests
{
    private const string C = "Fixtures/c.json";
    private const string Glob = "Fixtures/*.json";

    private static readonly FixtureFile One = new("Fixtures/a.json", "*.json", 2, "h1:87428fc522803d31065e7bce3cf03fe4");
    private static readonly FixtureFile Other = new("Fixtures/b.json", "*.json", 2, "h1:0263829989b6fd954f72baaf2fc64bc2");

    [Fact]
    public void The_digest_is_that_of_the_sorted_lines()
    {
        // The command in docs/review.md, on these files.
        const string Digest = "h1:643916ec0a05aabdd7bb91bf7dd2f341";

        Assert.Equal(Digest, FixtureSet.DigestOf([One, Other]));
        Assert.Equal(Digest, FixtureSet.DigestOf([Other, One]));
        Assert.NotEqual(Digest, FixtureSet.DigestOf([One]));
        Assert.NotEqual(Digest, FixtureSet.DigestOf([One, Other with { Path = "Fixtures/c.json" }]));
        Assert.Null(FixtureSet.DigestOf([One, Other with { Digest = null }]));
        Assert.Null(FixtureSet.DigestOf([One, Other with { Path = "Fixtures/b\n.json" }]));

        // In the order of the bytes, U+1F600 comes behind U+FF21; in that of UTF-16 it comes before it.
        FixtureFile[] beyond = [One with { Path = "\U0001F600" }, One with { Path = "\uFF21" }];
        Assert.Equal(
            DigestOfLines($"\uFF21 {One.Digest}\n\U0001F600 {One.Digest}\n"),
            FixtureSet.DigestOf(beyond));
    }

    [Theory]
    [InlineData(new[] { A, B }, new[] { A, B }, false)]
    [InlineData(new[] { A, B }, new[] { A, B, "Other/Fixtures/c.json", "Fixtures/deep/c.json", "Fixtures/c.csv" }, false)]
    [InlineData(new[] { A, B }, new[] { A, B, C }, true)]
    [InlineData(new[] { A, B, C }, new[] { A, B }, true)]
    [InlineData(new[] { A, C }, new[] { A, B }, true)]
    public Task It_is_stale_when_a_file_comes_or_goes(string[] reviewed, string[] fixtures, bool isStale)
    {
        var digest = $"\"{DigestOfAll(reviewed)}\"";
        return Test(
            $"AIProvenance(AIOrigin.Unknown, Target = \"Other/**\"), AIProvenance(AIOrigin.Human, Target = \"Fixtures/**\")]\n[assembly: "
                + Generated
                + Marker($"\"bob\", \"2026-11-21\", Target = \"{Glob}\", Digest = {(isStale ? $"{{|PROV2003:{digest}|}}" : digest)}"),
            fixtures,
            options: "dotnet_diagnostic.PROV0004.severity = none\ndotnet_diagnostic.PROV1006.severity = none").RunAsync();
    }

    [Fact]
    public Task It_is_stale_when_a_file_changes_and_shows_the_marker_to_renew()
    {
        var reviewed = DigestOfLines($"{A} {DigestOfA}\n{B} {DigestOfB}\n");
        var now = DigestOfLines($"{A} {DigestOfA}\n{B} {DigestOfA}\n");
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[assembly: {Generated}"
                + Marker($"\"bob\", \"2026-11-21\", Target = \"{Glob}\", Digest = {{|#0:\"{reviewed}\"|}}") + "]",
            FixtureList = $"{DigestOfA}\t1\t*.json\t{A}\n{DigestOfA}\t1\t*.json\t{B}\n",
            RequiresReview = true,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.StaleReview).WithLocation(0).WithMessage(
            $"What '{Glob}' names has changed since 'bob' reviewed it: a human must review the change, then renew the marker, which an AI "
            + $"agent must not: [assembly: HumanReviewed(\"...\", \"yyyy-MM-dd\", Target = \"{Glob}\", Digest = \"{now}\")]"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Fixtures/?.json\", Digest = \"{digest}\")", "")]
    [InlineData("HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Fixtures/**\", Digest = \"{digest}\")", "")]
    [InlineData("{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Fixtures/*.json\")|}", "")]
    [InlineData(
        "{|PROV2008:HumanReviewed(\"bob\", \"2026-11-21\", Target = \"Fixtures/*.json\")|}", "provenance.require_digest = false")]
    [InlineData("HumanReviewed({|PROV2005:\"ada\"|}, \"2026-11-21\", Target = \"Fixtures/*.json\", Digest = \"{digest}\")", "")]
    [InlineData("HumanReviewed(\"bob\", {|PROV2007:\"2026-11-19\"|}, Target = \"Fixtures/*.json\", Digest = \"{digest}\")", "")]
    [InlineData("HumanReviewed({|PROV2004:\"codex\"|}, \"2026-11-21\", Target = \"Fixtures/*.json\", Digest = \"{digest}\")", "")]
    [InlineData(
        "{|PROV2002:HumanReviewed(\"bob\", \"2026-11-21\", Target = {|PROV0002:\"**/*.json\"|}, Digest = \"{digest}\")|}", "")]
    public Task It_is_judged_as_any_marker(string marker, string options)
    {
        // Where the marker covers nothing, the review is missed on the annotation.
        var isMissed = marker.StartsWith("{|PROV2002:", StringComparison.Ordinal);
        var annotation = isMissed ? $"{{|PROV2002:{Generated}|}}" : Generated;
        var written = isMissed ? marker["{|PROV2002:".Length..^"|}".Length] : marker;
        return Test(
            annotation + "]\n[assembly: " + written.Replace("{digest}", DigestOfAll([A, B]), StringComparison.Ordinal),
            [A, B],
            options: options).RunAsync();
    }

    [Fact]
    public Task A_glob_that_names_a_source_file_is_none() => new ProvenanceTest
    {
        Files =
        [
            ("Provenance.cs", $"using ProvenanceAnalyzers;\n[assembly: {{|PROV2002:{Generated}|}}"
                + Marker($"\"bob\", \"2026-11-21\", Target = {{|PROV0002:\"Fixtures/*\"|}}, Digest = \"{DigestOfAll([A])}\"") + "]"),
            ("Fixtures/A.cs", "using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)] class Code { }"),
        ],
        Fixtures = [A],
        RequiresReview = true,
    }.RunAsync();
}
