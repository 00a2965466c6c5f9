using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What the analyzers themselves cost, beside what the compiler needs to declare the same types without any, and beside an analyzer that
/// does the least that any such analyzer can.
/// </summary>
public class AnalyzerBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Least = [new AttributeReadingAnalyzer()];

    private BenchmarkedCompilation? _project;
    private CSharpCompilation? _compilation;
    private DirectHost? _host;

    [Params(100, 1_000, 10_000)]
    public int Types { get; set; }

    [Params(false, true)]
    public bool Declared { get; set; }

    [Params(false, true)]
    public bool Policy { get; set; }

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(Types, Declared);

    [IterationSetup(Target = nameof(NoAnalyzer))]
    public void Create() => _compilation = _project!.Create();

    [IterationSetup(Targets = [nameof(ReadsAttributes), nameof(Provenance)])]
    public void CreateAndDeclare() => _host = new DirectHost(
        _project!.Create(), Policy ? BenchmarkedCompilation.PolicyOptions : BenchmarkedCompilation.Options);

    [Benchmark]
    public int NoAnalyzer() => _compilation!.GetDeclarationDiagnostics().Length;

    [Benchmark(Baseline = true)]
    public int ReadsAttributes() => _host!.Run(Least);

    [Benchmark]
    public int Provenance() => _host!.Run(BenchmarkedCompilation.All);
}
