using System.Collections.Immutable;
using System.Globalization;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>Parsers of option values. None throws; each names what is wrong and what is allowed.</summary>
internal static class OptionParsers
{
    private const string NoDefaultToAddTo =
        "begins with '+', but nothing is known that it could add to: neither a farther section nor a preset or the mode sets this list, "
        + "so write the whole list";

    private const string AllIsIgnored = "; until it is right, the whole option is ignored";

    public static OptionParser<T> Choice<T>(params (string Name, T Value)[] choices)
    {
        var allowed = string.Join(", ", choices.Select(choice => choice.Name));
        return (string text, T baseValue, out T value, out string problem) =>
        {
            foreach (var choice in choices)
            {
                if (string.Equals(choice.Name, text, StringComparison.OrdinalIgnoreCase))
                {
                    (value, problem) = (choice.Value, string.Empty);
                    return true;
                }
            }

            (value, problem) = (baseValue, $"is not one of {allowed}");
            return false;
        };
    }

    public static OptionParser<bool> Boolean => Choice(("false", false), ("true", true));

    public static OptionParser<T> Flags<T>(Func<T, T, T> union, T none, params (string Name, T Value)[] flags)
    {
        var flag = Choice(flags);
        return (string text, T baseValue, out T value, out string problem) =>
        {
            value = none;
            if (!TryReadElements(text, !Equals(baseValue, none), out var elements, out var adds, out problem))
            {
                return false;
            }

            value = adds ? baseValue : none;
            foreach (var element in elements)
            {
                if (!flag(element, none, out var one, out problem))
                {
                    problem = $"has an element '{element}' that {problem}{AllIsIgnored}";
                    return false;
                }

                value = union(value, one);
            }

            return true;
        };
    }

