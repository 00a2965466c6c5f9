namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>A list as a configuration file has it that adds to another one: <c>+, codex</c>.</summary>
internal static class ListAddition
{
    private const string Mark = "+";

    /// <summary>Whether the first element of a list is a plus.</summary>
    public static bool Is(string list)
    {
        var comma = list.IndexOf(',');
        return (comma < 0 ? list : list.Substring(0, comma)).Trim() == Mark;
    }

    /// <summary>The list that an addition makes of another one, which may be an addition itself.</summary>
    public static string To(string list, string addition)
    {
        var comma = addition.IndexOf(',');
        var added = comma < 0 ? string.Empty : addition.Substring(comma + 1).Trim();
        return list.Trim().Length == 0 ? added
            : added.Length == 0 ? list
            : list + ", " + added;
    }
}
