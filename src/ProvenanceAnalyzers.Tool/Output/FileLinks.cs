namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>Where a file's lines can be seen: on the host that runs the job, as its variables say, else in the repository.</summary>
internal static class FileLinks
{
    /// <summary>The address of a line.</summary>
    /// <param name="path">The file, relative to the repository, with slashes.</param>
    /// <param name="line">The line, from 1; 0 where it is about the file.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static string Of(string path, int line, Func<string, string?> variable)
    {
        var file = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        var fragment = line > 0 ? $"#L{line}" : string.Empty;
        if (variable("GITHUB_SERVER_URL") is { Length: > 0 } server
            && variable("GITHUB_REPOSITORY") is { Length: > 0 } repository
            && variable("GITHUB_SHA") is { Length: > 0 } commit)
        {
            return $"{server}/{repository}/blob/{commit}/{file}{fragment}";
        }

        return variable("CI_PROJECT_URL") is { Length: > 0 } project && variable("CI_COMMIT_SHA") is { Length: > 0 } sha
            ? $"{project}/-/blob/{sha}/{file}{fragment}"
            : file + fragment;
    }
}
