using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Baseline;

/// <summary>The entries of all baseline files of a project. What cannot be read holds for nothing.</summary>
internal sealed class BaselineEntries
{
    private readonly HashSet<BaselineEntry> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private BaselineEntries(IEnumerable<BaselineEntry> entries)
    {
        foreach (var entry in entries)
        {
            _entries.Add(entry);
            _ids.Add(entry.Id);
        }
    }

    /// <summary>Whether there is no entry.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Reads the baseline files among the additional files of a compilation.</summary>
    public static BaselineEntries Read(ImmutableArray<AdditionalText> additionalFiles) => new(additionalFiles
        .Where(file => BaselineFile.IsNameOf(file.Path))
        .SelectMany(file => BaselineFile.Read(file.GetText()?.ToString() ?? string.Empty))
        .Select(line => line.Entry)
        .OfType<BaselineEntry>());

    /// <summary>Whether any entry has this id. A digest is worth computing only then.</summary>
    public bool Knows(string id) => _ids.Contains(id);

    /// <summary>Whether there is an entry with this id and this digest.</summary>
    public bool Holds(BaselineEntry entry) => _entries.Contains(entry);
}
