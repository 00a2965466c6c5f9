using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>What follows from the table of the default fixture files, which is kept by hand.</summary>
internal static class DerivedFixtures
{
    private const string Table = $"{DerivedFiles.Package}/fixtures.tsv";

    private const string ExcludedByTheSdk = "$(DefaultItemExcludes);$(DefaultExcludesInProjectFolder)";

    /// <summary>The items of the package: files of the usual names, and all that may be data which a project copies or embeds.</summary>
    public static string Items() => DerivedFiles.Lines(
        Item("_ProvenanceDefaultFixture", Globs("fixture"), ["left out"]),
        Item("_ProvenanceDataCandidate", Globs("data"), ["left out", "configuration"]));

    /// <summary>A regular expression for the paths of configuration: for a file that has such a name only in the output.</summary>
    public static string ConfigurationNames() =>
        @"    <_ProvenanceConfigurationNames>(?i)(^|[/\\])(" + string.Join('|', Globs("configuration").Select(NamePattern))
        + ")\\z</_ProvenanceConfigurationNames>\n";

    /// <summary>The table of the option reference.</summary>
    public static string Reference() => DerivedFiles.Table(
        ["In a test project", "are", "Where this comes from"],
        Rows().Select(row => new[]
        {
            $"`{row[1]}`",
            row[0] switch
            {
                "fixture" => "fixture files",
                "data" => "fixture files, where the project copies them to its output (`CopyToOutputDirectory`) or embeds them",
                "configuration" => "none by being copied or embedded",
                _ => "none",
            },
            row[3].Length > 0 ? $"{row[2]} ([source]({row[3]}))" : row[2],
        }));

    private static string Item(string type, IEnumerable<string> include, string[] excluded) =>
        $"    <{type} Include=\"{string.Join(';', include)}\"\n"
        + $"        Exclude=\"{string.Join(';', excluded.SelectMany(Globs).Prepend(ExcludedByTheSdk))}\" />";

    private static string NamePattern(string glob) =>
        Regex.Escape(glob["**/".Length..]).Replace(@"\*", @"[^/\\]*", StringComparison.Ordinal);

    private static IEnumerable<string> Globs(string use) => Rows().Where(row => row[0] == use).Select(row => row[1]).Distinct();

    private static IEnumerable<string[]> Rows() =>
        Repository.Read(Table).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));
}
