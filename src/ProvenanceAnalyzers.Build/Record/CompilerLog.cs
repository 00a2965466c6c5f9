using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>What this package's analyzers wrote into the compiler's error log.</summary>
internal sealed class CompilerLog
{
    private CompilerLog(string path, CompiledProject compiled, IEnumerable<SarifResult> results)
    {
        var projects = new List<LoggedProject>();
        var units = new List<UnitRecord>();
        var files = new List<FileRecord>();
        var findings = new List<LoggedFinding>();
        foreach (var result in results)
        {
            if (result is not { RuleId: RuleIds.UnitRecord, Properties.CustomProperties.Record: { } record })
            {
                findings.Add(new LoggedFinding(result));
                continue;
            }

            switch (KindOf(record))
            {
                case RecordKind.Unit:
                    units.Add(Json.ReadLogged<UnitRecord>(record));
                    break;
                case RecordKind.File:
                    files.Add(Json.ReadLogged<FileRecord>(record));
                    break;
                default:
                    projects.Add(Json.ReadLogged<LoggedProject>(record));
                    break;
            }
        }

        (Framework, Units, Files, Findings) = (compiled.Framework, units, files, findings);
        Project = projects switch
        {
            [var project] => project,
            [] => throw Error(
                path,
                "The analyzers of this package did not run, so there is nothing that a record could be made of. They are switched off "
                + "(RunAnalyzers, RunAnalyzersDuringBuild), or the compiler could not load them."),
            _ => throw Error(
                path,
                $"The compiler's error log '{path}' has the records of several compilations: "
                + $"{string.Join(", ", projects.Select(project => $"{project.Assembly} {project.Framework}".Trim()))}. "
                + CompiledProject.WhatToDo),
        };
        if (compiled.Contradiction(Project, units) is { } contradiction)
        {
            throw Error(path, $"The compiler's error log '{path}' {contradiction}. {CompiledProject.WhatToDo}");
        }

        if (units.Count != Project.Units || files.Count != Project.Files)
        {
            throw Error(path, $"The compiler's error log '{path}' is incomplete. {CompiledProject.WhatToDo}");
        }
    }

    /// <summary>The target framework that was compiled; empty where the project does not say.</summary>
    public string Framework { get; }

    /// <summary>The project.</summary>
    public LoggedProject Project { get; }

    /// <summary>The units.</summary>
    public IReadOnlyList<UnitRecord> Units { get; }

    /// <summary>The files that hold no unit, or code outside of their units.</summary>
    public IReadOnlyList<FileRecord> Files { get; }

    /// <summary>The diagnostics that are no records.</summary>
    public IReadOnlyList<LoggedFinding> Findings { get; }

    /// <summary>Reads a log of the form SARIF 2.1.</summary>
    /// <param name="path">The log.</param>
    /// <param name="compiled">What was compiled.</param>
    public static CompilerLog Read(string path, CompiledProject compiled)
    {
        var log = Json.ReadFile<SarifLog>(path, problem => Error(
            path, $"The compiler's error log '{path}' cannot be read, so there is nothing that a record could be made of: {problem} "
            + CompiledProject.WhatToDo));
        try
        {
            return new CompilerLog(path, compiled, (log.Runs ?? [])
                .SelectMany(run => run.Results ?? [])
                .Where(result => result.RuleId?.StartsWith(RuleFamily.IdPrefix, StringComparison.Ordinal) == true));
        }
        catch (JsonException exception)
        {
            throw Error(path, $"The compiler's error log '{path}' has a record that cannot be read: {exception.Message}");
        }
    }

    private static RecordKind KindOf(string record)
    {
        try
        {
            return RecordValue.Parse<RecordKind>(Json.FirstString(new StringReader(record), RecordNames.Record), RecordNames.Record);
        }
        catch (FormatException exception)
        {
            throw new JsonSerializationException(exception.Message, exception);
        }
    }

    private static RecordException Error(string path, string message) => new(ErrorCodes.IncompleteLog, message, path);
}
