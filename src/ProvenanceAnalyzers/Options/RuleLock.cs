namespace ProvenanceAnalyzers.Options;

/// <summary>How a locked policy holds a rule, from the loosest to the strictest.</summary>
internal enum RuleLock
{
    /// <summary>Not at all: its severity is the user's.</summary>
    None,

    /// <summary>As a warning that nothing can lower.</summary>
    Warning,

    /// <summary>As an error in a build that says it is CI, elsewhere as such a warning.</summary>
    ErrorInCI,

    /// <summary>As an error.</summary>
    Error,
}
