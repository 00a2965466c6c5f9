namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Whose terms bind AI output: the provider of the tool and the provider of the model, who may be two.</summary>
internal static class Providers
{
    private static readonly HashSet<string> Catalogue =
    [
        .. KnownProviders.All.Select(provider => provider.Id),
        .. KnownTools.All.Select(tool => tool.Provider).OfType<string>(),
        .. KnownTools.ModelPrefixes.Select(prefix => prefix.Provider),
    ];

    /// <summary>The providers of AI output, each once: that of the tool first.</summary>
    /// <param name="tool">The tool as written, or null.</param>
    /// <param name="model">The model as written, or null.</param>
    /// <param name="tools">The tools and their providers.</param>
    public static IReadOnlyList<string> Of(string? tool, string? model, ToolIndex tools) =>
        [.. new[] { OfTool(tool, tools) }.OfType<string>().Concat(OfModel(model)).Distinct(StringComparer.Ordinal)];

    /// <summary>The provider of a tool, or null where none is known.</summary>
    public static string? OfTool(string? tool, ToolIndex tools) => tool != null ? tools.ProviderOf(tool.Trim()) : null;

    /// <summary>
    /// The providers that a model's name says: what stands before it, and of a name alone the one whose models begin like that.
    /// </summary>
    /// <example>
    /// <c>anthropic/claude-opus-4-5</c> and <c>claude-opus-4-5</c> are anthropic's, and <c>openrouter/anthropic/claude-opus-4-5</c> is
    /// openrouter's too.
    /// </example>
    public static IReadOnlyList<string> OfModel(string? model)
    {
        var segments = (model ?? string.Empty).Trim().ToLowerInvariant().Split('/');
        return segments.Length > 1
            ? [.. segments.Take(segments.Length - 1).Where(segment => segment.Length > 0)]
            : [.. KnownTools.ModelPrefixes
                .Where(known => segments[0].StartsWith(known.Prefix, StringComparison.Ordinal))
                .Select(known => known.Provider)];
    }

    /// <summary>Whether a provider is one of the catalogue or of an organisation's own tools.</summary>
    public static bool IsKnown(string provider, ToolIndex tools) => Catalogue.Contains(provider) || tools.Providers.Contains(provider);

    /// <summary>The known provider that a name is most likely a misspelling of, or null.</summary>
    public static string? Nearest(string provider, ToolIndex tools) => Spelling.Nearest(provider, Catalogue.Union(tools.Providers));

    /// <summary>What is known of a provider's terms, or null where nobody has looked at them.</summary>
    public static Provider? TermsOf(string provider) => KnownProviders.All.FirstOrDefault(known => known.Id == provider);
}
