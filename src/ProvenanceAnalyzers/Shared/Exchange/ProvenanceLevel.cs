namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>Where the annotations stand that hold for a piece of code, the nearest last.</summary>
internal enum ProvenanceLevel
{
    /// <summary>None holds.</summary>
    None,

    /// <summary>On the assembly, without <c>Target</c>.</summary>
    Assembly,

    /// <summary>On the assembly, with a <c>Target</c> that matches the file.</summary>
    File,

    /// <summary>On a type that contains the code, or on the type itself.</summary>
    Type,

    /// <summary>On the member itself.</summary>
    Member,
}
