namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>How far the review of a unit has come.</summary>
internal enum ReviewState
{
    /// <summary>Nothing asks for one.</summary>
    NotRequired,

    /// <summary>One is asked for and missing.</summary>
    Unreviewed,

    /// <summary>A marker was valid for other code.</summary>
    Stale,

    /// <summary>Every part has as many valid markers as are asked for.</summary>
    Reviewed,
}
