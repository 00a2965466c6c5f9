using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Tests.Shared.Text;

public sealed class PathsTests
{
    [Theory]
    [InlineData("A.cs", "/src/App/", "/src/App/A.cs")]
    [InlineData("../s/./A.cs", "/src/App/", "/src/s/A.cs")]
    [InlineData("..\\s\\A.cs", "/src/App/", "/src/s/A.cs")]
    [InlineData("/other/../A.cs", "/src/App/", "/A.cs")]
    [InlineData("../../../../A.cs", "/src/", "/A.cs")]
    [InlineData("../../A.cs", "src/", "../A.cs")]
    [InlineData("../", "obj/", "")]
    [InlineData(".editorconfig", "/src/", "/src/.editorconfig")]
    [InlineData("C:/x/../A.cs", "", "C:/A.cs")]
    public void Resolves_without_asking_the_file_system(string path, string directory, string expected) =>
        Assert.Equal(expected, Paths.Resolve(path, directory));

    [Theory]
    [InlineData("/src/App/A.cs", "/src/App/", "A.cs")]
    [InlineData("/src/Apple/A.cs", "/src/App/", "../Apple/A.cs")]
    [InlineData("/A.cs", "/src/App/", "../../A.cs")]
    [InlineData("/src/App/C#/A.cs", "/src/App/", "C#/A.cs")]
    [InlineData("D:/A.cs", "C:/src/", "D:/A.cs")]
    [InlineData("A.cs", "/src/", "A.cs")]
    [InlineData("/src/", "/src/App/obj/", "../../")]
    public void Is_relative_where_there_is_a_way(string path, string directory, string expected) =>
        Assert.Equal(expected, Paths.Relative(path, directory));

    [Theory]
    [InlineData("a/B.cs", "a/B.cs")]
    [InlineData("../a/./B.cs", "a/B.cs")]
    [InlineData("a/../../B.cs", "a/B.cs")]
    [InlineData("/a//B.cs", "a/B.cs")]
    [InlineData("C:\\a\\B.cs", "a/B.cs")]
    [InlineData(".hidden/B.cs", ".hidden/B.cs")]
    [InlineData("", "")]
    public void A_name_leads_nowhere_but_down(string path, string expected) => Assert.Equal(expected, Paths.Downward(path));
}
