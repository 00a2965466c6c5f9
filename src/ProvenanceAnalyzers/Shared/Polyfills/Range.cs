using System.ComponentModel;

namespace System;

/// <summary>A part of a sequence, as the compiler needs it for <c>[1..^1]</c>; .NET Standard lacks it.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="end">Behind its last element.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct Range(Index start, Index end)
{
    public static Range All => new(Index.Start, Index.End);

    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, Index.End);

    public static Range EndAt(Index end) => new(Index.Start, end);
}
