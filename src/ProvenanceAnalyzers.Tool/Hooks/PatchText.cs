using ProvenanceAnalyzers.Tool.Declare;

namespace ProvenanceAnalyzers.Tool.Hooks;

/// <summary>Reads the patches that several agents edit files with: <c>*** Update File: A.cs</c>, then lines with a mark each.</summary>
internal static class PatchText
{
    private const string AddFile = "*** Add File: ";
    private const string UpdateFile = "*** Update File: ";
    private const string MoveTo = "*** Move to: ";
    private const string EndOfFile = "*** End of File";
    private const string AnyHeader = "*** ";

    /// <summary>Whether a text is such a patch.</summary>
    public static bool Is(string text) =>
        text.Contains(AddFile, StringComparison.Ordinal) || text.Contains(UpdateFile, StringComparison.Ordinal);

    /// <summary>The files that a patch leaves behind, with what it has edited in them.</summary>
    public static IEnumerable<EditedFile> Read(string patch)
    {
        string? path = null;
        var edits = new List<FileEdit>();
        var before = new List<string>();
        var after = new List<string>();
        foreach (var line in patch.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(MoveTo, StringComparison.Ordinal))
            {
                path = line[MoveTo.Length..].Trim();
            }
            else if (line.StartsWith("@@", StringComparison.Ordinal) || line.StartsWith(EndOfFile, StringComparison.Ordinal))
            {
                EndHunk();
            }
            else if (line.StartsWith(AnyHeader, StringComparison.Ordinal))
            {
                EndHunk();
                if (path != null)
                {
                    yield return new EditedFile(path, [.. edits]);
                }

                edits.Clear();
                path = line.StartsWith(AddFile, StringComparison.Ordinal) ? line[AddFile.Length..].Trim()
                    : line.StartsWith(UpdateFile, StringComparison.Ordinal) ? line[UpdateFile.Length..].Trim()
                    : null;
            }
            else if (path != null && (line.Length > 0 || before.Count + after.Count > 0))
            {
                // A line of the context that is empty may have lost its mark.
                var (mark, text) = line.Length > 0 ? (line[0], line[1..]) : (' ', string.Empty);
                if (mark != '+')
                {
                    before.Add(text);
                }

                if (mark != '-')
                {
                    after.Add(text);
                }
            }
        }

        EndHunk();
        if (path != null)
        {
            yield return new EditedFile(path, [.. edits]);
        }

        void EndHunk()
        {
            if (before.Count + after.Count > 0)
            {
                edits.Add(new FileEdit(string.Join('\n', before), string.Join('\n', after)));
            }

            before.Clear();
            after.Clear();
        }
    }
}
