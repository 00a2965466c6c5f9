using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Code that was undeclared when the project began to ask: the entries of all its baseline files. What cannot be read holds for nothing.
/// </summary>
internal sealed class Baseline
{
    private readonly Digests _digests;
    private readonly Dictionary<AdditionalText, IReadOnlyList<BaselineLine>> _files;
    private readonly HashSet<BaselineEntry> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Reads the baseline files among the additional files of a compilation.</summary>
    public Baseline(ImmutableArray<AdditionalText> additionalFiles, Digests digests)
    {
        _digests = digests;
        _files = additionalFiles.Where(file => BaselineFile.IsNameOf(file.Path)).Distinct().ToDictionary(file => file, Read);
        foreach (var entry in _files.Values.SelectMany(lines => lines).Select(line => line.Entry).OfType<BaselineEntry>())
        {
            _entries.Add(entry);
            _ids.Add(entry.Id);
        }
    }

    /// <summary>The paths of the files that hold any entry.</summary>
    public IEnumerable<string> Files => _files.Where(file => file.Value.Any(line => line.Entry != null)).Select(file => file.Key.Path);

    /// <summary>Whether any entry has this id. A digest is worth computing only then.</summary>
    public bool Knows(string id) => _ids.Contains(id);

    /// <summary>Whether there is an entry with this id and this digest.</summary>
    public bool Holds(BaselineEntry entry) => _entries.Contains(entry);

    /// <summary>Whether a type or member was undeclared when the baseline was written, and has not changed since.</summary>
    public bool Holds(Unit unit, CancellationToken cancellationToken, out bool hasChanged)
    {
        hasChanged = false;
        if (_entries.Count == 0 || !unit.File.Options.AllowsBaseline)
        {
            return false;
        }

        var id = UnitId.Of(unit.Symbol, unit.File.Path);
        hasChanged = Knows(id) && !Holds(new BaselineEntry(id, _digests.Of(unit.Symbol, cancellationToken)));
        return Knows(id) && !hasChanged;
    }

    /// <summary>Whether it holds a type or member, so that nobody need review it before it changes.</summary>
    public bool HoldsReviewOf(ISymbol symbol, Units units, CancellationToken cancellationToken) =>
        _entries.Count > 0 && units.TryGet(symbol, cancellationToken, out var unit) && Holds(unit, cancellationToken, out _);

    /// <summary>
    /// Whether the top-level statements of a file were undeclared when the baseline was written, and it has not changed since.
    /// </summary>
    public bool Holds(SourceFile file, SyntaxNode root, out bool hasChanged)
    {
        var isKnown = file.Options.AllowsBaseline && Knows(file.Path);
        hasChanged = isKnown && !Holds(new BaselineEntry(file.Path, _digests.Of(root)));
        return isKnown && !hasChanged;
    }

    /// <summary>Whether a fixture file was undeclared when the baseline was written, and has not changed since.</summary>
    /// <param name="fixture">The fixture file.</param>
    /// <param name="options">The options that hold for it.</param>
    public bool Holds(FixtureFile fixture, ProvenanceOptions options) =>
        options.AllowsBaseline && fixture.Digest is { } digest && Holds(new BaselineEntry(fixture.Path, digest));

    /// <summary>The lines of a file.</summary>
    public IReadOnlyList<BaselineLine> LinesOf(AdditionalText file) => _files.TryGetValue(file, out var lines) ? lines : Read(file);

    private static IReadOnlyList<BaselineLine> Read(AdditionalText file) =>
        [.. BaselineFile.Read(file.GetText()?.ToString() ?? string.Empty)];
}
