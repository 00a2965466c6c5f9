using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// The list of fixture files that the build writes for the analyzers, which read no files themselves: one line a file, by path. Where the
/// file lies follows where that is another path, and behind it where links lead to. The analyzers and the tasks of the build use this one
/// source.
/// </summary>
/// <example><c>h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081 1204 *.json Fixtures/orders/a.json</c>, with tabs in between</example>
internal static class FixtureList
{
    /// <summary>The name of the list, in whichever folder.</summary>
    public const string FileName = "Provenance.Fixtures.tsv";

    private const string Header = "# Fixture files, as the build found them: digest, size in bytes, kind, path, and where else it lies.\n";
    private const string Unknown = "-";
    private const int Fields = 6;

    /// <summary>Whether a path is that of a list.</summary>
    public static bool IsNameOf(string path) =>
        string.Equals(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The list of some files.</summary>
    public static string Write(IEnumerable<FixtureFile> files)
    {
        var text = new StringBuilder(Header);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            text.Append(file.Digest ?? Unknown).Append('\t')
                .Append(file.Size?.ToString(CultureInfo.InvariantCulture) ?? Unknown).Append('\t')
                .Append(TextList.Escape(file.Kind)).Append('\t')
                .Append(PathsOf(file)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The paths of a file as its line has them.</summary>
    public static string PathsOf(FixtureFile file)
    {
        var paths = TextList.Escape(file.Path);
        return file.RealPath.Length > 0 ? $"{paths}\t{TextList.Escape(file.PhysicalPath)}\t{TextList.Escape(file.RealPath)}"
            : file.PhysicalPath != file.Path ? $"{paths}\t{TextList.Escape(file.PhysicalPath)}"
            : paths;
    }

    /// <summary>The files of a list. A line that is none is left out.</summary>
    public static IEnumerable<FixtureFile> Read(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var fields = line.TrimEnd('\r').Split('\t');
            if (fields is [var digest, var size, var kind, var path, ..]
                && fields.Length <= Fields
                && (digest == Unknown || DigestFormat.IsMatch(digest)))
            {
                yield return new FixtureFile(
                    TextList.Unescape(path),
                    TextList.Unescape(kind),
                    long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
                    digest != Unknown ? digest : null)
                {
                    PhysicalPath = TextList.Unescape(fields.ElementAtOrDefault(Fields - 2) ?? path),
                    RealPath = TextList.Unescape(fields.ElementAtOrDefault(Fields - 1) ?? string.Empty),
                };
            }
        }
    }
}
