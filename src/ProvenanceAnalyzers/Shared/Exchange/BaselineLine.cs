namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>What is wrong with a line of a baseline.</summary>
internal enum BaselineProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is a mark of a merge conflict.</summary>
    ConflictMark,

    /// <summary>It is no id with a digest.</summary>
    Malformed,

    /// <summary>It stands in an earlier line too.</summary>
    Duplicate,

    /// <summary>It belongs above the line before it.</summary>
    Unsorted,
}

/// <summary>A line of a baseline file that is neither empty nor a comment.</summary>
/// <param name="Number">Which line of the file it is, from 1.</param>
/// <param name="Text">The line as written.</param>
/// <param name="Entry">What it says; null where it says nothing that can be read.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record BaselineLine(int Number, string Text, BaselineEntry? Entry, BaselineProblem Problem)
{
    /// <summary>What is wrong, as the end of a sentence.</summary>
    public string Explanation => Problem switch
    {
        BaselineProblem.ConflictMark => "is a mark of a merge conflict: keep the lines of both sides, remove the marks, and sort the lines",
        BaselineProblem.Malformed => "is not of the form 'id digest', such as 'T:Shop.Order h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081'",
        BaselineProblem.Duplicate => "is there twice; remove one",
        BaselineProblem.Unsorted => "is out of order; lines are sorted ordinally, so that merges do not lose any",
        _ => string.Empty,
    };
}
