namespace ProvenanceAnalyzers.Options;

/// <summary>The values of the MSBuild property <c>ProvenanceAnalysisMode</c>.</summary>
internal enum AnalysisMode
{
    /// <summary>Warnings.</summary>
    Default,

    /// <summary>Warnings that never break a build.</summary>
    Audit,

    /// <summary>Errors, and more fields that are required.</summary>
    Strict,

    /// <summary>Nothing is analyzed.</summary>
    None,
}

/// <summary>What must be declared outside tests.</summary>
internal enum RequiredOn
{
    /// <summary>Types that are not nested, and files of top-level statements.</summary>
    Types,

    /// <summary>Members with a body, types without any, and files of top-level statements.</summary>
    Members,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>What must be declared in tests.</summary>
internal enum TestsRequiredOn
{
    /// <summary>Test classes.</summary>
    Classes,

    /// <summary>Test methods, and test classes without any.</summary>
    Methods,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Which types and members outside tests must be declared.</summary>
internal enum ApiSurface
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that other assemblies can see.</summary>
    Public,
}

/// <summary>Which types need no provenance.</summary>
internal enum Exempt
{
    /// <summary>None.</summary>
    None,

    /// <summary>Types without any member that has a body.</summary>
    Trivial,
}

/// <summary>Fields that AI-made code can be required to have, beside the tool.</summary>
[Flags]
internal enum RequiredFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>Model</c>.</summary>
    Model = 1,

    /// <summary><c>On</c>.</summary>
    On = 2,

    /// <summary><c>RequestedBy</c>.</summary>
    RequestedBy = 4,

    /// <summary><c>Reference</c>.</summary>
    Reference = 8,
}

/// <summary>Which code must have a review marker.</summary>
internal enum ReviewRequired
{
    /// <summary>Code that an AI had a hand in.</summary>
    AI,

    /// <summary>All declared code, a human's too.</summary>
    All,

    /// <summary>None.</summary>
    None,
}

/// <summary>At which level review markers are asked for.</summary>
internal enum ReviewOn
{
    /// <summary>What carries an annotation, and types that are not nested.</summary>
    Types,

    /// <summary>Each member with a body, and each type with none.</summary>
    Members,
}

/// <summary>Who must have had a hand in the commit that has a marker's line.</summary>
internal enum ReviewAttestation
{
    /// <summary>Some human.</summary>
    Human,

    /// <summary>The reviewer whom the marker names.</summary>
    Reviewer,

    /// <summary>Anybody.</summary>
    None,
}

/// <summary>How hard a policy file asks for what is due.</summary>
internal enum Due
{
    /// <summary>By an error in a build that says it is CI, elsewhere by a warning.</summary>
    ErrorInCI,

    /// <summary>By a warning.</summary>
    Warning,

    /// <summary>By an error.</summary>
    Error,
}
