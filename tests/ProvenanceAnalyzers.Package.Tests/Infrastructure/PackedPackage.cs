using System.IO.Compression;
using System.Reflection;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>The package and the tool, packed once a test run from the sources of this repository.</summary>
/// <remarks>
/// Nothing is written into the repository: the build for it has a folder of its own, so that it neither uses nor disturbs what
/// else is built there. It has a version of its own too: no package that a machine has in its cache is taken for it.
/// </remarks>
public sealed class PackedPackage : IAsyncLifetime
{
    private static readonly Lazy<Task<PackedFiles>> Packed = new(PackAsync);

    private PackedFiles? _files;

    internal static string RepositoryRoot { get; } = typeof(PackedPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    internal PackedFiles Files => _files ?? throw new InvalidOperationException("The package is packed when the first test starts.");

    public async Task InitializeAsync() => _files = await Packed.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    internal Workspace NewWorkspace() => new(Files);

    internal ZipArchive Open() => ZipFile.OpenRead(Files.PackagePath);

    private static async Task<PackedFiles> PackAsync()
    {
        var packed = TemporaryFolder.ForWholeRun("package");
        var version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";
        using (var artifacts = new TemporaryFolder("artifacts"))
        {
            // One after the other: both build the analyzers, into one folder.
            foreach (var project in new[] { "ProvenanceAnalyzers.Package", "ProvenanceAnalyzers.Tool" })
            {
                var pack = await ChildProcess.DotnetAsync(
                    RepositoryRoot,
                    "pack",
                    Path.Combine("src", project),
                    "--configuration", "Release",
                    "--artifacts-path", artifacts.Path,
                    "--output", packed,
                    "--disable-build-servers",
                    "-p:UseSharedCompilation=false",
                    $"-p:PackageVersion={version}",
                    "-tl:off");
                pack.MustSucceed();
                Assert.DoesNotContain(": warning ", pack.Text, StringComparison.Ordinal);
            }
        }

        var machineCache = await ChildProcess.DotnetAsync(RepositoryRoot, "nuget", "locals", "global-packages", "--list");
        return new PackedFiles(version, packed, PrepareCache(), machineCache.MustSucceed().Text.Trim().Split(": ", 2)[1]);
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
/// <param name="Source">The folder that holds the package.</param>
/// <param name="Cache">Where restoring puts packages, for these tests alone.</param>
/// <param name="MachineCache">The machine's own packages, which are read but never added to.</param>
internal sealed record PackedFiles(string Version, string Source, string Cache, string MachineCache)
{
    public string PackagePath => Path.Combine(Source, $"ProvenanceAnalyzers.{Version}.nupkg");
}
