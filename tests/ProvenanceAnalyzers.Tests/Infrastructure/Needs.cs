namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>What tests need of the machine that not every machine has.</summary>
internal static class Needs
{
    /// <summary>A shell that closes streams, terminals for programs, and links that everybody may make.</summary>
    public const string Linux = "Linux";

    /// <summary>A POSIX shell, and files that are executable.</summary>
    public const string Unix = "Unix";

    /// <summary>A folder in which nobody may write: on Windows, and for root, there is none.</summary>
    public const string ClosedFolder = "a folder that is closed to whoever runs this";

    /// <summary>What is missing of what a test needs.</summary>
    /// <param name="needs">The names above, and programs that are on the PATH.</param>
    /// <returns>Why the test is skipped; null: nothing is missing.</returns>
    public static string? Missing(params string[] needs) =>
        Array.Find(needs, need => !IsThere(need)) is { } missing ? $"This needs {missing}." : null;

    private static bool IsThere(string need) => need switch
    {
        Linux => OperatingSystem.IsLinux(),
        Unix => !OperatingSystem.IsWindows(),
        ClosedFolder => !OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess,
        _ => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => new[] { need, need + ".exe", need + ".cmd" }.Select(name => Path.Combine(folder, name)))
            .Any(File.Exists),
    };
}
