namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Why a file has a record of its own.</summary>
internal enum FileReason
{
    /// <summary>It is generated code.</summary>
    Generated,

    /// <summary>It holds no unit: usings or attributes of the assembly alone.</summary>
    NoDeclarations,

    /// <summary>It holds code beside its units.</summary>
    CodeOutsideUnits,

    /// <summary>Its text has annotations that are in the record of no unit.</summary>
    AnnotationsOutsideUnits,
}