    public static bool TryParseCount(string text, int baseValue, out int value, out string problem)
    {
        value = 0;
        var isValid = text.All(character => character is >= '0' and <= '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value > 0;
        problem = isValid ? string.Empty : "is not a whole number from 1 on";
        value = isValid ? value : baseValue;
        return isValid;
    }

    public static bool TryParsePerCent(string text, int baseValue, out int value, out string problem)
    {
        value = 0;
        var isValid = text.All(character => character is >= '0' and <= '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value <= 100;
        problem = isValid ? string.Empty : "is not a whole number from 0 to 100";
        value = isValid ? value : baseValue;
        return isValid;
    }

    /// <summary>Of an option that need not say anything: an empty value takes back what a farther section says.</summary>
    public static OptionParser<T?> Optional<T>(OptionParser<T> parser)
        where T : struct => (string text, T? baseValue, out T? value, out string problem) =>
        {
            problem = string.Empty;
            value = null;
            if (text.Length > 0)
            {
                value = parser(text, default, out var parsed, out problem) ? parsed : baseValue;
            }

            return problem.Length == 0;
        };

    public static bool TryParsePatterns(
        string text, ImmutableArray<string> baseValue, out ImmutableArray<string> value, out string problem)
    {
        var isValid = TryReadElements(text, !baseValue.IsDefaultOrEmpty, out var elements, out _, out problem);
        value = isValid ? [.. elements] : [];
        return isValid;
    }

    /// <summary>Paths and globs as the <c>Target</c> of an annotation has them.</summary>
    public static bool TryParseTargets(
        string text, ImmutableArray<TargetPattern> baseValue, out ImmutableArray<TargetPattern> value, out string problem)
    {
        value = [];
        if (!TryReadElements(text, !baseValue.IsDefaultOrEmpty, out var elements, out _, out problem))
        {
            return false;
        }

        var targets = ImmutableArray.CreateBuilder<TargetPattern>();
        foreach (var element in elements)
        {
            if (TargetPattern.Parse(element, out _) is not { } target)
            {
                problem = $"has an element '{element}' that is no path or glob relative to the project, such as Forms/*.Designer.cs"
                    + AllIsIgnored;
                return false;
            }

            targets.Add(target);
        }

        value = targets.ToImmutable();
        return true;
    }

    public static OptionParser<ImmutableArray<string>> Tools => Ids("tool", "claude-code");

    public static OptionParser<ImmutableArray<string>> Providers => Ids("provider", "anthropic");

    public static bool TryParseOrigins(
        string text, ImmutableArray<Origin> baseValue, out ImmutableArray<Origin> value, out string problem)
    {
        value = [];
        if (!TryReadElements(text, !baseValue.IsDefaultOrEmpty, out var elements, out _, out problem))
        {
            return false;
        }

        var parse = Origin;
        var origins = new List<Origin>();
        foreach (var element in elements)
        {
            if (!parse(element, default, out var origin, out problem))
            {
                problem = $"has an element '{element}' that {problem}{AllIsIgnored}";
                return false;
            }

            origins.Add(origin);
        }

        value = [.. origins.Distinct()];
        return true;
    }

    public static bool TryParseSuspensions(
        string text, ImmutableArray<ToolSuspension> baseValue, out ImmutableArray<ToolSuspension> value, out string problem)
    {
        value = [];
        if (!TryReadElements(text, !baseValue.IsDefaultOrEmpty, out var elements, out _, out problem))
        {
            return false;
        }

        var suspensions = new List<ToolSuspension>();
        foreach (var element in elements)
        {
            if (ParseSuspension(element) is not { } suspension)
            {
                problem = $"has an element '{element}' that is not of the form tool:from..to with days of the form yyyy-MM-dd, "
                    + "such as claude-code:2026-06-01..2026-07-15 or codex:2026-06-29.." + AllIsIgnored;
                return false;
            }

            if (suspension.From > suspension.To)
            {
                problem = $"has an element '{element}' that ends before it starts{AllIsIgnored}";
                return false;
            }

            suspensions.Add(suspension);
        }

        value = [.. suspensions];
        return true;
    }

    public static bool TryParseCustomTools(
        string text,
        ImmutableDictionary<string, string> baseValue,
        out ImmutableDictionary<string, string> value,
        out string problem)
    {
        value = ImmutableDictionary<string, string>.Empty;
        if (!TryReadElements(text, !baseValue.IsEmpty, out var elements, out _, out problem))
        {
            return false;
        }

        var tools = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            var parts = element.Split('=');
            var (id, provider) = parts.Length == 2 ? (parts[0].Trim(), parts[1].Trim()) : (string.Empty, string.Empty);
            if (!IsToolId(id) || !IsToolId(provider))
            {
                problem = $"has an element '{element}' that is not of the form tool=provider, such as metacode=meta{AllIsIgnored}";
                return false;
            }

            if (tools.TryGetValue(id, out var other) && other != provider)
            {
                problem = $"contradicts itself: tool '{id}' has the providers '{other}' and '{provider}', and one is allowed";
                return false;
            }

            tools[id] = provider;
        }

        value = tools.ToImmutableDictionary(StringComparer.Ordinal);
        return true;
    }

    public static bool TryParseAttributeAliases(
        string text, ImmutableArray<AttributeAlias> baseValue, out ImmutableArray<AttributeAlias> value, out string problem)
    {
        value = [];
        if (!TryReadElements(text, !baseValue.IsEmpty, out var elements, out _, out problem))
        {
            return false;
        }

        var aliases = new List<AttributeAlias>();
        foreach (var element in elements)
        {
            if (ParseAttributeAlias(element) is not { } alias)
            {
                problem = $"has an element '{element}' that is not of the form Attribute:origin, Attribute:origin:tool or "
                    + "Attribute:review, where origin is one of unknown, human, assisted, generated, autonomous" + AllIsIgnored;
                return false;
            }

            if (aliases.Find(alias.NamesSameAttributeAs) is { } other && !other.MeansSameAs(alias))
            {
                problem = $"contradicts itself: attribute '{alias.Name}' is given two meanings, and one is allowed";
                return false;
            }

            aliases.Add(alias);
        }

        value = [.. aliases];
        return true;
    }

    private static OptionParser<Origin> Origin =>
        Choice([.. Origins.Names.Select((name, index) => (name.ToLowerInvariant(), (Origin)index))]);

    private static OptionParser<ImmutableArray<string>> Ids(string kind, string example) =>
        (string text, ImmutableArray<string> baseValue, out ImmutableArray<string> value, out string problem) =>
        {
            value = [];
            if (!TryReadElements(text, !baseValue.IsDefaultOrEmpty, out var elements, out _, out problem))
            {
                return false;
            }

            if (elements.Find(element => !IsToolId(element)) is { } wrong)
            {
                var lowered = wrong.ToLowerInvariant();
                problem = $"has an element '{wrong}' that is no {kind} id: lower-case letters, digits, '-', '.' and '_', such as {example}"
                    + (IsToolId(lowered) ? $"; did you mean '{lowered}'?" : string.Empty)
                    + AllIsIgnored;
                return false;
            }

            value = [.. elements.Distinct(StringComparer.Ordinal)];
            return true;
        };

    private static ToolSuspension? ParseSuspension(string element)
    {
        var colon = element.IndexOf(':');
        var dots = element.IndexOf("..", StringComparison.Ordinal);
        if (colon < 0 || dots < colon)
        {
            return null;
        }

        var tool = element.Substring(0, colon).Trim();
        var from = element.Substring(colon + 1, dots - colon - 1).Trim();
        var to = element.Substring(dots + 2).Trim();
        var suspension = new ToolSuspension(tool, Day.Parse(from), Day.Parse(to));
        return IsToolId(tool) && (from.Length > 0) == suspension.From.HasValue && (to.Length > 0) == suspension.To.HasValue
            ? suspension
            : null;
    }

    private static AttributeAlias? ParseAttributeAlias(string element)
    {
        var parts = element.Split(':').Select(part => part.Trim()).ToArray();
        if (parts.Length is < 2 or > 3 || !IsTypeName(parts[0]))
        {
            return null;
        }

        if (string.Equals(parts[1], "review", StringComparison.OrdinalIgnoreCase))
        {
            return parts.Length == 2 ? new AttributeAlias(parts[0], null, null) : null;
        }

        var origin = Array.FindIndex(Origins.Names, name => string.Equals(name, parts[1], StringComparison.OrdinalIgnoreCase));
        return origin < 0 || (parts.Length == 3 && !IsToolId(parts[2]))
            ? null
            : new AttributeAlias(parts[0], (Origin)origin, parts.Length == 3 ? parts[2] : null);
    }

    private static bool TryReadElements(
        string text, bool hasBase, out List<string> elements, out bool adds, out string problem)
    {
        problem = string.Empty;
        elements = [.. text.Split(',').Select(element => element.Trim())];
        if (elements.Count == 1 && elements[0].Length == 0)
        {
            elements.Clear();
        }

        adds = elements.Count > 0 && elements[0] == "+";
        if (adds)
        {
            elements.RemoveAt(0);
            if (!hasBase)
            {
                problem = NoDefaultToAddTo;
                return false;
            }
        }

        if (elements.Contains(string.Empty))
        {
            problem = $"has an empty element: separate the elements of a list by one comma each{AllIsIgnored}";
            return false;
        }

        return true;
    }

    private static bool IsToolId(string text) =>
        text.Length > 0
        && IsLowerCaseLetterOrDigit(text[0])
        && text.All(character => IsLowerCaseLetterOrDigit(character) || character is '-' or '.' or '_');

    private static bool IsLowerCaseLetterOrDigit(char character) => character is >= 'a' and <= 'z' or >= '0' and <= '9';

    private static bool IsTypeName(string text) => text.Split('.').All(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier);
}
