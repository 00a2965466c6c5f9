using BenchmarkDotNet.Attributes;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What reviews cost: all analyzers on declared types, some of which have a marker with a digest that holds; where no review is asked for,
/// and where what an AI made, three of four types, must have one.
/// </summary>
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

    [IterationSetup(Target = nameof(NoneDue))]
    public void Create() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.Options);

    [IterationSetup(Target = nameof(Due))]
    public void CreateDue() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.ReviewOptions);

    [Benchmark(Baseline = true)]
    public int NoneDue() => _host!.Run(BenchmarkedCompilation.All);

    [Benchmark]
    public int Due() => _host!.Run(BenchmarkedCompilation.All);
}
