using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// The file in which the build tells the analyzers what history knows of the lines of a project: one line a fact, its kind first, then its
/// fields with tabs in between. What belongs to a source or a file stands below it. The task that writes it and the analyzers that read it
/// use this one source.
/// </summary>
/// <example>
/// <code>
/// source 4f0e… 2026-11-20 Commit
/// tool copilot
/// file Shop/Order.cs 9f2e…
/// lines 12 40 0
/// end
/// </code>
/// with tabs in between; the <c>0</c> is the first source.
/// </example>
internal static class EvidenceFile
{
    /// <summary>The name of the file, in whichever folder.</summary>
    public const string FileName = "Provenance.Evidence.tsv";

    private const string Header = "# What history tells ProvenanceAnalyzers of who wrote which lines, format 1.";
    private const string Footer = "end";
    private const string NoHuman = "no-human";
    private const string Cannot = "has a line that cannot be read";

    /// <summary>Whether a path is that of such a file.</summary>
    public static bool IsNameOf(string path) =>
        string.Equals(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The hash of a decoded text, whose lines end with LF or CRLF: 64 digits.</summary>
    public static string HashOf(string text) => Hex.Sha256(text.Replace("\r\n", "\n").TrimStart('\uFEFF'));

    /// <summary>The text of the file.</summary>
    public static string Write(ListedEvidence evidence)
    {
        var text = new StringBuilder(Header).Append('\n');
        if (evidence.KnownDay.Length > 0)
        {
            Append(text, "day", evidence.KnownDay);
        }

        foreach (var gap in evidence.Gaps)
        {
            Append(text, "gap", gap);
        }

        var sources = NumberedSources(evidence, text);
        foreach (var file in evidence.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Append(text, "file", file.Path, file.Hash);
            foreach (var run in file.Runs)
            {
                Append(text, "lines", Number(run.First), Number(run.Last), Number(sources[run.Source]));
            }

            foreach (var marker in file.Markers)
            {
                Append(text, "marker", Number(marker.Line), marker.Commit);
                AppendAll(text, "person", marker.People);
            }
        }

        foreach (var fixture in evidence.Fixtures.OrderBy(fixture => fixture.Path, StringComparer.Ordinal))
        {
            Append(text, "fixture", fixture.Path, fixture.Digest, Number(fixture.Lines));
            foreach (var share in fixture.Shares)
            {
                Append(text, "share", Number(share.Lines), Number(sources[share.Source]));
            }
        }

        return text.Append(Footer).Append('\n').ToString();
    }

    /// <summary>Reads such a file as far as it can be read.</summary>
    /// <param name="text">Its text; null: it cannot be read.</param>
    /// <param name="problem">What is wrong; null where all of it could be read. Then nothing of it counts.</param>
    public static ListedEvidence Read(string? text, out UnreadableLine? problem)
    {
        problem = null;
        var lines = text?.Split('\n') ?? [];
        if (text == null || lines[0].TrimStart('\uFEFF').TrimEnd('\r') != Header)
        {
            problem = new UnreadableLine(
                1, text == null ? "cannot be read" : "is not of the format that this version of the package reads");
            return new ListedEvidence();
        }

        var reader = new Reader();
        for (var index = 1; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (line == Footer)
            {
                return reader.Evidence;
            }

            var fields = line.Split('\t');
            for (var field = 0; field < fields.Length; field++)
            {
                fields[field] = TextList.Unescape(fields[field]);
            }

            if (!reader.Add(fields))
            {
                problem = new UnreadableLine(index + 1, index == lines.Length - 1 ? "has no end" : Cannot);
                return new ListedEvidence();
            }
        }

        problem = new UnreadableLine(lines.Length, "has no end");
        return new ListedEvidence();
    }

    /// <summary>Writes the sources, in an order that other files do not change, and numbers them.</summary>
    private static Dictionary<EvidenceSource, int> NumberedSources(ListedEvidence evidence, StringBuilder text)
    {
        var ofFiles = evidence.Files.SelectMany(file => file.Runs).Select(run => run.Source);
        var ofFixtures = evidence.Fixtures.SelectMany(fixture => fixture.Shares).Select(share => share.Source);
        var sources = ofFiles.Concat(ofFixtures)
            .Distinct()
            .Select(source => new KeyValuePair<EvidenceSource, string>(source, TextOf(source)))
            .OrderBy(source => source.Value, StringComparer.Ordinal)
            .ToList();
        var numbered = new Dictionary<EvidenceSource, int>();
        foreach (var source in sources)
        {
            numbered.Add(source.Key, numbered.Count);
            text.Append(source.Value);
        }

        return numbered;
    }

    private static string TextOf(EvidenceSource source)
    {
        var text = new StringBuilder();
        if (source.HasHuman)
        {
            Append(text, "source", source.Commit, source.Day, source.Strength.ToString());
        }
        else
        {
            Append(text, "source", source.Commit, source.Day, source.Strength.ToString(), NoHuman);
        }

        AppendAll(text, "tool", source.Tools);
        AppendAll(text, "model", source.Models);
        AppendAll(text, "requester", source.Requesters);
        AppendAll(text, "author", source.Authors);
        return text.ToString();
    }

    private static void AppendAll(StringBuilder text, string kind, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Append(text, kind, value);
        }
    }

