namespace ProvenanceAnalyzers.Build;

/// <summary>The codes of the errors that the tasks report; those of the targets are in <c>ProvenanceAnalyzers.Record.targets</c>.</summary>
internal static class ErrorCodes
{
    public const string IncompleteLog = "PROVMSB0008";
    public const string BaselineWouldGrow = "PROVMSB0009";
    public const string MalformedBaseline = "PROVMSB0010";
    public const string CannotWrite = "PROVMSB0011";
    public const string OtherProject = "PROVMSB0012";
}
