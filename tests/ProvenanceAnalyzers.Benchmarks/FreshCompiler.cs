using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Mathematics;
using Microsoft.CodeAnalysis;
using Perfolizer.Mathematics.Common;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What analyzers cost a compiler process that starts anew, as on a build machine: loading, starting and translating them is most of it,
/// and no benchmark inside of one process sees that. A generated project is compiled with each of several analyzers in turn, again and
/// again, and the processor times of each round are held against each other, so that a machine that slows down slows down all. Where it
/// does so within a round, two of them at the same time, each on a processor of its own, tell more.
/// </summary>
internal static partial class FreshCompiler
{
    private const string NoAnalyzer = "no analyzer";
    private const string ReadsAttributes = "reads attributes";
    private const string Ours = "ours";
    private const string FactsName = "Fresh.net10.0" + FactsFile.NameEnding;

    /// <summary>Compares, and prints a table: medians of processor time, and of its ratio to the analyzer that reads attributes.</summary>
    /// <param name="types">How many types the project has, of about 76 lines each.</param>
    /// <param name="form">What is known of them: <c>undeclared</c>, <c>declared</c>, or <c>reviewed</c>, which has markers too.</param>
    /// <param name="rounds">How many rounds count, an even number; the first, which warms the disk up, does not.</param>
    /// <param name="others">Further assemblies to compare, such as those of an older commit: <c>name=path</c>.</param>
    public static void Compare(int types, string form, int rounds, IEnumerable<string> others)
    {
        var folder = Directory.CreateTempSubdirectory("provenance-fresh-compiler-").FullName;
        try
        {
            var sides = Sides(folder, form, others);
            WriteProject(folder, types, form);
            var times = sides.ToDictionary(side => side.Name, _ => new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                // There and back: what comes behind the same other one each time is by some per cent slower, or faster.
                foreach (var (name, arguments) in round % 2 == 0 ? sides : Enumerable.Reverse(sides))
                {
                    var seconds = Compile(folder, arguments);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {name} {seconds:F2} s"));
                    if (round > 0)
                    {
                        times[name].Add(seconds);
                    }
                }
            }

            Print(types, form, rounds, times);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Compares ours with the analyzer that reads attributes, both at the same time on two processors, which they exchange after each
    /// round: whatever the machine does to its speed meanwhile, it does to both. Prints the mean ratio with its 95 % interval.
    /// </summary>
    /// <param name="types">How many types the project has, of about 76 lines each.</param>
    /// <param name="form">What is known of them: <c>undeclared</c>, <c>declared</c>, or <c>reviewed</c>, which has markers too.</param>
    /// <param name="pairs">How many pairs of rounds count, there and back; a round before them, which warms the disk up, does not.</param>
    public static void CompareSideBySide(int types, string form, int pairs)
    {
        var folder = Directory.CreateTempSubdirectory("provenance-fresh-compiler-").FullName;
        try
        {
            var sides = Sides(folder, form, []).ToDictionary(side => side.Name, side => side.Arguments);
            WriteProject(folder, types, form);
            SideBySide(folder, sides[ReadsAttributes], sides[Ours]);
            var ratios = new List<double>();
            for (var pair = 1; pair <= pairs; pair++)
            {
                var (reads, ours) = SideBySide(folder, sides[ReadsAttributes], sides[Ours]);
                var (oursBack, readsBack) = SideBySide(folder, sides[Ours], sides[ReadsAttributes]);
                ratios.Add(Math.Sqrt(ours / reads * (oursBack / readsBack)));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"pair {pair}: reads attributes {reads:F2} s, {readsBack:F2} s; ours {ours:F2} s, {oursBack:F2} s; "
                    + $"ratio {ratios[^1]:F4}"));
            }

            var interval = new Statistics(ratios).GetConfidenceInterval(ConfidenceLevel.L95);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{types} {form} types, {pairs} pairs: mean ratio {interval.Estimation:F4}, 95 % from {interval.Lower:F4} to "
                + $"{interval.Upper:F4}, median {Median(ratios):F4}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double First, double Second) SideBySide(string folder, string[] first, string[] second)
    {
        var compilations = new[] { first, second }
            .Select((arguments, processor) => Task.Run(() => CompileOn(processor, folder, arguments)))
            .ToArray();
        Task.WaitAll(compilations);
        return (compilations[0].Result, compilations[1].Result);
    }

    /// <summary>
    /// Processor time of a compilation on one processor. A shell of its own counts it, since all children of this process count together.
    /// </summary>
    private static double CompileOn(int processor, string folder, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "bash",
            [
                "-c", """TIMEFORMAT='%U %S'; time taskset --cpu-list "$@" """, "bash", Invariant(processor), "dotnet",
                .. CompilerArguments(folder, arguments, Invariant(processor)),
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var times = process.StandardError.ReadToEnd();
        process.WaitForExit();
        RequireSuccess(process, output.Result + times);
        return times.Split(' ', '\n', StringSplitOptions.RemoveEmptyEntries).Sum(time => double.Parse(time, CultureInfo.InvariantCulture));
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<(string Name, string[] Arguments)> Sides(string folder, string form, IEnumerable<string> others)
    {
        var reading = "/analyzer:" + typeof(AttributeReadingAnalyzer).Assembly.Location;
        var sides = new List<(string, string[])> { (NoAnalyzer, []), (ReadsAttributes, [reading]) };
        if (form == "undeclared")
        {
            var turnedOn = Path.Combine(folder, "Reporting.globalconfig");
            File.WriteAllText(turnedOn, $"is_global = true\ndotnet_diagnostic.{TypeReportingAnalyzer.Id}.severity = warning\n");
            sides.Add(("reports as many", [reading, "/analyzerconfig:" + turnedOn]));
        }

        sides.Add((Ours, ["/analyzer:" + typeof(RuleFamilyAnalyzer).Assembly.Location]));
        foreach (var other in others)
        {
            var nameAndPath = other.Split('=', 2);
            sides.Add((nameAndPath[0], ["/analyzer:" + Path.GetFullPath(nameAndPath[1])]));
        }

        return sides;
    }

    private static void WriteProject(string folder, int types, string form)
    {
        GeneratedProject.Write(folder, types, form is "declared" or "reviewed", isReviewed: form == "reviewed");
        var references = Directory.CreateDirectory(Path.Combine(folder, "references")).FullName;
        foreach (var reference in Net100.ReferenceInfos.All)
        {
            File.WriteAllBytes(Path.Combine(references, reference.FileName), reference.ImageBytes);
        }

        var facts = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "obj")).FullName, FactsName);
        File.WriteAllText(facts, FactsFile.Write(new ListedFacts
        {
            Name = FactsName,
            ProjectFolders = { "../" },
            OutputFolders = { "obj/" },
        }));
        var config = Path.Combine(folder, ".editorconfig");
        File.WriteAllText(config, form == "declared" ? "[*.cs]\nprovenance.review_required = none\n" : "[*.cs]\nindent_size = 4\n");
        string[] arguments =
        [
            "/target:library", "/nologo", "/nullable:enable", "/langversion:latest", "/optimize+", "/deterministic+", "/debug:portable",
            Quoted("/additionalfile:" + facts),
            Quoted("/analyzerconfig:" + config),
            .. Directory.GetFiles(references).Select(file => Quoted("/reference:" + file)),
            .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Quoted),
        ];
        File.WriteAllLines(Path.Combine(folder, "compile.rsp"), arguments);
    }

