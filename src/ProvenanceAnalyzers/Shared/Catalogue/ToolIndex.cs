using System.Collections.Concurrent;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Finds a tool by what people write: its id or an alias, in any case; custom tools stand before the catalogue.</summary>
internal sealed class ToolIndex
{
    // A project names few models, each many times; but whatever is typed in an editor comes by here too.
    private const int MostModels = 256;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _providersOfModels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, string? Provider)> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyDictionary<string, string> _own;
    private readonly Lazy<Dictionary<string, string>> _idsSpelledTogether;

    private ToolIndex(IReadOnlyDictionary<string, string> customTools)
    {
        _own = customTools;
        _idsSpelledTogether = new Lazy<Dictionary<string, string>>(FindIdsSpelledTogether);
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
    public static ToolIndex Catalogue { get; } = new(new Dictionary<string, string>());

    /// <summary>The catalogue and an organisation's own tools.</summary>
    /// <param name="customTools">Ids of the organisation's own tools and their providers.</param>
    public static ToolIndex With(IReadOnlyDictionary<string, string> customTools) =>
        customTools.Count == 0 ? Catalogue : new ToolIndex(customTools);

    /// <summary>Whether the name is a tool's id or alias.</summary>
    public bool IsKnown(string name) => _byName.ContainsKey(name);

    /// <summary>The id of the tool that a name stands for; of a tool that is not known the name itself.</summary>
    public string IdOf(string name) => _byName.TryGetValue(name, out var tool) ? tool.Id : name;

    /// <summary>
    /// The id of the tool that a name stands for, also where it is written as a product is: with other separators, behind its provider, or
    /// before a version or the kind of program. Of a tool that is not known it is the name itself.
    /// </summary>
    /// <example><c>claude-code</c> for <c>Claude Code 2.1</c> and <c>ClaudeCode</c>, and <c>codex</c> for <c>OpenAI Codex</c></example>
    public string Identify(string name)
    {
        var written = name.Trim();
        if (_byName.TryGetValue(written, out var known))
        {
            return known.Id;
        }

        var plain = PlainText.OfName(written);
        if (plain.Any(character => !char.IsLetterOrDigit(character) && character is not (' ' or '-' or '_' or '.')))
        {
            return written;
        }

        var words = plain.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length; count > 0; count--)
        {
            if (_byName.TryGetValue(string.Join("-", words.Take(count)), out known)
                || (count > 1 && _byName.TryGetValue(string.Join("-", words.Take(count).Skip(1)), out known) && known.Provider == words[0]))
            {
                return known.Id;
            }

            if (!IsBesideTheName(words[count - 1]))
            {
                break;
            }
        }

        return _idsSpelledTogether.Value.TryGetValue(string.Concat(words), out var id) ? id : written;
    }

    /// <summary>
    /// Whether two names may mean one tool: a tool of the same company may be what somebody calls the other, as its agent and its editor.
    /// </summary>
    public bool MayBeSame(string one, string other)
    {
        var (left, right) = (Identify(one), Identify(other));
        return string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
            || (ProviderOf(left) is { } provider && provider == ProviderOf(right));
    }

    /// <summary>Whether a name is that of one of the organisation's own tools.</summary>
    public bool IsOwn(string name) => _own.ContainsKey(IdOf(name));

    /// <summary>The providers of the organisation's own tools.</summary>
    public IEnumerable<string> OwnProviders => _own.Values;

    /// <summary>The providers of all tools.</summary>
    public IEnumerable<string> Providers => _byName.Values.Select(tool => tool.Provider).OfType<string>();

    /// <summary>The provider of the tool that a name stands for, or null where none is known.</summary>
    public string? ProviderOf(string name) => _byName.TryGetValue(name, out var tool) ? tool.Provider : null;

    /// <summary>The providers that a model's name tells, each once.</summary>
    /// <param name="model">The model as written.</param>
    public IReadOnlyList<string> ProvidersOfModel(string model)
    {
        if (!_providersOfModels.TryGetValue(model, out var providers))
        {
            var found = ModelProviders.Find(new ModelName(model), this);
            providers = [.. found.Select(one => one.Provider).Distinct(StringComparer.Ordinal)];
            if (_providersOfModels.Count < MostModels)
            {
                _providersOfModels.TryAdd(model, providers);
            }
        }

        return providers;
    }

    /// <summary>The known id that the name stands for or is most likely a misspelling of, or null.</summary>
    /// <example><c>Nearest("cladue-code")</c> is <c>"claude-code"</c>; <c>Nearest("abacus")</c> is null.</example>
    public string? Nearest(string name) => Identify(name) is var id && IsKnown(id) ? id
        : Spelling.Nearest(name, _byName.Keys) is { } nearest ? _byName[nearest].Id
        : null;

    /// <summary>The ids by the names that have a hyphen, without it: <c>claudecode</c>.</summary>
    private Dictionary<string, string> FindIdsSpelledTogether()
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tool in _byName)
        {
            var joined = tool.Key.Replace("-", string.Empty);
            if (joined.Length < tool.Key.Length && !ids.ContainsKey(joined))
            {
                ids.Add(joined, tool.Value.Id);
            }
        }

        return ids;
    }

    /// <summary>Whether a word behind a tool's name is a version, or says what kind of program it is.</summary>
    private static bool IsBesideTheName(string word) =>
        word is "ai" or "cli" or "agent" or "app" or "ide" or "chat" or "assistant" or "bot" or "coding" or "code" or "review" or "reviewer"
            or "workspace" or "extension" or "plugin"
        || char.IsDigit(word[0])
        || (word.Length > 1 && word[0] == 'v' && char.IsDigit(word[1]));
}
