namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>What stands against a file in a training set, as <c>exclude.txt</c> names it.</summary>
internal enum ExclusionReason
{
    /// <summary>The file is generated code.</summary>
    Generated,

    /// <summary>The file's path has a tab or a line break, which no list can name.</summary>
    Unlistable,

    /// <summary>A symbolic link leads to the file that cannot be followed: another list may know it by another path.</summary>
    Linked,

    /// <summary>The file holds no unit.</summary>
    NoUnit,

    /// <summary>Code that is in no unit.</summary>
    CodeOutsideUnits,

    /// <summary>An annotation that is in the record of no unit: nobody has said whether what it is about may be used.</summary>
    AnnotationsOutsideUnits,

    /// <summary>A unit that an option excludes: nobody has said who made it.</summary>
    Excluded,

    /// <summary>A unit that a baseline has.</summary>
    Baseline,

    /// <summary>A unit without declaration.</summary>
    Undeclared,

    /// <summary>A provider's terms restrict training on its output.</summary>
    Restricted,

    /// <summary>Nobody has verified a provider's terms.</summary>
    Unverified,

    /// <summary>The origin is unknown, or no provider is known.</summary>
    Unknown,

    /// <summary>A unit of which history tells that an AI had a hand in it, if only a little, and no annotation says so.</summary>
    Evidence,

    /// <summary>A unit that breaks a rule of a policy.</summary>
    Policy,
}