    private static void Append(StringBuilder text, string kind, params string[] fields)
    {
        text.Append(kind);
        foreach (var field in fields)
        {
            text.Append('\t').Append(TextList.Escape(field));
        }

        text.Append('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Reads line by line; what stands below something is added to it.</summary>
    private sealed class Reader
    {
        private readonly List<EvidenceSource> _sources = [];
        private FileEvidence? _file;
        private FixtureEvidence? _fixture;
        private MarkerEvidence? _marker;

        public ListedEvidence Evidence { get; } = new();

        /// <summary>Adds what a line says; false where it says nothing that is known.</summary>
        public bool Add(string[] fields) => fields switch
        {
            ["day", var day] => Set(day),
            ["gap", var gap] => Add(Evidence.Gaps, gap),
            ["source", var commit, var day, var strength] => AddSource(commit, day, strength, hasHuman: true),
            ["source", var commit, var day, var strength, NoHuman] => AddSource(commit, day, strength, hasHuman: false),
            ["tool", var tool] => Change(source => source with { Tools = [.. source.Tools, tool] }),
            ["model", var model] => Change(source => source with { Models = [.. source.Models, model] }),
            ["requester", var person] => Change(source => source with { Requesters = [.. source.Requesters, person] }),
            ["author", var person] => Change(source => source with { Authors = [.. source.Authors, person] }),
            ["file", var path, var hash] => Add(Evidence.Files, _file = new FileEvidence(path, hash)),
            ["lines", var first, var last, var source] => AddRun(first, last, source),
            ["marker", var line, var commit] => AddMarker(line, commit),
            ["person", var person] => _marker != null && Add(_marker.People, person),
            ["fixture", var path, var digest, var lines] => AddFixture(path, digest, lines),
            ["share", var lines, var source] => AddShare(lines, source),
            _ => false,
        };

        private static bool Add<T>(List<T> list, T element)
        {
            list.Add(element);
            return true;
        }

        private bool Set(string day)
        {
            Evidence.KnownDay = day;
            return Day.Parse(day) != null;
        }

        private bool AddSource(string commit, string day, string strength, bool hasHuman)
        {
            if (!Enum.TryParse(strength, out EvidenceStrength known) || !Enum.IsDefined(typeof(EvidenceStrength), known))
            {
                return false;
            }

            return Add(_sources, new EvidenceSource(commit, day, known) { HasHuman = hasHuman });
        }

        /// <summary>Nothing refers to a source before the next one begins.</summary>
        private bool Change(Func<EvidenceSource, EvidenceSource> change)
        {
            if (_sources.Count == 0 || _file != null || _fixture != null)
            {
                return false;
            }

            _sources[_sources.Count - 1] = change(_sources[_sources.Count - 1]);
            return true;
        }

        private EvidenceSource? SourceAt(string text) =>
            TryNumber(text, out var index) && index < _sources.Count ? _sources[index] : null;

        private bool AddRun(string first, string last, string source) =>
            _file != null
            && TryNumber(first, out var from)
            && TryNumber(last, out var to)
            && from >= 1
            && to >= from
            && (_file.Runs.Count == 0 || from > _file.Runs[_file.Runs.Count - 1].Last)
            && SourceAt(source) is { } known
            && Add(_file.Runs, new EvidenceRun(from, to, known));

        private bool AddMarker(string line, string commit) =>
            _file != null && TryNumber(line, out var number) && Add(_file.Markers, _marker = new MarkerEvidence(number, commit));

        private bool AddFixture(string path, string digest, string lines) =>
            TryNumber(lines, out var count) && Add(Evidence.Fixtures, _fixture = new FixtureEvidence(path, digest, count));

        private bool AddShare(string lines, string source) =>
            _fixture != null
            && TryNumber(lines, out var count)
            && SourceAt(source) is { } known
            && Add(_fixture.Shares, new EvidenceShare(count, known));
    }
}
