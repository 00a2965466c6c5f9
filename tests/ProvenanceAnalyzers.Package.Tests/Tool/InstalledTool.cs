using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Tool;

/// <summary>The command <c>provenance</c>, installed once a test run from its packed package, as users install it.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    private static readonly PackedPackage Package = new();
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    private string? _program;

    /// <summary>The program's full path.</summary>
    internal string Program => _program ?? throw new InvalidOperationException("The tool is installed when the first test starts.");

    public async Task InitializeAsync() => _program = await Installed.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    internal static Workspace NewWorkspace() => Package.NewWorkspace();

    /// <summary>A committed project in which markers and annotations of the assembly speak of a program and of a fixture file.</summary>
    internal static async Task<Workspace> NewWorkspaceOfTargetsAsync()
    {
        var workspace = NewWorkspace();
        workspace.Add(
            "Shop",
            new TestProject { Items = "<ProvenanceFixture Include=\"Data/*.json\" />" }.With("OutputType", "Exe"),
            ("Program.cs", "System.Console.WriteLine(1);\n"),
            ("Data/a.json", "{}\n"),
            ("Provenance.cs", """
                using ProvenanceAnalyzers;

                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Program.cs")]
                [assembly: HumanReviewed("bob@example.com", "2026-11-20", Target = "Program.cs", Digest = "h1:00000000000000000000000000000000")]
                [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Data/*.json")]

                """));
        await workspace.CommitAsync();
        return workspace;
    }

    /// <summary>Runs the command in a folder, without a terminal.</summary>
    internal Task<CommandOutput> RunAsync(string folder, params IEnumerable<string> arguments) =>
        RunAsync(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the command in a folder, without a terminal, with variables beside the others.</summary>
    internal Task<CommandOutput> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        ChildProcess.RunAsync(Program, folder, arguments, environment);

    private static async Task<string> InstallAsync()
    {
        await Package.InitializeAsync();
        var folder = TemporaryFolder.ForWholeRun("tool");
        using var workspace = Package.NewWorkspace();
        (await workspace.DotnetAsync(
            "tool", "install", "ProvenanceAnalyzers.Tool", "--version", workspace.PackageVersion, "--tool-path", folder,
            "--configfile", workspace.PathOf("NuGet.config"))).MustSucceed();
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "provenance.exe" : "provenance");
    }
}
