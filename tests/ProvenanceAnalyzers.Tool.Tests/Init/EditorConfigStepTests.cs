using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class EditorConfigStepTests
{
    [Fact]
    public void The_options_are_those_of_the_sample_and_all_of_them_are_comments()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        var lines = folder.Plan<EditorConfigStep>().TextOf(".editorconfig").Split('\n');

        var sample = Repository.Read("src/ProvenanceAnalyzers.Package/docs/sample.editorconfig").Split('\n').ToHashSet();
        Assert.Equal(["# provenance:begin", "[*.cs]"], lines.Where((_, index) => index is 0 or 2));
        Assert.Equal(["# provenance:end", ""], lines[^2..]);
        Assert.All(lines[3..^2], line => Assert.Contains(line, sample));
        Assert.All(lines, line => Assert.True(line.Length == 0 || line[0] == '#' || line == "[*.cs]"));
        Assert.Equal(11, lines.Count(line => line.StartsWith("#provenance.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tools_that_are_named_are_set()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        var lines = folder.Plan<EditorConfigStep>(InitFolder.Request with { Tools = ["claude-code", "codex"] })
            .TextOf(".editorconfig").Split('\n');

        Assert.Equal(
            ["provenance.tools = claude-code, codex"], lines.Where(line => line.StartsWith("provenance.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("root = true\n\n[*.cs]\nindent_size = 4\n", "\n# provenance:begin\n")]
    [InlineData("root = true\n\n[*.cs]\nindent_size = 4", "\n\n# provenance:begin\n")]
    [InlineData("[*.cs]\nindent_size = 4\n\n", "# provenance:begin\n")]
    [InlineData("[*.cs]\r\nindent_size = 4\r\n", "\r\n# provenance:begin\r\n")]
    public void Sections_that_are_there_stay_and_ours_comes_behind_them(string before, string begin)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".editorconfig", before));

        var after = folder.Plan<EditorConfigStep>().TextOf(".editorconfig");

        Assert.StartsWith(before + begin, after, StringComparison.Ordinal);
        var isWindows = before.Contains('\r', StringComparison.Ordinal);
        Assert.Equal(isWindows, after.EndsWith("\r\n", StringComparison.Ordinal));
        Assert.Equal(isWindows, after.Contains("\r\n#provenance.tools =\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Tools_of_the_first_run_need_not_be_named_again()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        folder.Run(InitFolder.Request with { Tools = ["codex"] });

        var again = folder.Plan<EditorConfigStep>();
        var other = folder.Plan<EditorConfigStep>(InitFolder.Request with { Tools = ["cursor"] });

        Assert.Empty(again.Names());
        Assert.Empty(again.Notes);
        Assert.Empty(other.Names());
        Assert.Single(other.Notes);
    }

    [Fact]
    public void Whoever_has_set_options_gets_no_section()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".editorconfig", "[*.cs]\n  provenance.exempt = trivial\n"));

        Assert.Empty(folder.Plan<EditorConfigStep>().Notes);
        var plan = folder.Plan<EditorConfigStep>(InitFolder.Request with { Tools = ["codex"] });
        Assert.Empty(plan.Names());
        Assert.Equal(
            ["'.editorconfig' has options of provenance already. They are left as they are; for the tools, write there: "
                + "provenance.tools = codex"],
            plan.Notes);
    }
}
