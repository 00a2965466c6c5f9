using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>
/// The notices in both packages name what the packages hold of others, by the words of its own packages, which the machine has restored.
/// </summary>
public sealed partial class NoticeTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Notices = "THIRD-PARTY-NOTICES.txt";

    /// <summary>
    /// What DuckDB holds of others: the namespace in its library, which it begins with its own name, and the name in the notices.
    /// </summary>
    private static readonly Dictionary<string, string> NamespacesInDuckDB = new(StringComparer.Ordinal)
    {
        ["adbc"] = "Apache Arrow ADBC",
        ["apache"] = "Apache Thrift",
        ["brotli"] = "Brotli",
        ["fast_float"] = "fast_float",
        ["fastpforlib"] = "FastPFor",
        ["fmt"] = "fmt",
        ["hll"] = "hyperloglog",
        ["httplib"] = "cpp-httplib",
        ["jaro_winkler"] = "RapidFuzz, jaro_winkler",
        ["libpgquery"] = "libpg_query",
        ["lz4"] = "LZ4",
        ["mbedtls"] = "Mbed TLS",
        ["miniz"] = "miniz",
        ["moodycamel"] = "concurrentqueue",
        ["nanoarrow"] = "Apache Arrow nanoarrow",
        ["parquet"] = "Apache Parquet",
        ["pdqsort"] = "pdqsort",
        ["re2"] = "RE2",
        ["ska_sort"] = "ska_sort",
        ["skiplistlib"] = "skiplist",
        ["snappy"] = "Snappy",
        ["tdigest"] = "t-digest",
        ["vergesort"] = "vergesort",
        ["yyjson"] = "yyjson",
        ["zstd"] = "Zstandard",
    };

    /// <summary>What is in it besides, in C or in no namespace, by its sources; ICU is in an extension of it.</summary>
    private static readonly string[] WithoutNamespace = ["FSST", "ICU", "jemalloc", "PCG", "utf8proc"];

    [Fact]
    public void What_the_package_holds_of_others_has_a_notice()
    {
        using var content = package.Open();
        var foreign = content.Entries
            .Where(entry => IsBinary(entry.Name) && !entry.Name.StartsWith("ProvenanceAnalyzers.", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(foreign);
        Assert.Equal(
            foreign.Select(entry => Notice(Path.GetFileNameWithoutExtension(entry.Name), VersionOf(entry))),
            NoticesOf(content));
        Assert.All(NoticesOf(content), notice => AssertLicence(content, notice));
    }

    [Fact]
    public void What_the_tool_holds_of_others_has_a_notice()
    {
        using var content = ZipFile.OpenRead(package.Files.ToolPath);
        var notices = Read(content, Notices);
        using var dependencies = JsonDocument.Parse(Read(
            content, content.Entries.Single(entry => entry.Name == "ProvenanceAnalyzers.Tool.deps.json").FullName));
        var packages = PackagesWithFiles(dependencies.RootElement).ToList();

        Assert.Equal(
            packages.Select(library => Notice(library.Id, library.Version)).Order(StringComparer.Ordinal),
            NoticesOf(content).TakeWhile(notice => !notice.StartsWith("DuckDB,", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(NoticesOf(content), notice => AssertLicence(content, notice));

        // A package brings what no list of dependencies has: programs that it starts, and a library that others have written.
        var known = packages.SelectMany(library => library.Files).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            content.Entries.Where(entry => IsBinary(entry.Name)
                && !entry.Name.StartsWith("ProvenanceAnalyzers.", StringComparison.Ordinal)
                && !known.Contains(entry.Name)),
            entry =>
            {
                Assert.Contains("/BuildHost-net", entry.FullName, StringComparison.Ordinal);
                Assert.True(
                    entry.Name.StartsWith("Microsoft.CodeAnalysis.Workspaces.MSBuild.", StringComparison.Ordinal)
                        || notices.Contains(Path.GetFileNameWithoutExtension(entry.Name), StringComparison.Ordinal),
                    $"{entry.FullName} has no notice.");
            });
        var bindings = PathOf(packages.Single(library => library.Id == "DuckDB.NET.Bindings.Full"));
        var duckDB = File.ReadLines(Path.Combine(bindings, "LICENSE-DuckDB.txt")).First();
        Assert.StartsWith("Copyright ", duckDB, StringComparison.Ordinal);
        Assert.Contains($"DuckDB, the library in DuckDB.NET.Bindings.Full | MIT | {duckDB}", NoticesOf(content));
        Assert.Equal(
            NamespacesInDuckDB.Keys.Order(StringComparer.Ordinal),
            NamespacesOfOthers(Path.Combine(bindings, "runtimes", "linux-x64", "native", "libduckdb.so")).Order(StringComparer.Ordinal));
        Assert.Equal(
            NamespacesInDuckDB.Values.Concat(WithoutNamespace).Order(StringComparer.Ordinal),
            NoticesOf(content).Select(notice => notice.Split(" | ")[0])
                .Where(name => name.EndsWith(", which is in DuckDB", StringComparison.Ordinal))
                .Select(name => name[..^", which is in DuckDB".Length])
                .Order(StringComparer.Ordinal));
    }

    /// <summary>What the page of a report is made with has its licences in a file beside it.</summary>
    [Fact]
    public void What_a_report_holds_of_others_has_a_notice()
    {
        using var content = ZipFile.OpenRead(package.Files.ToolPath);
        var libraries = Path.Combine(PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Tool/Report/Libraries");
        var scripts = Directory.EnumerateFiles(libraries, "*.min.js").Select(file => Path.GetFileName(file)).ToList();
        var titles = File.ReadLines(Path.Combine(libraries, "LIBRARIES.txt"))
            .Where(line => line.EndsWith(".min.js)", StringComparison.Ordinal))
            .Select(line => line.Split(" ("))
            .ToDictionary(line => line[1].TrimEnd(')'), line => line[0]);

        Assert.Equal(scripts.Order(StringComparer.Ordinal), titles.Keys.Order(StringComparer.Ordinal));
        Assert.All(titles.Values, title => Assert.Contains(
            NoticesOf(content), notice => notice.StartsWith(title + " | ", StringComparison.Ordinal)));
    }

    /// <summary>
    /// The namespaces in the names of a library for Linux, which stand there as the Itanium C++ ABI has them: <c>N</c>, perhaps <c>K</c>,
    /// and each part behind its length.
    /// </summary>
    private static IEnumerable<string> NamespacesOfOthers(string library)
    {
        const string Own = "duckdb_";
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(library));
        return ScopedName().Matches(text)
            .Where(match => match.Groups[2].Length >= int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .Select(match => match.Groups[2].Value[Own.Length..int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)])
            .Distinct();
    }

    [GeneratedRegex("NK?([1-9][0-9])(duckdb_[a-z0-9_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ScopedName();

    private static bool IsBinary(string name) => Path.GetExtension(name) is ".dll" or ".exe" or ".so" or ".dylib";

    private static IEnumerable<string> NoticesOf(ZipArchive content) =>
        Read(content, Notices).Split('\n').Where(line => line.Split(" | ").Length == 3);

    private static void AssertLicence(ZipArchive content, string notice)
    {
        var licence = notice.Split(" | ")[1];
        Assert.Contains($"\n{licence}\n{new string('-', licence.Length)}\n", Read(content, Notices), StringComparison.Ordinal);
    }

    private static string Read(ZipArchive content, string path)
    {
        using var reader = new StreamReader(content.GetEntry(path)!.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The packages of a list of dependencies that bring a file, with the names of their files.</summary>
    private static IEnumerable<Library> PackagesWithFiles(JsonElement dependencies)
    {
        var types = dependencies.GetProperty("libraries");
        return dependencies.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(library => types.GetProperty(library.Name).GetProperty("type").GetString() == "package")
            .Select(library => new Library(
                library.Name.Split('/')[0],
                library.Name.Split('/')[1],
                [
                    .. new[] { "runtime", "native", "runtimeTargets" }
                        .Where(kind => library.Value.TryGetProperty(kind, out _))
                        .SelectMany(kind => library.Value.GetProperty(kind).EnumerateObject())
                        .Select(file => Path.GetFileName(file.Name)),
                ]))
            .Where(library => library.Files.Count > 0);
    }

    /// <summary>The version of the package that a file is from: the one with these very bytes.</summary>
    private string VersionOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        var versions = Path.Combine(package.Files.MachineCache, Path.GetFileNameWithoutExtension(entry.Name).ToLowerInvariant());
        return Directory.EnumerateDirectories(versions)
            .Where(version => Directory.EnumerateFiles(version, entry.Name, SearchOption.AllDirectories)
                .Any(file => File.ReadAllBytes(file).AsSpan().SequenceEqual(copy.ToArray())))
            .Select(version => Path.GetFileName(version))
            .First();
    }

    private string PathOf(Library library) => Path.Combine(package.Files.MachineCache, library.Id.ToLowerInvariant(), library.Version);

    /// <summary>Name, licence and copyright as a package says them of itself; without a copyright its authors.</summary>
    private string Notice(string id, string version)
    {
        var folder = PathOf(new Library(id, version, []));
        var metadata = XDocument.Load(Path.Combine(folder, id.ToLowerInvariant() + ".nuspec")).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        return $"{id} {version} | {Value("license")} | {Value("copyright") ?? Value("authors")}";
    }

    private sealed record Library(string Id, string Version, IReadOnlyList<string> Files);
}
