namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// The source files that the SDK writes below the intermediate output path and compiles, by how their names end. What a project file says
/// goes into them word for word, so that they are known by what they hold, too.
/// </summary>
internal static class SdkSources
{
    private const string UsingsEnding = ".GlobalUsings.g.cs";

    // Of the assembly's version, of the target framework, and of Razor and MVC.
    private static readonly string[] AttributesEndings = ["AssemblyInfo.cs", "AssemblyAttributes.cs"];

    /// <summary>Whether a file is one that has using directives and nothing else.</summary>
    public static bool IsOfUsings(string path) => path.EndsWith(UsingsEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is one that has attributes of the assembly, and no type or statement.</summary>
    public static bool IsOfAttributes(string path) =>
        Array.Exists(AttributesEndings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
