using ProvenanceAnalyzers.Build.Shipping;

namespace ProvenanceAnalyzers.Build.Tests.Shipping;

/// <summary>What a project's documentation file says of the injected attributes.</summary>
[Trait("Case", "P2")]
public sealed class CleanProvenanceDocumentationTests : IDisposable
{
    private const string Start = "<?xml version=\"1.0\"?>\n<doc>\n    <members>\n";
    private const string End = "    </members>\n</doc>\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("T:ProvenanceAnalyzers.AIOrigin", true)]
    [InlineData("F:ProvenanceAnalyzers.AIOrigin.Human", true)]
    [InlineData("T:ProvenanceAnalyzers.AIProvenanceAttribute", true)]
    [InlineData("M:ProvenanceAnalyzers.AIProvenanceAttribute.#ctor(ProvenanceAnalyzers.AIOrigin)", true)]
    [InlineData("P:ProvenanceAnalyzers.HumanReviewedAttribute.Digest", true)]
    [InlineData("T:Microsoft.CodeAnalysis.EmbeddedAttribute", true)]
    [InlineData("T:ProvenanceAnalyzers.AIOriginal", false)]
    [InlineData("T:ProvenanceAnalyzers.Mine", false)]
    [InlineData("M:Mine.M(ProvenanceAnalyzers.AIOrigin)", false)]
    [InlineData("T:Mine.ProvenanceAnalyzers.AIOrigin", false)]
    [InlineData("T:Microsoft.CodeAnalysis.Embedded", false)]
    public void It_is_taken_out_and_everything_else_stays(string name, bool isTaken)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var before = Member("T:A", lineBreak);
            var own = Member(name, lineBreak);
            var after = Member("T:Z", lineBreak);

            Assert.Equal(Start + before + (isTaken ? string.Empty : own) + after + End, Clean(Start + before + own + after + End));
        }
    }

    [Fact]
    public void A_file_without_it_is_not_written_and_one_that_is_not_there_is_no_error()
    {
        var path = _folder.Write("Lib.xml", Start + Member("T:A", "\n") + End);
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, day);

        Assert.True(Run(path, _folder.PathOf("None.xml")));

        Assert.Equal(day, File.GetLastWriteTimeUtc(path));
        Assert.Equal(["Lib.xml"], _folder.Names);
    }

    private static string Member(string name, string lineBreak) =>
        $"        <member name=\"{name}\">\n            <summary>It.</summary>\n        </member>\n"
            .Replace("\n", lineBreak, StringComparison.Ordinal);

    private string Clean(string text)
    {
        Assert.True(Run(_folder.Write("Lib.xml", text)));
        return _folder.Read("Lib.xml");
    }

    private static bool Run(params string[] paths) => new CleanProvenanceDocumentation
    {
        BuildEngine = new RecordingEngine(),
        Files = [.. paths.Select(path => new InMemoryItem(path, ("FullPath", path)))],
    }.Execute();
}
