using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Export;

/// <summary>Records of Agent Trace, one for each file of a revision, in JSON Lines.</summary>
/// <remarks>Source: Agent Trace 0.1.0, https://github.com/cursor/agent-trace.</remarks>
internal static class AgentTraceExport
{
    private const string Version = "0.1.0";

    /// <summary>The records, in the order of the files.</summary>
    /// <exception cref="ToolException">Nobody has said of which day they are.</exception>
    public static string Write(IReadOnlyList<ExportedProject> projects, string? day)
    {
        if (day == null)
        {
            throw new ToolException(
                "Agent Trace wants to know when a record was made, and a manifest has no date. Say the day: --day 2026-11-27");
        }

        var files = ExportedProjects.UnitsOf(projects)
            .SelectMany(unit => unit.Unit.Parts.Select(part => (Path: unit.Project.PathOf(part.Path), Unit: unit)))
            .Where(part => ExportedProject.IsInRepository(part.Path))
            .GroupBy(part => (part.Path, part.Unit.Project.Manifest.Source?.Revision))
            .OrderBy(file => file.Key.Path, StringComparer.Ordinal)
            .ThenBy(file => file.Key.Revision, StringComparer.Ordinal);
        return string.Concat(files.Select(file =>
        {
            var units = file.Select(part => part.Unit).Distinct().ToList();
            return ExportJson.Line(Record(file.Key.Path, SourceOf(units), units, day)) + "\n";
        }));
    }

    /// <summary>The revision that all projects of a file were built from; as it is there only where all of them were.</summary>
    private static ManifestSource? SourceOf(IReadOnlyCollection<ExportedUnit> units)
    {
        var sources = units.Select(unit => unit.Project.Manifest.Source).OfType<ManifestSource>().ToList();
        return sources.Count == 0 ? null : sources[0] with { IsClean = sources.TrueForAll(source => source.IsClean) };
    }

    private static JsonObject Record(string path, ManifestSource? source, IReadOnlyList<ExportedUnit> units, string day)
    {
        var record = ExportJson.Object(
            ("version", Version),
            ("timestamp", $"{day}T00:00:00Z"),

            // Lines are those of the files that were built, so a revision that has other files is not theirs.
            ("vcs", source is { IsClean: true } ? new JsonObject { ["type"] = "git", ["revision"] = source.Revision } : null),
            ("tool", new JsonObject { ["name"] = "provenance", ["version"] = ToolVersion.Current }),
            ("files", new JsonArray(new JsonObject { ["path"] = path, ["conversations"] = Conversations(path, units) })),
            ("metadata", new JsonObject { [TraceMetadata.Key] = Metadata(source, units) }));
        record.Insert(1, "id", ExportJson.UuidOf(record));
        return record;
    }

    private static JsonArray Conversations(string path, IReadOnlyList<ExportedUnit> units)
    {
        var parts = units
            .SelectMany(unit => unit.Unit.Parts.Where(part => unit.Project.PathOf(part.Path) == path), (unit, part) => (unit, part))
            .ToList();
        var lines = InnermostLines.Of(
        [
            .. parts
                .Where(one => one.part is { StartLine: >= 1 } && one.part.EndLine >= one.part.StartLine)
                .Select(one => new UnitLines(one.unit, one.part.StartLine!.Value, one.part.EndLine!.Value)),
        ]);

        // A fixture file has no lines, so its contributors have none either.
        var whole = parts.Where(one => one.part.StartLine == null)
            .SelectMany(one => TraceContributor.Of(one.unit), (_, by) => (By: by, Lines: (UnitLines?)null));
        return ExportJson.List(
            lines.SelectMany(one => TraceContributor.Of(one.Unit), (one, by) => (By: by, Lines: (UnitLines?)one))
                .Concat(whole)
                .GroupBy(one => one.By)
                .OrderBy(group => group.Key.Type, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Model, StringComparer.Ordinal),
            group => new JsonObject
            {
                ["contributor"] = ExportJson.Object(("type", group.Key.Type), ("model_id", group.Key.Model)),
                ["ranges"] = ExportJson.List(
                    group.Select(one => one.Lines).OfType<UnitLines>(),
                    one => new JsonObject { ["start_line"] = one.Start, ["end_line"] = one.End }),
            });
    }

    private static JsonObject Metadata(ManifestSource? source, IReadOnlyList<ExportedUnit> units) => ExportJson.Object(
        (RecordNames.Source, source == null ? null : new JsonObject
        {
            [RecordNames.Revision] = source.Revision,
            [RecordNames.Clean] = source.IsClean,
        }),
        (RecordNames.Units, ExportJson.List(units, unit =>
        {
            var fields = unit.Fields();
            fields.Insert(0, RecordNames.Project, unit.Project.Manifest.Project);
            fields.Insert(1, RecordNames.Id, unit.Id);
            return fields;
        })));
}
