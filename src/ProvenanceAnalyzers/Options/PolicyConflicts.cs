using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Options;

/// <summary>What in the options about allowed and denied AI output names nothing, or contradicts itself.</summary>
internal static class PolicyConflicts
{
    /// <summary>The key of each option that is wrong, and why, as the end of a sentence that begins with the option.</summary>
    public static IEnumerable<(OptionDefinition Option, string Explanation)> Find(PolicyOptions policy, ToolIndex tools) =>
        FindUnknown(policy, tools).Concat(FindContradictions(policy, tools)).Distinct();

    /// <summary>What is wrong with the name of a tool that is not known.</summary>
    public static string UnknownTool(string tool, ToolIndex tools) =>
        $"names the tool '{tool}', which is not known; {Hint(tools.Nearest(tool))}add it to {OptionDefinitions.CustomTools.Key}";

    private static IEnumerable<(OptionDefinition Option, string Explanation)> FindUnknown(PolicyOptions policy, ToolIndex tools)
    {
        foreach (var isTest in new[] { false, true })
        {
            foreach (var (option, ids) in new[] { policy.AllowedTools.In(isTest), policy.DeniedTools.In(isTest) })
            {
                foreach (var id in ids.Where(id => !tools.IsKnown(id)))
                {
                    yield return (option, UnknownTool(id, tools));
                }
            }

            foreach (var (option, ids) in new[] { policy.AllowedProviders.In(isTest), policy.DeniedProviders.In(isTest) })
            {
                foreach (var id in ids.Where(id => !Providers.IsKnown(id, tools)))
                {
                    yield return (option, UnknownProvider(id, tools));
                }
            }
        }

        foreach (var suspension in policy.SuspendedTools.Where(suspension => !tools.IsKnown(suspension.Tool)))
        {
            yield return (OptionDefinitions.SuspendedTools, UnknownTool(suspension.Tool, tools));
        }

        foreach (var id in policy.TrainingExemptProviders.Where(id => !Providers.IsKnown(id, tools)))
        {
            yield return (OptionDefinitions.TrainingExemptProviders, UnknownProvider(id, tools));
        }
    }

    private static IEnumerable<(OptionDefinition Option, string Explanation)> FindContradictions(PolicyOptions policy, ToolIndex tools)
    {
        foreach (var isTest in new[] { false, true })
        {
            var allowedTools = policy.AllowedTools.In(isTest);
            var allowedProviders = policy.AllowedProviders.In(isTest);
            var deniedProviders = policy.DeniedProviders.In(isTest);
            foreach (var (allowed, denied) in new[]
                { (allowedTools, policy.DeniedTools.In(isTest)), (allowedProviders, deniedProviders) })
            {
                foreach (var id in allowed.Values.Where(id => denied.Values.Any(other => tools.IdOf(other) == tools.IdOf(id))))
                {
                    yield return (
                        allowed.Option,
                        $"allows '{id}', which {denied.Option.Key} denies; what is denied stays denied, so take it out of one of the two");
                }
            }

            var excluding = allowedProviders.Values.IsEmpty ? deniedProviders.Option : allowedProviders.Option;
            if (!allowedTools.Values.IsEmpty && allowedTools.Values.All(id => tools.ProviderOf(id) is { } provider
                && (deniedProviders.Values.Contains(provider)
                    || (!allowedProviders.Values.IsEmpty && !allowedProviders.Values.Contains(provider)))))
            {
                yield return (
                    allowedTools.Option, $"leaves nothing that is allowed: {excluding.Key} excludes the provider of each of these tools");
            }
        }
    }

    private static string UnknownProvider(string provider, ToolIndex tools) =>
        $"names the provider '{provider}', which no known tool or model has; {Hint(Providers.Nearest(provider, tools))}"
        + $"add a tool of it to {OptionDefinitions.CustomTools.Key}";

    private static string Hint(string? nearest) => nearest != null ? $"did you mean '{nearest}'? If not, " : string.Empty;
}
