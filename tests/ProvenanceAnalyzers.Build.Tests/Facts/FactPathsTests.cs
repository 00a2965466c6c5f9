using ProvenanceAnalyzers.Build.Facts;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Facts;

public sealed class FactPathsTests
{
    private static readonly FactPaths Paths = new("/src/App/App.csproj", package: "/home/u/.nuget/packages/provenanceanalyzers/1.0.0");

    [Theory]
    [InlineData("A.cs", "", "A.cs", "A.cs", "Plain")]
    [InlineData("Sub\\A.cs", "", "Sub/A.cs", "Sub/A.cs", "Plain")]
    [InlineData("/src/App/A.cs", "", "A.cs", "A.cs", "Plain")]
    [InlineData("../s/L.cs", "Link=Data\\L.cs", "../s/L.cs", "Data/L.cs", "Plain")]
    [InlineData("../s/L.cs", "Link=..\\..\\L.cs", "../s/L.cs", "L.cs", "Plain")]
    [InlineData("../s/sub/L.cs", "LinkBase=Base;RecursiveDir=sub/", "../s/sub/L.cs", "Base/sub/L.cs", "Plain")]
    [InlineData("../s/L.cs", "DefiningProjectFullPath=/src/App/App.csproj", "../s/L.cs", "L.cs", "Plain")]
    [InlineData("../s/m/L.cs", "DefiningProjectFullPath=/src/s/Common.projitems", "../s/m/L.cs", "Common.projitems/m/L.cs", "Plain")]
    [InlineData("/t/L.cs", "DefiningProjectFullPath=/src/s/Common.projitems", "../../t/L.cs", "Common.projitems/t/L.cs", "Plain")]
    [InlineData("In.Months.cs", "AutoGen=True", "In.Months.cs", "In.Months.cs", "Generated")]
    [InlineData("In.Months.cs", "DependentUpon=In.tt", "In.Months.cs", "In.Months.cs", "Generated")]
    [InlineData("Form.cs", "DependentUpon=Form.resx", "Form.cs", "Form.cs", "Plain")]
    [InlineData(
        "/home/u/.nuget/packages/provenanceanalyzers/1.0.0/sources/AIOrigin.cs",
        "Link=ProvenanceAnalyzers/AIOrigin.cs",
        "../../home/u/.nuget/packages/provenanceanalyzers/1.0.0/sources/AIOrigin.cs",
        "ProvenanceAnalyzers/AIOrigin.cs",
        "Injected")]
    [InlineData("Evil.cs", "Link=A.cs", "Evil.cs", "Evil.cs", "Plain")]
    [InlineData(
        "/home/u/.nuget/packages/provenanceanalyzers/1.0.0/sources/Evil.cs",
        "",
        "../../home/u/.nuget/packages/provenanceanalyzers/1.0.0/sources/Evil.cs",
        "Evil.cs",
        "Package")]
    [InlineData("/home/u/.nuget/packages/x/1/Y.cs", "Link=Y.cs", "../../home/u/.nuget/packages/x/1/Y.cs", "Y.cs", "Package")]
    [InlineData("A.cs", "ProvenanceInjected=true", "A.cs", "A.cs", "Plain")]
    public void A_source_is_called_by_its_link_or_its_place(string item, string metadata, string physicalPath, string path, string kind)
    {
        var values = metadata.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=')).Select(
            entry => (entry[0], entry[1])).ToArray();

