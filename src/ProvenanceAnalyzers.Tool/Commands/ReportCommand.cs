using System.CommandLine;
using System.Globalization;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Report;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance report</c>: manifests as a page, a summary, a badge and tables.</summary>
internal static class ReportCommand
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Writes a page into this file, which needs nothing else.",
        HelpName = "FILE.html",
    };

    private static readonly Option<string?> Markdown = new("--markdown")
    {
        Description = "Writes a summary into this file; - is standard output.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Badge = new("--badge")
    {
        Description = "Writes a badge into this file: .svg, or .json for a service that draws badges; may be given several times.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = "Writes all units into this file, a row each.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Parquet = new("--parquet")
    {
        Description = "Adds the tables to this folder, by repository and day, for a warehouse.",
        HelpName = "DIR",
    };

    private static readonly Option<string[]> History = new("--history")
    {
        Description =
            "Earlier manifests in folders called day=YYYY-MM-DD, or tables of --parquet, for the trend; may be given several times.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Repository = new("--repository")
    {
        Description = "The repository, where no folder repository=NAME says so.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Day = new("--day")
    {
        Description = "The day, where no folder day=YYYY-MM-DD says so; today by default.",
        HelpName = "YYYY-MM-DD",
    };

    public static Command Create()
    {
        var command = new Command("report", "Writes what manifests say as one page, a summary, a badge or tables.");
        command.Arguments.Add(SharedOptions.Manifests);
        foreach (var option in new Option[] { Output, Markdown, Badge, Csv, Parquet, History, Repository, Day })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
            Program.RunAsync(() => Task.FromResult(Run(parsed, cancellationToken)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var outputs = ReportOutputs.Of(
            parsed.GetValue(Output),
            parsed.GetValue(Markdown),
            parsed.GetValue(Badge) ?? [],
            parsed.GetValue(Csv),
            parsed.GetValue(Parquet));
        var request = new ReportRequest
        {
            Manifests = parsed.GetValue(SharedOptions.Manifests)!,
            History = parsed.GetValue(History) ?? [],
            GrowingTables = parsed.GetValue(Parquet),
            Repository = parsed.GetValue(Repository) ?? string.Empty,
            Day = DayOf(parsed.GetValue(Day)),
        };
        using var data = ReportData.Read(request, cancellationToken);
        foreach (var output in outputs)
        {
            output.Write(data, cancellationToken);
        }

        return ExitCode.Nothing;
    }

    /// <summary>A day as somebody has written it, or today.</summary>
    /// <exception cref="ToolException">It is none.</exception>
    internal static string DayOf(string? text)
    {
        if (text == null)
        {
            return DateTimeOffset.Now.ToString(DayFormat, CultureInfo.InvariantCulture);
        }

        return DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw new ToolException($"'{text}' is no day: write it as 2026-11-27.");
    }
}
