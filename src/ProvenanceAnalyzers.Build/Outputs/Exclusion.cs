using System.Globalization;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>Something that stands against a file in a training set.</summary>
/// <param name="StartLine">Where it begins; 0 for the whole file.</param>
/// <param name="EndLine">Where it ends; 0 for the whole file.</param>
/// <param name="Reason">What it is.</param>
/// <param name="Detail">What it is about.</param>
internal sealed record Exclusion(int StartLine, int EndLine, ExclusionReason Reason, string Detail)
{
    /// <summary>
    /// The line that says so: path, lines (<c>5-20</c>; <c>-</c> for the whole file), reason and detail, separated by tabs.
    /// </summary>
    public string Line(string path)
    {
        var lines = StartLine == 0 ? "-" : string.Format(CultureInfo.InvariantCulture, "{0}-{1}", StartLine, EndLine);
        return string.Join("\t", path, lines, RecordValue.NameOf(Reason), Detail).TrimEnd('\t');
    }
}
