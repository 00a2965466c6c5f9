namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>A word, or several with hyphens in between, that the names of one provider's models have in them.</summary>
/// <param name="name">The word, lower case: <c>sonnet</c>.</param>
/// <param name="provider">The id of the provider: <c>anthropic</c>.</param>
/// <param name="source">Where it was seen.</param>
/// <param name="date">The day of what was seen there, <c>yyyy-MM-dd</c>.</param>
internal sealed class ModelFamily(string name, string provider, string source, string date)
{
    /// <summary>The word, lower case: <c>sonnet</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The id of the provider: <c>anthropic</c>.</summary>
    public string Provider { get; } = provider;

    /// <summary>Where it was seen.</summary>
    public string Source { get; } = source;

    /// <summary>The day of what was seen there, <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; } = date;
}
