namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>What a line of a manifest in JSON Lines is about.</summary>
internal enum LineKind
{
    /// <summary>The project.</summary>
    Project,

    /// <summary>An annotation of the assembly.</summary>
    Annotation,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>A file that holds no unit, or code outside of its units.</summary>
    File,

    /// <summary>A diagnostic that is in no unit.</summary>
    Finding,
}
