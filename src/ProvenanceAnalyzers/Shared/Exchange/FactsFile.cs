using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// The file in which the build tells the analyzers its facts: one line a fact, the kind of fact first, then its fields with tabs in
/// between. The task that writes it and the analyzers that read it use this one source.
/// </summary>
/// <example><c>source ../shared/A.cs Linked/A.cs</c>, with tabs in between</example>
internal static class FactsFile
{
    /// <summary>How the name of every facts file ends; project and framework come before.</summary>
    public const string NameEnding = ".Provenance.Facts.tsv";

    /// <summary>
    /// How the name of the file ends that is there beside the facts while a baseline is written, and only then. It holds the hash of them.
    /// </summary>
    public const string BaselineUpdateEnding = ".Provenance.BaselineUpdate.tsv";

    private const string Header = "# What the build tells ProvenanceAnalyzers of a project, format 1.";
    private const string Footer = "end";

    private static readonly FactKind[] Kinds =
    [
        FactKind.Text("name", facts => facts.Name, (facts, text) => facts.Name = text),
        FactKind.Text("mode", facts => facts.Mode, (facts, text) => facts.Mode = text),
        FactKind.Text("today", facts => facts.Today, (facts, text) => facts.Today = text),
        FactKind.Flag("record", facts => facts.IsRecorded, facts => facts.IsRecorded = true),
        FactKind.Flag("default-fixtures", facts => facts.HasDefaultFixtures, facts => facts.HasDefaultFixtures = true),
        FactKind.Flag(
            "default-fixtures-left-out", facts => facts.LeavesOutDefaultFixtures, facts => facts.LeavesOutDefaultFixtures = true),
        FactKind.Flag("ci", facts => facts.IsContinuousIntegration, facts => facts.IsContinuousIntegration = true),
        FactKind.Text("framework", facts => facts.TargetFramework, (facts, text) => facts.TargetFramework = text),
        FactKind.Text("frameworks", facts => facts.TargetFrameworks, (facts, text) => facts.TargetFrameworks = text),
        FactKind.Text("generators", facts => facts.GeneratorFolder, (facts, text) => facts.GeneratorFolder = text),
        FactKind.List("project", facts => facts.ProjectFolders),
        FactKind.List("output", facts => facts.OutputFolders),
        FactKind.List("preset", facts => facts.Presets),
        FactKind.Placed("list", facts => facts.Lists),
        FactKind.Placed("policy", facts => facts.Policies),
        FactKind.Placed("baseline", facts => facts.Baselines),
        FactKind.Placed("config", facts => facts.ConfigFiles),
        new("source", facts => facts.Sources.Select(FieldsOf), (facts, fields) => Add(facts.Sources, SourceOf(fields))),
        new("setting", facts => facts.Settings.Select(FieldsOf), (facts, fields) => Add(facts.Settings, SettingOf(fields))),
    ];

    private static readonly string[] SourceKinds = Enum.GetNames(typeof(SourceKind));

    private static readonly Dictionary<string, FactKind> KindsByName = Kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Whether a path is that of a facts file.</summary>
    public static bool IsNameOf(string path) => path.EndsWith(NameEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path is that of the file by which the build says that it writes a baseline.</summary>
    public static bool IsNameOfBaselineUpdate(string path) => path.EndsWith(BaselineUpdateEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of the file beside some facts by which the build says that it writes a baseline.</summary>
    public static string BaselineUpdateBeside(string factsPath) =>
        factsPath.Substring(0, factsPath.Length - NameEnding.Length) + BaselineUpdateEnding;

    /// <summary>The SHA-256 of a text in UTF-8, without the mark that a file may begin with.</summary>
    public static string HashOf(string text) => Hex.Sha256(text.TrimStart('\uFEFF'));

    /// <summary>The text of a facts file.</summary>
    public static string Write(ListedFacts facts)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var kind in Kinds)
        {
            foreach (var fields in kind.Rows(facts))
            {
                text.Append(kind.Name);
                for (var index = 0; index <= Array.FindLastIndex(fields, field => field.Length > 0); index++)
                {
                    text.Append('\t').Append(TextList.Escape(fields[index]));
                }

                text.Append('\n');
            }
        }

        return text.Append(Footer).Append('\n').ToString();
    }

