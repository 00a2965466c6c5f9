using System.Globalization;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The lines of a build that say what was written where.</summary>
internal static class RecordLines
{
    /// <summary>What was written, a line for each of the files.</summary>
    /// <example><c>Provenance: the manifest is written: /src/Lib/bin/Debug/net10.0/Lib.provenance.json</c></example>
    public static IEnumerable<string> Written(string what, IEnumerable<string> paths) =>
        paths.Select(path => $"Provenance: {what}: {path}");

    /// <summary>A number of things: <c>1,204 files</c>.</summary>
    public static string Count(int number, string thing) =>
        string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}{2}", number, thing, number == 1 ? string.Empty : "s");
}
