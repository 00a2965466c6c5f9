namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Whether code may go into a training corpus.</summary>
internal enum TrainingUse
{
    /// <summary>Nothing is known that restricts it.</summary>
    Allowed,

    /// <summary>A provider's terms restrict training on its output.</summary>
    Restricted,

    /// <summary>Nobody has verified a provider's terms.</summary>
    Unverified,

    /// <summary>Nothing says who the provider is.</summary>
    Unknown,
}
