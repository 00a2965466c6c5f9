namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>A folder outside the repository, so that no Directory.Build.props of ours has a say in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly bool Keep = Environment.GetEnvironmentVariable("PROVENANCE_KEEP_TEST_FOLDERS") == "1";

    public TemporaryFolder(string purpose)
    {
        Path = Directory.CreateTempSubdirectory($"provenance-{purpose}-").FullName;
    }

    public string Path { get; }

    public static string ForWholeRun(string purpose)
    {
        var folder = new TemporaryFolder(purpose);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder.Path;
    }

    public void Dispose()
    {
        if (Keep)
        {
            return;
        }

        try
        {
            // git marks its objects read-only, which stops a deletion on Windows.
            foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A virus scanner or indexer still has a file open; the system cleans its temporary folder.
        }
    }
}
