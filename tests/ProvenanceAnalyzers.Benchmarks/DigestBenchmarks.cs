using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>The digest of a thousand types, file by file, beside lexing the same text with Roslyn.</summary>
public class DigestBenchmarks
{
    private string[] _files = [];

    [GlobalSetup]
    public void Generate()
    {
        _files = [.. Enumerable.Range(0, 1_000).Select(index => GeneratedProject.File(index, isDeclared: true))];
        Console.WriteLine($"{_files.Sum(file => file.Length) / 1e6:0.00} MB");
    }

    [Benchmark(Baseline = true)]
    public int Lex() => _files.Sum(file => SyntaxFactory.ParseTokens(file).Count());

    [Benchmark]
    public int Digest() => _files.Sum(file => CodeDigest.Compute(file).Length);
}
