namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>What a configuration file says of itself before its first section.</summary>
internal static class ConfigMarks
{
    /// <summary>Whether the files of the folders above count for nothing.</summary>
    public const string Root = "root";

    /// <summary>Whether a file of any name is a global one.</summary>
    public const string IsGlobal = "is_global";

    /// <summary>Which of several global files wins: the one of the highest level.</summary>
    public const string GlobalLevel = "global_level";

    /// <summary>A file of this name is a global one.</summary>
    public const string GlobalFileName = ".globalconfig";

    /// <summary>Whether a key is one of these.</summary>
    public static bool Are(string key) => key is Root or IsGlobal or GlobalLevel;
}
