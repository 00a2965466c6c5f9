using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ProvenanceAnalyzers.Tests.Shared.Digests;

/// <summary>
/// What an auditor would write from the section "What the digest is" of <c>docs/review.md</c>: it has nothing from the package and nothing
/// from the compiler, and where it disagrees with the package, one of them or the document is wrong.
/// </summary>
internal sealed class IndependentDigest
{
    private const string Breaks = @"\n\r\u0085\u2028\u2029";
    private const string Spaces = @"\t\v\f\u001A \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF";

    private static readonly Regex Skipped = Rule($@"[{Breaks}{Spaces}]+|//[^{Breaks}]*");
    private static readonly Regex Comment = Rule(@"/\*(?s:.*?)(?:\*/|\z)");
    private static readonly Regex Directive = Rule($@"#(?<=(?:\A|[{Breaks}])[{Spaces}]*#)(?<rest>[^{Breaks}]*)");
    private static readonly Regex StringStart = Rule("(?<prefix>[$@]*)(?<quotes>\"+)");
    private static readonly Regex EscapedContent = Rule($@"(?<quotes>"")|(?<braces>\{{+)|(?:\\[^{Breaks}]|[^""{{{Breaks}])+");
    private static readonly Regex OtherContent = Rule(@"(?<quotes>""+)|(?<braces>\{+)|[^""{]+");
    private static readonly Regex HoleEnd = Rule("[}:]");

    private static readonly (Kind Kind, Regex Rule)[] PlainElements =
    [
        (Kind.Character, Rule($@"'(?:\\[^{Breaks}]|[^'\\{Breaks}])*'")),
        (Kind.Word, Rule($@"(?:@\uFEFF*)?(?:[A-Za-z0-9_\\\u0080-\uFFFF-[{Breaks}{Spaces}]]\uFEFF*)+|@\uFEFF*")),
        (Kind.Sign, Rule(@"<<=|\?\?=|\+\+|--|&&|\|\||==|!=|<=|<<|\+=|-=|\*=|/=|%=|&=|\|=|\^=|\?\?|::|(?s:.)")),
    ];

