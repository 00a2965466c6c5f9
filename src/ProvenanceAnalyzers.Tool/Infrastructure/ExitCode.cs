namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>What a command tells the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing waits for anybody.</summary>
    public const int Nothing = 0;

    /// <summary>Something is due.</summary>
    public const int Due = 1;

    /// <summary>It could not be established, or was asked for in a way that is not understood.</summary>
    public const int NotEstablished = 2;
}
