using System.Globalization;
using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build;

/// <summary>
/// Which files of a project may go into a training set, and what stands against the others. A file may if the compiler has read it, if it
/// holds a unit, if every unit in it may, and if no code lies outside of its units; in every target framework.
/// </summary>
internal sealed class TrainingSplit
{
    private readonly ILookup<string, (JObject Unit, JToken Part)> _parts;
    private readonly ILookup<string, JObject> _files;

    public TrainingSplit(MergedRecord record)
    {
        _parts = record.Units.SelectMany(unit => unit["parts"]!.Select(part => (Unit: unit, Part: part))).ToLookup(entry => PathOf(entry.Part), StringComparer.Ordinal);
        _files = record.Files.ToLookup(PathOf, StringComparer.Ordinal);
        var included = new List<string>();
        var excluded = new List<string>();
        foreach (var path in _parts.Select(group => group.Key).Union(_files.Select(group => group.Key)).OrderBy(path => path, StringComparer.Ordinal))
        {
            var reasons = ReasonsAgainst(path).Distinct().ToList();
            if (reasons.Count == 0)
            {
                included.Add(path);
            }

            excluded.AddRange(reasons.OrderBy(reason => reason.StartLine).ThenBy(reason => reason.EndLine).Select(reason => reason.Line(path)));
        }

        Included = included;
        Excluded = excluded;
    }

    /// <summary>The paths of the files that may be used, in ordinal order.</summary>
    public IReadOnlyList<string> Included { get; }

    /// <summary>
    /// One line for each thing that stands against a file: path, lines (<c>5-20</c>; <c>-</c> for the whole file), reason, and what it is about,
    /// separated by tabs; by path and line.
    /// </summary>
    public IReadOnlyList<string> Excluded { get; }

    private IEnumerable<Reason> ReasonsAgainst(string path)
    {
        var files = _files[path].ToList();
        if (files.Exists(file => (string?)file["reason"] == "generated"))
        {
            yield return new Reason(0, 0, "generated", string.Empty);
        }
        else if (!_parts[path].Any())
        {
            yield return new Reason(0, 0, "noUnit", string.Empty);
        }

        // What one target framework leaves out can be a unit of another.
        foreach (var outside in files.SelectMany(file => file["outside"]!).Where(outside => !_parts[path].Any(entry => Contains(entry.Part, outside))))
        {
            yield return Reason.At(outside, "codeOutsideUnits", string.Empty);
        }

        foreach (var (unit, part) in _parts[path])
        {
            foreach (var (name, detail) in ReasonsAgainst(unit))
            {
                yield return Reason.At(part, name, $"{unit["id"]}{(detail.Length > 0 ? ": " : string.Empty)}{detail}");
            }
        }
    }

    private static IEnumerable<(string Name, string Detail)> ReasonsAgainst(JObject unit)
    {
        if ((bool)unit["excluded"]!)
        {
            yield return ("excluded", string.Empty);
            yield break;
        }

        if ((bool)unit["baseline"]!)
        {
            yield return ("baseline", string.Empty);
        }
        else if (!(bool)unit["declared"]!)
        {
            yield return ("undeclared", (string?)unit["due"] ?? string.Empty);
        }

        var training = unit["training"]!;
        if ((string?)training["status"] is { } status and not "allowed" && (status != "unknown" || (bool)unit["declared"]!))
        {
            yield return (status, DetailOf(training));
        }

        if (unit["policy"]!.Any())
        {
            yield return ("policy", string.Join(", ", unit["policy"]!));
        }
    }

    private static string DetailOf(JToken training) => (string?)training["provider"] is not { } provider ? string.Empty
        : (string?)training["document"] is { Length: > 0 } document ? $"{provider}, {document} ({training["date"]})"
        : provider;

    private static bool Contains(JToken part, JToken lines) =>
        (int?)part["startLine"] <= (int)lines["startLine"]! && (int?)part["endLine"] >= (int)lines["endLine"]!;

    private static string PathOf(JToken token) => (string)token["path"]!;

    private sealed record Reason(int StartLine, int EndLine, string Name, string Detail)
    {
        public static Reason At(JToken lines, string name, string detail) => new((int?)lines["startLine"] ?? 0, (int?)lines["endLine"] ?? 0, name, detail);

        public string Line(string path) => string.Join(
            "\t", path, StartLine == 0 ? "-" : string.Format(CultureInfo.InvariantCulture, "{0}-{1}", StartLine, EndLine), Name, Detail).TrimEnd('\t');
    }
}
