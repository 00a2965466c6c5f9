using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>Lines that were only wrapped otherwise are still whose they were.</summary>
public sealed class WrappedLinesTests
{
    [Theory]
    [InlineData("int Add(int left, int right) => left + right;", "int Add(int left, int right)|  => left + right;", "0 0")]
    [InlineData("int Add(|  int left,|  int right)", "int Add(int left, int right)", "0")]
    [InlineData("first = Call(one,|  two); second();", "first = Call(|  one, two);|second();", "0 0 1")]
    [InlineData("if (a) {|b();|}", "if (a)|{|  b();|}", "0 0 1 2")]
    [InlineData("alpha = 1; beta = 2;|gamma = 3; delta = 4;", "alpha = 1;|new line();|beta = 2;|gamma = 3;|delta = 4;", "- - - 1 1")]
    [InlineData("x|alpha(beta, gamma);|y", "x|alpha(beta,|more,|gamma);|y", "0 - - - 2")]
    [InlineData("return 1;", "return|2;", "- -")]
    public void A_line_that_was_wrapped_replaced_the_one_that_its_text_begins_in(string older, string newer, string replaced)
    {
        var change = LineChange.Between(older.Split('|'), newer.Split('|'));

        var found = change.Replaced.Zip(change.Same, Math.Max);
        Assert.Equal(replaced, string.Join(' ', found.Select(line => line < 0 ? "-" : $"{line}")));
    }

    /// <summary>The oracle counts characters: the words of a text are put into lines twice, at random.</summary>
    [Fact]
    public void However_a_text_is_wrapped_no_line_is_new()
    {
        var random = new Random(4711);
        for (var run = 0; run < 300; run++)
        {
            var words = Enumerable.Range(0, random.Next(2, 30)).Select(word => $"word{word}").ToArray();
            var (older, newer) = (Wrap(words, random), Wrap(words, random));

            var change = LineChange.Between([.. older.Select(line => line.Text)], [.. newer.Select(line => "  " + line.Text)]);

            for (var index = 0; index < newer.Count; index++)
            {
                var begins = older.FindLastIndex(line => line.First <= newer[index].First);
                Assert.Equal(begins, Math.Max(change.Same[index], change.Replaced[index]));
            }
        }
    }

    private static List<(int First, string Text)> Wrap(string[] words, Random random)
    {
        var lines = new List<(int First, string Text)>();
        for (var first = 0; first < words.Length;)
        {
            var count = Math.Min(words.Length - first, random.Next(1, 6));
            lines.Add((first, string.Join(' ', words.Skip(first).Take(count))));
            first += count;
        }

        return lines;
    }
}
