namespace ProvenanceAnalyzers.Tool.Tables;

/// <summary>The statements that lie beside the code, one a file.</summary>
internal static class Sql
{
    /// <summary>A file of statements, as it is embedded.</summary>
    /// <param name="name">Its name: <c>Tables/tables.sql</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"Nothing is embedded as '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
