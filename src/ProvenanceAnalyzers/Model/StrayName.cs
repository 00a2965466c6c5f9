using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>What is written in active code as if it were an annotation or a marker and is none.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Name">The name as written.</param>
/// <param name="Kind">Why it is none.</param>
internal sealed record StrayName(Location Location, string Name, StrayKind Kind);

/// <summary>Why what looks like an annotation is none.</summary>
internal enum StrayKind
{
    /// <summary>It is an attribute of somebody else.</summary>
    OtherAttribute,

    /// <summary>It is no attribute, but digests leave it out as one.</summary>
    NoAttribute,

    /// <summary>It is ours and stands where it says nothing of any code, such as on a module.</summary>
    NoCode,
}
