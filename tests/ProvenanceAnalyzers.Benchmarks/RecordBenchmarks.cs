using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What a baseline that has every type costs a compilation, method bodies included, and what a record of every type does; beside the
/// compilation without either, which reports every type.
/// </summary>
public class RecordBenchmarks
{
    private BenchmarkedCompilation? _project;
    private CSharpCompilation? _compilation;
    private AnalyzerOptions? _baseline;
    private AnalyzerOptions? _record;

    [Params(3_000)]
    public int Types { get; set; }

    [GlobalSetup]
    public void Parse()
    {
        _project = new BenchmarkedCompilation(Types, isDeclared: false);
        _record = BenchmarkedCompilation.OptionsWith([], isRecorded: true);
        var lines = BenchmarkedCompilation.Diagnose(_project.Create(), BenchmarkedCompilation.All, _record)
            .Where(diagnostic => diagnostic.Id == "PROV9001")
            .Select(diagnostic => JsonDocument.Parse(diagnostic.Properties["record"]!).RootElement)
            .Where(record => record.TryGetProperty("due", out var due) && due.ValueKind == JsonValueKind.String)
            .Select(record => $"{record.GetProperty("id").GetString()} {record.GetProperty("digest").GetString()}\n")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (lines.Count != Types)
        {
            throw new InvalidOperationException($"The baseline has {lines.Count} lines.");
        }

        _baseline = BenchmarkedCompilation.OptionsWith([new BaselineText(string.Concat(lines))]);
    }

    [IterationSetup]
    public void Create() => _compilation = _project!.Create();

    [Benchmark(Baseline = true)]
    public int Plain() => BenchmarkedCompilation.Diagnose(_compilation!, BenchmarkedCompilation.All, BenchmarkedCompilation.Options).Length;

    [Benchmark]
    public int WithBaseline() => BenchmarkedCompilation.Diagnose(_compilation!, BenchmarkedCompilation.All, _baseline!).Length;

    [Benchmark]
    public int WithRecord() => BenchmarkedCompilation.Diagnose(_compilation!, BenchmarkedCompilation.All, _record!).Length;

    private sealed class BaselineText(string text) : AdditionalText
    {
        public override string Path => "/0/Provenance.Baseline.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
