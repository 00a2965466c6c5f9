using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What a commit shows, by who its author is, who helped, and what its trailers say.</summary>
public sealed class CommitEvidenceTests
{
    private const string Ada = "ada@example.com";
    private const string Copilot = "198982749+Copilot@users.noreply.github.com";
    private const string CopilotReviews = "175728472+Copilot@users.noreply.github.com";
    private const string Claude = "noreply@anthropic.com";

    [Theory]
    [InlineData(Copilot, "Fix it", "Commit github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: octocat <583231+octocat@users.noreply.github.com>", "Commit github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: The Octocat <583231+octocat@users.noreply.github.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: octocat <octocat@users.noreply.github.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nco-authored-by: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(
        Copilot,
        "Fix it\n\nCo-authored-by: octocat <583231+octocat@users.noreply.github.com>\nCo-authored-by: Ada <ada@example.com>",
        "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-developed-by: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by : Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\n  Co-authored-by: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Squash\n\n* First\n\n    Co-authored-by: Ada <ada@example.com>\r\n", "Trailer github-copilot")]
    [InlineData(Copilot, "Squash\n\n> * Co-authored-by: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: Ada", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCoauthored-by: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-Authored By: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo_authored_by: Ada <ada@example.com>", "Trailer github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: Claude <noreply@anthropic.com>, Ada <ada@example.com>",
        "Trailer github-copilot,claude-code")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: Ada <ada@example.com> Claude <noreply@anthropic.com>",
        "Trailer github-copilot,claude-code")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: noreply@anthropic.com, ada@example.com", "Trailer github-copilot,claude-code")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: noreply@anthropic.com", "Commit github-copilot,claude-code")]
    [InlineData(Ada, "Fix it\n\nCoauthored-by: Claude <noreply@anthropic.com>", "Trailer claude-code")]
    [InlineData(
        Copilot, "Bump it\n\nCo-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>", "Commit github-copilot")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: Claude <noreply@anthropic.com>", "Commit github-copilot,claude-code")]
    [InlineData(Ada, "Fix it", "None ")]
    [InlineData(Ada, "Fix it\n\nCo-authored-by: Claude <noreply@anthropic.com>", "Trailer claude-code")]
    [InlineData(Ada, "Fix it\n\nCO-AUTHORED-BY: Claude <NOREPLY@anthropic.com>", "Trailer claude-code")]
    [InlineData(Ada, "Fix it\n\nCo-authored-by: Claude Martin <claude@example.com>", "None ")]
    [InlineData(Ada, "Fix it\n\nAssisted-by: Jo Smith", "None ")]
    [InlineData(Ada, "Fix it\n\nAssisted-by: Jo Smith <jo@example.com>", "None ")]
    [InlineData(Ada, "Fix it\n\nAssisted-by: Claude Code", "Trailer claude-code")]
    [InlineData(Ada, "Fix it\n\nGenerated-by: aider", "Trailer aider")]
    [InlineData(Ada, "Fix it as Copilot said\n\nclaude-code: well done", "None ")]
    [InlineData(Ada, "Squash\n\n* First\n\nCo-authored-by: Claude <noreply@anthropic.com>\n\n* Second", "Trailer claude-code")]
    [InlineData(Ada, "Fix it\n\nCo-authored-by: Copilot Autofix powered by AI\n <175728472+Copilot@users.noreply.github.com>",
        "Suggestion github-copilot")]
    [InlineData(Ada, "> Co-authored-by: Claude <noreply@anthropic.com>", "None ")]
    [InlineData(CopilotReviews, "Apply a suggestion", "Suggestion github-copilot")]
    [InlineData("12345+copilot@users.noreply.github.com", "Fix it", "None ")]
    [InlineData("12345+claude@users.noreply.github.com", "Fix it", "None ")]
    [InlineData("49699333+dependabot[bot]@users.noreply.github.com", "Bump it", "None ")]
    [InlineData("claude@anthropic.ai", "An address that nobody has seen in a commit", "None ")]
    [InlineData(Ada, "Fix it\n\nCo-authored-by: Claude <claude@anthropic.ai>", "None ")]
    [InlineData(Copilot, "Fix it\n\nCo-authored-by: Claude <claude@anthropic.ai>", "Trailer github-copilot")]
    [InlineData("", "", "None ")]
    public void It_shows_what_its_author_and_its_trailers_say(string author, string message, string shown)
    {
        var evidence = CommitEvidence.Of(new CommitRecord(author, message), ToolIndex.Catalogue);

        Assert.Equal(shown, $"{evidence.Strength} {string.Join(',', evidence.Tools)}");
    }

    [Fact]
    public void Who_asked_is_named_where_an_AI_committed()
    {
        const string Message =
            "Fix it\n\nCo-authored-by: octocat <583231+octocat@users.noreply.github.com>\nCo-authored-by: Ada <ada@example.com>";

        Assert.Equal(
            ["octocat <583231+octocat@users.noreply.github.com>"],
            CommitEvidence.Of(new CommitRecord(Copilot, Message), ToolIndex.Catalogue).Requesters);
        Assert.Empty(CommitEvidence.Of(
            new CommitRecord(Ada, Message + "\nCo-authored-by: Claude <noreply@anthropic.com>"), ToolIndex.Catalogue).Requesters);
    }

    [Fact]
    public void Models_are_named_as_the_commit_names_them() => Assert.Equal(
        ["Claude Opus 4.5"],
        CommitEvidence.Of(
            new CommitRecord(
                Claude,
                "Fix it\n\nCo-authored-by: Claude Opus 4.5 <noreply@anthropic.com>\nCo-Authored-By: Claude <noreply@anthropic.com>"),
            ToolIndex.Catalogue).Models);
}
