using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Facts;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>
/// Lists the fixture files of a project for the analyzers, with the digest of each. A file that has not changed since the last build is
/// not read again.
/// </summary>
public sealed class ListProvenanceFixtures : RecordTask
{
    /// <summary>The fixture files.</summary>
    [Required]
    public ITaskItem[] Fixtures { get; set; } = [];

    /// <summary>What the compiler compiles, which is none.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The policy files, whose sections hold for where a file lies.</summary>
    public ITaskItem[] Policies { get; set; } = [];

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = string.Empty;

    /// <summary>The list to write. It stays as it is where it would say the same.</summary>
    [Required]
    public string List { get; set; } = string.Empty;

    /// <summary>The file that holds from build to build what need not be read again.</summary>
    [Required]
    public string Cache { get; set; } = string.Empty;

    private protected override void Run()
    {
        var fixtures = Collect();
        var known = FixtureCache.Read(Cache);
        Find(fixtures, known);
        if (known.Count == fixtures.Count && fixtures.TrueForAll(fixture => fixture.IsListed) && File.Exists(List))
        {
            return;
        }

        ReadUnknown(fixtures);
        var cache = new FixtureCache();
        var listed = new List<FixtureFile>(fixtures.Count);
        foreach (var fixture in fixtures)
        {
            if (fixture.IsGone)
            {
                Log.LogMessage(MessageImportance.Normal, "The fixture file '{0}' does not exist any more, and is left out.", fixture.Path);
                continue;
            }

            if (fixture.Problem != null)
            {
                Warn(
                    ErrorCodes.UnreadableFixture,
                    fixture,
                    $"The fixture file '{fixture.Path}' cannot be read, so that no review of it can be checked: {fixture.Problem}");
            }
            else if (fixture.IsCacheable)
            {
                var paths = FixtureList.PathsOf(fixture.ToFile());
                cache.Add(fixture.FullPath, new CachedFixture(paths, fixture.Size, fixture.Time, fixture.Digest!));
            }

            listed.Add(fixture.ToFile());
        }

        AtomicFile.Write(List, FixtureList.Write(listed));
        cache.Write(Cache);
    }

    /// <summary>The files by their paths; each once, however many globs match it.</summary>
    private List<ListedFixture> Collect()
    {
        var paths = new FixturePaths(ProjectDirectory);
        var mayBeSource = Array.Exists(Fixtures, item => item.ItemSpec.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));
        var sources = new HashSet<string>(mayBeSource ? Sources.Select(paths.FullPathOf) : [], Paths.Comparer);
        var byPath = new Dictionary<string, ListedFixture>(StringComparer.Ordinal);
        var fixtures = paths.Find(Fixtures, out var unnamed);
        foreach (var fixture in fixtures)
        {
            if (!sources.Contains(fixture.FullPath))
            {
                byPath[fixture.Path] = fixture;
            }
        }

        foreach (var fixture in unnamed)
        {
            Warn(
                ErrorCodes.SameFixturePath,
                fixture,
                $"No annotation can name the fixture file '{fixture.FullPath}': another one is known as '{fixture.Path}' too. "
                + "Give one of them another Link or LinkBase.");
        }

        if (Policies.Length > 0)
        {
            FollowLinks(byPath.Values);
        }

        return [.. byPath.Values];
    }

    private void FollowLinks(IEnumerable<ListedFixture> fixtures)
    {
        var paths = new FactPaths(Path.Combine(Path.GetFullPath(ProjectDirectory), "."));
        var real = new RealSourcePaths(paths, Policies.Select(policy => paths.FullPathOf(policy.ItemSpec)));
        foreach (var fixture in fixtures)
        {
            fixture.RealPath = real.Of(fixture.PhysicalPath);
        }
    }

    private static void Find(List<ListedFixture> fixtures, FixtureCache cache)
    {
        var now = DateTime.UtcNow;
        foreach (var fixture in fixtures)
        {
            fixture.Find(cache, now);
        }
    }

    private static void ReadUnknown(List<ListedFixture> fixtures)
    {
        var unknown = fixtures.FindAll(fixture => fixture is { Digest: null, IsGone: false, Problem: null });
        if (unknown.Count > 0)
        {
            Parallel.For(
                0,
                unknown.Count,
                () => new FixtureDigest(),
                (index, _, digest) =>
                {
                    unknown[index].Read(digest);
                    return digest;
                },
                digest => digest.Dispose());
        }
    }

    private void Warn(string code, ListedFixture fixture, string message) =>
        Log.LogWarning(null, code, null, fixture.FullPath, 0, 0, 0, 0, "{0}", message);
}
