using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>A program that a signal ended is told from one that failed, whoever hears of the signal first.</summary>
public sealed class InterruptionTests
{
    /// <summary>The exit code, and whether the signal is heard of a moment later.</summary>
    [Theory]
    [InlineData(130, false)]
    [InlineData(143, false)]
    [InlineData(-1073741510, false)]
    [InlineData(1, true)]
    [InlineData(null, true)]
    public async Task It_was_ended(int? exitCode, bool isHeardOfLater)
    {
        using var interrupted = new CancellationTokenSource();
        var required = Interruption.RequireNoneAsync(exitCode, interrupted.Token);
        if (isHeardOfLater)
        {
            Assert.False(required.IsCompleted);
            await interrupted.CancelAsync();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => required);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(null)]
    public async Task It_has_failed_or_has_not(int? exitCode) => await Interruption.RequireNoneAsync(exitCode, CancellationToken.None);
}
