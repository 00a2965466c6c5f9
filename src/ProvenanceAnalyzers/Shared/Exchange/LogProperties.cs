namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>The custom properties that diagnostics have in the compiler's error log, and that the tasks of the build read.</summary>
internal static class LogProperties
{
    /// <summary>The record that a PROV9001 carries, as JSON.</summary>
    public const string Record = "record";

    /// <summary>The paths of the fixture files that a diagnostic is about, as the list of fixture files joins them.</summary>
    public const string Fixtures = nameof(Fixtures);
}
