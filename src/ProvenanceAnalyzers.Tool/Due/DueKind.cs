namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>What something waits for, in the order in which people look at it.</summary>
internal enum DueKind
{
    /// <summary>Nobody has said who made it.</summary>
    Undeclared,

    /// <summary>What is written of it is not understood, or does not count.</summary>
    Malformed,

    /// <summary>No human has reviewed it, or too few.</summary>
    Unreviewed,

    /// <summary>It has changed since it was reviewed, or the review is too old.</summary>
    Stale,

    /// <summary>Who signed does not count, or the marker does not say of which code.</summary>
    Refused,

    /// <summary>A policy does not allow it.</summary>
    Forbidden,

    /// <summary>History says otherwise.</summary>
    Contradicted,

    /// <summary>The settings, and not the code, are to be looked at.</summary>
    Configuration,
}