    private static readonly Regex ConditionLine = new(
        $"[{Breaks}][{Spaces}]*#[{Spaces}]*(?:if|elif|else|endif)", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Indentation = new($@"\n(?<indentation>[{Spaces}]+)""+\z", RegexOptions.CultureInvariant);
    private static readonly Regex CarriageReturn = new(@"\r\n?", RegexOptions.CultureInvariant);

    private readonly string _text;
    private readonly bool _isLine;
    private readonly Dictionary<int, Section?> _strings = [];

    private IndependentDigest(string text, bool isLine)
    {
        _text = text;
        _isLine = isLine;
    }

    private enum Kind
    {
        Word,
        Sign,
        Character,
        String,
        Directive,
    }

    public static string Compute(string text) =>
        "h1:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalForm(text))))[..32];

    public static string CanonicalForm(string text) =>
        string.Concat(WithoutAnnotations(Read(text, isLine: false)).Select(element => element.Text + "\n"));

    private static Regex Rule(string pattern) => new(@"\G(?:" + pattern + ")", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static List<Element> Read(string text, bool isLine)
    {
        var reader = new IndependentDigest(text, isLine);
        var elements = new List<Element>();
        for (var position = 0; position < text.Length;)
        {
            var next = reader.Next(position);
            if (reader.IsInterrupted(position, next.End) && elements.Exists(MayBeginInactiveCode))
            {
                elements.Add(new(Kind.String, WithLineFeeds(text[position..])));
                break;
            }

            elements.AddRange(next.Elements);
            position = next.End;
        }

        return elements;
    }

    private static bool MayBeginInactiveCode(Element element) =>
        element.Kind == Kind.Directive && element.Text[1..].Split(' ')[0] is "if" or "elif" or "else";

    /// <summary>Whether a string or a comment has a line that looks like the start or the end of inactive code.</summary>
    private bool IsInterrupted(int start, int end) =>
        _text[start] is '/' or '$' or '@' or '"' && ConditionLine.Match(_text, start, end - start).Success;

    private Section Next(int position)
    {
        if (!_isLine && Directive.Match(_text, position) is { Success: true } directive)
        {
            return new(directive.Index + directive.Length, DirectiveOf(directive.Groups["rest"].Value));
        }

        return NextInHole(position) ?? PlainElement(position);
    }

    /// <summary>What stands at a position, where <c>#</c> is an operator; null if it is a string that is not closed.</summary>
    private Section? NextInHole(int position)
    {
        foreach (var rule in (ReadOnlySpan<Regex>)[Skipped, Comment])
        {
            if (rule.Match(_text, position) is { Success: true } skipped)
            {
                return new(position + skipped.Length, []);
            }
        }

        return StringStart.IsMatch(_text, position) ? String(position) : PlainElement(position);
    }

    private Section PlainElement(int position)
    {
        var (kind, match) = PlainElements
            .Select(plain => (plain.Kind, Match: plain.Rule.Match(_text, position)))
            .First(plain => plain.Match.Success);
        return new(position + match.Length, [new(kind, match.Value)]);
    }

    private static List<Element> DirectiveOf(string rest)
    {
        if (rest.StartsWith(':'))
        {
            return [new(Kind.Directive, "#" + rest)];
        }

        var words = Read(rest, isLine: true).ConvertAll(element => element.Text);
        return words is [] or ["region" or "endregion", ..] ? [] : [new(Kind.Directive, "#" + string.Join(' ', words))];
    }

    /// <summary>The string that begins at a position; null if it is not closed.</summary>
    private Section? String(int start)
    {
        if (!_strings.TryGetValue(start, out var known))
        {
            var opening = StringStart.Match(_text, start);
            known = String(start, opening.Groups["prefix"].Value, opening.Groups["quotes"].Length);
            _strings.Add(start, known);
        }

        return known;
    }

    private Section? String(int start, string prefix, int quotes)
    {
        var isVerbatim = prefix.Contains('@', StringComparison.Ordinal);
        var isRaw = !isVerbatim && quotes >= 3;
        var content = isVerbatim || isRaw ? OtherContent : EscapedContent;
        var dollars = prefix.Count(character => character == '$');
        var pieces = new List<string>();
        var holes = new List<List<Element>>();
        var pieceStart = start;
        var position = start + prefix.Length + (isRaw ? quotes : 1);
        while (position < _text.Length && content.Match(_text, position) is { Success: true } match)
        {
            position += match.Length;
            var count = match.Length;
            if (match.Groups["quotes"].Success && (isRaw ? count >= quotes : count % 2 == 1))
            {
                pieces.Add(_text[pieceStart..position]);
                return new(position, Interleave(isRaw ? WithoutIndentation(pieces) : pieces.ConvertAll(WithLineFeeds), holes));
            }

            if (match.Groups["braces"].Success && dollars > 0 && (isRaw ? count >= dollars : count % 2 == 1))
            {
                pieces.Add(_text[pieceStart..position]);
                if (Hole(position) is not { } hole)
                {
                    return null;
                }

                holes.Add(hole.Elements);
                (pieceStart, position) = (hole.End, hole.End);
            }
        }

        return null;
    }

    private Section? Hole(int position)
    {
        var elements = new List<Element>();
        var brackets = 0;
        while (position < _text.Length)
        {
            if (brackets <= 0 && HoleEnd.IsMatch(_text, position))
            {
                return new(position, elements);
            }

            if (NextInHole(position) is not { } next)
            {
                return null;
            }

            brackets += next.Elements is [var only] ? only.Bracket : 0;
            elements.AddRange(next.Elements);
            position = next.End;
        }

        return null;
    }

    private static List<Element> Interleave(List<string> pieces, List<List<Element>> holes) =>
    [
        .. pieces.SelectMany((piece, index) => (index == 0 ? [] : holes[index - 1]).Append(new(Kind.String, piece))),
    ];

    private static string WithLineFeeds(string piece) => CarriageReturn.Replace(piece, "\n");

    private static List<string> WithoutIndentation(List<string> pieces)
    {
        var clean = pieces.ConvertAll(WithLineFeeds);
        if (Indentation.Match(clean[^1]) is not { Success: true } found)
        {
            return clean;
        }

        var indentation = found.Groups["indentation"].Value;
        return clean.ConvertAll(piece => string.Join('\n', piece.Split('\n').Select((line, index) =>
            index == 0 ? line
            : line.StartsWith(indentation, StringComparison.Ordinal) ? line[indentation.Length..]
            : indentation.StartsWith(line, StringComparison.Ordinal) ? string.Empty
            : line)));
    }

    private static List<Element> WithoutAnnotations(List<Element> elements)
    {
        var kept = new List<Element>();
        var canBegin = true;
        for (var index = 0; index < elements.Count;)
        {
            var mayBegin = canBegin || (Target(elements, index) != null && elements[index - 1].Is("("));
            var length = mayBegin && elements[index].Is("[") ? ListLength(elements, index) : 0;
            if (length > 0)
            {
                kept.AddRange(WithoutAnnotationsInList(elements.GetRange(index, length)));
                index += length;
                canBegin = true;
                continue;
            }

            canBegin = elements[index].Kind == Kind.Directive || elements[index].Is("{", "}", ";", ",");
            kept.Add(elements[index]);
            index++;
        }

        return kept;
    }

    /// <summary>How many elements the attribute list that begins at an index has; 0 if none begins there.</summary>
    private static int ListLength(List<Element> elements, int start)
    {
        var end = AfterClosing(elements, start);
        return end > 0 && elements[end - 1].Is("]") && (Target(elements, start) == "assembly" || CanFollow(elements, end))
            ? end - start
            : 0;
    }

    private static string? Target(List<Element> elements, int start) =>
        elements[start..] is [{ Kind: Kind.Sign, Text: "[" }, { Kind: Kind.Word } word, { Kind: Kind.Sign, Text: ":" }, ..]
            ? word.Text
            : null;

    private static int AfterClosing(List<Element> elements, int open)
    {
        var brackets = 0;
        return elements.FindIndex(open, element => (brackets += element.Bracket) == 0) + 1;
    }

    private static bool CanFollow(List<Element> elements, int index)
    {
        if (index == elements.Count
            || elements[index].Kind == Kind.Directive
            || elements[index].Is("[", "~")
            || IsPlainWord(elements[index]))
        {
            return true;
        }

        var behind = elements[index].Is("(") ? AfterClosing(elements, index) : 0;
        return behind > 0 && behind < elements.Count && (elements[behind].Is("?", "[", "*") || IsPlainWord(elements[behind]));
    }

    private static bool IsPlainWord(Element element) =>
        element.Kind == Kind.Word && element.Text is not ("and" or "as" or "is" or "or" or "switch" or "when" or "with");

    private static List<Element> WithoutAnnotationsInList(List<Element> list)
    {
        var start = Target(list, 0) != null ? 3 : 1;
        var attributes = new List<List<Element>> { new() };
        var brackets = 1;
        foreach (var element in list.GetRange(start, list.Count - start - 1))
        {
            brackets += element.Bracket;
            if (brackets == 1 && element.Is(","))
            {
                attributes.Add([]);
            }
            else
            {
                attributes[^1].Add(element);
            }
        }

        if (attributes.RemoveAll(IsAnnotation) == 0)
        {
            return list;
        }

        var left = attributes.SelectMany((attribute, index) => index == 0 ? attribute : attribute.Prepend(new(Kind.Sign, ","))).ToList();
        return left.Count == 0 ? [] : [.. list[..start], .. left, list[^1]];
    }

    private static bool IsAnnotation(List<Element> attribute)
    {
        var words = attribute.TakeWhile((element, index) => index % 2 == 0 ? element.Kind == Kind.Word : element.Is(".", "::")).ToList();
        return words.Count % 2 == 1
            && words[^1].Text is "AIProvenance" or "AIProvenanceAttribute" or "HumanReviewed" or "HumanReviewedAttribute"
            && (words.Count == attribute.Count || (attribute[words.Count].Is("(") && attribute[^1].Is(")")))
            && !attribute.Exists(element => element.Kind == Kind.Directive);
    }

    private readonly record struct Element(Kind Kind, string Text)
    {
        public int Bracket => Is("(", "[", "{") ? 1 : Is(")", "]", "}") ? -1 : 0;

        public bool Is(params ReadOnlySpan<string> signs) => Kind == Kind.Sign && signs.Contains(Text);
    }

    /// <summary>What was read from a position on.</summary>
    /// <param name="End">Where what follows begins.</param>
    /// <param name="Elements">The elements.</param>
    private sealed record Section(int End, List<Element> Elements);
}
