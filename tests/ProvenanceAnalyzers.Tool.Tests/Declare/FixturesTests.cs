using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Declare;

/// <summary>Fixture files, which are declared in C# that names them.</summary>
public sealed class FixturesTests
{
    private const string List = "src/obj/Debug/net10.0/Provenance.Fixtures.tsv";
    private const string Listed = "# Fixture files\n-\t2\t*.json\tData/a.json\n";

    [Fact]
    public void The_list_is_called_as_the_build_calls_it() => Assert.True(FixtureList.IsNameOf(List));

    [Theory]
    [InlineData(null, "src/Provenance.cs", "")]
    [InlineData("src/Provenance.cs", "src/Provenance.cs", "using System;\n")]
    [InlineData("src/Properties/AssemblyInfo.cs", "src/Properties/AssemblyInfo.cs", "using System;\n")]
    [InlineData("src/GlobalUsings.cs", "src/GlobalUsings.cs", "using System;\n")]
    public async Task A_changed_fixture_file_is_declared_where_such_things_stand(string? existing, string written, string begin)
    {
        using var project = await TestProject.CreateAsync(
            existing != null ? [("src/Data/a.json", "1\n"), (existing, begin)] : [("src/Data/a.json", "1\n")]);
        project.Write(List, Listed);
        project.Write("src/Data/a.json", "2\n");

        Assert.Equal([""], await project.DeclareAsync("src/Data/a.json"));
        Assert.Equal(
            begin + "[assembly: AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\", Target = \"Data/a.json\")]\n",
            project.Read(written).TrimEnd('\n') + "\n");

        var once = project.Read(written);
        Assert.Equal([], await project.DeclareAsync("src/Data/a.json"));
        Assert.Equal(once, project.Read(written));
    }

    [Fact]
    public async Task A_new_one_beside_one_of_its_kind_is_generated()
    {
        using var project = await TestProject.CreateAsync(("src/Data/a.json", "1\n"));
        project.Write(List, Listed);
        project.Write("src/Data/b.json", "2\n");

        Assert.Equal([""], await project.DeclareAsync("src/Data/b.json"));
        Assert.Equal(
            "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"claude-code\", Target = \"Data/b.json\")]\n",
            project.Read("src/Provenance.cs"));
    }

    [Theory]
    [InlineData("src/Data/a.txt", "2\n")]
    [InlineData("src/a.json", "2\n")]
    [InlineData("src/Data/a.json", "1\r\n")]
    public async Task No_fixture_file_and_none_that_says_something_else_is_declared(string path, string text)
    {
        using var project = await TestProject.CreateAsync(("src/Data/a.json", "1\n"));
        project.Write(List, Listed);
        project.Write(path, text);

        Assert.Equal([], await project.DeclareAsync(path));
        Assert.False(File.Exists(project.PathOf("src/Provenance.cs")));
    }

    [Theory]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Human, Target = \"Data/a.json\")]\n",
        "[assembly: AIProvenance(AIOrigin.Assisted, Target = \"Data/a.json\", Tool = \"claude-code\")]\n")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"claude-code\", Target = \"Data/*.json\")]\n",
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"claude-code\", Target = \"Data/*.json\")]\n")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/a.json\")]\n",
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/a.json\")]\n"
        + "[assembly: AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\", Target = \"Data/a.json\")]\n")]
    [InlineData(
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/*.json\")]\n",
        "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/*.json\")]\n"
        + "[assembly: AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\", Target = \"Data/a.json\")]\n"
        + "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/a.json\")]\n")]
    public async Task What_holds_already_is_taken_into_account(string before, string after)
    {
        using var project = await TestProject.CreateAsync(("src/Data/a.json", "1\n"), ("src/Sub/Claims.cs", before));
        project.Write(List, Listed);
        project.Write("src/Data/a.json", "2\n");

        await project.DeclareAsync("src/Data/a.json");

        Assert.Equal(after.TrimEnd('\n'), project.Read("src/Sub/Claims.cs").TrimEnd('\n'));
        Assert.False(File.Exists(project.PathOf("src/Provenance.cs")));
    }
}
