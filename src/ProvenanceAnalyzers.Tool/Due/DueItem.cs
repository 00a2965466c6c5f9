namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>Something that waits for somebody.</summary>
internal sealed record DueItem
{
    /// <summary>The name of the project.</summary>
    public required string Project { get; init; }

    /// <summary>The file, relative to where paths are shown from, with slashes; empty where it is about no file.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1; 0 where it is about no file.</summary>
    public required int Line { get; init; }

    /// <summary>The column, from 1; 0 where it is about no file.</summary>
    public required int Column { get; init; }

    /// <summary>The id of the rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether it fails the build.</summary>
    public required bool IsError { get; init; }

    /// <summary>What it is about, as short as a list needs it: <c>OrderParser</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the build says.</summary>
    public required string Message { get; init; }

    /// <summary>How many lines somebody has to read to sign; 0 where nobody signs.</summary>
    public int LinesToRead { get; init; }

    /// <summary>Whether those are the lines of the difference to what was reviewed before, and not all of the code.</summary>
    public bool IsDifference { get; init; }

    /// <summary>What it waits for.</summary>
    public DueKind Kind => DueKinds.Of(Rule);
}
