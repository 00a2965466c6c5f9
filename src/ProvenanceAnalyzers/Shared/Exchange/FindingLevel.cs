namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>How severe a diagnostic is, as the compiler's error log has it.</summary>
internal enum FindingLevel
{
    /// <summary>It is not shown.</summary>
    None,

    /// <summary>A message.</summary>
    Note,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
