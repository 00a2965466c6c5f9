namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>What a program that has ended left behind.</summary>
internal record CommandOutput(string Command, int ExitCode, string Text)
{
    public CommandOutput MustSucceed()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode} of: {Command}{Environment.NewLine}{Text}");
        return this;
    }

    public CommandOutput MustFail()
    {
        Assert.True(ExitCode != 0, $"Should have failed: {Command}{Environment.NewLine}{Text}");
        return this;
    }
}
