using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// The whole compilation, method bodies included, with the compiler's own driver: what a budget of one per cent is one per cent of.
/// </summary>
public class CompilationBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Least = [new AttributeReadingAnalyzer()];

    private BenchmarkedCompilation? _project;
    private CSharpCompilation? _compilation;

    [Params(1_000)]
    public int Types { get; set; }

    [Params(false, true)]
    public bool Policy { get; set; }

    private AnalyzerOptions Options => Policy ? BenchmarkedCompilation.PolicyOptions : BenchmarkedCompilation.Options;

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(Types, isDeclared: true);

    [IterationSetup]
    public void Create() => _compilation = _project!.Create();

    [Benchmark]
    public int NoAnalyzer() => _compilation!.GetDiagnostics().Length;

    [Benchmark(Baseline = true)]
    public int ReadsAttributes() => BenchmarkedCompilation.Analyze(_compilation!, Least, Options);

    [Benchmark]
    public int Provenance() => BenchmarkedCompilation.Analyze(_compilation!, BenchmarkedCompilation.All, Options);
}
