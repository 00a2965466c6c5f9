using System.CommandLine;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance declare</c>: what changed in some files was made by a tool.</summary>
internal static class DeclareCommand
{
    private const string Name = "declare";
    private const string HookOption = "--hook";

    /// <summary>An agent waits for its hook. Whatever takes longer than this would be worth nothing to it.</summary>
    private static readonly TimeSpan LongestHook = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "The files that changed.", Arity = ArgumentArity.ZeroOrMore };
        var tool = new Option<string?>("--tool") { Description = "The id of the tool that changed them: claude-code.", HelpName = "ID" }
            .Completed(KnownTools.All.Select(one => one.Id));
        var model = new Option<string?>("--model") { Description = "The model: anthropic/claude-opus-4-5.", HelpName = "M" };
        var requestedBy = new Option<string?>("--requested-by") { Description = "Who asked for it: ada@example.com.", HelpName = "P" };
        var autonomous = new Option<bool>("--autonomous") { Description = "No human asked for this very code." };
        var hook = new Option<string?>(HookOption)
        {
            Description = "Reads on standard input what the hook of an agent tells: "
                + $"{string.Join(", ", AgentHooks.All.Select(one => one.Name))}. It never fails.",
            HelpName = "NAME",
        }.Completed(AgentHooks.All.Select(one => one.Name));
        var command = new Command(Name, "Declares that what changed in some files, and only that, was made by a tool.")
        {
            files, tool, model, requestedBy, autonomous, hook,
        };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(hook) is { } agent
            ? RunHookAsync(
                agent,
                new HookSaid(parsed.GetValue(tool), parsed.GetValue(model), parsed.GetValue(requestedBy), parsed.GetValue(autonomous)),
                cancellationToken)
            : Program.RunAsync(
                () => RunAsync(
                    parsed.GetValue(files)!,
                    parsed.GetValue(tool) is { } id
                        ? new DeclareRequest(
                            id,
                            new ToldFields(parsed.GetValue(model), parsed.GetValue(requestedBy), parsed.GetValue(requestedBy) != null),
                            parsed.GetValue(autonomous))
                        : throw new ToolException("Say which tool changed the files: --tool claude-code. A hook says --hook claude-code."),
                    cancellationToken),
                cancellationToken));
        return command;
    }

    /// <summary>Whether arguments, whatever is wrong with them, are those of an agent's hook, which must not fail.</summary>
    public static bool IsHook(IReadOnlyList<string> arguments) =>
        arguments.Contains(Name)
        && arguments.Any(argument => argument == HookOption
            || argument.StartsWith(HookOption + "=", StringComparison.Ordinal)
            || argument.StartsWith(HookOption + ":", StringComparison.Ordinal));

    private static async Task<int> RunHookAsync(string agent, HookSaid said, CancellationToken cancellationToken)
    {
        if (!StandardStreams.HasInput)
        {
            Program.Say("A hook reads on standard input what an agent tells it, and there is nothing to read. "
                + $"The agent runs it: provenance init --hook {agent}");
            return ExitCode.Nothing;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestHook);
        try
        {
            // What is read may never end and cannot be interrupted: a terminal, a pipe that nobody closes. It ends with the process.
            var work = Task.Run(() => AnswerHookAsync(agent, said, limit.Token), CancellationToken.None);
            if (await Task.WhenAny(work, Task.Delay(LongestHook, cancellationToken)).ConfigureAwait(false) == work)
            {
                await work.ConfigureAwait(false);
            }
            else
            {
                SayEnd(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            SayEnd(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException || cancellationToken.IsCancellationRequested)
        {
            Program.SayInterrupted();
        }
        catch (Exception exception)
        {
            Program.Say(exception.Message.ReplaceLineEndings(" "));
        }

        return ExitCode.Nothing;
    }

    /// <summary>Says why a hook ends before its work does.</summary>
    private static void SayEnd(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            Program.SayInterrupted();
            return;
        }

        Program.Say(
            $"The hook took longer than {LongestHook.TotalSeconds} seconds, so nothing more is declared. "
            + "The build says what is undeclared.");
    }

    private static async Task AnswerHookAsync(string agent, HookSaid said, CancellationToken cancellationToken)
    {
        using var input = Console.OpenStandardInput();
        var answer = await new HookRun(Directory.GetCurrentDirectory(), Console.Error)
            .RunAsync(agent, input, said, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Length > 0)
        {
            await Console.Out.WriteLineAsync(answer).ConfigureAwait(false);
        }
    }

    private static async Task<int> RunAsync(string[] files, DeclareRequest request, CancellationToken cancellationToken)
    {
        if (files.Length == 0)
        {
            throw new ToolException("Say which files changed: provenance declare src/A.cs --tool claude-code");
        }

        var exitCode = ExitCode.Nothing;
        foreach (var file in files)
        {
            try
            {
                if (Directory.Exists(file))
                {
                    throw new ToolException($"'{file}' is a folder. Name the files in it that changed.");
                }

                if (!File.Exists(file))
                {
                    throw new ToolException($"There is no file '{file}'.");
                }

                var declared = await new FileDeclaration(request, cancellationToken)
                    .DeclareAsync(RealPath.Of(file), [])
                    .ConfigureAwait(false);
                foreach (var one in declared)
                {
                    var name = one.Name.Length > 0 ? one.Name : "the file";
                    await Console.Out.WriteLineAsync($"{file}: {name}: {Said(one.Claim)}").ConfigureAwait(false);
                }

                if (declared.Count == 0)
                {
                    await Console.Out.WriteLineAsync($"{file}: nothing to declare").ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is ToolException or IOException or UnauthorizedAccessException)
            {
                Program.Say(exception.Message);
                exitCode = ExitCode.NotEstablished;
            }
        }

        return exitCode;
    }

    private static string Said(ProvenanceClaim claim) => claim.Origin switch
    {
        Origin.Assisted => $"written with the help of {claim.Tool}",
        Origin.Autonomous => $"made autonomously by {claim.Tool}",
        _ => $"generated by {claim.Tool}",
    };
}
