using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class HookStepTests
{
    private const string Settings =
        """
        {
          "permissions": { "allow": ["Bash(dotnet build:*)"] },
          "hooks": {
            "PostToolUse": [
              {
                "matcher": "Bash",
                "hooks": [{ "type": "command", "command": "echo done" }]
              }
            ]
          }
        }

        """;

    [Theory]
    [InlineData(".claude/agents/a.md", ".claude/settings.json", """
        {
          "hooks": {
            "PostToolUse": [
              {
                "matcher": "Write|Edit|MultiEdit",
                "hooks": [
                  {
                    "type": "command",
                    "command": "dotnet tool run provenance declare --hook claude-code"
                  }
                ]
              }
            ]
          }
        }

        """)]
    [InlineData(".codex/config.toml", ".codex/hooks.json", """
        {
          "hooks": {
            "PostToolUse": [
              {
                "matcher": "apply_patch|Write|Edit",
                "hooks": [
                  {
                    "type": "command",
                    "command": "dotnet tool run provenance declare --hook codex"
                  }
                ]
              }
            ]
          }
        }

        """)]
    [InlineData(".github/copilot-instructions.md", ".github/hooks/provenance.json", """
        {
          "version": 1,
          "hooks": {
            "postToolUse": [
              {
                "type": "command",
                "command": "dotnet tool run provenance declare --hook copilot"
              }
            ]
          }
        }

        """)]
    [InlineData(".cursor/rules/a.mdc", ".cursor/hooks.json", """
        {
          "version": 1,
          "hooks": {
            "afterFileEdit": [
              {
                "command": "dotnet tool run provenance declare --hook cursor"
              }
            ]
          }
        }

        """)]
    [InlineData("GEMINI.md", ".gemini/settings.json", """
        {
          "hooks": {
            "AfterTool": [
              {
                "matcher": "write_file|replace",
                "hooks": [
                  {
                    "type": "command",
                    "command": "dotnet tool run provenance declare --hook gemini-cli"
                  }
                ]
              }
            ]
          }
        }

        """)]
    [InlineData(".windsurf/rules/a.md", ".windsurf/hooks.json", """
        {
          "hooks": {
            "post_write_code": [
              {
                "show_output": false,
                "command": "dotnet tool run provenance declare --hook windsurf"
              }
            ]
          }
        }

        """)]
    public void An_agent_that_the_repository_is_configured_for_gets_its_hook(string sign, string file, string text)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (sign, "of the team"));

        var plan = folder.Plan<HookStep>();

        Assert.Equal([file], plan.Names());
        Assert.Equal(text, plan.TextOf(file));
        Assert.Empty(folder.Plan<HookStep>(InitFolder.Request with { FindsAgents = false }).Names());
    }

    [Fact]
    public void Hooks_and_settings_that_are_there_stay_as_they_are_written()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".claude/settings.json", Settings));

        Assert.Equal(
            Settings.Replace(
                """
                      }
                    ]
                  }
                }
                """,
                """
                      },
                      {
                        "matcher": "Write|Edit|MultiEdit",
                        "hooks": [
                          {
                            "type": "command",
                            "command": "dotnet tool run provenance declare --hook claude-code"
                          }
                        ]
                      }
                    ]
                  }
                }
                """,
                StringComparison.Ordinal),
            folder.Plan<HookStep>().TextOf(".claude/settings.json"));
    }

    [Theory]
    [InlineData("{ // of ours\n}")]
    [InlineData("{ \"hooks\": [] }")]
    [InlineData("not JSON")]
    public void A_file_that_cannot_be_read_is_left_as_it_is_and_what_belongs_into_it_is_said(string text)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".claude/settings.json", text));

        var plan = folder.Plan<HookStep>();

        Assert.Empty(plan.Names());
        Assert.Equal(
            ["'.claude/settings.json' has comments, or another form than is known here, so it is left as it is. Add to its hooks, for "
                + "PostToolUse: {\"matcher\":\"Write|Edit|MultiEdit\",\"hooks\":[{\"type\":\"command\",\"command\":"
                + "\"dotnet tool run provenance declare --hook claude-code\"}]}"],
            plan.Notes);
    }

    [Theory]
    [InlineData(
        ".claude/settings.json",
        "{ \"hooks\": { \"PostToolUse\": [ { \"hooks\": [ { \"command\": \"provenance declare --hook claude-code\" } ] } ] } }")]
    [InlineData(".claude/settings.local.json", "{ \"command\": \"provenance declare --hook=claude-code\" } // ours")]
    public void A_hook_that_is_there_in_some_form_is_not_written_again(string name, string text)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (name, text));

        var plan = folder.Plan<HookStep>();

        Assert.Empty(plan.Names());
        Assert.Empty(plan.Notes);
    }

    [Fact]
    public void A_hook_that_is_only_allowed_is_written()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (
            ".claude/settings.json",
            "{ \"permissions\": { \"allow\": [ \"Bash(provenance declare --hook claude-code:*)\" ] } }"));

        Assert.Equal([".claude/settings.json"], folder.Plan<HookStep>().Names());
    }

    [Fact]
    public void An_agent_may_be_named_and_one_that_has_no_file_here_is_told_of()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        var plan = folder.Plan<HookStep>(InitFolder.Request with { Agents = ["cursor", "kimi-code"] });

        Assert.Equal([".cursor/hooks.json"], plan.Names());
        Assert.Equal(
            ["The hook of kimi-code is written by hand: [[hooks]] in ~/.kimi-code/config.toml runs this command after each edit of a file: "
                + "dotnet tool run provenance declare --hook kimi-code"],
            plan.Notes);
    }

    [Fact]
    public void An_agent_that_asks_before_it_runs_a_hook_is_told_of_when_the_hook_is_written()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        var request = InitFolder.Request with { Agents = ["codex"] };

        var plan = folder.Plan<HookStep>(request);

        Assert.Equal(
            ["Codex runs this hook for whoever has reviewed it: it asks at its next start. codex exec does not ask, and runs none."],
            plan.Notes);

        folder.Write(".codex/hooks.json", plan.TextOf(".codex/hooks.json"));
        Assert.Empty(folder.Plan<HookStep>(request).Notes);
    }

    [Fact]
    public void Settings_of_droid_are_not_written_where_a_file_of_hooks_would_hide_them()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), (".factory/hooks.json", "{}"));

        var plan = folder.Plan<HookStep>();

        Assert.Empty(plan.Names());
        Assert.StartsWith("'.factory/hooks.json'", Assert.Single(plan.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_hook_that_is_written_is_one_that_declare_answers()
    {
        Assert.All(AgentSetups.All, setup =>
        {
            var hook = AgentHooks.All.Single(one => one.Name == setup.Agent);
            Assert.Contains(setup.Event, hook.Events);
            Assert.All(setup.Matcher?.Split('|') ?? [], tool => Assert.Contains(tool, hook.EditTools));
        });
    }
}
