namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>How much evidence shows, from nothing to the most.</summary>
internal enum EvidenceStrength
{
    /// <summary>Nothing: not that a human typed the lines either.</summary>
    None,

    /// <summary>Somebody accepted a suggestion or an automatic fix, which tells no share of the lines.</summary>
    Suggestion,

    /// <summary>An AI had a hand in some of the lines.</summary>
    Trailer,

    /// <summary>An AI wrote the lines of the commit.</summary>
    Commit,

    /// <summary>A tool noted it for each line.</summary>
    Line,
}
