using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>A file that holds a manifest in whichever form.</summary>
internal static class ManifestFile
{
    /// <summary>
    /// Writes files, unless another project's manifest is there: which of the two is lost would be left to chance. Returns a line for each
    /// that says where.
    /// </summary>
    /// <param name="paths">The files.</param>
    /// <param name="text">The manifest.</param>
    /// <param name="project">The project that it is of.</param>
    public static IEnumerable<string> Write(IReadOnlyList<string> paths, string text, string project)
    {
        foreach (var path in paths)
        {
            OneAtATime.Do(path, () => AtomicFile.Write(path, text, mayReplace: () => MustBeOf(project, path)));
        }

        return RecordLines.Written("the manifest is written", paths);
    }

    private static void MustBeOf(string project, string path)
    {
        if (Json.FirstString(path, RecordNames.Project) is { } other && other != project)
        {
            throw new RecordException(
                ErrorCodes.OtherProject,
                $"'{path}' is the manifest of '{other}', which has the same assembly name as '{project}'. Give one of them another "
                + $"AssemblyName, or a ProvenanceManifestDirectory of its own. If there is no '{other}' any more, delete the file.",
                path);
        }
    }
}
