using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Declare;

/// <summary>Files of top-level statements, which are declared in an annotation that names them.</summary>
public sealed class StatementsTests
{
    private const string Old = "using System;\n\nConsole.WriteLine(1);\n";
    private const string New = "using System;\n\nConsole.WriteLine(2);\n";

    [Theory]
    [InlineData(null, "Generated")]
    [InlineData(Old, "Assisted")]
    public async Task A_file_of_statements_is_declared(string? before, string origin)
    {
        using var project = await TestProject.CreateAsync(before != null ? [("src/Tools/Run.cs", before)] : []);
        project.Write("src/Tools/Run.cs", New);

        Assert.Equal([""], await project.DeclareAsync("src/Tools/Run.cs"));
        Assert.Equal([], await project.DeclareAsync("src/Tools/Run.cs"));
        Assert.Equal(
            $"using System;\n\n[assembly: AIProvenance(AIOrigin.{origin}, Tool = \"claude-code\", Target = \"Tools/Run.cs\")]\n"
            + "Console.WriteLine(2);\n",
            project.Read("src/Tools/Run.cs"));
    }

    [Fact]
    public async Task A_type_beside_statements_is_declared_by_itself()
    {
        using var project = await TestProject.CreateAsync(("src/Program.cs", Old));
        project.Write("src/Program.cs", Old + "class A { }\n");

        Assert.Equal(["A"], await project.DeclareAsync("src/Program.cs"));
    }

    [Fact]
    public async Task A_humans_annotation_in_another_file_is_changed_there()
    {
        using var project = await TestProject.CreateAsync(
            ("src/Program.cs", Old),
            ("src/Provenance.cs", "using System;\n\n[assembly: AIProvenance(AIOrigin.Human, Target = \"Program.cs\")]\n"));
        project.Write("src/Program.cs", New);

        await project.DeclareAsync("src/Program.cs");

        Assert.Equal(New, project.Read("src/Program.cs"));
        Assert.Equal(
            "using System;\n\n[assembly: AIProvenance(AIOrigin.Assisted, Target = \"Program.cs\", Tool = \"claude-code\")]\n",
            project.Read("src/Provenance.cs"));
    }

    [Fact]
    public async Task A_program_that_is_one_file_says_itself_which_packages_it_uses()
    {
        using var project = await TestProject.CreateAsync();
        project.Write("tools/run.cs", "#:package ProvenanceAnalyzers@9.9.9\nSystem.Console.WriteLine(1);\n");

        await project.DeclareAsync("tools/run.cs");

        Assert.Equal(
            "#:package ProvenanceAnalyzers@9.9.9\n"
            + "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, "
            + "Tool = \"claude-code\", Target = \"run.cs\")]\n"
            + "System.Console.WriteLine(1);\n",
            project.Read("tools/run.cs"));
    }
}
