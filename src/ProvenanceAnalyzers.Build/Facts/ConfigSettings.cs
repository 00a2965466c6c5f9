using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>Finds in configuration files where they set what concerns this package, with the compiler's own idea of a line.</summary>
internal static class ConfigSettings
{
    private static readonly Regex Line = new(
        @"^\s*(?<key>[\w\.\-_]+)\s*[=:]\s*(?<value>.*?)\s*([#;].*)?$", RegexOptions.CultureInvariant);

    private static readonly Regex Key = new(
        @"^(provenance\..*|dotnet_diagnostic\.prov\d+\.severity|dotnet_analyzer_diagnostic\..*|generated_code)$",
        RegexOptions.CultureInvariant);

    private static readonly Regex Heading = new(
        @"^\s*\[(?<section>([^#;]|\\#|\\;)+)\]\s*([#;].*)?$", RegexOptions.CultureInvariant);

    /// <summary>
    /// The settings of a file, each with its section; and what the file says of itself. Together they tell what an addition to a list adds
    /// to.
    /// </summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="text">What it says.</param>
    public static IEnumerable<SettingFact> Find(string path, string text)
    {
        var number = 0;
        string? section = null;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (Heading.Match(line.TrimEnd('\r')) is { Success: true } heading)
            {
                section = heading.Groups["section"].Value;
                continue;
            }

            var match = Line.Match(line.TrimEnd('\r'));
            var key = match.Groups["key"].Value.ToLowerInvariant();
            if (match.Success && (Key.IsMatch(key) || (section == null && ConfigMarks.Are(key))))
            {
                yield return new SettingFact(key, match.Groups["value"].Value, path, number) { Section = section ?? string.Empty };
            }
        }
    }

    /// <summary>
    /// What is worth telling of the settings of all files: sections, and what files say of themselves, only where a list adds to another.
    /// </summary>
    public static IEnumerable<SettingFact> WorthTelling(IReadOnlyCollection<SettingFact> settings)
    {
        var additions = new HashSet<string>(
            settings.Where(setting => ListAddition.Is(setting.Value)).Select(setting => setting.Key), StringComparer.Ordinal);
        return settings
            .Where(setting => additions.Count > 0 || !ConfigMarks.Are(setting.Key))
            .Select(setting => additions.Contains(setting.Key) ? setting : setting with { Section = string.Empty });
    }
}
