using System.ComponentModel;

namespace System;

/// <summary>
/// A place in a sequence, counted from its start or its end, as the compiler needs it for <c>[^1]</c>; .NET Standard lacks it.
/// </summary>
/// <param name="value">How far it is from there, zero or more.</param>
/// <param name="fromEnd">Whether it is counted from the end.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static Index Start => new(0);

    public static Index End => new(0, fromEnd: true);

    public int Value { get; } = value;

    public bool IsFromEnd { get; } = fromEnd;

    public static implicit operator Index(int value) => new(value);

    public static Index FromStart(int value) => new(value);

    public static Index FromEnd(int value) => new(value, fromEnd: true);

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
}
