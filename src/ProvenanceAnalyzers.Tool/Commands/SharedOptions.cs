using System.CommandLine;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary>The options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>Whether packages are taken as they are.</summary>
    public static Option<bool> NoRestore { get; } = new("--no-restore")
    {
        Description = "Do not restore packages first.",
    };
}
