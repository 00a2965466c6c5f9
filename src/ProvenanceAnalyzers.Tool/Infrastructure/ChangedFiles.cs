namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>The files that a branch changed. Of a submodule git says that it changed, and so all files in it count as changed.</summary>
/// <param name="paths">Their full paths, and those of submodules.</param>
internal sealed class ChangedFiles(IReadOnlySet<string> paths)
{
    /// <summary>Whether a file, or a submodule that it lies in, changed.</summary>
    public bool Contains(string path)
    {
        for (var current = path; !string.IsNullOrEmpty(current); current = Path.GetDirectoryName(current))
        {
            if (paths.Contains(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any file in a folder, or the submodule that the folder lies in, changed.</summary>
    public bool AnyIn(string folder) =>
        Contains(folder) || paths.Any(path => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
