namespace ProvenanceAnalyzers.Shared.Git;

/// <summary>
/// How git is started, wherever this package asks it: it can start nothing that a repository names, asks nobody, fetches nothing, and reads
/// what is there and nothing that stands in for it. Filters have names of their own: whoever compares a working tree takes them out.
/// </summary>
internal static class GitSafety
{
    private const string Prefix = "GIT_";

    /// <summary>Of what tells git where to look, what the user has configured stays; and what git's own tests set.</summary>
    private static readonly string[] KeptVariables =
        ["GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_TEST_"];

    /// <summary>The options that stand before every command.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "--no-pager", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "core.quotePath=true",
        "-c", "core.pager=cat", "-c", "diff.external=", "-c", "log.showSignature=false", "-c", "diff.algorithm=default",
    ];

    /// <summary>Takes out of an environment what would lead git elsewhere, and adds what keeps it from asking and fetching.</summary>
    /// <param name="environment">The variables of the process that git will be.</param>
    public static void Secure(IDictionary<string, string?> environment)
    {
        var foreign = environment.Keys
            .Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && !Array.Exists(KeptVariables, kept => name.StartsWith(kept, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        foreach (var name in foreign)
        {
            environment.Remove(name);
        }

        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_NO_LAZY_FETCH"] = "1";
        environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        environment["GIT_GRAFT_FILE"] = "/dev/null";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        environment["GIT_ASKPASS"] = "echo";
        environment["LC_ALL"] = "C";
    }
}
