using ProvenanceAnalyzers.Tests.Meta;

namespace ProvenanceAnalyzers.Tool.Tests.Meta;

/// <summary>Dependencies between the tool's folders point one way, as <see cref="DependencyTable"/> has them.</summary>
public sealed class ToolDependencyTests
{
    private static readonly DependencyTable Table = new(DependencyTable.ToolRows);

    /// <summary>What the tool references is what these tests run with.</summary>
    private static readonly Lazy<SourceDependencies> Sources = new(() => SourceDependencies.Of(
        DependencyTable.ToolProjects,
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("ProvenanceAnalyzers", StringComparison.Ordinal))));

    [Fact]
    public void The_sources_are_understood() => Assert.Empty(Sources.Value.Errors);

    [Fact]
    public void Each_folder_has_a_row_and_each_row_a_folder() => Assert.Empty(Table.WrongFolders(Sources.Value));

    [Fact]
    public void Each_folder_uses_only_what_lies_below_it() =>
        Assert.Empty(Sources.Value.Files.AsParallel().AsOrdered().SelectMany(file => Table.WrongArrows(Sources.Value, file)));
}
