using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// Writes arguments as one text, of which every runtime makes the same arguments again: no shell ever reads it, and the rules are those of
/// Windows, by which .NET takes it apart elsewhere too.
/// </summary>
internal static class GitCommandLine
{
    /// <summary>One text of several arguments.</summary>
    public static string Of(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quote));

    private static string Quote(string argument)
    {
        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var character in argument)
        {
            // Backslashes count as escapes only where a quotation mark follows them.
            if (character == '"')
            {
                quoted.Append('\\', backslashes + 1);
            }

            backslashes = character == '\\' ? backslashes + 1 : 0;
            quoted.Append(character);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
