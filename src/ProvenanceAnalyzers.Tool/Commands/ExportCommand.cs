using System.CommandLine;
using ProvenanceAnalyzers.Tool.Export;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Commands;

/// <summary><c>provenance export</c>: manifests in the formats of others.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Format = FormatOption();

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The file that is written; - is standard output.",
        HelpName = "FILE",
        DefaultValueFactory = _ => OutputFile.StandardOutput,
    };

    private static readonly Option<string?> Day = new("--day")
    {
        Description = "The day that the export says it is of; only agent-trace must have one.",
        HelpName = "YYYY-MM-DD",
    };

    private static readonly Option<bool> HashPeople = new("--hash-people")
    {
        Description = "Names people by a hash, as ProvenanceManifestPrivacy=hash does.",
    };

    public static Command Create()
    {
        var command = new Command("export", "Writes what manifests say as Agent Trace, CycloneDX or in-toto.");
        command.Arguments.Add(SharedOptions.Manifests);
        foreach (var option in new Option[] { Format, Output, Day, HashPeople })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) =>
            Program.RunAsync(() => Task.FromResult(Run(parsed, cancellationToken)), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ExportRequest
        {
            Manifests = parsed.GetValue(SharedOptions.Manifests)!,
            Day = parsed.GetValue(Day) is { } day ? ReportCommand.DayOf(day) : null,
            HashesPeople = parsed.GetValue(HashPeople),
        };
        var text = ExportFormats.All[parsed.GetValue(Format)!](ExportedProjects.Read(request, cancellationToken), request.Day);
        cancellationToken.ThrowIfCancellationRequested();
        OutputFile.Write(parsed.GetValue(Output)!, text, [.. ManifestReader.FilesAt(request.Manifests).Select(RealPath.Of)]);
        return ExitCode.Nothing;
    }

    private static Option<string> FormatOption()
    {
        var names = ExportFormats.All.Keys.Order(StringComparer.Ordinal).ToArray();
        var option = new Option<string>("--format")
        {
            Description = "The format that is written.",
            HelpName = string.Join('|', names),
            Required = true,
        };
        option.AcceptOnlyFromAmong(names);
        return option;
    }
}
