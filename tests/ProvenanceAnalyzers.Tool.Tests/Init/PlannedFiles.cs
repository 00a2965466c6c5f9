using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

/// <summary>What tests ask of a plan.</summary>
internal static class PlannedFiles
{
    /// <summary>The names of the files that are to be written.</summary>
    public static IEnumerable<string> Names(this InitFiles files) => files.Changes.Select(change => change.Name);

    /// <summary>What a file is to be.</summary>
    public static string TextOf(this InitFiles files, string name) => Assert.Single(files.Changes, change => change.Name == name).Text;
}
