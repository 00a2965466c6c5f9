using System.Text;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>A file of a commit.</summary>
/// <param name="Path">Its path, relative to the repository.</param>
/// <param name="Id">The id of its content.</param>
internal sealed record TreeFile(string Path, string Id);

/// <summary>Reads what <c>git ls-tree -r -z</c> writes.</summary>
internal static class TreeListing
{
    private const string RegularFile = "100";
    private const string SubmoduleMode = "160000";
    private const int FieldsBeforePath = 3;

    /// <summary>The files, without links and submodules.</summary>
    /// <param name="output">What git wrote.</param>
    public static List<TreeFile> Read(Stream output) => ReadAll(output).Files;

    /// <summary>The files without links, and the submodules, each with the id of its commit.</summary>
    /// <param name="output">What git wrote.</param>
    public static (List<TreeFile> Files, List<TreeFile> Submodules) ReadAll(Stream output)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        var (files, submodules) = (new List<TreeFile>(), new List<TreeFile>());
        foreach (var entry in reader.ReadToEnd().Split('\0'))
        {
            var tab = entry.IndexOf('\t');
            var fields = tab < 0 ? [] : entry.Substring(0, tab).Split(' ');
            if (fields.Length != FieldsBeforePath)
            {
                continue;
            }

            var file = new TreeFile(entry.Substring(tab + 1), fields[2]);
            if (fields[0].StartsWith(RegularFile, StringComparison.Ordinal))
            {
                files.Add(file);
            }
            else if (fields[0] == SubmoduleMode)
            {
                submodules.Add(file);
            }
        }

        return (files, submodules);
    }
}
