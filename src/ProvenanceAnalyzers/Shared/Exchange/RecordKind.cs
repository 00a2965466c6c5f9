namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>What a record in the compiler's error log is of.</summary>
internal enum RecordKind
{
    /// <summary>A unit.</summary>
    Unit,

    /// <summary>A file that holds no unit, or code outside of its units.</summary>
    File,

    /// <summary>The project: how many of the others there are.</summary>
    Project,
}
