using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What a generated file costs beside 1,000 written types: the driver hides none from ours, so that what 2,000 of them add is held
/// against what they add to an analyzer that looks at each type and file once. In turn, since the machine's own speed changes.
/// </summary>
internal static class GeneratedFilesCost
{
    private const int Files = 2_000;

    private static readonly (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[] Sides =
        [("Looks once", [new RoslynAskingAnalyzer()]), ("All of ours", BenchmarkedCompilation.All)];

    /// <summary>Measures, and prints a table: the fastest run of each, and the median over the rounds of what a file costs.</summary>
    /// <param name="rounds">How often each is run.</param>
    public static void Measure(int rounds)
    {
        BenchmarkedCompilation[] projects =
            [new(types: 1_000, isDeclared: true), new(types: 1_000, isDeclared: true, generatedFiles: Files)];
        var times = Sides.Select(_ => projects.Select(_ => new List<TimeSpan>()).ToArray()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            // There and back, so that no side has the better half of a round.
            var order = Enumerable.Range(0, Sides.Length * projects.Length);
            foreach (var at in round % 2 == 0 ? order : order.Reverse())
            {
                var (side, project) = Math.DivRem(at, projects.Length);
                var time = TimeOf(projects[project], Sides[side].Analyzers);
                if (round >= 0)
                {
                    times[side][project].Add(time);
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| Analyzer | No generated file | {Files:N0} | One, by the fastest | One, by the median |"));
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (side, (without, with)) in Sides.Zip(times.Select(time => (time[0], time[1]))))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {side.Name} | {without.Min().TotalMilliseconds:0.0} ms | {with.Min().TotalMilliseconds:0.0} ms | "
                + $"{(with.Min() - without.Min()).TotalMicroseconds / Files:0.0} µs | "
                + $"{Median(with.Zip(without, (one, other) => one - other)).TotalMicroseconds / Files:0.0} µs |"));
        }
    }

    private static TimeSpan TimeOf(BenchmarkedCompilation project, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var host = new DirectHost(project.Create(), BenchmarkedCompilation.Options);
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        _ = host.Run(analyzers);
        return Environment.CpuUsage.TotalTime - start;
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }
}
