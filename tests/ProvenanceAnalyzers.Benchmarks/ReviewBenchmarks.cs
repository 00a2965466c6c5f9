using BenchmarkDotNet.Attributes;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>What review markers cost: all analyzers on declared types, some of which have a marker with a digest that holds.</summary>
public class ReviewBenchmarks
{
    private BenchmarkedCompilation? _project;
    private DirectHost? _host;

    [Params(10_000)]
    public int Types { get; set; }

    [Params(0, 1, 50, 100)]
    public int PercentReviewed { get; set; }

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(Types, isDeclared: true, PercentReviewed);

    [IterationSetup]
    public void Create() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.Options);

    [Benchmark]
    public int Provenance() => _host!.Run(BenchmarkedCompilation.All);
}
