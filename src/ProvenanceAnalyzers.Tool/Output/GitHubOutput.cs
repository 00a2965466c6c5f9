using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>
/// Writes what is due as workflow commands of GitHub Actions, a line each; see "Workflow commands for GitHub Actions" in GitHub's
/// documentation.
/// </summary>
internal static class GitHubOutput
{
    /// <summary>The list as text.</summary>
    public static string Write(DueList list) => string.Concat(list.Items.Select(Line));

    private static string Line(DueItem item)
    {
        var place = item.Path.Length > 0 ? $"file={Property(item.Path)},line={item.Line},col={item.Column}," : string.Empty;
        return $"::{(item.IsError ? "error" : "warning")} {place}title={Property($"{item.Rule} {DueKinds.Name(item.Kind)}")}"
            + $"::{Data(item.Message)}\n";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