        Assert.Equal(
            new SourceFact(physicalPath, path, Enum.Parse<SourceKind>(kind), item.StartsWith('/') ? item : ""),
            Paths.SourceOf(new InMemoryItem(item, values)));
    }

    /// <summary>Each row: items with their links, and what they are called.</summary>
    [Theory]
    [InlineData("A.cs ../x/Evil.cs>A.cs", "A.cs ../x/Evil.cs")]
    [InlineData("../x/Evil.cs>All.cs ../y/Evil.cs>All.cs", "../x/Evil.cs ../y/Evil.cs")]
    [InlineData("../x/a/S.cs ../x/b/S.cs", "../x/a/S.cs ../x/b/S.cs")]
    [InlineData("../x/A.cs>L.cs ../y/B.cs>M.cs", "L.cs M.cs")]
    [InlineData("../x/A.cs>L.cs ../x/A.cs>L.cs", "L.cs L.cs")]
    [InlineData("../x/A.cs>L.cs ../x/B.cs>l.cs", "L.cs l.cs")]
    public void A_name_that_several_files_would_have_is_that_of_none(string items, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Paths.SourcesOf(
            [.. items.Split(' ').Select(item => item.Split('>')).Select(item =>
                new InMemoryItem(item[0], item.Length > 1 ? [("Link", item[1])] : []))]).Select(source => source.Path)));

    /// <summary>Whoever can commit into the folder for packages has written what is in it.</summary>
    [Theory]
    [InlineData("pk/provenanceanalyzers/1.0.0/sources/AIOrigin.cs", "", "Injected")]
    [InlineData("pk/provenanceanalyzers/1.0.0/sources/Evil.cs", "", "Plain")]
    [InlineData("pk/provenanceanalyzers/1.0.0/Evil.cs", "", "Plain")]
    [InlineData("pk/x/Evil.g.cs", "", "Plain")]
    [InlineData("pk/x/Evil.g.cs", "NuGetPackageId=x", "Plain")]
    [InlineData("pk/x/Evil.g.cs", "NuGetPackageId=x;DefiningProjectFullPath=/src/App/App.csproj", "Plain")]
    [InlineData("pk/x/A.g.cs", "NuGetPackageId=x;DefiningProjectFullPath=/src/App/obj/App.csproj.nuget.g.props", "Package")]
    public void In_a_folder_for_packages_inside_the_repository_only_what_NuGet_adds_is_of_a_package(
        string item, string metadata, string kind)
    {
        var paths = new FactPaths("/src/App/App.csproj", package: "/src/App/pk/provenanceanalyzers/1.0.0");
        var values = metadata.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=')).Select(
            entry => (entry[0], entry[1])).ToArray();

        Assert.Equal(kind, paths.SourceOf(new InMemoryItem(item, values)).Kind.ToString());
    }

    [Fact]
    public void The_folder_for_packages_may_be_anywhere_in_the_repository_of_the_project()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf(".git"));
        Directory.CreateDirectory(folder.PathOf("App"));
        var paths = new FactPaths(folder.PathOf("App/App.csproj"), package: folder.PathOf("pk/provenanceanalyzers/1.0.0"));

        Assert.Equal(SourceKind.Plain, paths.SourceOf(new InMemoryItem(folder.PathOf("pk/x/Evil.g.cs"))).Kind);
    }

    [Fact]
    public void The_injected_files_are_those_that_the_package_has() => Assert.Equal(
        Directory.EnumerateFiles(Repository.PathOf("src/ProvenanceAnalyzers.Package/sources")).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal),
        FactPaths.InjectedFiles);

    [Fact]
    public void Beside_a_package_that_is_no_installed_one_nothing_is_of_a_package() => Assert.Equal(
        SourceKind.Plain,
        new FactPaths("/src/App/App.csproj", package: "/src/Tools/bin").SourceOf(new InMemoryItem("/src/Tools/A.cs")).Kind);

    [Theory]
    [InlineData("obj/Debug/", "obj/Debug/", false)]
    [InlineData("obj\\Debug", "obj/Debug/", false)]
    [InlineData("/src/artifacts/obj/App/", "../artifacts/obj/App/", false)]
    [InlineData("./", "", true)]
    [InlineData("/src/App", "", true)]
    [InlineData("../", "../", true)]
    [InlineData("/", "../../", true)]
    public void A_folder_is_relative_too_and_may_hold_the_project(string folder, string expected, bool holdsProject)
    {
        Assert.Equal(expected, Paths.FolderOf(folder));
        Assert.Equal(holdsProject, FactPaths.HoldsProject(Paths.FolderOf(folder)));
    }
}
