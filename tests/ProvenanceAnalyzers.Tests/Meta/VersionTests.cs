using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The version stands in one place, and whoever else names it is written from there.</summary>
public sealed class VersionTests
{
    private static readonly string[] Endings = [".cs", ".csproj", ".json", ".md", ".props", ".sh", ".targets", ".yml"];

    [Fact]
    public void No_other_file_names_it()
    {
        var written = DerivedVersion.Files.Select(file => file.Path).Append(DerivedVersion.Definition).ToList();

        // What is called so by others stands on lines of theirs.
        var naming = new[] { ".config", ".github", "samples", "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => Endings.Contains(Path.GetExtension(file))
                && !file.Split('/').Any(name => name is "bin" or "obj" or "artifacts" or ".packages" or "TestResults"))
            .Where(file => !written.Contains(file))
            .SelectMany(file => Repository.Read(file).Split('\n').Select((line, index) => (Line: line, Place: $"{file}({index + 1})")))
            .Where(line => line.Line.Contains("ProvenanceAnalyzers", StringComparison.Ordinal)
                && line.Line.Contains(DerivedVersion.Current, StringComparison.Ordinal))
            .Select(line => line.Place);

        Assert.Empty(naming);
    }

    [Fact]
    public void Who_is_known_to_name_it_is_written() => Assert.Equal(
        [
            "README.md",
            "samples/Directory.Build.props",
            $"{DerivedFiles.Package}/PACKAGE.md",
            $"{DerivedFiles.Package}/docs/adopting.md",
        ],
        DerivedVersion.Files.Select(file => file.Path).Take(4));

    [Theory]
    [InlineData("<PackageReference Include=\"ProvenanceAnalyzers\" Version=\"9.8.7-rc.1\" />", "Version=\"{0}\" />")]
    [InlineData("  <ProvenanceAnalyzersVersion>9.8.7</ProvenanceAnalyzersVersion>", "Version>{0}</")]
    [InlineData("dotnet tool install ProvenanceAnalyzers.Tool --version 9.8.7", "--version {0}")]
    [InlineData("[a](https://github.com/ProvenanceAnalyzers/ProvenanceAnalyzers/blob/v9.8.7/README.md)", "/blob/v{0}/README.md")]
    public void An_old_version_is_written_over(string text, string expected)
    {
        var written = DerivedVersion.In(text);

        Assert.Contains(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, DerivedVersion.Current),
            written,
            StringComparison.Ordinal);
        Assert.DoesNotContain("9.8.7", written, StringComparison.Ordinal);
        Assert.Equal(written, DerivedVersion.In(written));
    }

    [Theory]
    [InlineData("<PackageReference Include=\"Other\" Version=\"9.8.7\" />")]
    [InlineData("[Agent Trace](https://github.com/cursor/agent-trace) 0.1.0, in JSON Lines")]
    [InlineData("https://github.com/other/ProvenanceAnalyzers/blob/v9.8.7/README.md")]
    public void Versions_of_others_stay(string text) => Assert.Equal(text, DerivedVersion.In(text));
}
