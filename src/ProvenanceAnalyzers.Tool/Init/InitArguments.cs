using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tool.Hooks;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>Reads what somebody typed, and says what is wrong with it before anything is planned.</summary>
internal static class InitArguments
{
    private static readonly char[] Separators = [',', ' ', ';'];

    /// <summary>The names of the presets, in the order of the documentation.</summary>
    public static IEnumerable<string> Presets => Preset.All.Select(preset => preset.Name);

    /// <summary>The words of some arguments, which commas or spaces part.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string> arguments) => [.. arguments
        .SelectMany(argument => argument.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>The presets that are named.</summary>
    /// <exception cref="ToolException">One of them is none.</exception>
    public static IReadOnlyList<string> PresetsIn(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => !Presets.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new ToolException($"'{unknown}' is no preset. The presets are {string.Join(", ", Presets)}.")
            : names;

    /// <summary>The agents that are named.</summary>
    /// <exception cref="ToolException">The hook of one of them is not known.</exception>
    public static IReadOnlyList<string> AgentsIn(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => AgentHooks.Find(name) == null) is { } unknown
            ? throw new ToolException($"'{unknown}' is no agent whose hook is known. These are: "
                + $"{string.Join(", ", AgentHooks.All.Select(hook => hook.Name))}.")
            : names;

    /// <summary>The ids of the tools that are named.</summary>
    /// <exception cref="ToolException">One of them is not known.</exception>
    public static IReadOnlyList<string> ToolsIn(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !ToolIndex.Catalogue.IsKnown(name)) is { } unknown)
        {
            var nearest = ToolIndex.Catalogue.Nearest(unknown);
            throw new ToolException($"Tool '{unknown}' is not known{(nearest == null ? null : $"; did you mean '{nearest}'?")}"
                + $"{(nearest == null ? "." : null)} If it is a tool of your own, write it into provenance.custom_tools and "
                + "provenance.tools of .editorconfig.");
        }

        return [.. names.Select(ToolIndex.Catalogue.IdOf)];
    }

    /// <summary>The owners that are named.</summary>
    /// <exception cref="ToolException">One of them is nobody that a host knows.</exception>
    public static IReadOnlyList<string> OwnersIn(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => !name.Contains('@', StringComparison.Ordinal)) is { } unknown
            ? throw new ToolException($"'{unknown}' is no code owner: an @ is missing. Write @{unknown}, or @organisation/team, or an "
                + "address.")
            : names;
}
