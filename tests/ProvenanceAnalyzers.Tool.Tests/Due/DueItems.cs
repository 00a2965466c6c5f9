using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Tests.Due;

/// <summary>Makes items for tests.</summary>
internal static class DueItems
{
    public static DueItem Of(
        string project,
        string path,
        int line,
        string rule,
        string name = "Code",
        string message = "It is due.",
        int lines = 0,
        bool isError = false) => new()
        {
            Project = project,
            Path = path,
            Line = line,
            Column = 5,
            Rule = rule,
            IsError = isError,
            Name = name,
            Message = message,
            LinesToRead = lines,
        };
}
