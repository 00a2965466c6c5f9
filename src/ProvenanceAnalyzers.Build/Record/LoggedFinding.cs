using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>One of our diagnostics in the compiler's error log.</summary>
/// <param name="result">The diagnostic as logged.</param>
internal sealed class LoggedFinding(SarifResult result)
{
    private readonly SarifPhysicalLocation? _location = result.Locations is [var location, ..] ? location.PhysicalLocation : null;
    private readonly SarifSuppression? _suppression = result.Suppressions is [var suppression, ..] ? suppression : null;

    /// <summary>The id of the rule.</summary>
    public string Rule => result.RuleId!;

    /// <summary>The file as the compiler knows it; empty where the diagnostic has no location.</summary>
    public string File => PathOf(_location?.ArtifactLocation?.Uri);

    public int Line => _location?.Region?.StartLine ?? 0;

    public int Column => _location?.Region?.StartColumn ?? 0;

    /// <summary>The fixture files that it is about, wherever it stands.</summary>
    public IReadOnlyList<string> Fixtures { get; } = TextList.Split(result.Properties?.CustomProperties?.Fixtures);

    /// <summary>Whether it was held back because the baseline that is written takes it.</summary>
    public bool IsHeldBack =>
        _suppression?.Properties?.SuppressionType?.Contains(RuleFamily.SuppressionPrefix + RuleFamily.IdPrefix) == true;

    /// <summary>The diagnostic as the manifest has it.</summary>
    public FindingRecord ToRecord(ProjectPaths paths)
    {
        var isSuppressed = _suppression != null && !IsHeldBack;
        return new FindingRecord
        {
            Rule = Rule,
            Level = result.Level,
            Path = paths.Relative(File),
            Line = Line,
            Column = Column,
            Message = result.Message?.Text ?? string.Empty,
            IsSuppressed = isSuppressed,
            Justification = isSuppressed ? _suppression!.Justification : null,
        };
    }

    private static string PathOf(string? address)
    {
        if (address == null)
        {
            return string.Empty;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsFile ? uri.LocalPath : Uri.UnescapeDataString(address);
    }
}
