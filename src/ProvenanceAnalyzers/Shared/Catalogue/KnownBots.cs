namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>The bots that are no AI: the rows of bots.tsv, read when somebody asks.</summary>
internal static class KnownBots
{
    private const int Columns = 6;

    /// <summary>Every known bot.</summary>
    public static IReadOnlyList<KnownBot> All { get; } = Read();

    private static List<KnownBot> Read()
    {
        var bots = new List<KnownBot>();
        foreach (var cells in CatalogueFile.Read("bots.tsv"))
        {
            if (cells.Length == Columns)
            {
                bots.Add(new KnownBot(cells[0])
                {
                    Number = cells[1],
                    Address = cells[2],
                    Does = cells[3],
                    Source = cells[4],
                    Day = cells[5],
                });
            }
        }

        return bots;
    }
}
