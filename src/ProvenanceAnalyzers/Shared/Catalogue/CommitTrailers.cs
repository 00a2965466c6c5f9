namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// Reads what a trailer says of an AI: <c>Co-authored-by:</c> an AI's address, <c>Assisted-by:</c> and the like with a known tool, and the
/// trailers that only one tool writes.
/// </summary>
internal static class CommitTrailers
{
    private const string Via = " via ";

    /// <summary>As people spell them: without what may stand between the words.</summary>
    private static readonly string[] OfPeople = ["CoAuthoredBy", "CoDevelopedBy"];
    private static readonly string[] OfTools = ["Assisted-by", "Generated-by", "Made-with"];
    private static readonly char[] BetweenPeople = [',', ';', '&'];
    private static readonly char[] BeforePeople = [',', ';', '&', ' ', '\t'];
    private static readonly string[] BetweenModels = [" / "];

    /// <summary>What a line says of an AI; null where it says nothing, or is about a human or a bot that is no AI.</summary>
    /// <param name="line">A line of the message: <c>Assisted-by: Claude:claude-opus-4-5</c>.</param>
    /// <param name="tools">The tools that are known, with an organisation's own ones.</param>
    public static CommitTrailer? Recognise(string line, ToolIndex tools)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0)
        {
            return null;
        }

        var key = line.Substring(0, colon).Trim();
        var value = line.Substring(colon + 1).Trim();
        if (value.Length == 0)
        {
            return null;
        }

        return IsOfPeople(key) ? OfPerson(value, tools)
            : OfTools.Contains(key, StringComparer.OrdinalIgnoreCase) ? OfTool(value, tools)
            : OfOneTool(key, value);
    }

    /// <summary>Who is named as other authors of the commit, be they humans or AIs; none where the line names nobody so.</summary>
    /// <param name="line">A line of the message; some name several people in one.</param>
    public static IEnumerable<string> CoAuthorsIn(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && IsOfPeople(line.Substring(0, colon)) ? PeopleIn(line.Substring(colon + 1)) : [];
    }

    private static bool IsOfPeople(string key)
    {
        var letters = new string([.. key.Where(char.IsLetter)]);
        return OfPeople.Contains(letters, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Each person of a text, of whom one ends where their address does.</summary>
    private static IEnumerable<string> PeopleIn(string text)
    {
        var ofAddresses = text.Split(BetweenPeople);
        return text.IndexOf('>') < 0 && ofAddresses.All(person => person.IndexOf('@') >= 0)
            ? ofAddresses.Select(person => person.Trim())
            : text.Split('>')
                .Select(person => person.TrimStart(BeforePeople).Trim())
                .Where(person => person.Length > 0)
                .Select(person => person.IndexOf('<') >= 0 ? person + ">" : person);
    }

    private static CommitTrailer? OfPerson(string value, ToolIndex tools)
    {
        foreach (var address in new Person(value).Addresses)
        {
            if (CommitIdentities.Recognise(address) is { Tool: { } tool } identity)
            {
                var open = value.IndexOf('<');
                var name = open > 0 ? value.Substring(0, open) : value.Substring(0, value.IndexOf('@'));
                return new CommitTrailer(tool, identity.Kind != AccountKind.Author, ModelIn(name, tools))
                {
                    IsVerified = identity.IsVerified,
                };
            }
        }

        return null;
    }

    private static CommitTrailer? OfTool(string value, ToolIndex tools)
    {
        // Behind a name with an address stands a person, unless the address is an AI's.
        if (value.IndexOf('@') >= 0 && new Person(value).Addresses.Count > 0)
        {
            return OfPerson(value, tools);
        }

        var plain = WithoutBrackets(value);
        var via = plain.IndexOf(Via, StringComparison.OrdinalIgnoreCase);
        var colon = plain.IndexOf(':');
        var name = via > 0 ? plain.Substring(via + Via.Length) : colon > 0 ? plain.Substring(0, colon) : plain;
        var id = tools.Identify(name);
        var model = ModelIn(value, tools);
        return tools.IsKnown(id) ? new CommitTrailer(id, isSuggestion: false, model)
            : model != null && via < 0 && colon < 0 ? new CommitTrailer(null, isSuggestion: false, model)
            : null;
    }

    private static CommitTrailer? OfOneTool(string key, string value)
    {
        foreach (var fact in ToolFacts.Of(ToolFactKind.Trailer))
        {
            var equals = fact.Value.IndexOf('=');
            var name = equals < 0 ? fact.Value : fact.Value.Substring(0, equals);
            if (string.Equals(name, key, StringComparison.OrdinalIgnoreCase)
                && (equals < 0 || string.Equals(fact.Value.Substring(equals + 1), value, StringComparison.OrdinalIgnoreCase)))
            {
                return new CommitTrailer(fact.Tool, isSuggestion: false, model: null) { IsVerified = fact.IsVerified };
            }
        }

        return null;
    }

    /// <summary>
    /// The model that a name tells: in brackets behind the tool, before <c>via</c>, behind a colon, or the name itself without what is a
    /// tool's.
    /// </summary>
    /// <example><c>gemini/gemini-2.5-pro</c> of <c>aider (gemini/gemini-2.5-pro)</c></example>
    private static string? ModelIn(string name, ToolIndex tools)
    {
        var open = name.IndexOf('(');
        var close = name.IndexOf(')', open + 1);
        if (open >= 0 && close > open && IsModel(name.Substring(open + 1, close - open - 1), tools))
        {
            return name.Substring(open + 1, close - open - 1).Trim();
        }

        var plain = WithoutBrackets(name);
        var via = plain.IndexOf(Via, StringComparison.OrdinalIgnoreCase);
        plain = via > 0 ? plain.Substring(0, via) : plain;
        var colon = plain.IndexOf(':');
        plain = via < 0 && colon > 0 ? plain.Substring(colon + 1) : plain;
        return plain.Split(BetweenModels, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim())
            .FirstOrDefault(part => IsModel(part, tools));
    }

    /// <summary>Whether a text names a model: a family and a number, and no tool with its version.</summary>
    private static bool IsModel(string text, ToolIndex tools) =>
        text.Any(char.IsDigit)
        && !tools.IsKnown(tools.Identify(text))
        && ModelProviders.Find(new ModelName(text), tools).Any(found => found.IsFamily);

    private static string WithoutBrackets(string text)
    {
        var end = text.IndexOfAny(['(', '[']);
        return (end > 0 ? text.Substring(0, end) : text).Trim();
    }
}
