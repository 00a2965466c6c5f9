using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build;

/// <summary>What one compilation recorded, as an error log holds it and as the merge over target frameworks wants it.</summary>
internal static class FrameworkRecord
{
    /// <summary>Reads an error log.</summary>
    /// <param name="logPath">The log.</param>
    /// <param name="framework">The target framework that was compiled.</param>
    /// <param name="paths">Names the files.</param>
    public static JObject Read(string logPath, string framework, ProjectPaths paths)
    {
        var results = SarifResult.ReadLog(logPath);
        var records = results.Select(result => result.Record).OfType<JObject>().ToLookup(record => (string)record["record"]!);
        var project = Check(logPath, framework, records);
        var units = records["unit"].ToList();
        var partsByFile = units.SelectMany(unit => unit["parts"]!.Select(part => (Unit: unit, Part: part))).ToLookup(entry => (string?)entry.Part["file"]);
        var fixtures = partsByFile[null].ToLookup(entry => (string?)entry.Part["path"], entry => entry.Unit);
        var findings = results.Where(result => result.Record == null)
            .SelectMany(result => UnitsOf(result, partsByFile, fixtures).Select(unit => (Unit: unit, Result: result)))
            .ToLookup(entry => entry.Unit, entry => entry.Result);
        return new JObject
        {
            ["framework"] = framework,
            ["assembly"] = project["assembly"],
            ["annotations"] = project["annotations"],
            ["units"] = new JArray(units.Select(unit => UnitRecord.Create(unit, [.. findings[unit]], paths))),
            ["files"] = new JArray(records["file"].Select(file => new JObject
            {
                ["path"] = paths.Relative((string)file["path"]!),
                ["reason"] = file["reason"],
                ["outside"] = file["outside"],
            })),
            ["findings"] = new JArray(findings[null].Select(finding => UnitRecord.Finding(finding, paths))),
        };
    }

    private static JObject Check(string logPath, string framework, ILookup<string, JObject> records)
    {
        if (records["project"].ToList() is not [var project])
        {
            throw new RecordException(
                ErrorCodes.IncompleteLog,
                "The analyzers of this package did not run, so there is nothing that a record could be made of. They are switched off "
                + "(RunAnalyzers, RunAnalyzersDuringBuild), or the compiler could not load them.",
                logPath);
        }

        if ((string?)project["framework"] is { Length: > 0 } logged && framework.Length > 0 && logged != framework)
        {
            throw new RecordException(
                ErrorCodes.IncompleteLog,
                $"The compiler's error log '{logPath}' is of {logged} and not of {framework}: give each target framework a log of its own, "
                + "with $(TargetFramework) in ErrorLog.",
                logPath);
        }

        if (records["unit"].Count() != (int)project["units"]! || records["file"].Count() != (int)project["files"]!)
        {
            throw new RecordException(ErrorCodes.IncompleteLog, $"The compiler's error log '{logPath}' is incomplete; build again.", logPath);
        }

        return project;
    }

    /// <summary>The fixture files that a finding is about; else the innermost unit that it is in, or null.</summary>
    private static IEnumerable<JObject?> UnitsOf(
        SarifResult finding, ILookup<string?, (JObject Unit, JToken Part)> partsByFile, ILookup<string?, JObject> fixtures) =>
        finding.Fixtures.Count > 0
            ? finding.Fixtures.SelectMany(path => fixtures[path]).DefaultIfEmpty<JObject?>()
            : [UnitOf(finding, partsByFile)];

    /// <summary>The innermost unit that a finding is in, or null.</summary>
    private static JObject? UnitOf(SarifResult finding, ILookup<string?, (JObject Unit, JToken Part)> partsByFile) => partsByFile[finding.File]
        .Where(entry => Contains(entry.Part, finding))
        .OrderBy(entry => (int)entry.Part["endLine"]! - (int)entry.Part["startLine"]!)
        .Select(entry => entry.Unit)
        .FirstOrDefault();

    private static bool Contains(JToken part, SarifResult finding)
    {
        var position = (finding.Line, finding.Column);
        return position.CompareTo(((int)part["startLine"]!, (int)part["startColumn"]!)) >= 0
            && position.CompareTo(((int)part["endLine"]!, (int)part["endColumn"]!)) < 0;
    }
}
