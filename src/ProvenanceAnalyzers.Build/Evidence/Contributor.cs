namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>Who wrote lines, as a record of a tool says.</summary>
/// <param name="Tool">The AI tool, as the record calls it; null of a human, and where nothing is said.</param>
/// <param name="Model">The model, as the record calls it; null of a human, and where nothing is said.</param>
/// <param name="Person">The human at the keyboard, or the one who asked the tool; null where nothing is said.</param>
internal sealed record Contributor(string? Tool, string? Model, string? Person)
{
    /// <summary>Whether a human typed the lines.</summary>
    public bool IsHuman { get; init; }
}
