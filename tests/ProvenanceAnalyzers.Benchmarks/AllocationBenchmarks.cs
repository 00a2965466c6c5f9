using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What all analyzers together allocate for a declared type, about which there is nothing to report; with one type a file, and with so many
/// that what a file costs does not show. The budget is about what they allocate above the analyzer that reads attributes; and what the one
/// that asks Roslyn allocates above it is Roslyn's. Once is enough: what is allocated does not vary as time does.
/// </summary>
[WarmupCount(1)]
[IterationCount(1)]
public class AllocationBenchmarks
{
    private const int Types = 10_000;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Least = [new AttributeReadingAnalyzer()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> Asking = [new RoslynAskingAnalyzer()];

    private BenchmarkedCompilation? _project;
    private DirectHost? _host;

    [Params(1, 100)]
    public int TypesPerFile { get; set; }

    [GlobalSetup]
    public void Parse() => _project = new BenchmarkedCompilation(Types, isDeclared: true, typesPerFile: TypesPerFile);

    [IterationSetup]
    public void Create() => _host = new DirectHost(_project!.Create(), BenchmarkedCompilation.Options);

    [Benchmark(Baseline = true, OperationsPerInvoke = Types)]
    public int ReadsAttributes() => _host!.Run(Least);

    [Benchmark(OperationsPerInvoke = Types)]
    public int AsksRoslyn() => _host!.Run(Asking);

    [Benchmark(OperationsPerInvoke = Types)]
    public int Provenance() => _host!.Run(BenchmarkedCompilation.All);
}
