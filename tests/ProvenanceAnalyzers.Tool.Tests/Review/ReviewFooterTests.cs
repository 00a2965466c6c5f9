using ProvenanceAnalyzers.Tool.Review;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>What tells what to do is never cut, and tells what does something now.</summary>
public sealed class ReviewFooterTests
{
    [Theory]
    [InlineData(10, 0, 20, true, true, "[all of it]  s: sign  n: skip  e: editor  b: back  q: quit")]
    [InlineData(10, 0, 20, false, true, "[all of it]  n: skip  e: editor  b: back  q: quit  not yours to sign")]
    [InlineData(27, 0, 15, true, false, "[55 %, more below]  Space: on  n: skip  e: editor  b: back  q: quit  s signs at the end")]
    [InlineData(27, 0, 15, false, false, "[55 %, more below]  Space: on  n: skip  e: editor  b: back  q: quit  not yours to sign")]
    [InlineData(27, 12, 15, true, true, "[the end]  s: sign  n: skip  e: editor  b: back  q: quit")]
    public void It_says_how_far_it_is_read_and_whether_it_can_be_signed(
        int count, int top, int room, bool isTheirs, bool isRead, string expected) =>
        Assert.Equal([expected], new ReviewFooter(count, top, room).Lines(120, isTheirs, isRead));

    [Theory]
    [InlineData(40, "[55 %, more below]  Space: on  n: skip|e: editor  b: back  q: quit|s signs at the end")]
    [InlineData(80, "[55 %, more below]  Space: on  n: skip  e: editor  b: back  q: quit|s signs at the end")]
    public void It_breaks_between_what_it_says_of_keys(int width, string expected) =>
        Assert.Equal(expected.Split('|'), new ReviewFooter(27, 0, 15).Lines(width, isTheirs: true, isRead: false));

    [Theory]
    [InlineData(40, 3)]
    [InlineData(80, 2)]
    [InlineData(120, 1)]
    public void Room_is_kept_for_all_that_it_may_say(int width, int lines)
    {
        Assert.Equal(lines, ReviewFooter.MostLines(width, isTheirs: true));
        Assert.Equal(lines, ReviewFooter.MostLines(width, isTheirs: false));
    }
}
