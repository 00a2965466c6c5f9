using ProvenanceAnalyzers.Tool.Review;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>All of a view was read when each of its lines was on the screen, whatever became of the terminal meanwhile.</summary>
public sealed class ReadLinesTests
{
    [Fact]
    public void All_is_read_when_each_line_was_on_the_screen_and_not_before()
    {
        var read = new ReadLines(10);
        var lines = Broken(10, pieces: 1);
        read.Show(lines, width: 80, top: 0, height: 4);
        read.Show(lines, width: 80, top: 6, height: 4);
        Assert.False(read.IsAll);
        read.Show(lines, width: 80, top: 4, height: 2);
        Assert.True(read.IsAll);
    }

    [Fact]
    public void A_wider_terminal_does_not_skip_what_was_further_up()
    {
        var read = new ReadLines(60);
        read.Show(Broken(60, pieces: 10), width: 24, top: 0, height: 20);
        read.Show(Broken(60, pieces: 10), width: 24, top: 140, height: 20);
        read.Show(Broken(60, pieces: 1), width: 200, top: 40, height: 20);
        Assert.False(read.IsAll);
        for (var top = 0; top < 60; top += 20)
        {
            read.Show(Broken(60, pieces: 1), width: 200, top, height: 20);
        }

        Assert.True(read.IsAll);
    }

    [Fact]
    public void A_line_that_is_longer_than_the_screen_is_read_in_pieces_of_one_width()
    {
        var read = new ReadLines(1);
        read.Show(Broken(1, pieces: 30), width: 40, top: 0, height: 20);
        read.Show(Broken(1, pieces: 20), width: 60, top: 10, height: 10);
        Assert.False(read.IsAll);
        read.Show(Broken(1, pieces: 20), width: 60, top: 0, height: 10);
        Assert.True(read.IsAll);
    }

    [Fact]
    public void Nothing_is_read_at_once() => Assert.True(new ReadLines(0).IsAll);

    private static List<FittedLine> Broken(int lines, int pieces) =>
        [.. Enumerable.Range(0, lines).SelectMany(line => Enumerable.Range(0, pieces).Select(_ => new FittedLine(line, [])))];
}
