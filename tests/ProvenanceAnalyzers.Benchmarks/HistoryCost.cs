using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What asking history costs a build: the task on a generated repository, at first, and once more when all is known; beside
/// <c>git blame -w -M -C</c> of the same files alone, one after the other.
/// </summary>
internal static class HistoryCost
{
    private const int LinesOfFile = 120;
    private const int LinesOfEdit = 4;
    private const int FilesOfCommit = 2;
    private const int OneOfSoManyIsAnAgents = 8;
    private const string Agent = "Copilot <198982749+Copilot@users.noreply.github.com>";

    private static readonly string[] Words =
    [
        "order", "customer", "total", "price", "basket", "weight", "parcel", "refund", "coupon", "ledger", "account", "balance", "payment",
        "shipment", "warehouse", "stock", "supplier", "invoice", "receipt", "discount", "currency", "region", "address", "holiday",
    ];

    private static readonly string[] Humans = ["Ada Lovelace <ada@example.com>", "Bob Martin <bob@example.com>"];

    /// <summary>Measures, and prints a table.</summary>
    /// <param name="files">How many files the project has.</param>
    /// <param name="commits">How many commits its repository has.</param>
    public static void Measure(int files, int commits)
    {
        var folder = Directory.CreateTempSubdirectory("provenance-history-").FullName;
        try
        {
            var repository = Directory.CreateDirectory(Path.Combine(folder, "repository")).FullName;
            Git(repository, null, "init", "--quiet", "--initial-branch=main");
            Git(repository, Stream(files, commits), "fast-import", "--quiet");
            Git(repository, null, "reset", "--quiet", "--hard");
            Console.WriteLine($"{files} files, {commits} commits");
            Console.WriteLine("| What | Time |");
            Console.WriteLine("|---|---:|");
            Print("git blame -w -M -C of each file", () =>
            {
                foreach (var file in Enumerable.Range(0, files))
                {
                    Git(repository, null, "blame", "-w", "-M", "-C", "--porcelain", "HEAD", "--", NameOf(file));
                }
            });
            Print("the first build's task", () => List(repository, folder, files));
            Print("the second build's task", () => List(repository, folder, files));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {watch.Elapsed.TotalSeconds:F2} s |"));
    }

    private static void List(string repository, string folder, int files)
    {
        using var task = new ListProvenanceEvidence
        {
            BuildEngine = new SilentEngine(),
            Sources = [.. Enumerable.Range(0, files).Select(file => new TaskItem(Path.Combine(repository, NameOf(file))))],
            ProjectDirectory = repository,
            Cache = Path.Combine(folder, "cache"),
            List = Path.Combine(folder, "Provenance.Evidence.tsv"),
        };
        if (!task.Execute())
        {
            throw new InvalidOperationException("The task failed.");
        }
    }

    private static string NameOf(int file) => $"File{file:D4}.cs";

    /// <summary>
    /// A history for <c>git fast-import</c>: each file is committed once, and then lines of some of them are written anew.
    /// </summary>
    private static string Stream(int files, int commits)
    {
        var random = new Random(4711);
        var texts = Enumerable.Range(0, files)
            .Select(file => Enumerable.Range(0, LinesOfFile).Select(line => LineOf(file, line, 0)).ToArray())
            .ToList();
        var stream = new StringBuilder();
        for (var commit = 0; commit < commits; commit++)
        {
            var author = commit % OneOfSoManyIsAnAgents == 0 ? Agent : Humans[commit % Humans.Length];
            var time = 1_700_000_000 + (commit * 3600);
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\nauthor {author} {time} +0000\n")
                .Append(CultureInfo.InvariantCulture, $"committer {author} {time} +0000\ndata 4\nWork\n");
            foreach (var file in commit < files ? [commit] : Enumerable.Range(0, FilesOfCommit).Select(_ => random.Next(files)).Distinct())
            {
                if (commit >= files)
                {
                    var first = random.Next(LinesOfFile - LinesOfEdit);
                    for (var line = first; line < first + LinesOfEdit; line++)
                    {
                        texts[file][line] = LineOf(file, line, commit);
                    }
                }

                var text = string.Concat(texts[file].Select(line => line + "\n"));
                stream.Append(CultureInfo.InvariantCulture, $"M 100644 inline {NameOf(file)}\ndata {text.Length}\n{text}\n");
            }

            stream.Append('\n');
        }

        return stream.ToString();
    }

    /// <summary>
    /// A line of a file. In a hundred commits it is mostly another one altogether; where less than that has passed, a word of it is.
    /// </summary>
    private static string LineOf(int file, int line, int commit)
    {
        var words = new Random((file * 1_000_003) + (line * 1_009) + (commit / 100 * 7));
        string Word() => Words[words.Next(Words.Length)];
        return string.Create(
            CultureInfo.InvariantCulture, $"    var {Word()}{Word()} = {Word()}.{Word()}({Word()}, {Word()}{line}, {commit % 100});");
    }

    private static void Git(string folder, string? input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        _ = output.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed.");
        }
    }

    private sealed class SilentEngine : IBuildEngine
    {
        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "Project.csproj";

        public bool BuildProjectFile(
            string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e) => throw new InvalidOperationException(e.Message);

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogWarningEvent(BuildWarningEventArgs e)
        {
        }
    }
}
