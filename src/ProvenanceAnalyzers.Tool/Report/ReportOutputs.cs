using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Report;

/// <summary>One thing that a report is written as.</summary>
/// <param name="Write">Writes it.</param>
internal sealed record ReportOutput(Action<ReportData, CancellationToken> Write);

/// <summary>What somebody wants of a report.</summary>
internal static class ReportOutputs
{
    private static readonly Dictionary<string, Func<ReportData, CancellationToken, string>> Badges = new(StringComparer.OrdinalIgnoreCase)
    {
        [".svg"] = (data, _) => ReportTemplate.Render("badge.svg", data),
        [".json"] = (data, _) => ReportTemplate.Render("badge.json", data),
    };

    /// <summary>What is to be written, in the order of the options.</summary>
    /// <exception cref="ToolException">That is nothing, or a badge's name does not say what kind it is.</exception>
    public static IReadOnlyList<ReportOutput> Of(
        string? page, string? markdown, IReadOnlyList<string> badges, string? csv, string? parquet)
    {
        foreach (var path in new[] { page, markdown, csv, parquet }.Concat(badges))
        {
            Refuse(path);
        }

        OutputFile.RequireDistinct(new[] { page, markdown, csv, parquet }.Concat(badges).OfType<string>());
        ReportOutput[] outputs =
        [
            .. Optional(page, path => Text(path, ReportPage.Write)),
            .. Optional(markdown, path => Text(path, (data, _) => ReportTemplate.Render("summary.md", data))),
            .. badges.Select(path => Text(path, BadgeOf(path))),
            .. Optional(csv, path => new ReportOutput((data, _) => ReportTables.WriteCsv(data.Tables, path, data.Files))),
            .. Optional(parquet, folder => new ReportOutput((data, _) => ReportTables.WriteParquet(data.Tables, folder))),
        ];
        return outputs.Length > 0
            ? outputs
            : throw new ToolException("Say what to write: -o report.html, --markdown FILE, --badge FILE.svg, --csv FILE or --parquet DIR.");
    }

    /// <summary>What is read is not written over, and a name that somebody forgot is none.</summary>
    private static void Refuse(string? path)
    {
        if (path != null && string.IsNullOrWhiteSpace(path))
        {
            throw new ToolException("A name of what is to be written is empty.");
        }

        if (path?.Contains(".provenance.json", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new ToolException($"'{path}' has the name of a manifest: write into another file.");
        }
    }

    private static Func<ReportData, CancellationToken, string> BadgeOf(string path) =>
        Badges.TryGetValue(Path.GetExtension(path), out var write)
            ? write
            : throw new ToolException($"'{path}' is no badge: its name ends with .svg or .json.");

    private static IEnumerable<ReportOutput> Optional(string? path, Func<string, ReportOutput> output) =>
        path == null ? [] : [output(path)];

    private static ReportOutput Text(string path, Func<ReportData, CancellationToken, string> write) => new((data, cancellationToken) =>
    {
        var text = write(data, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        OutputFile.Write(path, text, data.Files);
    });
}
