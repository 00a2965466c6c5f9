namespace QuickStart.Tests;

// Only humans write tests here, as far as the options of this file say.
[AIProvenance(AIOrigin.Generated, Tool = "claude-code")] // PROV3004: column 15
public sealed class WordsTests
{
    [Fact]
    public void Are_counted() => Assert.Equal(2, Corpus.Words.In("two words"));
}