    private static string Quoted(string argument) => $"\"{argument}\"";

    private static double Compile(string folder, string[] arguments)
    {
        var before = SecondsOfChildren();
        using var process = Process.Start(new ProcessStartInfo("dotnet", CompilerArguments(folder, arguments, "Fresh"))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        RequireSuccess(process, output);
        return SecondsOfChildren() - before;
    }

    private static IEnumerable<string> CompilerArguments(string folder, string[] arguments, string assembly) =>
    [
        CompilerPath(), "/noconfig", "@" + Path.Combine(folder, "compile.rsp"), "/out:" + Path.Combine(folder, "obj", assembly + ".dll"),
        .. arguments,
    ];

    private static void RequireSuccess(Process process, string output)
    {
        if (process.ExitCode != 0 || output.Contains("AD0001", StringComparison.Ordinal)
            || output.Contains("CS8032", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The compiler failed:\n{output}");
        }
    }

    /// <summary>The compiler of the SDK that runs this: its run-time library lies in <c>shared</c>, beside <c>sdk</c>.</summary>
    private static string CompilerPath()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        return Directory.GetDirectories(Path.Combine(root, "sdk"))
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .Last();
    }

    private static void Print(int types, string form, int rounds, Dictionary<string, List<double>> times)
    {
        Console.WriteLine($"{types} {form} types, medians of {rounds} rounds");
        Console.WriteLine("| Analyzer | Fastest | Median | Median ratio to reading attributes | Ratio of the means |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        var reading = times[ReadsAttributes];
        foreach (var (name, seconds) in times)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {seconds.Min():F2} s | {Median(seconds):F2} s | {Ratio(seconds, reading):F4} "
                + $"| {seconds.Average() / reading.Average():F4} |"));
        }
    }

    private static double Ratio(List<double> seconds, List<double> others) => Median([.. seconds.Zip(others, (one, other) => one / other)]);

    private static double Median(List<double> values) => new Statistics(values).Median;

    /// <summary>User and system time of all processes that this one has started and that have ended.</summary>
    private static double SecondsOfChildren()
    {
        const int Children = -1;
        return GetResourceUsage(Children, out var usage) == 0
            ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6)
            : throw new NotSupportedException("The processor time of child processes is known on Linux and macOS alone.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>The beginning of <c>struct rusage</c>, and room for the rest.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public nint UserSeconds;
        public nint UserMicroseconds;
        public nint SystemSeconds;
        public nint SystemMicroseconds;
    }
}
