namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// Ctrl+C ends all that runs in a terminal. That a program which the tool has started ended may be known here before the reason is, and it
/// must not be said to have failed.
/// </summary>
internal static class Interruption
{
    /// <summary>
    /// Ended by SIGINT or SIGTERM, as a shell has it and .NET after it; and Windows' STATUS_CONTROL_C_EXIT.
    /// </summary>
    private static readonly int[] ExitCodes = [128 + 2, 128 + 15, unchecked((int)0xC000013A)];

    private static readonly TimeSpan LongestUnknown = TimeSpan.FromMilliseconds(200);

    /// <summary>Sees to it that a program was not ended by a signal.</summary>
    /// <param name="exitCode">Its exit code.</param>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public static void RequireNone(int exitCode)
    {
        if (ExitCodes.Contains(exitCode))
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>Sees to it that a program did not fail because of a signal that it handles itself. That takes a moment.</summary>
    /// <param name="exitCode">Its exit code; null where there is none to be had.</param>
    /// <param name="cancellationToken">Says that there was a signal.</param>
    /// <exception cref="OperationCanceledException">It did.</exception>
    public static async Task RequireNoneAsync(int? exitCode, CancellationToken cancellationToken)
    {
        if (exitCode is { } known)
        {
            RequireNone(known);
        }

        if (exitCode != 0)
        {
            await Task.Delay(LongestUnknown, cancellationToken).ConfigureAwait(false);
        }
    }
}
