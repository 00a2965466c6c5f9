using CsCheck;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>Ways to write a name so that a reader sees the same one: each changes a text and nothing that it says.</summary>
internal static class Disguise
{
    private static readonly string[] Invisible = ["\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\uFE0F", "\uD83D"];

    private static readonly (string Left, string Right)[] Around =
        [("", ""), (" ", ""), ("", "  "), ("\u00A0", "\u2003"), ("\"", "\""), ("'", "'"), ("\u201C", "\u201D"), ("`", "`"), ("<", ">")];

    /// <summary>One of some texts.</summary>
    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    /// <summary>The name in another letter case, with characters in it that nobody sees, and with blanks or quotes around it.</summary>
    public static Gen<string> Of(string name) => Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, Invisible.Length - 1],
        Gen.Int[0, name.Length],
        Gen.Int[0, Around.Length - 1],
        (letterCase, invisible, position, around) =>
        {
            var text = letterCase switch
            {
                0 => name,
                1 => name.ToUpperInvariant(),
                _ => string.Concat(name.Select((letter, index) => index % 2 == 0 ? char.ToUpperInvariant(letter) : letter)),
            };
            return Around[around].Left + text.Insert(position, Invisible[invisible]) + Around[around].Right;
        });
}
