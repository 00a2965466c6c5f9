using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Review;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>Who is no human is refused where it is asked who signs, before anything is loaded.</summary>
public sealed class ReviewerIdentityTests : IDisposable
{
    private const string Variable = "PROVENANCE_REVIEWER";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);

    [Theory]
    [InlineData(null, "claude|nobody|bob@example.com", "bob@example.com", "claude|nobody")]
    [InlineData(null, "", "ada@example.com", "")]
    [InlineData(null, "noreply@anthropic.com|", "ada@example.com", "noreply@anthropic.com")]
    [InlineData(null, "copilot", null, "copilot")]
    [InlineData("bob@example.com", "", "bob@example.com", "")]
    [InlineData("claude[bot]", "bob@example.com", "bob@example.com", "claude[bot]")]
    public async Task An_answer_that_is_no_human_is_said_and_asked_again(
        string? set, string answers, string? reviewer, string refused)
    {
        Environment.SetEnvironmentVariable(Variable, set);
        using var project = await TestProject.CreateAsync();
        var typed = new Queue<string>(answers.Split('|'));
        var said = new List<string>();

        Assert.Equal(
            reviewer,
            await ReviewerIdentity.AskAsync(
                project.Folder, _ => typed.TryDequeue(out var answer) ? answer : null, said.Add, CancellationToken.None));

        var refusals = refused.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name =>
            (name == set ? $"{Variable}: " : string.Empty)
            + $"'{name}' is no human who could review. Write an address, 'Name <address>' or a pseudonym.");
        Assert.Equal(refusals, said);
        Assert.Equal(reviewer ?? set, Environment.GetEnvironmentVariable(Variable));
    }

    [Fact]
    public async Task An_address_of_git_that_is_no_human_is_not_offered()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        using var project = await TestProject.CreateAsync();
        await project.GitAsync("config", "user.email", "noreply@anthropic.com");
        var asked = new List<string>();

        Assert.Null(await ReviewerIdentity.AskAsync(
            project.Folder,
            question =>
            {
                asked.Add(question);
                return string.Empty;
            },
            _ => { },
            CancellationToken.None));

        Assert.Equal(["Who reviews? Type your address, as ada@example.com: "], asked);
    }

    [Theory]
    [InlineData("dumb", false, "the variable TERM is 'dumb'")]
    [InlineData("dumb", true, "the variable TERM is 'dumb'")]
    [InlineData(null, false, "the variable TERM is not set")]
    [InlineData("", false, "the variable TERM is not set")]
    public void A_terminal_that_shows_no_screen_is_refused(string? kind, bool isWindows, string why) => Assert.Equal(
        $"This terminal cannot show a review: {why}. Run 'provenance review' in another terminal, or set TERM to what this one is, as "
            + "TERM=xterm-256color.",
        Assert.Throws<ToolException>(() => ReviewerIdentity.RequireScreen(kind, isWindows)).Message);

    [Theory]
    [InlineData("xterm", false)]
    [InlineData("tmux-256color", false)]
    [InlineData(null, true)]
    public void Another_terminal_is_not(string? kind, bool isWindows) => ReviewerIdentity.RequireScreen(kind, isWindows);
}
