using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>The lines of a policy file that hold for the files that a glob names.</summary>
internal sealed class PolicySection
{
    private const string Mark = "named";

    /// <summary>What an <c>.editorconfig</c> would take for the beginning of a comment, unless a backslash stands before it.</summary>
    private static readonly Regex CommentMark = new(@"(?<!\\)[#;]", RegexOptions.CultureInvariant);

    private readonly AnalyzerConfigSet? _files;
    private readonly bool _ignoresCase;

    private PolicySection(AnalyzerConfigSet? files, bool ignoresCase = false)
    {
        _files = files;
        _ignoresCase = ignoresCase;
    }

    /// <summary>The part of a file before its first section, which holds for all files.</summary>
    public static PolicySection General => new(null);

    /// <summary>What holds the lines below a heading that cannot be read.</summary>
    public static PolicySection OfNothing => new(null);

    /// <summary>The values by key, each with the number of its last line.</summary>
    public Dictionary<string, (string Value, int Number)> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads a heading, <c>[glob]</c>. The globs are those of <c>.editorconfig</c>, so that the compiler's own matching is asked; but where
    /// the file system does not mind the case of a name, a project file that calls a folder otherwise leads out of no section.
    /// </summary>
    /// <param name="heading">The line.</param>
    /// <param name="policyPath">The policy file's path; the glob is relative to its folder.</param>
    /// <param name="comparison">How the file system compares names.</param>
    /// <returns>The section, or null where the line is no heading or its glob could never match.</returns>
    public static PolicySection? Parse(string heading, string policyPath, StringComparison comparison)
    {
        var end = heading.LastIndexOf(']');
        var rest = end > 0 ? heading.Substring(end + 1).Trim() : string.Empty;
        if (end <= 1 || (rest.Length > 0 && rest[0] is not ('#' or ';')))
        {
            return null;
        }

        var glob = heading.Substring(1, end - 1).Trim();
        if (glob.Length == 0 || !IsBalanced(glob, '{', '}') || !IsBalanced(glob, '[', ']'))
        {
            return null;
        }

        var ignoresCase = comparison == StringComparison.OrdinalIgnoreCase;
        var text = $"[{CommentMark.Replace(Comparable(glob, ignoresCase), @"\$0")}]\n{Mark} = true\n";
        var place = Comparable(Anchored(policyPath), ignoresCase);
        return new PolicySection(AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, place) }), ignoresCase);
    }

    /// <summary>Whether the glob names a file.</summary>
    /// <param name="path">The file's path, absolute as the policy file's own.</param>
    public bool Names(string path) => _files?
        .GetOptionsForSourcePath(Comparable(Anchored(path), _ignoresCase))
        .AnalyzerOptions.ContainsKey(Mark) == true;

    /// <summary>The number of the last line that sets a key, or null.</summary>
    public int? LineOf(string key) => Lines.TryGetValue(key, out var line) ? line.Number : null;

    /// <summary>A host may give names alone; the compiler's matching asks for absolute paths.</summary>
    public static string Anchored(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':')) ? path : "/" + path;

    private static string Comparable(string text, bool ignoresCase) => ignoresCase ? text.ToUpperInvariant() : text;

    private static bool IsBalanced(string glob, char open, char close)
    {
        var depth = 0;
        foreach (var character in glob)
        {
            depth += character == open ? 1 : 0;
            depth -= character == close ? 1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
