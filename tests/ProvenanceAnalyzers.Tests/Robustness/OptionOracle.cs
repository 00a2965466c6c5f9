using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Robustness;

/// <summary>What is wrong with options, by the option reference, worked out without the code under test.</summary>
/// <param name="compilation">The compilation whose types an alias can name.</param>
internal sealed partial class OptionOracle(Compilation compilation)
{
    private static readonly ImmutableDictionary<string, string[]> Choices = ImmutableDictionary.CreateRange<string, string[]>(
    [
        new("provenance.required_on", ["types", "members", "none"]),
        new("provenance.tests.required_on", ["classes", "methods", "none"]),
        new("provenance.api_surface", ["all", "public"]),
        new("provenance.exempt", ["none", "trivial"]),
        new("provenance.assembly_default_declares", ["false", "true"]),
        new("provenance.default_origin", ["unknown", "assisted", "generated", "autonomous", ""]),
        new("provenance.exclude", ["false", "true"]),
        new("provenance.review_required", ["ai", "all", "none"]),
        new("provenance.tests.review_required", ["ai", "all", "none"]),
        new("provenance.review_on", ["types", "members"]),
        new("provenance.require_digest", ["false", "true"]),
        new("provenance.independent_review", ["false", "true"]),
        new("provenance.show_digest", ["false", "true"]),
        new("provenance.training_corpus", ["false", "true"]),
        new("provenance.evidence_contradicts", ["commit", "line", "trailer"]),
        new("provenance.review_attestation", ["human", "reviewer", "none"]),
    ]);

    /// <summary>What can stand in a policy file alone, and is wrong whatever its value.</summary>
    private static readonly string[] PolicyAlone = ["provenance.due", "provenance.baseline", "provenance.evidence"];

    private static readonly string[] Fields = ["model", "on", "requested_by", "reference"];
    private static readonly string[] Origins = ["unknown", "human", "assisted", "generated", "autonomous"];

    private static readonly Dictionary<string, (string Id, string? Provider)> CatalogueTools = ReadCatalogueTools();

    private static readonly HashSet<string> CatalogueProviders = ReadCatalogueProviders();

    private readonly HashSet<string> _typeNames = FindTypeNames(compilation.GlobalNamespace);

