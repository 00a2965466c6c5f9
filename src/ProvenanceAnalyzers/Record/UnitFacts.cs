using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Policy;

namespace ProvenanceAnalyzers.Record;

/// <summary>What a record says of a unit: a type or member, a file of top-level statements, or a fixture file.</summary>
/// <param name="Id">What it is known by in all records.</param>
/// <param name="Kind">What it is: <c>record struct</c>.</param>
/// <param name="Options">The options that hold for it.</param>
/// <param name="Declared">The annotations that hold for it.</param>
/// <param name="Parts">Its hand-written parts, as JSON.</param>
/// <param name="Digest">The digest of all of them; null for a fixture file that could not be read.</param>
internal sealed record UnitFacts(
    string Id, string Kind, ProvenanceOptions Options, DeclaredProvenance Declared, IReadOnlyList<string> Parts, string? Digest)
{
    /// <summary>How many bytes a fixture file has.</summary>
    public long? Size { get; init; }

    /// <summary>Whether it is test code.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether an option says that nothing at its path is a unit.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Whether an annotation declares it.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>The rule that asks for a declaration which is missing, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>Where it is, with what holds there, for the policies of the place.</summary>
    public IEnumerable<DeclaredPlace> Places { get; init; } = [];

    /// <summary>Whether it must be reviewed.</summary>
    public bool IsReviewDue { get; init; }

    /// <summary>Whether nobody need review it only because a baseline has it as it is.</summary>
    public bool IsReviewHeldBack { get; init; }

    /// <summary>What history tells of it; null where that is nothing.</summary>
    public CodeEvidence? Evidence { get; init; }

    /// <summary>For each part the markers that cover it.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedMarker>> Reviews { get; init; } = [];
}
