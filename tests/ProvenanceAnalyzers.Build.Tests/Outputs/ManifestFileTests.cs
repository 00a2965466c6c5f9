using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Outputs;

namespace ProvenanceAnalyzers.Build.Tests.Outputs;

/// <summary>A manifest on its way to a file that may be another project's.</summary>
public sealed class ManifestFileTests
{
    [Fact]
    public void A_manifest_never_replaces_that_of_another_project()
    {
        using var folder = new TemporaryFolder();
        var first = Sample.Manifest(Sample.Framework("net10.0"));
        var changed = Sample.Manifest(Sample.Framework("net9.0"));
        var second = first with { Project = "test/Lib.csproj" };
        foreach (var (name, create) in new (string, Func<string, IRecordOutput>)[]
        {
            ("Lib.provenance.json", path => new ManifestOutput([path])),
            ("Lib.provenance.jsonl", path => new JsonLinesOutput([path])),
        })
        {
            var path = folder.PathOf(name);
            File.WriteAllText(path, "half a manifest");
            create(path).Write(first);
            create(path).Write(changed);
            var before = File.ReadAllText(path);

            var exception = Assert.Throws<RecordException>(() => create(path).Write(second));

            Assert.Equal(("PROVMSB0012", path), (exception.Code, exception.File));
            Assert.Equal(
                $"'{path}' is the manifest of 'src/Lib.csproj', which has the same assembly name as 'test/Lib.csproj'. "
                + "Give one of them another "
                + "AssemblyName, or a ProvenanceManifestDirectory of its own. If there is no 'src/Lib.csproj' any more, delete the file.",
                exception.Message);
            Assert.Contains("net9.0", before, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllText(path));
        }

        Assert.Equal(["Lib.provenance.json", "Lib.provenance.jsonl"], folder.Names);
    }

    [Fact]
    public void Of_two_projects_that_write_one_manifest_at_once_one_fails()
    {
        using var folder = new TemporaryFolder();
        var manifest = Sample.Manifest(Sample.Framework("net10.0"));
        for (var run = 0; run < 100; run++)
        {
            var path = folder.PathOf($"{run}.json");
            var failed = 0;
            Parallel.For(0, 2, number =>
            {
                try
                {
                    new ManifestOutput([path]).Write(manifest with { Project = $"{number}.csproj" });
                }
                catch (RecordException)
                {
                    Interlocked.Increment(ref failed);
                }
            });
            Assert.Equal(1, failed);
        }
    }
}
