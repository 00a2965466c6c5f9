using System.Text;
using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Shared.Text;

/// <summary>
/// What an assembly annotation's <c>Target</c> names: a path or glob against the path of a file relative to its project.
/// <c>/</c> separates folders, <c>*</c> is any part of a name, <c>**</c> any folders, <c>?</c> one character; ordinal, case-sensitive.
/// </summary>
/// <example><c>Fixtures/**/*.json</c> matches <c>Fixtures/a.json</c> and <c>Fixtures/orders/2026/b.json</c>.</example>
internal sealed class TargetPattern
{
    private readonly Regex? _regex;

    private TargetPattern(string text, Regex? regex, int literalPrefixLength)
    {
        Text = text;
        _regex = regex;
        LiteralPrefixLength = literalPrefixLength;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern can match more than one path.</summary>
    public bool HasWildcard => _regex != null;

    /// <summary>The number of characters before the first wildcard; the longer, the nearer.</summary>
    public int LiteralPrefixLength { get; }

    /// <summary>Whether it lies in one folder that is written out, so that it is about a part of the project.</summary>
    public bool BeginsWithFolder => Text.IndexOf('/') is > 0 and var slash && slash < LiteralPrefixLength;

    /// <summary>Whether it is about files in the project's own folder alone.</summary>
    public bool IsOfFileNames => Text.IndexOf('/') < 0 && !Text.Contains("**");

    /// <summary>Whether only C# source files can match.</summary>
    public bool MatchesOnlySourceFiles => Text.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Parses a <c>Target</c>.</summary>
    /// <param name="text">The value as written; null when it is null or no constant.</param>
    /// <param name="problem">What is wrong and what is allowed; empty when the pattern is valid.</param>
    public static TargetPattern? Parse(string? text, out string problem)
    {
        problem = Problem(text);
        if (text == null || problem.Length > 0)
        {
            return null;
        }

        var wildcard = text.IndexOfAny(['*', '?']);
        return wildcard < 0 ? new TargetPattern(text, null, text.Length) : new TargetPattern(text, ToRegex(text), wildcard);
    }

    /// <summary>Whether the pattern names a file.</summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public bool IsMatch(string path) => _regex?.IsMatch(path) ?? string.Equals(Text, path, StringComparison.Ordinal);

    private static string Problem(string? text)
    {
        const string Allowed = "write a path or glob relative to the project, such as \"Program.cs\" or \"Fixtures/**/*.json\"";
        if (text == null || string.IsNullOrWhiteSpace(text))
        {
            return $"Target is empty, null or no constant; {Allowed}";
        }

        if (text.IndexOf('\\') >= 0)
        {
            return $"Target \"{text}\" has a backslash; {Allowed}";
        }

        if (text[0] == '/' || (text.Length > 1 && text[1] == ':'))
        {
            return $"Target \"{text}\" is an absolute path; {Allowed}";
        }

        return text.Split('/').Any(segment => segment is "" or "." or "..")
            ? $"Target \"{text}\" has an empty, '.' or '..' segment; {Allowed}"
            : string.Empty;
    }

    private static Regex ToRegex(string glob)
    {
        var pattern = new StringBuilder(@"\A");
        for (var index = 0; index < glob.Length; index++)
        {
            var isSegmentStart = index == 0 || glob[index - 1] == '/';
            if (isSegmentStart && string.CompareOrdinal(glob, index, "**/", 0, 3) == 0)
            {
                pattern.Append("(?:[^/]+/)*");
                index += 2;
            }
            else if (isSegmentStart && index == glob.Length - 2 && glob[index] == '*' && glob[index + 1] == '*')
            {
                pattern.Append(".+");
                index++;
            }
            else
            {
                pattern.Append(glob[index] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    _ => Regex.Escape(glob[index].ToString()),
                });
            }
        }

        return new Regex(pattern.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
