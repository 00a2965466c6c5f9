namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>How much of a unit an AI, or who is to be told from one, writes.</summary>
internal enum PlannedShare
{
    Nothing,
    JustBelowFloor,
    JustAboveFloor,
    Half,
    Most,
    All,
}

/// <summary>What the annotation of a unit claims.</summary>
internal enum PlannedClaim
{
    None,
    Human,
    Unknown,
    RightTool,
    WrongTool,
}

/// <summary>Who adds a review marker to a unit, and whom it names.</summary>
internal enum PlannedMarker
{
    None,

    /// <summary>A human adds it, and names one who has nothing to do with the code.</summary>
    Independent,

    /// <summary>A human adds it, and names whoever asked the AI or worked with it.</summary>
    Involved,

    /// <summary>An agent adds it.</summary>
    ByAgent,

    /// <summary>An agent adds it by copying one of a human's that is in the same file.</summary>
    CopiedByAgent,

    /// <summary>A human adds it, and an agent changes its day.</summary>
    RenewedByAgent,

    /// <summary>A bot that is no AI adds it, and the host commits it.</summary>
    ByBot,

    /// <summary>An agent adds it for a human, who is a co-author.</summary>
    ByAgentOnRequest,
}

/// <summary>What is to become of a unit.</summary>
internal sealed record UnitPlan(PlannedShare Share, PlannedClaim Claim, PlannedMarker Marker = PlannedMarker.None)
{
    /// <summary>What the units of each scenario are, so that each has something above the floor, below it and next to it.</summary>
    public static IReadOnlyList<UnitPlan> All { get; } =
    [
        new(PlannedShare.All, PlannedClaim.Human),
        new(PlannedShare.Nothing, PlannedClaim.Human),
        new(PlannedShare.JustBelowFloor, PlannedClaim.Human),
        new(PlannedShare.JustAboveFloor, PlannedClaim.Human),
        new(PlannedShare.Half, PlannedClaim.Unknown),
        new(PlannedShare.JustBelowFloor, PlannedClaim.Unknown),
        new(PlannedShare.JustAboveFloor, PlannedClaim.WrongTool),
        new(PlannedShare.JustBelowFloor, PlannedClaim.WrongTool),
        new(PlannedShare.Most, PlannedClaim.None, PlannedMarker.ByAgent),
        new(PlannedShare.All, PlannedClaim.RightTool, PlannedMarker.Independent),
        new(PlannedShare.Most, PlannedClaim.RightTool, PlannedMarker.Involved),
        new(PlannedShare.Half, PlannedClaim.RightTool, PlannedMarker.ByAgent),
    ];

    /// <summary>Markers that take the place of an agent's own in some of the scenarios.</summary>
    public static IReadOnlyList<PlannedMarker> OtherMarkers { get; } =
    [
        PlannedMarker.ByAgent, PlannedMarker.CopiedByAgent, PlannedMarker.RenewedByAgent, PlannedMarker.ByBot,
        PlannedMarker.ByAgentOnRequest,
    ];
}
