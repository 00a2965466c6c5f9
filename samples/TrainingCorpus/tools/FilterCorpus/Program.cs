// Copies what a model may be trained on, as the manifests say, and shows that nothing else is among it.
//
//   FilterCorpus MANIFESTS REPOSITORY CORPUS
//
// MANIFESTS has the JSON Lines of the projects, REPOSITORY their sources, and CORPUS is written. What lies in a folder Corpus is for
// training.
using DuckDB.NET.Data;

if (args is not [var manifests, var repository, var corpus])
{
    Console.Error.WriteLine("Usage: FilterCorpus MANIFESTS REPOSITORY CORPUS");
    return 2;
}

using var database = new DuckDBConnection("DataSource=:memory:");
database.Open();
Execute("CREATE VIEW provenance AS SELECT * FROM "
    + $"read_json('{Path.Combine(manifests, "*.provenance.jsonl").Replace("'", "''", StringComparison.Ordinal)}', union_by_name = true)");

// Each stretch of code that must stay out: a unit that is not declared, or not allowed, or breaks the policy; and files with code or with
// annotations that are in no unit.
Execute("""
    CREATE TABLE excluded AS
    SELECT project, part.path AS path, part.startLine AS startLine, part.endLine AS endLine
    FROM (
        SELECT project, unnest(parts) AS part FROM provenance
        WHERE record = 'unit'
            AND (excluded OR baseline OR NOT declared OR training.status <> 'allowed' OR len(policy) > 0))
    UNION ALL
    SELECT project, path, NULL, NULL FROM provenance WHERE record = 'file'
    """);

// Another project may compile the same file, and know less against it: what stands against it in one of them is enough.
var excluded = Rows("SELECT DISTINCT project, path FROM excluded").Select(NameOf).ToHashSet();
var included = Rows("""
    SELECT DISTINCT project, part.path
    FROM (SELECT project, unnest(parts) AS part FROM provenance WHERE record = 'unit')
    WHERE part.path LIKE 'Corpus/%'
    """)
    .Select(NameOf)
    .Where(file => !excluded.Contains(file))
    .Distinct()
    .Order(StringComparer.Ordinal)
    .ToList();
if (Directory.Exists(corpus))
{
    Directory.Delete(corpus, recursive: true);
}

foreach (var file in included)
{
    var copy = Path.Combine(corpus, file);
    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
    File.Copy(Path.Combine(repository, file), copy);
    Console.WriteLine($"included  {file}");
}

// The proof is made on the texts: no excluded stretch may be found in what was copied.
var texts = included.Select(file => File.ReadAllText(Path.Combine(corpus, file))).ToList();
var spans = Rows("SELECT DISTINCT project, path, startLine, endLine FROM excluded WHERE startLine IS NOT NULL ORDER BY ALL");
var left = 0;
foreach (var span in spans)
{
    var (start, end) = (int.Parse(span[2], null), int.Parse(span[3], null));
    var code = string.Join('\n', File.ReadAllLines(Path.Combine(repository, NameOf(span)))[(start - 1)..end]);
    var isLeft = texts.Exists(text => text.ReplaceLineEndings("\n").Contains(code, StringComparison.Ordinal));
    left += isLeft ? 1 : 0;
    Console.WriteLine($"{(isLeft ? "LEFT" : "excluded")}  {NameOf(span)}:{start}-{end}");
}

Console.WriteLine($"{included.Count} files are included; of {spans.Count} excluded stretches of code {left} are left among them.");
return left == 0 && included.Count > 0 ? 0 : 1;

void Execute(string sql)
{
    using var command = database.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

List<string[]> Rows(string sql)
{
    using var command = database.CreateCommand();
    command.CommandText = sql;
    using var reader = command.ExecuteReader();
    var rows = new List<string[]>();
    while (reader.Read())
    {
        rows.Add([.. Enumerable.Range(0, reader.FieldCount)
            .Select(column => Convert.ToString(reader.GetValue(column), null) ?? string.Empty)]);
    }

    return rows;
}

// Paths of a manifest are relative to its project, and projects to the repository.
string NameOf(string[] file)
{
    var root = Path.GetFullPath(repository);
    return Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(file[0])!, file[1]))).Replace('\\', '/');
}
