namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>A commit of the labelled history; it has an id as soon as git has it.</summary>
internal sealed class HistoryCommit(string mark, HistoryCommit? parent)
{
    private string? _id;

    /// <summary>How the stream to git calls it.</summary>
    public string Mark { get; } = mark;

    public HistoryCommit? Parent { get; } = parent;

    public bool IsWritten => _id != null;

    public string Id
    {
        get => _id ?? throw new InvalidOperationException("git does not have this commit yet.");
        set => _id = value;
    }
}
