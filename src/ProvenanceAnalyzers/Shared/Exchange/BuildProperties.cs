namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>The keys under which the compiler passes on what the SDK says of a build by itself.</summary>
internal static class BuildProperties
{
    /// <summary>The project's folder, which shortens paths where the package's targets have told nothing; it decides nothing.</summary>
    public const string ProjectDirectory = "build_property.ProjectDir";
}
