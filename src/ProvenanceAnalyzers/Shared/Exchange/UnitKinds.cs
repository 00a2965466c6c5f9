namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// The kinds of units that are no types or members; of those it is the word of the language, such as <c>record struct</c>.
/// </summary>
internal static class UnitKinds
{
    /// <summary>A file of top-level statements.</summary>
    public const string TopLevelStatements = "top-level statements";

    /// <summary>A fixture file.</summary>
    public const string Fixture = "fixture";
}
