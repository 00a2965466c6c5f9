using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// What "adds only annotation text" means, said without the code under test: an annotation of unknown origin, as a whole line or with one
/// space behind it.
/// </summary>
internal static partial class InsertedAnnotations
{
    /// <summary>The text as it was before annotations were inserted.</summary>
    public static string Remove(string text) => Inserted().Replace(text, string.Empty);

    /// <summary>How many annotations a text has.</summary>
    public static int Count(string text) => Inserted().Count(text);

    /// <summary>Whether each annotation on a line of its own is indented as the next line that is no directive.</summary>
    public static bool AreAligned(string text) => Inserted().Matches(text)
        .Where(match => match.Groups["indentation"].Success)
        .All(match => match.Groups["indentation"].Value
            == IndentationOfCode().Match(text, match.Index + match.Length).Groups["code"].Value);

    /// <summary>The kinds of line breaks that a text has.</summary>
    public static SortedSet<string> LineBreaks(string text) =>
        new(LineBreak().Matches(text).Select(match => match.Value), StringComparer.Ordinal);

    /// <summary>Whether all that a fix of one diagnostic did is to insert one annotation, of any origin.</summary>
    public static bool IsInsertion(string before, string after) => IsInsertion(OfAnyOrigin(), before, after);

    private static bool IsInsertion(Regex annotation, string before, string after) => annotation.Matches(after).Any(match =>
        after.AsSpan(0, match.Index).SequenceEqual(before.AsSpan(0, Math.Min(match.Index, before.Length)))
        && after.AsSpan(match.Index + match.Length).SequenceEqual(before.AsSpan(Math.Min(match.Index, before.Length))));

    /// <summary>Whether all that a fix did is to insert one review marker.</summary>
    public static bool IsMarkerInsertion(string before, string after) => IsInsertion(Marker(), before, after);

    /// <summary>
    /// The text as it was before annotations of any origin were inserted; those that the original text has too stay.
    /// </summary>
    public static string RemoveOfAnyOrigin(string original, string text)
    {
        var removed = 0;
        return OfAnyOrigin().Replace(text, match =>
        {
            var position = match.Index - removed;
            if (position + match.Length <= original.Length && original.AsSpan(position, match.Length).SequenceEqual(match.ValueSpan))
            {
                return match.Value;
            }

            removed += match.Length;
            return string.Empty;
        });
    }

    /// <summary>Where a position was before annotations were inserted.</summary>
    public static int OriginalPosition(string text, int position) => position - Inserted().Matches(text)
        .Where(match => match.Index + match.Length <= position)
        .Sum(match => match.Length);

    /// <summary>What is written to the disk for a document: its encoding's byte order mark and bytes.</summary>
    public static byte[] Bytes(SourceText text, Func<string, string>? change = null)
    {
        var written = text.ToString();
        return [.. text.Encoding!.GetPreamble(), .. text.Encoding.GetBytes(change == null ? written : change(written))];
    }

    /// <summary>The id of a diagnostic and where it was before annotations were inserted.</summary>
    public static (string Id, string File, int Position) OriginalPlace(Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree!;
        return (diagnostic.Id, tree.FilePath, OriginalPosition(tree.ToString(), diagnostic.Location.SourceSpan.Start));
    }

    [GeneratedRegex(@"\r\n|[\r\n\u0085\u2028\u2029]")]
    private static partial Regex LineBreak();

    [GeneratedRegex(
        """
        (?:(?<=\A|[\r\n\u0085\u2028\u2029])(?<indentation>[^\S\r\n\u0085\u2028\u2029]*))?
        \[(?:assembly:\ )?
        (?<qualifier>(?:global::)?ProvenanceAnalyzers\.|)AIProvenance\(\k<qualifier>AIOrigin\.Unknown(?:,\ Target\ =\ "[^"]*")?\)\]
        (?(indentation)(?:\r\n|[\r\n\u0085\u2028\u2029])|\ )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Inserted();

    [GeneratedRegex(
        """
        \G(?:[^\S\r\n\u0085\u2028\u2029]*\#[^\r\n\u0085\u2028\u2029]*(?:\r\n|[\r\n\u0085\u2028\u2029]))*
        (?<code>[^\S\r\n\u0085\u2028\u2029]*)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex IndentationOfCode();

    [GeneratedRegex(
        """
        (?:(?<=\A|[\r\n\u0085\u2028\u2029])(?<indentation>[^\S\r\n\u0085\u2028\u2029]*))?
        \[(?:assembly:\ )?
        (?<qualifier>(?:global::)?ProvenanceAnalyzers\.|)AIProvenance\(\k<qualifier>AIOrigin\.[A-Z][a-z]+(?:,\ (?:Tool|Model|RequestedBy|On|Reference|Target)\ =\ "[^"]*")*\)\]
        (?(indentation)(?:\r\n|[\r\n\u0085\u2028\u2029])|\ )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OfAnyOrigin();

    [GeneratedRegex(
        """
        (?:(?<=\A|[\r\n\u0085\u2028\u2029])(?<indentation>[^\S\r\n\u0085\u2028\u2029]*))?
        \[(?:assembly:\ )?(?:(?:global::)?ProvenanceAnalyzers\.)?HumanReviewed\("[^"]*",\ "[0-9-]{10}"(?:,\ Target\ =\ "[^"]*")?,\ Digest\ =\ "[hr]1:[0-9a-f]{32}"\)\]
        (?(indentation)(?:\r\n|[\r\n\u0085\u2028\u2029])|\ )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marker();
}
