using System.CommandLine;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Init;
using ProvenanceAnalyzers.Tool.Output;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance init</c>: writes what a repository needs, and shows it first.</summary>
internal static class InitCommand
{
    private static readonly Option<string[]> Preset = Words(
            "--preset",
            $"A policy that is not locked; may be given several times: {string.Join(", ", InitArguments.Presets)}.",
            "NAME")
        .Completed(InitArguments.Presets);

    private static readonly Option<string[]> Tools = Words("--tools", "The tools that the fixes offer: claude-code,codex.", "IDS")
        .Completed(KnownTools.All.Select(tool => tool.Id));

    private static readonly Option<string[]> Hook = Words("--hook", "Also writes the hook of this agent: claude-code.", "NAME")
        .Completed(AgentHooks.All.Select(agent => agent.Name));

    private static readonly Option<string[]> Owners = Words("--owners", "Who must approve changes of policy and baseline.", "@TEAM");

    private static readonly Option<string?> Policy = new("--policy")
    {
        Description = "Writes a locked policy file, relative to the top folder: provenance.policy.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> NoHooks = new("--no-hooks")
    {
        Description = "Writes no hook of an agent that is found; --hook still does.",
    };

    private static readonly string[] Hosts = [CiStep.GitHub, CiStep.GitLab, CiStep.Azure, CiStep.None];
    private static readonly Option<string?> Host = HostOption();
    private static readonly Option<bool> Baseline = new("--baseline") { Description = "Builds once, and so writes the baseline." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Shows what would be written, and writes nothing." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Does not ask." };

    public static Command Create()
    {
        var command = new Command("init", "Writes what a repository needs, and shows it first.");
        command.Arguments.Add(SharedOptions.Path);
        foreach (var option in new Option[] { Preset, Policy, Tools, Hook, NoHooks, Host, Owners, Baseline, DryRun, Yes })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => Program.RunAsync(() => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new InitRequest
        {
            Presets = InitArguments.PresetsIn(InitArguments.Split(parsed.GetValue(Preset) ?? [])),
            Policy = parsed.GetValue(Policy),
            Tools = InitArguments.ToolsIn(InitArguments.Split(parsed.GetValue(Tools) ?? [])),
            FindsAgents = !parsed.GetValue(NoHooks),
            Agents = InitArguments.AgentsIn(InitArguments.Split(parsed.GetValue(Hook) ?? [])),
            Host = parsed.GetValue(Host),
            Owners = InitArguments.OwnersIn(InitArguments.Split(parsed.GetValue(Owners) ?? [])),
        };
        var place = await InitPlace.FindAsync(parsed.GetValue(SharedOptions.Path)!, cancellationToken).ConfigureAwait(false);
        var hasTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        if (hasTerminal && !HasOptions(parsed))
        {
            if (new InitQuestions(Ask, Terminal.Say).Ask(request, place) is not { } answered)
            {
                return WriteNothing();
            }

            request = answered;
        }

        var files = InitPlan.Make(request, place);
        var run = new InitRun(Console.Out, Console.Error, Terminal.Output.Profile.Width, Terminal.Error.Profile.Width);
        run.Show(files);
        if (parsed.GetValue(DryRun))
        {
            return ExitCode.Nothing;
        }

        if (files.Changes.Any())
        {
            if (!parsed.GetValue(Yes) && !hasTerminal)
            {
                throw new ToolException("Nothing was written: there is no terminal to ask at. Run it again with --yes.");
            }

            if (!parsed.GetValue(Yes))
            {
                run.List(files);
                if (!IsYes(Ask("Write this? [y/N] ")))
                {
                    return WriteNothing();
                }
            }

            if (!run.Write(files))
            {
                return ExitCode.NotEstablished;
            }
        }

        if (parsed.GetValue(Baseline))
        {
            await BaselineRun.RunAsync(place, Console.Out, cancellationToken).ConfigureAwait(false);
        }

        if (files.Changes.Any())
        {
            run.SayNext(place, parsed.GetValue(Baseline));
        }

        return ExitCode.Nothing;
    }

    private static string? Ask(string question)
    {
        try
        {
            return Terminal.Ask(question);
        }
        catch (OperationCanceledException)
        {
            WriteNothing();
            throw;
        }
    }

    private static int WriteNothing()
    {
        Console.WriteLine("Nothing was written.");
        return ExitCode.Nothing;
    }

    private static bool HasOptions(ParseResult parsed) =>
        new Option[] { Preset, Policy, Tools, Hook, NoHooks, Host, Owners, Baseline, DryRun, Yes }
            .Any(option => parsed.GetResult(option) is { Implicit: false });

    private static bool IsYes(string? answer) => answer?.Trim().ToUpperInvariant() is "Y" or "YES";

    private static Option<string[]> Words(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    private static Option<string?> HostOption()
    {
        var option = new Option<string?>("--ci")
        {
            Description = "The host whose CI gets a recipe; else the one that is found.",
            HelpName = string.Join('|', Hosts),
        };
        option.AcceptOnlyFromAmong(Hosts);
        return option;
    }
}
