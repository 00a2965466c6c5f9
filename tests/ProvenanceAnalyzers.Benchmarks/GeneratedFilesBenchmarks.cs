using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What generated files cost beside 1,000 written ones. The driver hides none of them from ours, so that what they add to ours is held
/// against what they add to the analyzer that looks at each type and file once.
/// </summary>
public class GeneratedFilesBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Least = [new AttributeReadingAnalyzer()];

    private BenchmarkedCompilation? _project;
    private DirectHost? _host;

    [Params(0, 2_000)]
    public int GeneratedFiles { get; set; }

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(types: 1_000, isDeclared: true, generatedFiles: GeneratedFiles);

    [IterationSetup]
    public void CreateAndDeclare() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.Options);

    [Benchmark(Baseline = true)]
    public int ReadsAttributes() => _host!.Run(Least);

    [Benchmark]
    public int Provenance() => _host!.Run(BenchmarkedCompilation.All);
}
