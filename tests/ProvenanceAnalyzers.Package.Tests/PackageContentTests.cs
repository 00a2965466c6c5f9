using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
        ["ProvenanceAnalyzers"] = new(0, 1, 0, 0),
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
    public void Its_manifest_says_development_dependency_licence_and_readme_and_names_no_dependency()
    {
        using var content = package.Open();
        using var stream = content.GetEntry("ProvenanceAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("ProvenanceAnalyzers", Value("id"));
        Assert.Equal(package.Files.Version, Value("version"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("PACKAGE.md", Value("readme"));
        Assert.Null(Value("dependencies"));
        Assert.Null(Value("frameworkAssemblies"));
        var repository = metadata.Elements().Single(element => element.Name.LocalName == "repository");
        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.StartsWith("https://", repository.Attribute("url")?.Value, StringComparison.Ordinal);
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

    private PEReader OpenAssembly(string path)
    {
        using var content = package.Open();
        using var stream = content.GetEntry(path)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }
}
