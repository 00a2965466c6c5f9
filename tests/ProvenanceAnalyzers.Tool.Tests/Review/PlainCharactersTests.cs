using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>What a terminal would obey, or what shows code in another order than it is read, is shown as what it is.</summary>
public sealed class PlainCharactersTests
{
    [Theory]
    [InlineData("var x = \"ä日本🎉\";", "var x = \"ä日本🎉\";")]
    [InlineData("\tx", "→   x")]
    [InlineData("ab\tx", "ab→   x")]
    [InlineData("\u001b[2J\u0007", "␛[2J␇")]
    [InlineData("a\u007Fb\u009Bc", "a<U+007F>b<U+009B>c")]
    [InlineData("if (admin\u202E /*\u2066 */)", "if (admin<U+202E> /*<U+2066> */)")]
    [InlineData("a\u200Bb\uFEFFc\u2028d", "a<U+200B>b<U+FEFF>c<U+2028>d")]
    public void A_line_is_shown_without_anything_that_is_obeyed(string line, string shown) => Assert.Equal(shown, PlainCharacters.Of(line));

    [Fact]
    public void Half_of_a_pair_is_shown_as_what_cannot_be_shown() => Assert.Equal("a\uFFFDb", PlainCharacters.Of("a\uD800b"));
}
