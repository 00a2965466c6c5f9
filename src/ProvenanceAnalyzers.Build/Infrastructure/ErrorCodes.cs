namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>
/// The codes of the errors and warnings that the tasks report; those of the targets are in <c>ProvenanceAnalyzers.Record.targets</c>.
/// </summary>
internal static class ErrorCodes
{
    public const string IncompleteLog = "PROVMSB0008";
    public const string BaselineWouldGrow = "PROVMSB0009";
    public const string MalformedBaseline = "PROVMSB0010";
    public const string CannotWrite = "PROVMSB0011";
    public const string OtherProject = "PROVMSB0012";
    public const string UnknownOutput = "PROVMSB0016";
    public const string UnreadableFixture = "PROVMSB0020";
    public const string SameFixturePath = "PROVMSB0021";
    public const string MissingInput = "PROVMSB0030";
    public const string AnalyzersOff = "PROVMSB0031";
    public const string HiddenRules = "PROVMSB0032";
    public const string SourceInOutput = "PROVMSB0033";
}
