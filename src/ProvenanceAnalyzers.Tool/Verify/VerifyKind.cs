namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>What stands against a project.</summary>
internal enum VerifyKind
{
    /// <summary>A project has no manifest.</summary>
    Missing,

    /// <summary>A manifest is not of the revision that is verified, or of something that nobody has committed.</summary>
    Revision,

    /// <summary>The policy was not in force.</summary>
    Policy,

    /// <summary>Something weakened the policy, or took findings out of sight.</summary>
    Weakened,

    /// <summary>Code was not judged.</summary>
    Unjudged,

    /// <summary>A unit that was judged before is not any more.</summary>
    Vanished,

    /// <summary>A baseline grew.</summary>
    Baseline,

    /// <summary>The policy forbids what is declared.</summary>
    Violation,

    /// <summary>History contradicts what is declared, or who is said to have reviewed it.</summary>
    Contradicted,

    /// <summary>Nobody has said who made it.</summary>
    Undeclared,

    /// <summary>Nobody has reviewed it who may.</summary>
    Unreviewed,
}
