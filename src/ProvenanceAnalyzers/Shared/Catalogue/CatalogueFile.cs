namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// A table of the catalogue that is embedded beside the code: a line a row, tabs between its cells, their names in the first line.
/// </summary>
/// <remarks>
/// Data that few builds ask for costs nothing until it is read here; as code it would be compiled at run time in each build that asks for
/// a part of it.
/// </remarks>
internal static class CatalogueFile
{
    /// <summary>What stands in place of a source that nobody has found.</summary>
    public const string Unverified = "unverified";

    /// <summary>The rows of a table, without the names of its columns.</summary>
    /// <param name="name">The name of its file.</param>
    public static IReadOnlyList<string[]> Read(string name)
    {
        var rows = new List<string[]>();
        using var stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream("Catalogue/" + name);
        if (stream == null)
        {
            return rows;
        }

        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(line.Split('\t'));
        }

        return rows;
    }
}
