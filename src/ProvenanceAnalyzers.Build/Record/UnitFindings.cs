using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>Which diagnostics are in which unit.</summary>
internal sealed class UnitFindings
{
    private const int NoUnit = -1;

    private readonly ILookup<string?, (int Unit, PartRecord Part)> _partsByFile;
    private readonly ILookup<string, int> _fixtures;
    private readonly ILookup<int, LoggedFinding> _findings;

    /// <summary>
    /// Finds the unit of each diagnostic. The compiler keeps the path of a linked file as it was given it, and logs it without <c>..</c>.
    /// </summary>
    public UnitFindings(IReadOnlyList<UnitRecord> units, IEnumerable<LoggedFinding> findings)
    {
        _partsByFile = units
            .SelectMany((unit, index) => unit.Parts.Select(part => (Unit: index, Part: part)))
            .ToLookup(entry => entry.Part.File is { } file ? Paths.Resolve(file, string.Empty) : null);
        _fixtures = _partsByFile[null].ToLookup(entry => entry.Part.Path, entry => entry.Unit);
        _findings = findings.SelectMany(finding => UnitsOf(finding).Select(unit => (Unit: unit, Finding: finding)))
            .ToLookup(entry => entry.Unit, entry => entry.Finding);
    }

    /// <summary>Those that are in no unit.</summary>
    public IEnumerable<LoggedFinding> Elsewhere => _findings[NoUnit];

    /// <summary>Those that are in a unit or about a fixture file.</summary>
    /// <param name="unit">Its place in the list of units.</param>
    public IEnumerable<LoggedFinding> In(int unit) => _findings[unit];

    /// <summary>The fixture files that a diagnostic is about; else the innermost unit that it is in.</summary>
    private IEnumerable<int> UnitsOf(LoggedFinding finding) => finding.Fixtures.Count > 0
        ? finding.Fixtures.SelectMany(path => _fixtures[path]).DefaultIfEmpty(NoUnit)
        : _partsByFile[Paths.Resolve(finding.File, string.Empty)]
            .Where(entry => entry.Part.Contains(finding.Line, finding.Column))
            .OrderBy(entry => entry.Part.EndLine - entry.Part.StartLine)
            .Select(entry => entry.Unit)
            .DefaultIfEmpty(NoUnit)
            .Take(1);
}
