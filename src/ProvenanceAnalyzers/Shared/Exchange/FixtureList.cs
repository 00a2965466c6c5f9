using System.Globalization;
using System.Text;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// The list of fixture files that the build writes for the analyzers, which read no files themselves: one line a file, by path. The
/// analyzers and the tasks of the build use this one source.
/// </summary>
/// <example><c>h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081 1204 *.json Fixtures/orders/a.json</c>, with tabs in between</example>
internal static class FixtureList
{
    /// <summary>The name of the list, in whichever folder.</summary>
    public const string FileName = "Provenance.Fixtures.tsv";

    private const string Unknown = "-";

    /// <summary>Whether a path is that of a list.</summary>
    public static bool IsNameOf(string path) =>
        string.Equals(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The list of some files.</summary>
    public static string Write(IEnumerable<FixtureFile> files)
    {
        var text = new StringBuilder("# Fixture files, as the build found them: digest, size in bytes, kind, path.\n");
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            text.Append(file.Digest ?? Unknown).Append('\t')
                .Append(file.Size?.ToString(CultureInfo.InvariantCulture) ?? Unknown).Append('\t')
                .Append(TextList.Escape(file.Kind)).Append('\t')
                .Append(TextList.Escape(file.Path)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The files of a list. A line that is none is left out.</summary>
    public static IEnumerable<FixtureFile> Read(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimEnd('\r').Split('\t') is [var digest, var size, var kind, var path]
                && (digest == Unknown || DigestFormat.IsMatch(digest)))
            {
                yield return new FixtureFile(
                    TextList.Unescape(path),
                    TextList.Unescape(kind),
                    long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
                    digest != Unknown ? digest : null);
            }
        }
    }
}
