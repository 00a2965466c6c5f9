using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tests.Shared.Exchange;

public sealed class BaselineFileTests
{
    private const string One = "h1:11111111111111111111111111111111";
    private const string Two = "h1:22222222222222222222222222222222";

    [Fact]
    public void Reads_ids_and_digests_and_skips_comments_and_empty_lines() => Assert.Equal(
        [(3, "Cli/My Program.cs", One), (5, "M:Shop.Order.Total(System.Int32@)", Two), (6, "T:Shop.Order", One)],
        BaselineFile.Read($"# Comment.\n#\nCli/My Program.cs {One}\n\nM:Shop.Order.Total(System.Int32@) {Two}\nT:Shop.Order {One}\n")
            .Select(line => (line.Number, line.Entry!.Value.Id, line.Entry.Value.Digest)));

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_matter() => Assert.Equal(
        [(BaselineProblem.None, "T:A " + One), (BaselineProblem.None, "T:B " + Two)],
        BaselineFile.Read($"\uFEFFT:A {One}\r\nT:B {Two}\r\n").Select(line => (line.Problem, line.Text)));

    [Theory]
    [InlineData("T:A", "Malformed")]
    [InlineData(One, "Malformed")]
    [InlineData("T:A h1:1111", "Malformed")]
    [InlineData("T:A H1:11111111111111111111111111111111", "Malformed")]
    [InlineData("T:A h2:11111111111111111111111111111111", "Malformed")]
    [InlineData("#T:A", "Malformed")]
    [InlineData("<<<<<<< HEAD", "ConflictMark")]
    [InlineData("||||||| 1234567", "ConflictMark")]
    [InlineData("=======", "ConflictMark")]
    [InlineData(">>>>>>> branch", "ConflictMark")]
    public void What_cannot_be_read_has_no_entry(string line, string problem)
    {
        var read = Assert.Single(BaselineFile.Read($"\n{line}\n"));

        Assert.Equal((2, line, null, problem), (read.Number, read.Text, read.Entry, read.Problem.ToString()));
    }

    [Fact]
    public void Order_is_ordinal_and_a_line_that_stands_twice_is_named_so()
    {
        // Upper case is before lower case, and a wrong line has no place in the order.
        var text = $"T:a {One}\nT:B {One}\n=======\nT:B {Two}\nT:B {One}\n";

        Assert.Equal(
            [BaselineProblem.None, BaselineProblem.Unsorted, BaselineProblem.ConflictMark, BaselineProblem.None, BaselineProblem.Duplicate],
            BaselineFile.Read(text).Select(line => line.Problem));
    }

    [Theory]
    [InlineData("/a/Provenance.Baseline.txt", true)]
    [InlineData("C:\\a\\provenance.baseline.Legacy.TXT", true)]
    [InlineData("Provenance.Baseline.txt", true)]
    [InlineData("/a/Provenance.Baseline.md", false)]
    [InlineData("/a/My.Provenance.Baseline.txt", false)]
    [InlineData("/Provenance.Baseline/a.txt", false)]
    public void Files_are_known_by_their_names(string path, bool expected) => Assert.Equal(expected, BaselineFile.IsNameOf(path));
}
