using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>Finds in configuration files where they set what concerns this package, with the compiler's own idea of a line.</summary>
internal static class ConfigSettings
{
    private static readonly Regex Line = new(
        @"^\s*(?<key>[\w\.\-_]+)\s*[=:]\s*(?<value>.*?)\s*([#;].*)?$", RegexOptions.CultureInvariant);

    private static readonly Regex Key = new(
        @"^(provenance\..*|dotnet_diagnostic\.prov\d+\.severity|dotnet_analyzer_diagnostic\..*|generated_code)$",
        RegexOptions.CultureInvariant);

    /// <summary>The settings of a file.</summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="text">What it says.</param>
    public static IEnumerable<SettingFact> Find(string path, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var match = Line.Match(line.TrimEnd('\r'));
            var key = match.Groups["key"].Value.ToLowerInvariant();
            if (match.Success && Key.IsMatch(key))
            {
                yield return new SettingFact(key, match.Groups["value"].Value, path, number);
            }
        }
    }
}
