namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>The keys under which the compiler passes on what the package's targets say of a build.</summary>
internal static class BuildProperties
{
    /// <summary>The mode: <c>Strict</c>.</summary>
    public const string Mode = Prefix + "ProvenanceAnalysisMode";

    /// <summary>The day that reviews are held against, <c>yyyy-MM-dd</c>, or nothing.</summary>
    public const string Today = Prefix + "ProvenanceToday";

    /// <summary>Whether a record of every unit is wanted.</summary>
    public const string Record = Prefix + "ProvenanceRecord";

    /// <summary>Whether a baseline is about to be written.</summary>
    public const string BaselineUpdate = Prefix + "ProvenanceBaselineUpdate";

    /// <summary>Whether files of the usual names are fixture files.</summary>
    public const string DefaultFixtures = Prefix + "ProvenanceDefaultFixtures";

    /// <summary>The project's folder.</summary>
    public const string ProjectDirectory = Prefix + "ProjectDir";

    /// <summary>The target framework that is compiled.</summary>
    public const string TargetFramework = Prefix + "TargetFramework";

    /// <summary>All target frameworks of a project that has several.</summary>
    public const string TargetFrameworks = Prefix + "TargetFrameworks";

    /// <summary>Of an additional file: whether it locks a policy.</summary>
    public const string IsPolicyFile = "build_metadata.ProvenancePolicyFile.ProvenanceIsPolicy";

    /// <summary>Of a source file: the path under which a project knows a file that lies elsewhere.</summary>
    public const string Link = "build_metadata.ProvenanceLinkedFile.Link";

    private const string Prefix = "build_property.";
}
