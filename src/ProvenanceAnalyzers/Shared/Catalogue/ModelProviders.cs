using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Finds whose a model is by its name: everybody whom a word in it names, or whose models have it in their names.</summary>
internal static class ModelProviders
{
    private const int MostWordsOfAName = 3;

    // Of a provider's id as long as this an attached word makes no other one: openaigpt.
    private const int LongId = 6;

    private static readonly Mark[] Catalogue =
    [
        .. KnownModels.Prefixes.Select(known => new Mark(Compact(known.Name), known.Provider)
        {
            IsFamily = true,

            // Behind a family that is written without a hyphen anything may follow: qwenlong.
            IsOpen = !known.Name.EndsWith("-", StringComparison.Ordinal),
        }),
        .. KnownModels.Families.Select(family => new Mark(Compact(family.Name), family.Provider) { IsFamily = true }),
        .. Providers.Catalogue.Select(provider => new Mark(Compact(provider), provider)
        {
            IsOpen = provider.Length >= LongId,
        }),
    ];

    /// <summary>What is found in a model's name, in the order in which it stands there.</summary>
    /// <param name="name">The name.</param>
    /// <param name="tools">The tools, which say how the providers of an organisation's own tools are called.</param>
    public static IReadOnlyList<FoundProvider> Find(ModelName name, ToolIndex tools)
    {
        var found = new List<FoundProvider>();
        var segment = 0;
        for (var first = 0; first < name.Count; first++)
        {
            if (name.IsAfterSlash(first))
            {
                AddAsWritten(segment, first);
                segment = first;
            }

            for (var last = first; last < Math.Min(name.Count, first + MostWordsOfAName); last++)
            {
                if (name.Joined(first, last) is { } joined)
                {
                    var before = joined.Length - name.WordAt(last).Length;
                    found.AddRange(Catalogue.Concat(tools.OwnProviders.Select(own => new Mark(Compact(own), own)))
                        .Where(mark => mark.Fits(joined, before))
                        .Select(mark => new FoundProvider(mark.Provider, first, last) { IsFamily = mark.IsFamily }));
                }
            }
        }

        return found;

        // What stands before a slash provides the model, even if nobody knows it, or is the tool that does.
        void AddAsWritten(int start, int end)
        {
            if (!found.Exists(known => known.First >= start))
            {
                var written = string.Join("-", Enumerable.Range(start, end - start).Select(name.WordAt));
                found.Add(new FoundProvider(tools.ProviderOf(written) ?? written, start, end - 1));
            }
        }
    }

    /// <summary>Whether a pattern for models names one, as it is written or in the way it is usually written.</summary>
    /// <param name="pattern">A glob for the model's name, or for the provider, <c>/</c> and the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="found">What is found in it.</param>
    /// <example><c>gpt-*</c> and <c>openai/*</c> both name <c>azure/GPT 5.2</c>.</example>
    public static bool IsNamedBy(string pattern, ModelName name, IReadOnlyList<FoundProvider> found)
    {
        var plain = PlainPattern(pattern);
        return Glob.IsMatch(pattern, name.Written) || Spellings(name, found).Any(spelling =>
            Glob.IsMatch(plain, spelling) || found.Any(one => Glob.IsMatch(plain, one.Provider + "/" + spelling)));
    }

    /// <summary>The name, what of it stands behind a slash or begins with a family, and each without its version.</summary>
    private static IEnumerable<string> Spellings(ModelName name, IReadOnlyList<FoundProvider> found)
    {
        for (var word = 0; word < name.Count; word++)
        {
            var family = found.FirstOrDefault(one => one.IsFamily && one.First == word);
            if (word == 0 || name.IsAfterSlash(word) || family != null)
            {
                yield return name.From(word);
                foreach (var shorter in name.ShorterFrom(word))
                {
                    yield return shorter;
                }
            }

            if (family != null && DigitsFrom(name.WordAt(family.Last)) is var digits and > 0 && family.First == family.Last)
            {
                yield return name.From(word).Insert(digits, "-");
            }
        }
    }

    /// <summary>Where in a word such as <c>gpt5</c> the digits begin; 0 in another word.</summary>
    private static int DigitsFrom(string word)
    {
        var index = 0;
        while (index < word.Length && !char.IsDigit(word[index]))
        {
            index++;
        }

        return index < word.Length && index > 1 ? index : 0;
    }

    /// <summary>A pattern with the separators that the names of models are compared with.</summary>
    private static string PlainPattern(string pattern) => string.Concat(PlainText.OfName(pattern).Select(character => character switch
    {
        '/' or '\\' => '/',
        '*' or '?' => character,
        _ => char.IsLetterOrDigit(character) ? character : '-',
    }));

    private static string Compact(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>What tells a provider.</summary>
    private sealed class Mark(string text, string provider)
    {
        public string Provider { get; } = provider;

        public bool IsFamily { get; init; }

        public bool IsOpen { get; init; }

        /// <summary>Whether some words are it, or the last of them only begins as its last one does: <c>gpt5</c>.</summary>
        public bool Fits(string joined, int before) =>
            joined.StartsWith(text, StringComparison.Ordinal)
            && text.Length > before
            && (joined.Length == text.Length || ((IsFamily || IsOpen) && IsBoundary(text[text.Length - 1], joined[text.Length])));

        private bool IsBoundary(char last, char next) => char.IsDigit(last) ? !char.IsDigit(next) : IsOpen || char.IsDigit(next);
    }
}
