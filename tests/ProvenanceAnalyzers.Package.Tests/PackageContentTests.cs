using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>What is in the package file, and what its assemblies ask of the compiler that loads them.</summary>
public sealed class PackageContentTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string AnalyzersPath = "analyzers/dotnet/cs/ProvenanceAnalyzers.dll";
    private const string TasksPath = "tasks/netstandard2.0/ProvenanceAnalyzers.Build.dll";
    private const string CodeFixesPath = "analyzers/dotnet/cs/ProvenanceAnalyzers.CodeFixes.dll";

    // Newer than the floor's own references: the compiler of the floor could not load it. Unknown here: it would have to be shipped.
    private static readonly Dictionary<string, Version> ReferencesOfTheRoslynFloor = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 14, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 14, 0, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Composition.AttributedModel"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Reflection.Metadata"] = new(9, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
        ["ProvenanceAnalyzers"] = Version.Parse(PackedPackage.ReleaseVersion.Split('-')[0] + ".0"),
    };

    [Fact]
    public void It_holds_the_files_of_its_list_and_no_others()
    {
        using var content = package.Open();

        // What is left out here, NuGet writes for itself into every package.
        var files = content.Entries
            .Select(entry => entry.FullName)
            .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            File.ReadAllLines(Path.Combine(PackedPackage.RepositoryRoot, "tests/ProvenanceAnalyzers.Package.Tests/PackageFiles.txt")),
            files);
    }

    [Fact]
    public void Its_manifest_says_development_dependency_and_names_no_dependency()
    {
        using var content = package.Open();
        var manifest = Manifest(content);

        Assert.Equal("ProvenanceAnalyzers", manifest["id"].Value);
        Assert.Equal("true", manifest["developmentDependency"].Value);
        Assert.DoesNotContain("dependencies", manifest.Keys);
        Assert.DoesNotContain("frameworkAssemblies", manifest.Keys);
    }

    /// <summary>What a package site shows, and what tools that judge packages ask for.</summary>
    [Theory]
    [InlineData(false, "PACKAGE.md")]
    [InlineData(true, "TOOL.md")]
    public void The_manifest_says_where_it_is_from_and_what_to_read(bool ofTool, string readme)
    {
        using var content = ZipFile.OpenRead(ofTool ? package.Files.ToolPath : package.Files.PackagePath);
        var manifest = Manifest(content);

        Assert.Equal(package.Files.Version, manifest["version"].Value);
        Assert.Equal(("MIT", "expression"), (manifest["license"].Value, manifest["license"].Attribute("type")?.Value));
        Assert.Equal(readme, manifest["readme"].Value);
        Assert.Equal(PackedPackage.RepositoryUrl, manifest["projectUrl"].Value);
        Assert.Equal(
            $"{PackedPackage.RepositoryUrl}/blob/v{PackedPackage.ReleaseVersion}/.github/CHANGELOG.md", manifest["releaseNotes"].Value);
        Assert.True(File.Exists(Path.Combine(PackedPackage.RepositoryRoot, ".github/CHANGELOG.md")), "The release notes lead to no file.");
        Assert.InRange(manifest["description"].Value.Length, 100, 1000);
        Assert.DoesNotContain('\n', manifest["description"].Value);
        Assert.NotEmpty(manifest["tags"].Value);
        Assert.Equal(
            ("git", PackedPackage.RepositoryUrl, package.Files.Commit),
            (manifest["repository"].Attribute("type")?.Value, manifest["repository"].Attribute("url")?.Value,
                manifest["repository"].Attribute("commit")?.Value));
        // A release is made of a tag, and what somebody compares with it of a branch.
        Assert.Null(manifest["repository"].Attribute("branch"));
        Assert.All([readme, "LICENSE", "THIRD-PARTY-NOTICES.txt"], file => Assert.NotEmpty(Bytes(content, file)));

        // The header of a PNG: its signature, and in its first chunk the width and the height.
        var icon = Bytes(content, manifest["icon"].Value);
        Assert.Equal("89-50-4E-47-0D-0A-1A-0A-00-00-00-0D-49-48-44-52-00-00-00-80-00-00-00-80", BitConverter.ToString(icon, 0, 24));
    }

    /// <summary>From a line of a stack trace, or in a debugger, whoever uses it finds the source of its version.</summary>
    [Theory]
    [InlineData(AnalyzersPath)]
    [InlineData(CodeFixesPath)]
    [InlineData(TasksPath)]
    public void Its_symbols_name_no_folder_of_a_machine_and_say_where_the_sources_are(string path)
    {
        using var assembly = OpenAssembly(path);
        Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        var entry = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        var symbols = provider.GetMetadataReader();

        Assert.All(
            symbols.Documents.Select(document => symbols.GetString(symbols.GetDocument(document).Name)),
            document => Assert.StartsWith("/_", document, StringComparison.Ordinal));
        Assert.Contains(
            $"https://raw.githubusercontent.com/ProvenanceAnalyzers/ProvenanceAnalyzers/{package.Files.Commit}/*",
            symbols.CustomDebugInformation
                .Select(symbols.GetCustomDebugInformation)
                .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
                .Single(information => information.StartsWith("{\"documents\":", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Its_version_without_the_suffix_of_a_test_run_is_the_assembly_version()
    {
        using var assembly = OpenAssembly(AnalyzersPath);

        var version = assembly.GetMetadataReader().GetAssemblyDefinition().Version;

        Assert.Equal(package.Files.Version.Split('-')[0], version.ToString(3));
    }

    [Theory]
    [InlineData(AnalyzersPath)]
    [InlineData(CodeFixesPath)]
    [InlineData(TasksPath)]
    public void Its_assemblies_carry_their_own_symbols(string path)
    {
        using var assembly = OpenAssembly(path);

        var entry = Assert.Single(
            assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        Assert.NotEmpty(symbols.GetMetadataReader().Documents);
    }

    [Theory]
    [InlineData(AnalyzersPath)]
    [InlineData(CodeFixesPath)]
    public void Its_assemblies_reference_nothing_that_the_oldest_supported_compiler_lacks(string path)
    {
        using var assembly = OpenAssembly(path);
        var metadata = assembly.GetMetadataReader();

        var references = metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => (Name: metadata.GetString(reference.Name), reference.Version))
            .ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            Assert.Contains(reference.Name, ReferencesOfTheRoslynFloor.Keys);
            Assert.True(
                reference.Version <= ReferencesOfTheRoslynFloor[reference.Name],
                $"{path} references {reference.Name} {reference.Version}");
        });
    }

    [Fact]
    public void Its_tasks_reference_MSBuild_of_the_oldest_supported_SDK_and_what_is_shipped_beside_them()
    {
        using var assembly = OpenAssembly(TasksPath);
        var metadata = assembly.GetMetadataReader();

        Assert.Equal(
            ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core", "Newtonsoft.Json", "netstandard"],
            metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => metadata.GetString(reference.Name))
                .Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, XElement> Manifest(ZipArchive content)
    {
        using var stream = content.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName);
    }

    private static byte[] Bytes(ZipArchive content, string path)
    {
        using var stream = content.GetEntry(path)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private PEReader OpenAssembly(string path)
    {
        using var content = package.Open();
        return new PEReader(new MemoryStream(Bytes(content, path)));
    }
}
