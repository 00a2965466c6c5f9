using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Baseline;

/// <summary>The entries of all baseline files of a project. What cannot be read holds for nothing.</summary>
internal sealed class BaselineEntries
{
    private readonly Dictionary<AdditionalText, IReadOnlyList<BaselineLine>> _files;
    private readonly HashSet<BaselineEntry> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Reads the baseline files among the additional files of a compilation.</summary>
    public BaselineEntries(ImmutableArray<AdditionalText> additionalFiles)
    {
        _files = additionalFiles.Where(file => BaselineFile.IsNameOf(file.Path)).Distinct().ToDictionary(file => file, Read);
        foreach (var entry in _files.Values.SelectMany(lines => lines).Select(line => line.Entry).OfType<BaselineEntry>())
        {
            _entries.Add(entry);
            _ids.Add(entry.Id);
        }
    }

    /// <summary>Whether there is no entry.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Whether any entry has this id. A digest is worth computing only then.</summary>
    public bool Knows(string id) => _ids.Contains(id);

    /// <summary>Whether there is an entry with this id and this digest.</summary>
    public bool Holds(BaselineEntry entry) => _entries.Contains(entry);

    /// <summary>The lines of a file.</summary>
    public IReadOnlyList<BaselineLine> LinesOf(AdditionalText file) => _files.TryGetValue(file, out var lines) ? lines : Read(file);

    private static IReadOnlyList<BaselineLine> Read(AdditionalText file) => [.. BaselineFile.Read(file.GetText()?.ToString() ?? string.Empty)];
}
