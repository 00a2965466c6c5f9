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
        new("provenance.default_origin", ["unknown", "assisted", "generated", "autonomous"]),
        new("provenance.exclude", ["false", "true"]),
        new("provenance.review_required", ["ai", "all", "none"]),
        new("provenance.tests.review_required", ["ai", "all", "none"]),
        new("provenance.review_on", ["types", "members"]),
        new("provenance.require_digest", ["false", "true"]),
        new("provenance.independent_review", ["false", "true"]),
        new("provenance.show_digest", ["false", "true"]),
    ]);

    private static readonly string[] Fields = ["model", "on", "requested_by", "reference"];
    private static readonly string[] Origins = ["unknown", "human", "assisted", "generated", "autonomous"];

    private static readonly HashSet<string> CatalogueTools = ReadCatalogueTools();

    private readonly HashSet<string> _typeNames = FindTypeNames(compilation.GlobalNamespace);

    /// <summary>Every option there is.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        .. Choices.Keys,
        "provenance.required_fields",
        "provenance.tools",
        "provenance.custom_tools",
        "provenance.attribute_aliases",
        "provenance.reviews_required",
        "provenance.reviewers",
        "provenance.review_max_age_days",
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

        var customTools = Elements("provenance.custom_tools").Select(element => element.Split('=')[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
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
            && reviewers.All(reviewer => !reviewer.Contains('*', StringComparison.Ordinal) && !reviewer.Contains('?', StringComparison.Ordinal))
            && int.Parse(reviews, CultureInfo.InvariantCulture) > reviewers.Length)
        {
            wrong.Add("provenance.reviews_required");
        }

        return wrong.ToImmutable();

        bool IsKnown(string tool) => CatalogueTools.Contains(tool) || customTools.Contains(tool);

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

        if (!Keys.Contains(key))
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
            "provenance.tools" => elements.All(ToolId().IsMatch),
            "provenance.custom_tools" => AreCustomTools(elements),
            "provenance.reviews_required" => IsCount(value),
            "provenance.review_max_age_days" => value.Length == 0 || IsCount(value),
            "provenance.reviewers" => elements.All(element => element.Length > 0),
            _ => AreAliases(elements),
        };
    }

    private static bool IsCount(string value) =>
        Digits().IsMatch(value) && BigInteger.Parse(value, CultureInfo.InvariantCulture) is var count && count > 0 && count <= int.MaxValue;

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

    private static HashSet<string> ReadCatalogueTools()
    {
        using var catalogue = JsonDocument.Parse(Resources.ReadText("Catalogue/tools.json"));
        return catalogue.RootElement.GetProperty("tools").EnumerateArray()
            .SelectMany(tool => tool.GetProperty("aliases").EnumerateArray().Append(tool.GetProperty("id")))
            .Select(name => name.GetString()!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
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

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*$(?<!\n)")]
    private static partial Regex ToolId();

    [GeneratedRegex(@"^(?:[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}]*(?:\.(?!$)|$))+$(?<!\n)")]
    private static partial Regex TypeName();
}
