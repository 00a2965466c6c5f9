using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>What each rule costs by itself; what they share, each pays here for itself.</summary>
public class SingleRuleBenchmarks
{
    private BenchmarkedCompilation? _project;
    private DirectHost? _host;

    public static IEnumerable<string> Rules => AllRules.Select(rule => rule.GetType().Name);

    [ParamsSource(nameof(Rules))]
    public string Rule { get; set; } = string.Empty;

    [Params(1_000)]
    public int Types { get; set; }

    [Params(false, true)]
    public bool Declared { get; set; }

    private static IEnumerable<ProvenanceRule> AllRules =>
        BenchmarkedCompilation.All.OfType<RuleFamilyAnalyzer>().SelectMany(family => family.Rules);

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(Types, Declared);

    [IterationSetup]
    public void Create() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.Options);

    [Benchmark]
    public int Run() => _host!.Run([new OneRule(AllRules.Single(rule => rule.GetType().Name == Rule))]);

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class OneRule(ProvenanceRule rule) : RuleFamilyAnalyzer(rule);
}
