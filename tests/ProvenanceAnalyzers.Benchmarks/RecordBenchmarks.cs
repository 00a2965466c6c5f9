using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Configuration;
using ProvenanceAnalyzers.Record;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What a baseline that has every type costs a compilation, method bodies included, and what a record of every type does; beside the
/// compilation without either, which reports every type. The two that call the analyzers directly say what of it is ours.
/// </summary>
public class RecordBenchmarks
{
    private const int Types = 3_000;

    // Once for all benchmarks, which run in one process.
    private static readonly BenchmarkedCompilation Project = new(Types, isDeclared: false);
    private static readonly AnalyzerOptions Recorded = BenchmarkedCompilation.OptionsWith([], isRecorded: true);
    private static readonly AnalyzerOptions Baseline = BenchmarkedCompilation.OptionsWith([new BaselineText(Lines())], isRecorded: false);

    private CSharpCompilation? _compilation;
    private DirectHost? _host;

    [IterationSetup(Targets = [nameof(Plain), nameof(WithBaseline), nameof(WithRecord)])]
    public void Create() => _compilation = Project.Create();

    [IterationSetup(Target = nameof(Ours))]
    public void CreateAndDeclare() => _host = new DirectHost(Project.Create(), BenchmarkedCompilation.Options);

    [IterationSetup(Target = nameof(OursWithBaseline))]
    public void CreateAndDeclareWithBaseline() => _host = new DirectHost(Project.Create(), Baseline);

    [Benchmark(Baseline = true)]
    public int Plain() => BenchmarkedCompilation.Diagnose(_compilation!, BenchmarkedCompilation.All, BenchmarkedCompilation.Options).Length;

    [Benchmark]
    public int WithBaseline() => BenchmarkedCompilation.Diagnose(_compilation!, BenchmarkedCompilation.All, Baseline).Length;

    [Benchmark]
    public int WithRecord() => BenchmarkedCompilation.Diagnose(_compilation!, BenchmarkedCompilation.All, Recorded).Length;

    [Benchmark]
    public int Ours() => MustBe(Types, _host!.Run(BenchmarkedCompilation.All));

    [Benchmark]
    public int OursWithBaseline() => MustBe(0, _host!.Run(BenchmarkedCompilation.All));

    private static int MustBe(int expected, int reported) =>
        reported == expected ? reported : throw new InvalidOperationException($"{reported} diagnostics instead of {expected}.");

    private static string Lines()
    {
        var lines = BenchmarkedCompilation.Diagnose(Project.Create(), [new RecordAnalyzer()], Recorded)
            .Select(diagnostic => JsonDocument.Parse(diagnostic.Properties["record"]!).RootElement)
            .Where(record => record.TryGetProperty("due", out var due) && due.ValueKind == JsonValueKind.String)
            .Select(record => $"{record.GetProperty("id").GetString()} {record.GetProperty("digest").GetString()}\n")
            .Order(StringComparer.Ordinal)
            .ToList();
        MustBe(Types, lines.Count);
        return string.Concat(lines);
    }

    private sealed class BaselineText(string text) : AdditionalText
    {
        public override string Path => "/0/Provenance.Baseline.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
