namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>The formats that manifests are exported in, by their names.</summary>
internal static class ExportFormats
{
    /// <summary>How each is written: of projects, and of the day that somebody has said.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<ExportedProject>, string?, string>> All { get; } =
        new Dictionary<string, Func<IReadOnlyList<ExportedProject>, string?, string>>(StringComparer.Ordinal)
        {
            ["agent-trace"] = AgentTraceExport.Write,
            ["cyclonedx"] = CycloneDxExport.Write,
            ["in-toto"] = InTotoExport.Write,
        };
}
