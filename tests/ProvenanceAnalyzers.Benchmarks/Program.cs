using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ProvenanceAnalyzers.Benchmarks;

if (args is ["generate", var folder, var types, ..])
{
    GeneratedProject.Write(
        folder,
        int.Parse(types, CultureInfo.InvariantCulture),
        isDeclared: args.Contains("declared") || args.Contains("reviewed"),
        isReviewed: args.Contains("reviewed"));
    return;
}

if (args is ["manifests", var target, var projects, var units])
{
    GeneratedManifests.Write(
        target, int.Parse(projects, CultureInfo.InvariantCulture), int.Parse(units, CultureInfo.InvariantCulture));
    return;
}

if (args is ["fresh", var size, "undeclared" or "declared" or "reviewed", var pairs, "side-by-side"])
{
    FreshCompiler.CompareSideBySide(
        int.Parse(size, CultureInfo.InvariantCulture), args[2], int.Parse(pairs, CultureInfo.InvariantCulture));
    return;
}

if (args is ["fresh", var count, "undeclared" or "declared" or "reviewed", var rounds, .. var others])
{
    FreshCompiler.Compare(
        int.Parse(count, CultureInfo.InvariantCulture),
        args[2],
        int.Parse(rounds, CultureInfo.InvariantCulture),
        others);
    return;
}

if (args is ["history", var fileCount, var commitCount])
{
    HistoryCost.Measure(
        int.Parse(fileCount, CultureInfo.InvariantCulture), int.Parse(commitCount, CultureInfo.InvariantCulture));
    return;
}

if (args is ["generated", var times])
{
    GeneratedFilesCost.Measure(int.Parse(times, CultureInfo.InvariantCulture));
    return;
}

// In this process: BenchmarkDotNet's own project would inherit this repository's build properties. One run an iteration, since each needs
// a compilation of its own; the minimum is the steadiest number on a machine that others use too.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    args.Length == 0 ? ["--filter", "*"] : args,
    DefaultConfig.Instance
        .AddJob(Job.Default
            .WithClock(new ProcessorTimeClock())
            // Five minutes for all runs of a benchmark, as it has by default, are not enough on a busy machine.
            .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(1)
            .WithIterationCount(5)
            .WithInvocationCount(1)
            .WithUnrollFactor(1))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(StatisticColumn.Min, StatisticColumn.Median));
