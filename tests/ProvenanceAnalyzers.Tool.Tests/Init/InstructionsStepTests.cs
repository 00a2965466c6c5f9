using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class InstructionsStepTests
{
    [Theory]
    [InlineData("", "AGENTS.md")]
    [InlineData("AGENTS.md", "AGENTS.md")]
    [InlineData("CLAUDE.md", "CLAUDE.md")]
    [InlineData(".github/copilot-instructions.md", ".github/copilot-instructions.md")]
    [InlineData("AGENTS.md CLAUDE.md .github/copilot-instructions.md", "AGENTS.md CLAUDE.md .github/copilot-instructions.md")]
    public void The_files_that_agents_read_here_have_the_section(string there, string written)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        foreach (var name in there.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            folder.Write(name, "# Rules\n");
        }

        var plan = folder.Plan<InstructionsStep>();

        Assert.Equal(written.Split(' '), plan.Names());
        Assert.All(plan.Changes, change => Assert.StartsWith(
            (there.Length == 0 ? "" : "# Rules\n\n")
                + "<!-- provenance:begin -->\n## AI provenance and human review\n\n- Declare what you write.",
            change.Text,
            StringComparison.Ordinal));
        Assert.All(plan.Changes, change => Assert.EndsWith("\n<!-- provenance:end -->\n", change.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_says_what_an_agent_must_and_must_not_do()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        var text = folder.Plan<InstructionsStep>().TextOf("AGENTS.md");

        Assert.All(
            [
                "dotnet tool run provenance declare",
                "Never write `AIOrigin.Human`",
                "Never add, change, renew or remove `HumanReviewed`",
                "Never unset",
            ],
            sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_takes_in_the_other_has_the_section_by_that()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("AGENTS.md", "# Rules\n"), ("CLAUDE.md", "@AGENTS.md\n"));

        Assert.Equal(["AGENTS.md"], folder.Plan<InstructionsStep>().Names());
    }

    [Fact]
    public void A_link_to_the_other_file_stays_one()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("AGENTS.md", "# Rules\n"));
        File.CreateSymbolicLink(folder.PathOf("CLAUDE.md"), "AGENTS.md");

        Assert.Equal(["AGENTS.md"], folder.Plan<InstructionsStep>().Names());
    }

    [Fact]
    public void A_link_out_of_the_repository_is_not_followed()
    {
        using var other = new InitFolder(("AGENTS.md", "# Of all\n"));
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        File.CreateSymbolicLink(folder.PathOf("AGENTS.md"), other.PathOf("AGENTS.md"));

        var plan = folder.Plan();

        Assert.DoesNotContain("AGENTS.md", plan.Names());
        Assert.Contains($"'AGENTS.md' leads out of '{folder.Root}', so it is left as it is.", plan.Notes);
    }
}
