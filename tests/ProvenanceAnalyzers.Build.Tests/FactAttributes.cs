using System.Diagnostics;

namespace ProvenanceAnalyzers.Build.Tests;

/// <summary>A test that needs <c>/proc</c>.</summary>
internal sealed class FactOnLinuxAttribute : FactAttribute
{
    public FactOnLinuxAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Only Linux has such a folder.";
}

/// <summary>A test that needs a shell with limits.</summary>
internal sealed class FactOnUnixAttribute : FactAttribute
{
    public FactOnUnixAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no limit of that kind." : null;
}

/// <summary>A test of symbolic links, which on Windows not everybody may make.</summary>
internal sealed class TheoryOnUnixAttribute : TheoryAttribute
{
    public TheoryOnUnixAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows lets not everybody make links." : null;
}

/// <summary>
/// A test that mounts a file system, which a machine may forbid; <see cref="FactOnUnixAttribute"/> and others test the same without.
/// </summary>
internal sealed class FactWhereMountingIsAllowedAttribute : FactAttribute
{
    private static readonly string? Command = new[] { "unshare --map-root-user --mount", "unshare --mount" }.FirstOrDefault(CanMount);

    public FactWhereMountingIsAllowedAttribute() => Skip = Command == null ? "This machine lets nobody mount a file system." : null;

    /// <summary>The command that gives a child process file systems of its own.</summary>
    public static string Unshare => Command!;

    private static bool CanMount(string command)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var start = new ProcessStartInfo("bash", ["-c", $"{command} mount -t tmpfs none /mnt"]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
