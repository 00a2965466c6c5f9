using BenchmarkDotNet.Attributes;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>What each analyzer costs by itself; what they share, each pays here for itself.</summary>
public class SingleAnalyzerBenchmarks
{
    private BenchmarkedCompilation? _project;
    private DirectHost? _host;

    public static IEnumerable<string> Analyzers => BenchmarkedCompilation.All.Select(analyzer => analyzer.GetType().Name);

    [ParamsSource(nameof(Analyzers))]
    public string Analyzer { get; set; } = string.Empty;

    [Params(1_000)]
    public int Types { get; set; }

    [Params(false, true)]
    public bool Declared { get; set; }

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(Types, Declared);

    [IterationSetup]
    public void Create() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.Options);

    [Benchmark]
    public int Run() => _host!.Run(BenchmarkedCompilation.All.RemoveAll(analyzer => analyzer.GetType().Name != Analyzer));
}
