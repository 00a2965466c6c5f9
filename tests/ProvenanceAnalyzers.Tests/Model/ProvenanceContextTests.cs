using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Model;

/// <summary>The analyzers of one run share a context, whatever else a host asks of the same compilation.</summary>
public sealed class ProvenanceContextTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText("class C { }")]);

    [Fact]
    public void The_analyzers_of_each_run_share_theirs_when_a_host_asks_twice_with_other_options()
    {
        var first = new AnalyzerOptions([], new InMemoryConfig([]));
        var second = new AnalyzerOptions([], new InMemoryConfig([]));

        var contexts = Enumerable.Range(0, 28)
            .Select(_ => (First: ProvenanceContext.For(Compilation, first), Second: ProvenanceContext.For(Compilation, second)))
            .ToList();

        Assert.Single(contexts.Select(pair => pair.First).Distinct());
        Assert.Single(contexts.Select(pair => pair.Second).Distinct());
        Assert.NotSame(contexts[0].First, contexts[0].Second);
    }

    [Fact]
    public void Options_that_mean_the_same_need_no_context_of_their_own()
    {
        var config = new InMemoryConfig([]);
        ImmutableArray<AdditionalText> files = [new InMemoryText("/0/Provenance.Baseline.txt", string.Empty)];

        Assert.Same(
            ProvenanceContext.For(Compilation, new AnalyzerOptions(files, config)),
            ProvenanceContext.For(Compilation, new AnalyzerOptions(files, config)));
    }

    [Fact]
    public void Another_baseline_is_another_context()
    {
        var config = new InMemoryConfig([]);
        AnalyzerOptions With(string line) => new([new InMemoryText("/0/Provenance.Baseline.txt", line)], config);

        var one = ProvenanceContext.For(Compilation, With("T:C h1:00000000000000000000000000000000\n"));
        var none = ProvenanceContext.For(Compilation, With(string.Empty));

        Assert.True(one.Baseline.Knows("T:C"));
        Assert.False(none.Baseline.Knows("T:C"));
    }

    [Fact]
    public void A_host_that_asks_again_and_again_keeps_no_more_than_the_newest()
    {
        var oldest = new AnalyzerOptions([], new InMemoryConfig([]));
        var before = ProvenanceContext.For(Compilation, oldest);
        for (var round = 0; round < 10; round++)
        {
            ProvenanceContext.For(Compilation, new AnalyzerOptions([], new InMemoryConfig([])));
        }

        Assert.NotSame(before, ProvenanceContext.For(Compilation, oldest));
    }

    [Fact]
    public void What_a_family_shares_is_made_once()
    {
        var context = ProvenanceContext.For(Compilation, new AnalyzerOptions([], new InMemoryConfig([])));
        var made = 0;

        var shared = Enumerable.Range(0, 3).Select(_ => context.Share(_ => new List<int> { ++made })).ToList();

        Assert.All(shared, one => Assert.Same(shared[0], one));
        Assert.Equal(1, made);
    }
}
