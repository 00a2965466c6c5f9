using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What generated files cost beside 1,000 written ones. The driver hides none of them from ours, so that what they add to ours is held
/// against what they add to one that looks at each type and file once, and to one that reads each type's attributes.
/// </summary>
public class GeneratedFilesBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Least = [new AttributeReadingAnalyzer()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> Looking = [new RoslynAskingAnalyzer()];

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
    public int LooksOnce() => _host!.Run(Looking);

    [Benchmark]
    public int Provenance() => _host!.Run(BenchmarkedCompilation.All);
}
