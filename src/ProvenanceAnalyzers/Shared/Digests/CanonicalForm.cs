using System.Text;

namespace ProvenanceAnalyzers.Shared.Digests;

/// <summary>
/// The canonical form of C# code: what formatting, comments and provenance annotations do not change, and every other edit does.
/// It is made from the text alone. docs/review.md says what it is.
/// </summary>
internal static class CanonicalForm
{
    /// <summary>The simple names by which annotations and markers are recognised, as written.</summary>
    public static readonly HashSet<string> AnnotationNames = new(StringComparer.Ordinal)
    {
        "AIProvenance", "AIProvenanceAttribute", "HumanReviewed", "HumanReviewedAttribute",
    };

    /// <summary>What stands between expressions: what is before one is no attribute list.</summary>
    private static readonly HashSet<string> OperatorWords =
        new(StringComparer.Ordinal) { "and", "as", "is", "or", "switch", "when", "with" };

    /// <summary>Writes the canonical form.</summary>
    /// <param name="text">
    /// A declaration, from the first character of its first token to the last one of its last; or the text of a file.
    /// </param>
    /// <returns>One element after the other, each ended by a line feed.</returns>
    /// <example><c>Of("int  x; // A comment")</c> is <c>"int\nx\n;\n"</c>.</example>
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        Walk(
            CodeElementReader.Read(text),
            element => Append(element),
            (elements, index, end) => WithoutAnnotations(elements.GetRange(index, end + 1 - index)).ForEach(Append));
        return form.ToString();

        void Append(string element) => form.Append(element).Append('\n');
    }

    /// <summary>Where in a text the names stand of what the canonical form leaves out as an annotation.</summary>
    public static HashSet<int> LeftOut(string text)
    {
        var positions = new HashSet<int>();
        Walk(
            CodeElementReader.Read(text, out var starts),
            _ => { },
            (elements, index, end) =>
            {
                foreach (var (first, attribute) in AttributesIn(elements.GetRange(index, end + 1 - index)))
                {
                    if (IsAnnotation(attribute))
                    {
                        positions.UnionWith(Enumerable.Range(index + first, attribute.Count).Select(element => starts[element]));
                    }
                }
            });
        return positions;
    }

    /// <summary>Goes through the elements of a text, and tells attribute lists from all else.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="onElement">What to do with an element that is in no attribute list.</param>
    /// <param name="onList">What to do with a list, from the index of its first element to that of its last.</param>
    private static void Walk(List<string> elements, Action<string> onElement, Action<List<string>, int, int> onList)
    {
        var closingBrackets = FindClosingBrackets(elements);
        var canBeginAttributes = true;
        for (var index = 0; index < elements.Count; index++)
        {
            var end = closingBrackets[index];
            var target = elements[index] == "[" ? TargetOf(elements, index) : null;
            if ((canBeginAttributes || (target != null && elements[index - 1] == "("))
                && elements[index] == "["
                && end > 0
                && elements[end] == "]"
                && (target == "assembly" || CanFollowAttributes(elements, end + 1, closingBrackets)))
            {
                onList(elements, index, end);
                index = end;
                canBeginAttributes = true;
            }
            else
            {
                canBeginAttributes = elements[index] is "{" or "}" or ";" or "," || CodeElementReader.IsDirective(elements[index]);
                onElement(elements[index]);
            }
        }
    }

    /// <summary>For each opening bracket the index of what closes it, whatever bracket that is; 0 for all else.</summary>
    private static int[] FindClosingBrackets(List<string> elements)
    {
        var closing = new int[elements.Count];
        var open = new Stack<int>();
        for (var index = 0; index < elements.Count; index++)
        {
            if (elements[index] is "[" or "(" or "{")
            {
                open.Push(index);
            }
            else if (elements[index] is "]" or ")" or "}" && open.Count > 0)
            {
                closing[open.Pop()] = index;
            }
        }

        return closing;
    }

    /// <summary>The word before the colon with which a list begins that an opening bracket opens, or null.</summary>
    private static string? TargetOf(List<string> elements, int open) =>
        open + 2 < elements.Count && CodeElementReader.IsWord(elements[open + 1]) && elements[open + 2] == ":" ? elements[open + 1] : null;

    private static bool CanFollowAttributes(List<string> elements, int index, int[] closingBrackets) =>
        index == elements.Count
        || elements[index] is "[" or "~"
        || IsNameOrModifier(elements[index])
        || CodeElementReader.IsDirective(elements[index])
        || (elements[index] == "(" && IsTuple(elements, closingBrackets[index]));

    /// <summary>Whether what brackets hold can be a type, by what stands behind them.</summary>
    private static bool IsTuple(List<string> elements, int close) =>
        close > 0
        && close + 1 < elements.Count
        && (elements[close + 1] is "?" or "[" or "*" || IsNameOrModifier(elements[close + 1]));

    private static bool IsNameOrModifier(string element) => CodeElementReader.IsWord(element) && !OperatorWords.Contains(element);

    /// <summary>An attribute list without annotations; nothing when it holds nothing else.</summary>
    private static List<string> WithoutAnnotations(List<string> list)
    {
        var attributes = AttributesIn(list);
        var start = attributes[0].First;
        if (attributes.RemoveAll(attribute => IsAnnotation(attribute.Elements)) == 0)
        {
            return list;
        }

        var others = attributes
            .SelectMany((attribute, index) => index == 0 ? attribute.Elements : attribute.Elements.Prepend(","))
            .ToList();
        return others.Count == 0 ? [] : [.. list.Take(start), .. others, "]"];
    }

    /// <summary>The attributes of a list, and at which of its elements each begins; the target is no part of the first.</summary>
    private static List<(int First, List<string> Elements)> AttributesIn(List<string> list)
    {
        var start = list is [_, var target, ":", _, ..] && CodeElementReader.IsWord(target) ? 3 : 1;
        var attributes = new List<(int First, List<string> Elements)> { (start, []) };
        var depth = 0;
        for (var index = start; index < list.Count - 1; index++)
        {
            var element = list[index];
            depth += element is "[" or "(" or "{" ? 1 : element is "]" or ")" or "}" ? -1 : 0;
            if (depth == 0 && element == ",")
            {
                attributes.Add((index + 1, []));
            }
            else
            {
                attributes[attributes.Count - 1].Elements.Add(element);
            }
        }

        return attributes;
    }

    /// <summary>
    /// Whether an attribute is <c>Name</c>, <c>A.B.Name</c> or <c>a::B.Name</c>, with or without arguments, where Name is one of ours.
    /// What stands under a directive may be no argument to the compiler, so that it is kept.
    /// </summary>
    private static bool IsAnnotation(List<string> attribute)
    {
        var name = 0;
        while (name + 2 < attribute.Count && CodeElementReader.IsWord(attribute[name]) && attribute[name + 1] is "." or "::")
        {
            name += 2;
        }

        return name < attribute.Count
            && AnnotationNames.Contains(attribute[name])
            && (name + 1 == attribute.Count || (attribute[name + 1] == "(" && attribute[attribute.Count - 1] == ")"))
            && !attribute.Exists(CodeElementReader.IsDirective);
    }
}
