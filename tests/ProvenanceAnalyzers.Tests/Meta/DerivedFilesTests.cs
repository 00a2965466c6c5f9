using ProvenanceAnalyzers.Tests.Infrastructure;
using Xunit.Sdk;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>
/// What is derived from the definitions is what they make of it. With the environment variable <c>PROVENANCE_WRITE</c> set to true the
/// files are written instead of compared, though never in CI, which would otherwise find everything in order.
/// </summary>
public sealed class DerivedFilesTests
{
    public static TheoryData<string> Names => [.. DerivedFiles.All.Select(file => file.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_what_the_definitions_make_of_it(string name) => Find(name).WriteOrCompare();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_definition_that_changed_fails_and_the_message_says_where_and_how_to_write_it(string name)
    {
        var file = Find(name);
        var lines = file.Expected(Current(file)).Split('\n');
        var derived = file.Part == null ? 0 : Array.FindIndex(lines, line => line.Trim() == $"<!-- derived: {file.Part} -->") + 1;
        var right = lines[derived];
        lines[derived] = "outdated";

        Assert.Equal(
            $"{file.Path} is not what the definitions make of it: line {derived + 1} is 'outdated' and should be '{right}'. "
            + $"Write it: {DerivedFile.Command}",
            Assert.Throws<FailException>(() => file.Compare(string.Join('\n', lines))).Message);
    }

    [Fact]
    public void A_missing_file_and_missing_marker_comments_fail_too()
    {
        var whole = new DerivedFile("a.txt", null, () => "a\n");
        var part = new DerivedFile("a.md", "rules", () => "a\n");

        Assert.Equal(
            $"a.txt is not what the definitions make of it: there is no such file. Write it: {DerivedFile.Command}",
            Assert.Throws<FailException>(() => whole.Compare(null)).Message);
        foreach (var text in new[] { null, "", "a\n", "<!-- derived: rules -->\na\n", "<!-- /derived -->\n<!-- derived: rules -->\n" })
        {
            Assert.StartsWith(
                "a.md needs the lines '<!-- derived: rules -->' and '<!-- /derived -->'",
                Assert.Throws<TrueException>(() => part.Expected(text)).Message,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<!-- derived: rules -->\na\n<!-- /derived -->\n<!-- derived: rules -->\nold\n<!-- /derived -->\n")]
    [InlineData("<!-- derived: rules -->\na\n<!-- derived: b -->\nb\n<!-- /derived -->\n")]
    public void A_part_that_stands_twice_or_runs_into_another_fails(string text) => Assert.StartsWith(
        "a.md has the line '<!-- derived: rules -->' twice, or another part begins before '<!-- /derived -->'.",
        Assert.Throws<TrueException>(() => new DerivedFile("a.md", "rules", () => "a\n").Expected(text)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_stands_outside_of_the_part_stays()
    {
        var part = new DerivedFile("a.md", "rules", () => "new\n");

        Assert.Equal(
            "a\n  <!-- derived: rules -->\nnew\n  <!-- /derived -->\n<!-- derived: b -->\nold\n<!-- /derived -->\n",
            part.Expected("a\n  <!-- derived: rules -->\nold\nold\n  <!-- /derived -->\n<!-- derived: b -->\nold\n<!-- /derived -->\n"));
        Assert.Equal("<!-- derived: rules -->\nnew\n<!-- /derived -->\n", part.Expected("<!-- derived: rules -->\n<!-- /derived -->\n"));
    }

    [Fact]
    public void They_are_written_on_request_alone_and_never_in_CI()
    {
        Assert.False(DerivedFile.Writes(null, null));
        Assert.False(DerivedFile.Writes("false", null));
        Assert.False(DerivedFile.Writes(null, "true"));
        Assert.True(DerivedFile.Writes("true", null));
        Assert.True(DerivedFile.Writes("True", "false"));
        Assert.Equal(
            "PROVENANCE_WRITE is refused in CI, which only compares.",
            Assert.Throws<FailException>(() => DerivedFile.Writes("true", "true")).Message);
    }

    private static DerivedFile Find(string name) => DerivedFiles.All.Single(file => file.ToString() == name);

    private static string? Current(DerivedFile file) => File.Exists(Repository.PathOf(file.Path)) ? Repository.Read(file.Path) : null;
}
