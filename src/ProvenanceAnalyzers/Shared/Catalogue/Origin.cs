namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Who made a piece of code; the values are those of the injected <c>ProvenanceAnalyzers.AIOrigin</c>.</summary>
internal enum Origin
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>A human, without an AI.</summary>
    Human,

    /// <summary>A human with an AI's help.</summary>
    Assisted,

    /// <summary>An AI, at a human's request.</summary>
    Generated,

    /// <summary>An AI, without a human in the loop.</summary>
    Autonomous,
}

/// <summary>What follows from an origin.</summary>
internal static class Origins
{
    /// <summary>The name of every origin, in the order of their values.</summary>
    public static readonly string[] Names = Enum.GetNames(typeof(Origin));

    /// <summary>The origins by which an AI had a hand in it.</summary>
    public static readonly Origin[] AIMade = [Origin.Assisted, Origin.Generated, Origin.Autonomous];

    /// <summary>Whether it is one of them; an enumeration can have any number for its value.</summary>
    public static bool IsDefined(this Origin origin) => (int)origin >= 0 && (int)origin < Names.Length;

    /// <summary>Whether an AI had a hand in it.</summary>
    public static bool IsAIMade(this Origin origin) => Array.IndexOf(AIMade, origin) >= 0;
}
