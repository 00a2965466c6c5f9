using System.Collections.Immutable;

namespace ProvenanceAnalyzers.Model;

/// <summary>What a file writes by the names of our attributes beside the attributes of its types and members.</summary>
/// <param name="Inner">The annotations and markers on what is no unit of its own, in the order of the text.</param>
/// <param name="Strays">What looks like one and is none.</param>
/// <param name="Positions">Where the names stand, comments and strings included, in the order of the text.</param>
internal sealed record WrittenAttributes(
    ImmutableArray<InnerAttribute> Inner, ImmutableArray<StrayName> Strays, ImmutableArray<int> Positions)
{
    /// <summary>That of a file without any.</summary>
    public static WrittenAttributes None { get; } = new([], [], []);

    /// <summary>Whether there is nothing to look at.</summary>
    public bool IsEmpty => Inner.IsEmpty && Strays.IsEmpty;
}
