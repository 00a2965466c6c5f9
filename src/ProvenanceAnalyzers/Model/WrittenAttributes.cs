using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>What a file writes by the names of our attributes beside the attributes of its types and members.</summary>
/// <param name="Inner">The annotations and markers on what is no unit of its own, in the order of the text.</param>
/// <param name="Strays">What looks like one and is none.</param>
/// <param name="Positions">Where the names stand, comments and strings included, in the order of the text.</param>
/// <param name="BesideTypes">Those of them that do not stand on a type that is not nested.</param>
internal sealed record WrittenAttributes(
    ImmutableArray<InnerAttribute> Inner,
    ImmutableArray<StrayName> Strays,
    ImmutableArray<int> Positions,
    ImmutableArray<int> BesideTypes)
{
    /// <summary>That of a file without any.</summary>
    public static WrittenAttributes None { get; } = new([], [], [], []);

    /// <summary>Whether there is nothing to look at.</summary>
    public bool IsEmpty => Inner.IsEmpty && Strays.IsEmpty;

    /// <summary>Whether any name stands within a span.</summary>
    public bool AnyWithin(TextSpan span) => AnyWithin(Positions, span);

    /// <summary>Whether a name stands within a type's declaration where it may be a member's.</summary>
    public bool AnyInTypeAt(TextSpan span) => AnyWithin(BesideTypes, span);

    private static bool AnyWithin(ImmutableArray<int> positions, TextSpan span)
    {
        if (positions.IsEmpty)
        {
            return false;
        }

        var index = positions.BinarySearch(span.Start);
        index = index < 0 ? ~index : index;
        return index < positions.Length && positions[index] < span.End;
    }
}
