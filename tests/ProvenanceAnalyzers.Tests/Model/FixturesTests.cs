using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>What the analyzers find in the list of fixture files.</summary>
public sealed class FixturesTests
{
    private const string Digest = "h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081";

    private static readonly FixtureFile[] Files =
    [
        new("Fixtures/a b.json", "*.json", 0, Digest),
        new("Fixtures/a#1.json", "*.json", 2147483648, Digest),
        new("Fixtures/orders/\t\n\r\\.verified.txt", "*.verified.txt", 7, Digest),
        new("Fixtures/orders/LICENSE", "LICENSE", 12, Digest),
        new("Fixtures/orders/[b].json", "*.json", null, null),
        new("Zoë.csv", "*.csv", 7, Digest),
    ];

    [Theory]
    [InlineData("Fixtures/*.json", new[] { 0, 1 })]
    [InlineData("Fixtures/**", new[] { 0, 1, 2, 3, 4 })]
    [InlineData("**/*.json", new[] { 0, 1, 4 })]
    [InlineData("Fixtures/orders/[b].json", new[] { 4 })]
    [InlineData("Fixtures/a?1.json", new[] { 1 })]
    [InlineData("Fixtures/orders/LICENSE", new[] { 3 })]
    [InlineData("fixtures/*.json", new int[0])]
    [InlineData("Fixtures", new int[0])]
    [InlineData("Zzz/*", new int[0])]
    [InlineData("Zo?.csv", new[] { 5 })]
    public void A_target_finds_its_files(string target, int[] found) => Assert.Equal(
        found.Select(index => Files[index]),
        Read(new InMemoryText("/obj/Provenance.Fixtures.tsv", FixtureList.Write(Files)))
            .Matching(TargetPattern.Parse(target, out _)!));

    [Fact]
    public void Several_lists_are_one_and_other_files_are_none()
    {
        var files = Read(
            new InMemoryText("/obj/Provenance.Fixtures.tsv", $"{Digest}\t1\t*.b\tb.b\n{Digest}\t1\t*.a\ta.a\n"),
            new InMemoryText("/other/Provenance.Fixtures.tsv", $"{Digest}\t1\t*.c\tc.c\n"),
            new InMemoryText("/src/Fixtures.tsv", $"{Digest}\t1\t*.d\td.d\n"));

        Assert.Equal(["a.a", "b.b", "c.c"], files.All.Select(file => file.Path));
        Assert.Equal("c.c", files.Find("c.c")?.Path);
        Assert.Null(files.Find("d.d"));
        Assert.Empty(Read().All);
    }

    private static ProvenanceAnalyzers.Model.Fixtures Read(params AdditionalText[] additionalFiles) => new(
        [.. additionalFiles], new BuildFacts(new AnalyzerOptions([], new InMemoryConfig([]))), findAnchor: () => null);
}
