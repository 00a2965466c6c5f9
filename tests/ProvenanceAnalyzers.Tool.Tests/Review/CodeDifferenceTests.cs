using DiffPlex.DiffBuilder.Model;
using ProvenanceAnalyzers.Tool.History;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>A difference has every line of both texts, and hides no change.</summary>
public sealed class CodeDifferenceTests
{
    [Fact]
    public void It_has_the_numbers_of_the_lines_as_they_are()
    {
        var difference = CodeDifference.Of("a\nb\nc\nd", "a\nB\nc\nd\ne");

        Assert.Equal(
            [
                new(ChangeType.Unchanged, "a", 0), new(ChangeType.Deleted, "b", null), new(ChangeType.Inserted, "B", 1),
                new(ChangeType.Unchanged, "c", 2), new(ChangeType.Unchanged, "d", 3), new DifferenceLine(ChangeType.Inserted, "e", 4),
            ],
            difference);
        Assert.Equal(3, CodeDifference.ChangedLines(difference));
    }

    [Fact]
    public void A_form_feed_ends_no_line()
    {
        var difference = CodeDifference.Of("a\nb", "a // \f\f\f\f\f\nb\nevil\u2028x");

        Assert.Equal(["evil", "x"], difference.Where(line => line.Line > 1).Select(line => line.Text));
    }

    [Theory]
    [InlineData("x = \"a  b\";", "x = \"a b\";", 2)]
    [InlineData("\"\"\"\n  a\n\"\"\"", "\"\"\"\n   a\n\"\"\"", 2)]
    [InlineData("a\r\nb", "a\nb", 0)]
    [InlineData("a\f\f\nb", "a\nb", 2)]
    public void White_space_counts_and_line_ends_do_not(string before, string now, int changed) =>
        Assert.Equal(changed, CodeDifference.ChangedLines(CodeDifference.Of(before, now)));
}
