namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// Under what names, addresses and accounts tools act, what they write into commits and what they set for what they start: the rows of
/// tool-facts.tsv, read when somebody asks.
/// </summary>
internal static class ToolFacts
{
    private const int Columns = 7;

    /// <summary>Every fact, those of one tool together.</summary>
    public static IReadOnlyList<ToolFact> All { get; } = Read();

    /// <summary>The facts of one kind.</summary>
    public static IEnumerable<ToolFact> Of(ToolFactKind kind) => All.Where(fact => fact.Kind == kind);

    private static List<ToolFact> Read()
    {
        var facts = new List<ToolFact>();
        foreach (var cells in CatalogueFile.Read("tool-facts.tsv"))
        {
            if (cells.Length == Columns && KindOf(cells[1]) is { } kind)
            {
                facts.Add(new ToolFact(cells[0], kind, cells[2])
                {
                    Number = cells[3],
                    Account = AccountOf(cells[4]),
                    Source = cells[5],
                    Day = cells[6],
                });
            }
        }

        return facts;
    }

    // Enum.Parse would cost a build more than all that is read here.
    private static ToolFactKind? KindOf(string word) => word switch
    {
        "name" => ToolFactKind.Name,
        "address" => ToolFactKind.Address,
        "account" => ToolFactKind.Account,
        "trailer" => ToolFactKind.Trailer,
        "variable" => ToolFactKind.Variable,
        "file" => ToolFactKind.File,
        "hooks" => ToolFactKind.Hooks,
        _ => null,
    };

    private static AccountKind AccountOf(string word) => word switch
    {
        "suggestion" => AccountKind.Suggestion,
        "reviewer" => AccountKind.Reviewer,
        _ => AccountKind.Author,
    };
}
