namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>What somebody is asked who gives no options. Each question has an answer that the Enter key gives.</summary>
/// <param name="ask">Asks a question, and returns what was typed; null: the input has ended.</param>
internal sealed class InitQuestions(Func<string, string?> ask)
{
    private const string None = "none";

    /// <summary>A request with what was answered.</summary>
    public InitRequest Ask(InitRequest request, InitPlace place)
    {
        var presets = Answer($"Preset ({string.Join(", ", InitArguments.Presets)}; Enter: none): ");
        var found = AgentSetups.In(place.Root).Select(setup => setup.Agent).ToList();
        var agents = Answer(found.Count == 0
            ? "AI agents whose hook is to declare what they write, as claude-code, cursor (Enter: none): "
            : $"AI agents whose hook is to declare what they write (Enter: {string.Join(", ", found)}; or names, or none): ");
        var owners = Answer("Who must approve changes of policy and baseline, as @team (Enter: nobody): ");
        return request with
        {
            Presets = InitArguments.PresetsIn(WithoutNone(presets)),
            FindsAgents = agents.Count == 0,
            Agents = InitArguments.AgentsIn(WithoutNone(agents)),
            Owners = InitArguments.OwnersIn(WithoutNone(owners)),
        };
    }

    private IReadOnlyList<string> Answer(string question) => InitArguments.Split([ask(question) ?? string.Empty]);

    private static List<string> WithoutNone(IEnumerable<string> answers) =>
        [.. answers.Where(answer => !answer.Equals(None, StringComparison.OrdinalIgnoreCase))];
}