    /// <summary>Every option there is.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        .. Choices.Keys,
        .. PolicyAlone,
        "provenance.required_fields",
        "provenance.tools",
        "provenance.custom_tools",
        "provenance.attribute_aliases",
        "provenance.reviews_required",
        "provenance.reviewers",
        "provenance.review_max_age_days",
        "provenance.evidence_tolerance",
        "provenance.review_lines_per_commit",
        "provenance.allowed_origins",
        "provenance.tests.allowed_origins",
        "provenance.allowed_tools",
        "provenance.tests.allowed_tools",
        "provenance.denied_tools",
        "provenance.tests.denied_tools",
        "provenance.allowed_providers",
        "provenance.tests.allowed_providers",
        "provenance.denied_providers",
        "provenance.tests.denied_providers",
        "provenance.denied_models",
        "provenance.generated_files",
        "provenance.suspended_tools",
        "provenance.training_exempt_providers",
    ];

    /// <summary>The keys among the options that must be reported, once each.</summary>
    /// <param name="options">Keys, lower case, and their values.</param>
    /// <param name="isStrict">Whether the mode is Strict, where a default of required fields can be added to.</param>
    public ImmutableSortedSet<string> WrongKeys(IReadOnlyDictionary<string, string> options, bool isStrict)
    {
        var wrong = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var valid = new Dictionary<string, string>();
        foreach (var (key, value) in options)
        {
            if (key.StartsWith("provenance.", StringComparison.Ordinal))
            {
                if (IsValid(key, value.Trim(), isStrict))
                {
                    valid.Add(key, value.Trim());
                }
                else
                {
                    wrong.Add(key);
                }
            }
        }

        var customTools = Elements("provenance.custom_tools")
            .Select(element => element.Split('='))
            .DistinctBy(pair => pair[0].Trim())
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        foreach (var (tool, provider) in customTools.Where(tool =>
            CatalogueTools.TryGetValue(tool.Key, out var known) && known != (tool.Key, tool.Value)))
        {
            wrong.Add("provenance.custom_tools");
            customTools.Remove(tool);
        }

        var tools = Elements("provenance.tools");
        var unknownTools = tools.Where(tool => !IsKnown(tool)).ToArray();
        if (unknownTools.Length > 0)
        {
            wrong.Add("provenance.tools");
        }

        // A tool that both options name is reported once, on the tools.
        if (Elements("provenance.attribute_aliases").Any(alias =>
            alias.Split(':') is [_, _, var tool] && !IsKnown(tool.Trim()) && !unknownTools.Contains(tool.Trim())))
        {
            wrong.Add("provenance.attribute_aliases");
        }

        if (valid.TryGetValue("provenance.default_origin", out var origin)
            && origin.Length > 0
            && !Is(origin, "unknown")
            && tools.Length == unknownTools.Length)
        {
            wrong.Add("provenance.default_origin");
        }

        if (valid.TryGetValue("provenance.required_on", out var requiredOn) && Is(requiredOn, "members")
            && valid.TryGetValue("provenance.assembly_default_declares", out var declares) && Is(declares, "true"))
        {
            wrong.Add("provenance.assembly_default_declares");
        }

        if (Elements("provenance.attribute_aliases").Any(alias => Is(alias.Split(':')[1].Trim(), "review"))
            && !(valid.TryGetValue("provenance.require_digest", out var requireDigest) && Is(requireDigest, "false")))
        {
            wrong.Add("provenance.attribute_aliases");
        }

        var reviewers = Elements("provenance.reviewers");
        if (valid.TryGetValue("provenance.reviews_required", out var reviews)
            && reviewers.Length > 0
            && reviewers.All(
                reviewer => !reviewer.Contains('*', StringComparison.Ordinal) && !reviewer.Contains('?', StringComparison.Ordinal))
            && int.Parse(reviews, CultureInfo.InvariantCulture) > reviewers.Length)
        {
            wrong.Add("provenance.reviews_required");
        }

        foreach (var scope in new[] { "", "tests." })
        {
            var (allowedTools, deniedTools) = (Scoped("allowed_tools"), Scoped("denied_tools"));
            var (allowedProviders, deniedProviders) = (Scoped("allowed_providers"), Scoped("denied_providers"));
            foreach (var list in new[] { allowedTools, deniedTools }.Where(list => !list.Elements.All(IsKnown)))
            {
                wrong.Add(list.Key);
            }

            foreach (var list in new[] { allowedProviders, deniedProviders }.Where(list => !list.Elements.All(IsKnownProvider)))
            {
                wrong.Add(list.Key);
            }

            if (allowedTools.Elements.Select(IdOf).Intersect(deniedTools.Elements.Select(IdOf)).Any()
                || (allowedTools.Elements.Length > 0 && allowedTools.Elements.All(tool => ProviderOf(tool) is { } provider
                    && (deniedProviders.Elements.Contains(provider)
                        || (allowedProviders.Elements.Length > 0 && !allowedProviders.Elements.Contains(provider))))))
            {
                wrong.Add(allowedTools.Key);
            }

            if (allowedProviders.Elements.Select(IdOf).Intersect(deniedProviders.Elements.Select(IdOf)).Any())
            {
                wrong.Add(allowedProviders.Key);
            }

            (string Key, string[] Elements) Scoped(string name) =>
                valid.ContainsKey($"provenance.{scope}{name}") ? ($"provenance.{scope}{name}", Elements($"provenance.{scope}{name}"))
                : ($"provenance.{name}", Elements($"provenance.{name}"));
        }

        if (!Elements("provenance.suspended_tools").All(element => IsKnown(element.Split(':')[0].Trim())))
        {
            wrong.Add("provenance.suspended_tools");
        }

        if (!Elements("provenance.training_exempt_providers").All(IsKnownProvider))
        {
            wrong.Add("provenance.training_exempt_providers");
        }

        return wrong.ToImmutable();

        bool IsKnown(string tool) => CatalogueTools.ContainsKey(tool) || customTools.ContainsKey(tool);

        bool IsKnownProvider(string provider) => CatalogueProviders.Contains(provider) || customTools.ContainsValue(provider);

        string IdOf(string tool) => customTools.ContainsKey(tool) || !CatalogueTools.TryGetValue(tool, out var known) ? tool : known.Id;

        string? ProviderOf(string tool) => customTools.TryGetValue(tool, out var own) ? own
            : CatalogueTools.TryGetValue(tool, out var known) ? known.Provider
            : null;

        string[] Elements(string key) => valid.TryGetValue(key, out var value) && value.Length > 0
            ? [.. value.Split(',').Select(element => element.Trim())]
            : [];
    }

    private bool IsValid(string key, string value, bool isStrict)
    {
        if (Choices.TryGetValue(key, out var choices))
        {
            return choices.Any(choice => Is(value, choice));
        }

        if (!Keys.Contains(key) || PolicyAlone.Contains(key))
        {
            return false;
        }

        var elements = value.Length == 0 ? [] : value.Split(',').Select(element => element.Trim()).ToArray();
        if (elements is ["+", ..])
        {
            if (key != "provenance.required_fields" || !isStrict)
            {
                return false;
            }

            elements = elements[1..];
        }

        return key switch
        {
            "provenance.required_fields" => elements.All(element => Fields.Any(field => Is(element, field))),
            "provenance.tools" or "provenance.training_exempt_providers" => elements.All(ToolId().IsMatch),
            _ when key.EndsWith("ed_tools", StringComparison.Ordinal) && key != "provenance.suspended_tools" =>
                elements.All(ToolId().IsMatch),
            _ when key.EndsWith("ed_providers", StringComparison.Ordinal) => elements.All(ToolId().IsMatch),
            _ when key.EndsWith("allowed_origins", StringComparison.Ordinal) =>
                elements.All(element => Origins.Any(origin => Is(element, origin))),
            "provenance.denied_models" => elements.All(element => element.Length > 0),
            "provenance.generated_files" => elements.All(element => element.Length > 0
                && !element.Contains('\\')
                && (element.Length == 1 || element[1] != ':')
                && element.Split('/').All(segment => segment is not ("" or "." or ".."))),
            "provenance.suspended_tools" => elements.All(IsSuspension),
            "provenance.custom_tools" => AreCustomTools(elements),
            "provenance.reviews_required" => IsCount(value),
            "provenance.review_max_age_days" or "provenance.review_lines_per_commit" => value.Length == 0 || IsCount(value),
            "provenance.evidence_tolerance" => Digits().IsMatch(value)
                && BigInteger.Parse(value, CultureInfo.InvariantCulture) <= 100,
            "provenance.reviewers" => elements.All(element => element.Length > 0),
            _ => AreAliases(elements),
        };
    }

    private static bool IsCount(string value) =>
        Digits().IsMatch(value) && BigInteger.Parse(value, CultureInfo.InvariantCulture) is var count && count > 0 && count <= int.MaxValue;

    private static bool IsSuspension(string element) =>
        Suspension().Match(element) is { Success: true } match
        && IsDay(match.Groups["from"].Value, out var from)
        && IsDay(match.Groups["to"].Value, out var to)
        && (from == null || to == null || from <= to);

    private static bool IsDay(string text, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = isDay ? parsed : null;
        return isDay || text.Length == 0;
    }

    private static bool AreCustomTools(string[] elements)
    {
        var pairs = elements.Select(element => element.Split('=').Select(part => part.Trim()).ToArray()).ToArray();
        return pairs.All(pair => pair.Length == 2 && pair.All(ToolId().IsMatch))
            && pairs.GroupBy(pair => pair[0]).All(same => same.Select(pair => pair[1]).Distinct().Count() == 1);
    }

    private bool AreAliases(string[] elements)
    {
        var aliases = elements.Select(element => element.Split(':').Select(part => part.Trim()).ToArray()).ToArray();
        return aliases.All(alias =>
                alias.Length is 2 or 3
                && TypeName().IsMatch(alias[0])
                && (_typeNames.Contains(alias[0]) || (!HasSuffix(alias[0]) && _typeNames.Contains(alias[0] + "Attribute")))
                && (Is(alias[1], "review") ? alias.Length == 2 : Origins.Any(origin => Is(alias[1], origin)))
                && (alias.Length == 2 || ToolId().IsMatch(alias[2])))
            && aliases.GroupBy(alias => HasSuffix(alias[0]) ? alias[0] : alias[0] + "Attribute").All(same =>
                same.Select(alias => (alias[1].ToUpperInvariant(), alias.Length == 3 ? alias[2] : null)).Distinct().Count() == 1);
    }

    private static bool HasSuffix(string name) => name.EndsWith("Attribute", StringComparison.Ordinal);

    private static bool Is(string value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, (string Id, string? Provider)> ReadCatalogueTools()
    {
        using var catalogue = JsonDocument.Parse(Resources.ReadText("Catalogue/tools.json"));
        return catalogue.RootElement.GetProperty("tools").EnumerateArray()
            .SelectMany(tool => tool.GetProperty("aliases").EnumerateArray().Append(tool.GetProperty("id"))
                .Select(name =>
                    (Name: name.GetString()!, Id: tool.GetProperty("id").GetString()!, Provider: tool.GetProperty("provider").GetString())))
            .ToDictionary(tool => tool.Name, tool => (tool.Id, tool.Provider), StringComparer.OrdinalIgnoreCase);
    }

    private static HashSet<string> ReadCatalogueProviders()
    {
        using var tools = JsonDocument.Parse(Resources.ReadText("Catalogue/tools.json"));
        using var providers = JsonDocument.Parse(Resources.ReadText("Catalogue/providers.json"));
        using var models = JsonDocument.Parse(Resources.ReadText("Catalogue/models.json"));
        return providers.RootElement.GetProperty("providers").EnumerateArray().Select(provider => provider.GetProperty("id"))
            .Concat(tools.RootElement.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("provider")))
            .Concat(tools.RootElement.GetProperty("modelPrefixes").EnumerateArray().Select(prefix => prefix.GetProperty("provider")))
            .Concat(models.RootElement.GetProperty("families").EnumerateArray().Select(family => family.GetProperty("provider")))
            .Select(name => name.GetString())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> FindTypeNames(INamespaceSymbol @namespace)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in @namespace.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                names.UnionWith(FindTypeNames(inner));
            }
            else if (member is INamedTypeSymbol { Arity: 0 })
            {
                names.Add(member.Name);
                names.Add(member.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat));
            }
        }

        return names;
    }

    [GeneratedRegex("^[0-9]+$(?<!\n)")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]*\s*:\s*(?<from>[^.\s]*)\s*\.\.\s*(?<to>[^\s]*)$(?<!\n)")]
    private static partial Regex Suspension();

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*$(?<!\n)")]
    private static partial Regex ToolId();

    [GeneratedRegex(@"^(?:[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}]*(?:\.(?!$)|$))+$(?<!\n)")]
    private static partial Regex TypeName();
}
