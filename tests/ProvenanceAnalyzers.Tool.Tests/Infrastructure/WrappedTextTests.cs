using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>Sentences break between words, and nothing of them is lost.</summary>
public sealed class WrappedTextTests
{
    [Theory]
    [InlineData("", 10, 0, "")]
    [InlineData("one two", 10, 0, "one two")]
    [InlineData("1234567890", 10, 0, "1234567890")]
    [InlineData("12345 7890", 10, 0, "12345 7890")]
    [InlineData("12345 78901", 10, 0, "12345|78901")]
    [InlineData("12345 7890 x", 10, 0, "12345 7890|x")]
    [InlineData("12345678901", 10, 0, "1234567890|1")]
    [InlineData("a 12345678901", 10, 0, "a|1234567890|1")]
    [InlineData("日本日本 日本", 10, 0, "日本日本|日本")]
    [InlineData("a  b", 10, 0, "a  b")]
    [InlineData("a\nb c", 10, 0, "a|b c")]
    [InlineData("one two", 10, 6, "one|two")]
    public void Lines_are_never_wider_than_the_terminal(string text, int width, int used, string expected) =>
        Assert.Equal(expected.Split('|'), WrappedText.Lines(text, width, used));
}
