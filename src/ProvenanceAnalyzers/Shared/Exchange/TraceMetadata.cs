namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>What is this product's in a record of Agent Trace.</summary>
internal static class TraceMetadata
{
    /// <summary>The key in <c>metadata</c> under which <c>provenance export</c> says what Agent Trace has no field for.</summary>
    public const string Key = "io.github.provenanceanalyzers";
}
