namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>The version of what a manifest looks like.</summary>
internal static class ManifestSchema
{
    /// <summary>
    /// The version of its schema. A field that is added leaves it; one that is removed or means something else raises it.
    /// </summary>
    public const string Version = "1";
}
