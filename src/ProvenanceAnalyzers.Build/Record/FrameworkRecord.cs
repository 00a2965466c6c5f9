using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What one compilation recorded, as the merge over target frameworks wants it.</summary>
internal sealed record FrameworkRecord : RecordObject
{
    /// <summary>The target framework; empty where the project does not say.</summary>
    [JsonProperty(RecordNames.Framework)]
    public required string Framework { get; init; }

    /// <summary>The name of the assembly.</summary>
    [JsonProperty(RecordNames.Assembly, Required = Required.AllowNull)]
    public required string? Assembly { get; init; }

    /// <summary>By what it was judged.</summary>
    [JsonProperty(RecordNames.InForce)]
    public required InForceRecord InForce { get; init; }

    /// <summary>What annotations of the assembly say.</summary>
    [JsonProperty(RecordNames.Annotations)]
    public required IReadOnlyList<AssemblyAnnotationRecord> Annotations { get; init; }

    /// <summary>The units.</summary>
    [JsonProperty(RecordNames.Units)]
    public required IReadOnlyList<UnitRecord> Units { get; init; }

    /// <summary>The files without a unit, or with code outside of theirs.</summary>
    [JsonProperty(RecordNames.Files)]
    public required IReadOnlyList<FileRecord> Files { get; init; }

    /// <summary>The diagnostics that are in no unit.</summary>
    [JsonProperty(RecordNames.Findings)]
    public required IReadOnlyList<FindingRecord> Findings { get; init; }

    /// <summary>Makes it of the compiler's error log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="paths">Names the files.</param>
    /// <param name="fixtures">Where the fixture files lie, by the paths that annotations name them by.</param>
    /// <param name="analyzers">The assembly that judged; null: it is not known.</param>
    public static FrameworkRecord Of(
        CompilerLog log, ProjectPaths paths, IReadOnlyDictionary<string, string> fixtures, string? analyzers = null)
    {
        var findings = new UnitFindings(log.Units, log.Findings);
        return new FrameworkRecord
        {
            Framework = log.Framework,
            Assembly = log.Project.Assembly,
            InForce = log.Project.InForce.By(analyzers).With(paths),
            Annotations = log.Project.Annotations,
            Units =
            [
                .. log.Units.Select((unit, index) => unit with
                {
                    Parts = [.. unit.Parts.Select(part => part with { Path = paths.Relative(PlaceOf(part.File, part.Path)) })],
                    Findings =
                    [
                        .. findings.In(index)
                            .Where(finding => !finding.IsHeldBack)
                            .OrderBy(finding => finding.Line)
                            .ThenBy(finding => finding.Column)
                            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
                            .Select(finding => finding.ToRecord(paths)),
                    ],
                }),
            ],
            Files = [.. log.Files.Select(file => file with { Path = paths.Relative(PlaceOf(file.File, file.Path)) })],
            Findings = [.. findings.Elsewhere.Select(finding => finding.ToRecord(paths))],
        };

        // What it is called by may be the link of a file, and where it lies another file's name.
        string PlaceOf(string? file, string path) => file ?? (fixtures.TryGetValue(path, out var place) ? place : path);
    }
}
