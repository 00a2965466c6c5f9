namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Whose terms bind AI output: the provider of the tool and the provider of the model, who may be two.</summary>
internal static class Providers
{
    private static readonly HashSet<string> Known =
    [
        .. KnownProviders.All.Select(provider => provider.Id),
        .. KnownTools.All.Select(tool => tool.Provider).OfType<string>(),
        .. KnownModels.Prefixes.Select(prefix => prefix.Provider),
        .. KnownModels.Families.Select(family => family.Provider),
    ];

    /// <summary>The ids of all providers in the catalogue.</summary>
    public static IReadOnlyCollection<string> Catalogue => Known;

    /// <summary>The providers of AI output, each once: that of the tool first.</summary>
    /// <param name="tool">The tool as written, or null.</param>
    /// <param name="model">The model as written, or null.</param>
    /// <param name="tools">The tools and their providers.</param>
    public static IReadOnlyList<string> Of(string? tool, string? model, ToolIndex tools) =>
        [.. new[] { OfTool(tool, tools) }.OfType<string>().Concat(OfModel(model, tools)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Those whose terms bind AI output: <see cref="Of"/>, and null where another may have provided it of whom nothing is said.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<string?> Binding(string? tool, string? model, ToolIndex tools)
    {
        IReadOnlyList<string?> known = Of(tool, model, tools);
        return known.Count == 0 || IsModelUnknown(tool, model, tools) ? [.. known, null] : known;
    }

    /// <summary>
    /// Whether a model is named of which nothing tells the provider. A model of an organisation's own tool that names nobody is its own.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static bool IsModelUnknown(string? tool, string? model, ToolIndex tools) =>
        !string.IsNullOrWhiteSpace(model)
        && OfModel(model, tools).Count == 0
        && !(tool != null && tools.IsOwn(tool.Trim()) && OfTool(tool, tools) is { } own && !Known.Contains(own));

    /// <summary>The provider of a tool, or null where none is known.</summary>
    public static string? OfTool(string? tool, ToolIndex tools) => tool != null ? tools.ProviderOf(tools.Identify(tool)) : null;

    /// <summary>
    /// The providers that a model's name tells, each once: what stands before a slash, and in every segment those who are named there, or
    /// whose models are called so.
    /// </summary>
    /// <example>
    /// <c>anthropic/claude-opus-4-5</c> and <c>Claude Opus 4.5</c> are anthropic's; <c>azure/gpt-5.2</c> is azure's and openai's, and
    /// <c>deepseek-r1-distill-llama</c> deepseek's and meta's.
    /// </example>
    public static IReadOnlyList<string> OfModel(string? model, ToolIndex tools) =>
        string.IsNullOrWhiteSpace(model) ? [] : tools.ProvidersOfModel(model!);

    /// <summary>Whether a provider is one of the catalogue or of an organisation's own tools.</summary>
    public static bool IsKnown(string provider, ToolIndex tools) => Known.Contains(provider) || tools.Providers.Contains(provider);

    /// <summary>The known provider that a name is most likely a misspelling of, or null.</summary>
    public static string? Nearest(string provider, ToolIndex tools) => Spelling.Nearest(provider, Known.Union(tools.Providers));

    /// <summary>What is known of a provider's terms, or null where nobody has looked at them.</summary>
    public static Provider? TermsOf(string provider) => KnownProviders.All.FirstOrDefault(known => known.Id == provider);
}
