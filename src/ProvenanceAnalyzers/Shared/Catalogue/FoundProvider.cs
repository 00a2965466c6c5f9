namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>A provider that words in a model's name tell.</summary>
/// <param name="provider">The provider's id, or how it is written where nobody knows it.</param>
/// <param name="first">The index of the first word.</param>
/// <param name="last">The index of the last word.</param>
internal sealed class FoundProvider(string provider, int first, int last)
{
    /// <summary>The provider's id, or how it is written where nobody knows it.</summary>
    public string Provider { get; } = provider;

    /// <summary>The index of the first word.</summary>
    public int First { get; } = first;

    /// <summary>The index of the last word.</summary>
    public int Last { get; } = last;

    /// <summary>Whether a family of models tells it; else it is named itself.</summary>
    public bool IsFamily { get; init; }
}
