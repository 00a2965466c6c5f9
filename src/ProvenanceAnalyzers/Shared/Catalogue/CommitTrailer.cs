namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>What a trailer of a commit's message says of an AI.</summary>
/// <param name="tool">The tool's id; null where only a model is named.</param>
/// <param name="isSuggestion">Whether it says only that a suggestion or an automatic fix was accepted.</param>
/// <param name="model">The model as written, where one is named.</param>
internal sealed class CommitTrailer(string? tool, bool isSuggestion, string? model)
{
    /// <summary>Whether somebody has seen what tells the tool in a commit; else it may be a human's, and accuses nobody.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>The tool's id; null where only a model is named.</summary>
    public string? Tool { get; } = tool;

    /// <summary>Whether it says only that a suggestion or an automatic fix was accepted; else an AI had a hand in the commit.</summary>
    public bool IsSuggestion { get; } = isSuggestion;

    /// <summary>The model as written, where one is named.</summary>
    public string? Model { get; } = model;
}
