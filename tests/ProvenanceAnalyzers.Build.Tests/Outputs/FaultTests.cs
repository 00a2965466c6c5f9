using System.Diagnostics;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Outputs;

namespace ProvenanceAnalyzers.Build.Tests.Outputs;

/// <summary>Disks that are full, folders that are read-only, builds that are ended: with the task in an MSBuild of its own.</summary>
public sealed class FaultTests
{
    private const string Manifest = "Lib.provenance.json";
    private const string Baseline = "Provenance.Baseline.txt";

    // The runtime itself needs larger files than the limit for code that it may both write and execute.
    private const string Limited = "export DOTNET_EnableWriteXorExecute=0; ulimit -f 64; ";

    [FactOnUnix]
    public void A_disk_that_takes_no_more_is_an_error_and_leaves_what_is_there()
    {
        using var folder = Prepare();

        // Without the trap the process is ended, and with it writing fails, as it does on a full disk.
        var (exitCode, output) = Run(folder, "trap '' XFSZ; " + Limited + Build(folder, "out"));

        MustBeAnError(exitCode, output, folder.PathOf($"out/{Manifest}"));
        Assert.Equal("old", folder.Read($"out/{Manifest}"));
        Assert.Equal([Manifest], NamesIn(folder.PathOf("out")));
    }

    [FactOnUnix]
    public void A_build_that_is_ended_in_the_middle_of_writing_leaves_what_is_there()
    {
        using var folder = Prepare();

        var (exitCode, _) = Run(folder, Limited + Build(folder, "out"));

        Assert.NotEqual(0, exitCode);
        Assert.Equal("old", folder.Read($"out/{Manifest}"));
        var half = Assert.Single(NamesIn(folder.PathOf("out")), name => name != Manifest);
        Assert.Equal(64 * 1024, new FileInfo(folder.PathOf($"out/{half}")).Length);
    }

    [FactWhereMountingIsAllowed]
    public void A_full_disk_is_an_error_and_leaves_what_is_there()
    {
        using var folder = Prepare();

        var (exitCode, output) = RunMounted(
            folder,
            $"mount -t tmpfs -o size=64k none out; echo kept > out/{Manifest}; "
            + $"{Build(folder, "out")}; end=$?; ls -A out; cat out/*; exit $end");

        MustBeAnError(exitCode, output, folder.PathOf($"out/{Manifest}"));
        Assert.EndsWith($"\n{Manifest}\nkept\n", output, StringComparison.Ordinal);
    }

    [FactWhereMountingIsAllowed]
    public void A_full_disk_is_an_error_for_a_baseline_too()
    {
        using var folder = Prepare();

        var (exitCode, output) = RunMounted(
            folder,
            $"mount -t tmpfs -o size=64k none project; echo '# kept' > project/{Baseline}; {Build(folder, "out", "update")}; end=$?; "
            + "ls -A project; cat project/*; exit $end");

        MustBeAnError(exitCode, output, folder.PathOf($"project/{Baseline}"));
        Assert.EndsWith($"\n{Baseline}\n# kept\n", output, StringComparison.Ordinal);
        Assert.Equal("old", folder.Read($"out/{Manifest}"));
    }

    [FactWhereMountingIsAllowed]
    public void A_read_only_folder_is_an_error_and_leaves_what_is_there()
    {
        using var folder = Prepare();

        var (exitCode, output) = RunMounted(
            folder,
            $"mount -t tmpfs none out; echo kept > out/{Manifest}; mount -o bind,remount,ro out; {Build(folder, "out")}; end=$?; "
            + "ls -A out; cat out/*; exit $end");

        MustBeAnError(exitCode, output, folder.PathOf($"out/{Manifest}"));
        Assert.EndsWith($"\n{Manifest}\nkept\n", output, StringComparison.Ordinal);
    }

    // Not even an administrator can make a file there.
    [FactOnLinux]
    public void In_a_folder_that_takes_no_file_nothing_is_touched()
    {
        var before = File.ReadAllText("/proc/version");

        var exception = Assert.Throws<RecordException>(() => AtomicFile.Write("/proc/version", "new"));

        Assert.Equal(("PROVMSB0011", "/proc/version"), (exception.Code, exception.File));
        Assert.StartsWith("'/proc/version' cannot be written, and is left as it was: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText("/proc/version"));
    }

    /// <summary>A record whose manifest is larger than any limit here, a project, and a manifest that is there already.</summary>
    private static TemporaryFolder Prepare()
    {
        var folder = new TemporaryFolder();
        var units = Enumerable.Range(0, 3_000)
            .Select(number => Sample.Unit($"T:Type{number}") with { Due = "PROV1001", IsDeclared = false });
        folder.Write("record.json", Json.OneLine(Sample.Framework("net10.0", [.. units])));
        Directory.CreateDirectory(folder.PathOf("project"));
        Directory.CreateDirectory(folder.PathOf("out"));
        folder.Write($"out/{Manifest}", "old");
        return folder;
    }

    /// <summary>The command that writes the records.</summary>
    private static string Build(TemporaryFolder folder, string output, string baseline = "")
    {
        var ofBaseline = baseline.Length > 0
            ? $"""<RecordOutput Include="{folder.PathOf("project")}" Kind="baseline-{baseline}" />"""
            : string.Empty;
        folder.Write("write.proj", $"""
            <Project>
              <UsingTask TaskName="{typeof(WriteProvenanceRecords).FullName}" AssemblyFile="{typeof(AtomicFile).Assembly.Location}" />
              <Target Name="Write">
                <ItemGroup>
                  {ofBaseline}
                  <RecordOutput Include="{folder.PathOf(output)}/{Manifest}" Kind="manifest" />
                </ItemGroup>
                <WriteProvenanceRecords Records="record.json" Project="{folder.PathOf("project/Lib.csproj")}" Outputs="@(RecordOutput)" />
              </Target>
            </Project>
            """);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return $"'{dotnet}' msbuild write.proj -nologo -nodeReuse:false -verbosity:minimal -terminalLogger:off";
    }

    private static (int ExitCode, string Output) RunMounted(TemporaryFolder folder, string script) =>
        Run(folder, $"exec {FactWhereMountingIsAllowedAttribute.Unshare} bash -c \"$0\"", script);

    private static (int ExitCode, string Output) Run(TemporaryFolder folder, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };

        // The test host's own MSBuild is not to be that of the child.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static void MustBeAnError(int exitCode, string output, string path)
    {
        Assert.True(exitCode == 1, output);
        Assert.Contains(
            $"{path} : error PROVMSB0011: '{path}' cannot be written, and is left as it was: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> NamesIn(string folder) =>
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
