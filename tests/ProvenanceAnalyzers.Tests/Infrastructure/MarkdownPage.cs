using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>What a page of Markdown links to, and where links to it can lead.</summary>
/// <param name="text">The page, with LF as line end.</param>
internal sealed partial class MarkdownPage(string text)
{
    private readonly string _prose = Fence().Replace(text, string.Empty);

    /// <summary>The targets of its links and images; what stands in code is none.</summary>
    public IEnumerable<string> Links => Link().Matches(Code().Replace(_prose, "`")).Select(link => link.Groups["target"].Value);

    /// <summary>The anchors of its headings, as GitHub makes them, and those that it has as HTML.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(Anchor().Matches(_prose).Select(anchor => anchor.Groups["id"].Value));
            foreach (var heading in Heading().Matches(_prose).Select(heading => heading.Groups["text"].Value))
            {
                var plain = NoAnchorCharacter().Replace(Link().Replace(heading, "]"), string.Empty);
                var anchor = plain.Trim().ToLowerInvariant().Replace(' ', '-');
                var times = 0;
                var unique = anchor;
                while (!anchors.Add(unique))
                {
                    unique = $"{anchor}-{++times}";
                }
            }

            return anchors;
        }
    }

    [GeneratedRegex(@"^ *(?<fence>```+|~~~+).*\n(.*\n)*? *\k<fence> *$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(<?(?<target>[^)>\s]+)>?(\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchorCharacter();
}
