using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>
/// What somebody is asked who gives no options. Each question has an answer that the Enter key gives; what is no answer is said at once,
/// and asked again.
/// </summary>
/// <param name="ask">Asks a question, and returns what was typed; null: somebody wants to quit.</param>
/// <param name="say">Says what is wrong with an answer.</param>
internal sealed class InitQuestions(Func<string, string?> ask, Action<string> say)
{
    private const string None = "none";

    /// <summary>A request with what was answered.</summary>
    /// <returns>The request; null: somebody wants to quit.</returns>
    public InitRequest? Ask(InitRequest request, InitPlace place)
    {
        var found = AgentSetups.In(place.Root).Select(setup => setup.Agent).ToList();
        var known = string.Join(", ", AgentHooks.All.Select(hook => hook.Name));
        return Answer($"Preset ({string.Join(", ", InitArguments.Presets)}; Enter: none): ", InitArguments.PresetsIn) is { } presets
            && Answer(
                $"AI agents whose hook is to declare what they write ({known}; "
                    + $"Enter: {(found.Count == 0 ? None : $"{string.Join(", ", found)}, which are configured here; or {None}")}): ",
                InitArguments.AgentsIn) is { } agents
            && Answer(
                "Who must approve changes of policy and baseline, as @team (Enter: nobody): ", InitArguments.OwnersIn) is { } owners
            ? request with
            {
                Presets = presets.Names,
                FindsAgents = agents.IsEnter,
                Agents = agents.Names,
                Owners = owners.Names,
            }
            : null;
    }

    private Answered? Answer(string question, Func<IReadOnlyList<string>, IReadOnlyList<string>> read)
    {
        while (ask(question) is { } typed)
        {
            var words = InitArguments.Split([typed]);
            try
            {
                return new Answered(
                    read([.. words.Where(word => !word.Equals(None, StringComparison.OrdinalIgnoreCase))]), words.Count == 0);
            }
            catch (ToolException exception)
            {
                say(exception.Message);
            }
        }

        return null;
    }

    /// <summary>What somebody answered.</summary>
    /// <param name="Names">What was named.</param>
    /// <param name="IsEnter">Whether only the Enter key was pressed.</param>
    private sealed record Answered(IReadOnlyList<string> Names, bool IsEnter);
}
