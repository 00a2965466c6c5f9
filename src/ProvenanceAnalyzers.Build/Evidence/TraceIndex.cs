using System.Text;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Build.Evidence;

/// <summary>
/// The records of an Agent Trace by revision and path. What one says of lines counts only while it surely still fits: its lines have the
/// text that it has the hash of; or a commit added them, and the records together name all the lines that stand there with them.
/// </summary>
/// <remarks>
/// A record has the lines as they were when the tool wrote them. Whoever adds one above before the commit makes the numbers wrong; then the
/// lines that were added there are more than the records name.
/// </remarks>
internal sealed class TraceIndex
{
    private const string Sha256 = "sha256:";
    private const int FewestDigits = 16;

    private readonly ILookup<(string Revision, string Path), TracedLines> _records;

    private TraceIndex(IEnumerable<TracedLines> records) =>
        _records = records.ToLookup(record => (record.Revision, record.Lines.Path));

    /// <summary>The revisions that records are about.</summary>
    public IEnumerable<string> Revisions => _records.Select(records => records.Key.Revision);

    /// <summary>The files that records are about.</summary>
    public IEnumerable<string> Paths => _records.Select(records => records.Key.Path);

    /// <summary>Reads a trace, if there is one that can be read.</summary>
    public static TraceIndex Read(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                using var text = new StreamReader(
                    new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
                return new TraceIndex(AgentTrace.Read(text).Lines);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read says nothing.
        }

        return new TraceIndex([]);
    }

    /// <summary>Whether a record names a file of a commit, or of the one before it.</summary>
    public bool Has(string commit, string? parent, string path) => RecordsOf(commit, parent, path).Any();

    /// <summary>Who wrote the lines of a file that a commit added, by their numbers.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="parent">The commit before it.</param>
    /// <param name="path">The file as the commit has it.</param>
    /// <param name="change">What the commit did.</param>
    public Dictionary<int, Contributor> AuthorsOf(string commit, string? parent, string path, LineChange change)
    {
        var authors = new Dictionary<int, Contributor>();
        var unsure = new Dictionary<int, Contributor>();
        foreach (var record in RecordsOf(commit, parent, path))
        {
            foreach (var span in record.Lines.Lines.Where(span => span.Last <= change.Lines.Length))
            {
                var isHashed = record.ContentHash != null;
                if (isHashed ? HasHash(change.Lines, span, record.ContentHash!) : IsAdded(change, span))
                {
                    for (var line = span.First; line <= span.Last; line++)
                    {
                        (isHashed ? authors : unsure)[line] = record.Lines.By;
                    }
                }
            }
        }

        AddWholeRuns(change, unsure, authors);
        return authors;
    }

    private IEnumerable<TracedLines> RecordsOf(string commit, string? parent, string path) =>
        parent == null ? _records[(commit, path)] : _records[(parent, path)].Concat(_records[(commit, path)]);

    private static bool IsAdded(LineChange change, LineSpan span)
    {
        for (var line = span.First; line <= span.Last; line++)
        {
            if (change.Same[line - 1] >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void AddWholeRuns(LineChange change, Dictionary<int, Contributor> unsure, Dictionary<int, Contributor> authors)
    {
        for (var start = 0; start < change.Same.Length; start++)
        {
            var end = start;
            while (end < change.Same.Length && change.Same[end] < 0)
            {
                end++;
            }

            var run = Enumerable.Range(start + 1, end - start).ToList();
            if (run.TrueForAll(line => unsure.ContainsKey(line) || authors.ContainsKey(line)))
            {
                foreach (var line in run.Where(line => !authors.ContainsKey(line)))
                {
                    authors[line] = unsure[line];
                }
            }

            start = end;
        }
    }

    private static bool HasHash(string[] lines, LineSpan span, string hash)
    {
        var digits = hash.StartsWith(Sha256, StringComparison.OrdinalIgnoreCase) ? hash.Substring(Sha256.Length) : string.Empty;
        var text = string.Join("\n", lines.Skip(span.First - 1).Take(span.Last - span.First + 1).Select(line => line.TrimEnd('\r')));
        return digits.Length >= FewestDigits
            && new[] { text, text + "\n" }.Any(written => Hex.Sha256(written).StartsWith(digits, StringComparison.OrdinalIgnoreCase));
    }
}
