using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class InitArgumentsTests
{
    [Fact]
    public void Words_may_be_parted_by_commas_and_spaces() =>
        Assert.Equal(["a", "b", "c"], InitArguments.Split(["a, b", "c;a", ""]));

    [Fact]
    public void An_unknown_preset_is_answered_with_those_that_there_are() => Assert.Equal(
        "'human' is no preset. The presets are no-third-party-training, human-tests, disclose.",
        Assert.Throws<ToolException>(() => InitArguments.PresetsIn(["disclose", "human"])).Message);

    [Fact]
    public void An_unknown_agent_is_refused() => Assert.StartsWith(
        "'vim' is no agent whose hook is known. These are: claude-code, codex,",
        Assert.Throws<ToolException>(() => InitArguments.AgentsIn(["vim"])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_tool_is_answered_with_the_nearest_one() => Assert.Equal(
        "Tool 'cladue-code' is not known; did you mean 'claude-code'? If it is a tool of your own, write it into provenance.custom_tools "
            + "and provenance.tools of .editorconfig.",
        Assert.Throws<ToolException>(() => InitArguments.ToolsIn(["cladue-code"])).Message);

    [Fact]
    public void An_owner_is_somebody_whom_a_host_knows() => Assert.Equal(
        "'security' is no code owner: an @ is missing. Write @security, or @organisation/team, or an address.",
        Assert.Throws<ToolException>(() => InitArguments.OwnersIn(["@shop/all", "security"])).Message);

    [Theory]
    [InlineData("", "", "", "", true, "", "")]
    [InlineData("disclose, human-tests", "cursor codex", "@shop/all", "disclose human-tests", false, "cursor codex", "@shop/all")]
    [InlineData("none", "none", "None", "", false, "", "")]
    public void Three_questions_are_asked_and_enter_is_an_answer(
        string preset, string agents, string owners, string presets, bool finds, string named, string approve)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".cursor/rules/a.mdc", ""));
        var asked = new List<string>();
        var answers = new Queue<string>([preset, agents, owners]);

        var request = new InitQuestions(question =>
        {
            asked.Add(question);
            return answers.Dequeue();
        }, answer => Assert.Fail(answer)).Ask(InitFolder.Request, folder.Place())!;

        Assert.Equal(
            [
                "Preset (no-third-party-training, human-tests, disclose; Enter: none): ",
                "AI agents whose hook is to declare what they write (claude-code, codex, copilot, cursor, gemini-cli, windsurf, droid, "
                    + "qwen-code, kiro, kimi-code, cline, firebender; Enter: cursor, which are configured here; or none): ",
                "Who must approve changes of policy and baseline, as @team (Enter: nobody): ",
            ],
            asked);
        Assert.Equal(presets, string.Join(' ', request.Presets));
        Assert.Equal(finds, request.FindsAgents);
        Assert.Equal(named, string.Join(' ', request.Agents));
        Assert.Equal(approve, string.Join(' ', request.Owners));
    }

    [Fact]
    public void A_wrong_answer_is_said_at_once_and_asked_again()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        var talk = new List<string>();
        var answers = new Queue<string>(["human", "human-tests", "vim", "codex", "guard-team", "@guard-team"]);

        var request = new InitQuestions(
            question =>
            {
                talk.Add(question.Split(' ')[0]);
                return answers.Dequeue();
            },
            said => talk.Add(said.Split('.')[0])).Ask(InitFolder.Request, folder.Place())!;

        Assert.Equal(
            [
                "Preset", "'human' is no preset", "Preset",
                "AI", "'vim' is no agent whose hook is known", "AI",
                "Who", "'guard-team' is no code owner: an @ is missing", "Who",
            ],
            talk);
        Assert.Equal(["human-tests"], request.Presets);
        Assert.Equal(["codex"], request.Agents);
        Assert.Equal(["@guard-team"], request.Owners);
    }

    [Fact]
    public void Whoever_quits_at_a_question_gets_no_plan()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        var answers = new Queue<string?>(["", null]);

        Assert.Null(new InitQuestions(_ => answers.Dequeue(), _ => { }).Ask(InitFolder.Request, folder.Place()));
    }
}
