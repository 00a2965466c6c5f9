using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>Which line another one replaced, and how similar both are.</summary>
public sealed class LineSimilarityTests
{
    [Theory]
    [InlineData("int count = 0;", "int total = 0;", 10d / 14)]
    [InlineData("abcdefghij", "abcdefgxyz", 0.7)]
    [InlineData("abcdefghij", "abcdefwxyz", 0)]
    [InlineData("abc", "abc", 1)]
    [InlineData("", "", 0)]
    [InlineData("abcdefg", "abcdefghij", 0.7)]
    [InlineData("abcdef", "abcdefghij", 0)]
    public void Similarity_is_what_need_not_be_changed_and_none_below_seventy_per_cent(string one, string other, double similarity)
    {
        Assert.Equal(similarity, ReplacedLines.Similarity(one, other), 6);
        Assert.Equal(similarity, ReplacedLines.Similarity(other, one), 6);
    }

    [Theory]
    [InlineData("a b c d", "a b c d", "0 1 2 3")]
    [InlineData("a b c d", "b d", "1 3")]
    [InlineData("a b c d", "x a y d z", "- 0 - 3 -")]
    [InlineData("", "a b", "- -")]
    [InlineData("a b", "", "")]
    [InlineData("a b c a b b a", "c b a b a c", "2 - 3 4 6 -|2 1 3 4 6 -|- 1 3 4 6 -|2 4 - 5 6 -|- 1 2 3 4 -")]
    public void The_same_lines_are_found_in_their_order(string older, string newer, string matches)
    {
        var found = LineDiff.Match(Lines(older), Lines(newer));

        Assert.Contains(string.Join(' ', found.Select(line => line < 0 ? "-" : $"{line}")), matches.Split('|'));
    }

    /// <summary>The oracle is the longest common subsequence, computed by its definition.</summary>
    [Fact]
    public void As_many_lines_are_the_same_as_can_be()
    {
        var random = new Random(4711);
        for (var run = 0; run < 300; run++)
        {
            var older = Enumerable.Range(0, random.Next(12)).Select(_ => $"{(char)('a' + random.Next(4))}").ToArray();
            var newer = Enumerable.Range(0, random.Next(12)).Select(_ => $" {(char)('a' + random.Next(4))}").ToArray();

            var matches = LineDiff.Match(older, newer);

            var matched = matches.Where(line => line >= 0).ToList();
            Assert.Equal(matched.Order(), matched);
            Assert.Equal(matched.Distinct(), matched);
            Assert.All(matches.Select((line, index) => (line, index)).Where(pair => pair.line >= 0), pair =>
                Assert.Equal(older[pair.line], newer[pair.index].Trim()));
            Assert.Equal(LongestCommon(older, [.. newer.Select(line => line.Trim())]), matched.Count);
        }
    }

    [Fact]
    public void Of_two_long_texts_with_little_in_common_what_stands_once_in_each_is_found()
    {
        var older = Enumerable.Range(0, 3000).Select(line => line % 100 == 0 ? $"same {line}" : $"old {line}").ToArray();
        var newer = Enumerable.Range(0, 3000).Select(line => line % 100 == 0 ? $"same {line}" : $"new {line}").ToArray();

        var matches = LineDiff.Match(older, newer);

        Assert.Equal(Enumerable.Range(0, 30).Select(line => line * 100), matches.Where(line => line >= 0));
    }

    [Theory]
    [InlineData("alpha one|beta two", "alpha 1ne|beta 2wo", "0 1")]
    [InlineData("alpha one|beta two", "gamma|alpha 1ne|beta 2wo", "- 0 1")]
    [InlineData("alpha one|gone|beta two", "beta 2wo", "2")]
    [InlineData("x|alpha one|y", "x|  alpha   oneX|y", "- 1 -")]
    [InlineData("alpha one", "something else", "-")]
    public void A_line_replaced_the_one_that_it_is_most_like(string older, string newer, string replaced)
    {
        var change = LineChange.Between(older.Split('|'), newer.Split('|'));

        Assert.Equal(replaced, string.Join(' ', change.Replaced.Select(line => line < 0 ? "-" : $"{line}")));
    }

    [Fact]
    public void An_edit_of_a_word_in_each_line_of_a_long_file_replaced_each()
    {
        var older = Enumerable.Range(0, 2500).Select(line => $"var value{line} = Old.Compute({line});").ToArray();
        var newer = Array.ConvertAll(older, line => line.Replace("Old", "New", StringComparison.Ordinal));

        Assert.Equal(Enumerable.Range(0, 2500), LineChange.Between(older, newer).Replaced);
    }

    private static string[] Lines(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int LongestCommon(string[] one, string[] other) =>
        one.Length == 0 || other.Length == 0 ? 0
        : one[0] == other[0] ? 1 + LongestCommon(one[1..], other[1..])
        : Math.Max(LongestCommon(one[1..], other), LongestCommon(one, other[1..]));
}
