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