    /// <summary>Reads a facts file as far as it can be read.</summary>
    /// <param name="text">Its text; null: it cannot be read.</param>
    /// <param name="problems">Which lines are wrong, and how.</param>
    public static ListedFacts Read(string? text, out IReadOnlyList<UnreadableLine> problems)
    {
        var facts = new ListedFacts();
        var found = new List<UnreadableLine>();
        problems = found;
        if (text == null)
        {
            found.Add(new UnreadableLine(1, "cannot be read"));
            return facts;
        }

        var lines = text.Split('\n');
        if (lines[0].TrimStart('\uFEFF').TrimEnd('\r') != Header)
        {
            found.Add(new UnreadableLine(1, "is not of the format that this version of the package reads"));
            return facts;
        }

        for (var index = 1; index < lines.Length; index++)
        {
            var fields = lines[index].TrimEnd('\r').Split('\t');
            if (fields is [Footer])
            {
                return facts;
            }

            var isAfterLastLine = index == lines.Length - 1 && lines[index].Length == 0;
            if (isAfterLastLine)
            {
                continue;
            }

            if (!KindsByName.TryGetValue(fields[0], out var kind) || !kind.Add(facts, UnescapedBehindFirst(fields)))
            {
                found.Add(new UnreadableLine(index + 1, "has a line that cannot be read"));
            }
        }

        found.Add(new UnreadableLine(lines.Length, "has no end"));
        return facts;
    }

    private static string[] UnescapedBehindFirst(string[] fields)
    {
        var unescaped = new string[fields.Length - 1];
        for (var index = 1; index < fields.Length; index++)
        {
            unescaped[index - 1] = TextList.Unescape(fields[index]);
        }

        return unescaped;
    }

    private static string[] FieldsOf(SourceFact source) =>
    [
        source.PhysicalPath,
        source.Path == source.PhysicalPath ? string.Empty : source.Path,
        source.Kind == SourceKind.Plain ? string.Empty : source.Kind.ToString(),
        source.Passed,
        source.RealPath,
    ];

    private static SourceFact? SourceOf(string[] fields)
    {
        var kind = Field(fields, 2) is { Length: > 0 } name ? Array.IndexOf(SourceKinds, name) : (int)SourceKind.Plain;
        return fields.Length is >= 1 and <= 5 && fields[0].Length > 0 && kind >= 0
            ? new SourceFact(fields[0], Field(fields, 1) is { Length: > 0 } path ? path : fields[0], (SourceKind)kind, Field(fields, 3))
            {
                RealPath = Field(fields, 4),
            }
            : null;
    }

    private static string[] FieldsOf(SettingFact setting) =>
        [setting.Path, setting.Line.ToString(CultureInfo.InvariantCulture), setting.Key, setting.Value, setting.Section];

    private static SettingFact? SettingOf(string[] fields) =>
        fields.Length is >= 3 and <= 5
        && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
        && line > 0
            ? new SettingFact(fields[2], Field(fields, 3), fields[0], line) { Section = Field(fields, 4) }
            : null;

    private static string Field(string[] fields, int index) => index < fields.Length ? fields[index] : string.Empty;

    private static bool Add<T>(List<T> list, T? element)
        where T : class
    {
        if (element != null)
        {
            list.Add(element);
        }

        return element != null;
    }

    /// <summary>A kind of fact: what its lines begin with, and their fields.</summary>
    private sealed class FactKind(
        string name, Func<ListedFacts, IEnumerable<string[]>> rows, Func<ListedFacts, string[], bool> add)
    {
        public string Name { get; } = name;

        public IEnumerable<string[]> Rows(ListedFacts facts) => rows(facts);

        public bool Add(ListedFacts facts, string[] fields) => add(facts, fields);

        public static FactKind Text(string name, Func<ListedFacts, string> get, Action<ListedFacts, string> set) => new(
            name,
            facts => get(facts) is { Length: > 0 } text ? [[text]] : [],
            (facts, fields) =>
            {
                set(facts, Field(fields, 0));
                return fields.Length == 1;
            });

        public static FactKind Flag(string name, Func<ListedFacts, bool> get, Action<ListedFacts> set) => new(
            name,
            facts => get(facts) ? [[]] : [],
            (facts, fields) =>
            {
                set(facts);
                return fields.Length == 0;
            });

        public static FactKind List(string name, Func<ListedFacts, List<string>> get) => new(
            name,
            facts => get(facts).Select(text => new[] { text }),
            (facts, fields) => FactsFile.Add(get(facts), fields.Length <= 1 ? Field(fields, 0) : null));

        public static FactKind Placed(string name, Func<ListedFacts, List<PlacedFact>> get) => new(
            name,
            facts => get(facts).Select(fact => new[] { fact.Path, fact.Hash, fact.Passed }),
            (facts, fields) => FactsFile.Add(
                get(facts),
                fields.Length is >= 1 and <= 3 ? new PlacedFact(fields[0], Field(fields, 1), Field(fields, 2)) : null));
    }
}

/// <summary>A line of a facts file that is wrong.</summary>
/// <param name="Line">Which line it is, from 1.</param>
/// <param name="Explanation">What is wrong, as the end of a sentence about the file.</param>
internal sealed record UnreadableLine(int Line, string Explanation);
