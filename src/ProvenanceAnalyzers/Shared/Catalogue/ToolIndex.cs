namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Finds a tool by what people write: its id or an alias, in any case; custom tools stand before the catalogue.</summary>
internal sealed class ToolIndex
{
    private readonly Dictionary<string, (string Id, string? Provider)> _byName = new(StringComparer.OrdinalIgnoreCase);

    private ToolIndex(IEnumerable<KeyValuePair<string, string>> customTools)
    {
        foreach (var tool in KnownTools.All)
        {
            _byName[tool.Id] = (tool.Id, tool.Provider);
            foreach (var alias in tool.Aliases)
            {
                _byName[alias] = (tool.Id, tool.Provider);
            }
        }

        foreach (var custom in customTools)
        {
            _byName[custom.Key] = (custom.Key, custom.Value);
        }
    }

    /// <summary>The catalogue alone.</summary>
    public static ToolIndex Catalogue { get; } = new([]);

    /// <summary>The catalogue and an organisation's own tools.</summary>
    /// <param name="customTools">Ids of the organisation's own tools and their providers.</param>
    public static ToolIndex With(IReadOnlyDictionary<string, string> customTools) =>
        customTools.Count == 0 ? Catalogue : new ToolIndex(customTools);

    /// <summary>Whether the name is a tool's id or alias.</summary>
    public bool IsKnown(string name) => _byName.ContainsKey(name);

    /// <summary>The id of the tool that a name stands for; of a tool that is not known the name itself.</summary>
    public string IdOf(string name) => _byName.TryGetValue(name, out var tool) ? tool.Id : name;

    /// <summary>The providers of all tools.</summary>
    public IEnumerable<string> Providers => _byName.Values.Select(tool => tool.Provider).OfType<string>();

    /// <summary>The provider of the tool that a name stands for, or null where none is known.</summary>
    public string? ProviderOf(string name) => _byName.TryGetValue(name, out var tool) ? tool.Provider : null;

    /// <summary>The known id that the name is most likely a misspelling of, or null.</summary>
    /// <example><c>Nearest("cladue-code")</c> is <c>"claude-code"</c>; <c>Nearest("abacus")</c> is null.</example>
    public string? Nearest(string name) =>
        Spelling.Nearest(name, _byName.Keys) is { } nearest ? _byName[nearest].Id : null;
}
