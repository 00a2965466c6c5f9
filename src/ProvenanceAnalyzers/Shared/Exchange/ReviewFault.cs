namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>What is wrong with a review marker.</summary>
[Flags]
internal enum ReviewFault
{
    /// <summary>Nothing: it counts.</summary>
    None = 0,

    /// <summary>It is not written as it must be (PROV0002).</summary>
    Malformed = 1,

    /// <summary>The digest is of other code (PROV2003).</summary>
    Stale = 2,

    /// <summary>The reviewer is missing, known to be no human, or not allowed (PROV2004).</summary>
    Refused = 4,

    /// <summary>The reviewer requested the code (PROV2005).</summary>
    Requester = 8,

    /// <summary>It is older than policy allows or than the code, or from a day to come (PROV2007).</summary>
    Outdated = 16,

    /// <summary>It lacks a digest where one is required (PROV2008).</summary>
    NoDigest = 32,
}
