using ProvenanceAnalyzers.Build.Facts;
using ProvenanceAnalyzers.Shared.Exchange;

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
