using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The tables of docs/catalogue.md.</summary>
internal static class DerivedCatalogue
{
    private const string Document = $"{DerivedFiles.Package}/docs/catalogue.md";

    public static IReadOnlyList<DerivedFile> Files { get; } =
    [
        new(Document, "tools", Tools),
        new(Document, "identities", Identities),
        new(Document, "trailers", () => Facts("Trailer", ToolFactKind.Trailer)),
        new(Document, "variables", () => Facts("Variable", ToolFactKind.Variable)),
        new(Document, "files", () => Facts("File", ToolFactKind.File, ToolFactKind.Hooks)),
        new(Document, "bots", Bots),
        new(Document, "prefixes", () => Families("Beginning", KnownModels.Prefixes)),
        new(Document, "families", () => Families("Word", KnownModels.Families)),
    ];

    private static string Tools() => DerivedFiles.Table(
        ["Tool", "Product", "Provider", "Also written", "Seen in", "Day"],
        KnownTools.All.Select(tool =>
        {
            var name = ToolFacts.Of(ToolFactKind.Name).Single(fact => fact.Tool == tool.Id);
            return new[]
            {
                Code(tool.Id),
                name.Value + (tool.Kind == ToolKind.Reviewer ? " (reviews)" : string.Empty),
                tool.Provider != null ? Code(tool.Provider) : string.Empty,
                string.Join(", ", tool.Aliases.Select(Code)),
                name.Source,
                name.Day,
            };
        }));

    private static string Identities() => DerivedFiles.Table(
        ["Tool", "Address or account", "Number", "Shows", "Seen in", "Day"],
        ToolFacts.All.Where(fact => fact.Kind is ToolFactKind.Address or ToolFactKind.Account).Select(fact => new[]
        {
            Code(fact.Tool),
            Code(fact.Value),
            fact.Number,
            fact.Account.ToString().ToLowerInvariant(),
            fact.Source,
            fact.Day,
        }));

    private static string Facts(string title, params ToolFactKind[] kinds) => DerivedFiles.Table(
        ["Tool", title, "Seen in", "Day"],
        ToolFacts.All.Where(fact => kinds.Contains(fact.Kind)).Select(fact => new[]
        {
            fact.Tool.Length > 0 ? Code(fact.Tool) : "any",
            Code(fact.Kind == ToolFactKind.Trailer ? fact.Value.Replace("=", ": ", StringComparison.Ordinal) : fact.Value)
                + (fact.Kind == ToolFactKind.Hooks ? " (hooks)" : string.Empty),
            fact.Source,
            fact.Day,
        }));

    private static string Bots() => DerivedFiles.Table(
        ["Account", "Number", "Address", "What it does", "Seen in", "Day"],
        KnownBots.All.Select(bot => new[]
        {
            Code(bot.Account),
            bot.Number,
            bot.Address.Length > 0 ? Code(bot.Address) : string.Empty,
            bot.Does,
            bot.Source,
            bot.Day,
        }));

    private static string Families(string title, IEnumerable<ModelFamily> families) => DerivedFiles.Table(
        [title, "Provider", "Seen in", "Day"],
        families.Select(family => new[] { Code(family.Name), Code(family.Provider), family.Source, family.Date }));

    private static string Code(string text) => $"`{text}`";
}
