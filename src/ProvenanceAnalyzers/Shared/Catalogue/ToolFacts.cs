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
            if (cells.Length == Columns && Enum.TryParse<ToolFactKind>(cells[1], ignoreCase: true, out var kind))
            {
                Enum.TryParse<AccountKind>(cells[4], ignoreCase: true, out var account);
                facts.Add(new ToolFact(cells[0], kind, cells[2])
                {
                    Number = cells[3],
                    Account = account,
                    Source = cells[5],
                    Day = cells[6],
                });
            }
        }

        return facts;
    }
}
