using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>The package and the tool, packed once a test run from the sources of this repository.</summary>
/// <remarks>
/// Nothing is written into the repository: it is packed from a copy, so that it neither uses nor disturbs what else is built there. It has
/// a version of its own too: no package that a machine has in its cache is taken for it.
/// </remarks>
public sealed class PackedPackage : IAsyncLifetime
{
    private static readonly Lazy<Task<PackedFiles>> Packed = new(PackAsync);

    private PackedFiles? _files;

    internal static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    internal static string RepositoryUrl { get; } = Metadata("RepositoryUrl");

    /// <summary>The version of a release from these sources.</summary>
    internal static string ReleaseVersion { get; } = Metadata("Version");

    internal PackedFiles Files => _files ?? throw new InvalidOperationException("The package is packed when the first test starts.");

    public async Task InitializeAsync() => _files = await Packed.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    internal Workspace NewWorkspace() => new(Files);

    internal ZipArchive Open() => ZipFile.OpenRead(Files.PackagePath);

    private static string Metadata(string key) => typeof(PackedPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;

    private static async Task<PackedFiles> PackAsync()
    {
        var packed = TemporaryFolder.ForWholeRun("package");
        var version = $"{ReleaseVersion}-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        using var sources = await SourceCopy.CreateAsync("a");
        await sources.PackAsync(version, packed);

        var machineCache = await ChildProcess.DotnetAsync(RepositoryRoot, "nuget", "locals", "global-packages", "--list");
        return new PackedFiles(
            version, sources.Commit, packed, PrepareCache(), machineCache.MustSucceed().Text.Trim().Split(": ", 2)[1]);
    }

    // Kept from run to run, so that the test frameworks are downloaded once; what earlier runs packed is of no use any more. A run
    // that goes on at the same time keeps its own.
    private static string PrepareCache()
    {
        var cache = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "packages"));
        var ours = cache.CreateSubdirectory("provenanceanalyzers");
        foreach (var old in ours.EnumerateDirectories().Where(folder => folder.CreationTimeUtc < DateTime.UtcNow.AddHours(-3)))
        {
            old.Delete(recursive: true);
        }

        return cache.FullName;
    }
}

/// <summary>Where the packed package is, and what a project needs to restore it.</summary>
/// <param name="Version">The version that only this run has.</param>
/// <param name="Commit">The commit that it was packed from.</param>
/// <param name="Source">The folder that holds the package.</param>
/// <param name="Cache">Where restoring puts packages, for these tests alone.</param>
/// <param name="MachineCache">The machine's own packages, which are read but never added to.</param>
internal sealed record PackedFiles(string Version, string Commit, string Source, string Cache, string MachineCache)
{
    public string PackagePath => Path.Combine(Source, $"ProvenanceAnalyzers.{Version}.nupkg");

    /// <summary>The tool's package for this machine, which a small one beside it names.</summary>
    public string ToolPath => Path.Combine(Source, $"ProvenanceAnalyzers.Tool.{RuntimeInformation.RuntimeIdentifier}.{Version}.nupkg");
}
