namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Where this project can be seen.</summary>
internal static class ProjectAddress
{
    /// <summary>Its repository.</summary>
    public const string Repository = "https://github.com/ProvenanceAnalyzers/ProvenanceAnalyzers";

    /// <summary>Where faults are reported.</summary>
    public const string Issues = Repository + "/issues";
}
