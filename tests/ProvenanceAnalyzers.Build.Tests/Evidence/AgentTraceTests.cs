using ProvenanceAnalyzers.Build.Evidence;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>Records of Agent Trace, as its specification has them and as its reference hook writes them.</summary>
public sealed class AgentTraceTests
{
    private const string Revision = "a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5a0b1";

    [Theory]
    [InlineData("0.1.0")]
    [InlineData("0.1")]
    [InlineData("1.0")]
    public void A_record_says_which_lines_who_wrote(string version) => Check(
        Record(
            """
            { "path": "src/A.cs", "conversations": [
              { "contributor": { "type": "ai", "model_id": "anthropic/claude-opus-4-5" },
                "ranges": [ { "start_line": 3, "end_line": 9, "content_hash": "murmur3:9f2e8a1b" },
                            { "start_line": 20, "end_line": 20 } ] },
              { "contributor": { "type": "human" }, "ranges": [ { "start_line": 10, "end_line": 12 } ] } ] }
            """,
            version),
        "src/A.cs 3-9 claude-code anthropic/claude-opus-4-5 murmur3:9f2e8a1b",
        "src/A.cs 20-20 claude-code anthropic/claude-opus-4-5 -",
        "src/A.cs 10-12 human -");

    [Fact]
    public void What_provenance_export_has_made_is_no_evidence() => Assert.Empty(AgentTrace.Read(new StringReader(
        $$$"""
        { "version": "0.1.0", "vcs": { "type": "git", "revision": "{{{Revision}}}" },
          "metadata": { "io.github.provenanceanalyzers": {} },
          "files": [ { "path": "A.cs", "conversations": [
            { "contributor": { "type": "human" }, "ranges": [ { "start_line": 2, "end_line": 3 } ] } ] } ] }
        """.ReplaceLineEndings(" "))).Lines);

    [Fact]
    public void The_contributor_of_a_range_holds_for_it_instead_of_that_of_the_conversation() => Check(
        Record(
            """
            { "path": "A.cs", "conversations": [ { "contributor": { "type": "ai" }, "ranges": [
              { "start_line": 2, "end_line": 3, "contributor": { "type": "human" } },
              { "start_line": 4, "end_line": 5 } ] } ] }
            """),
        "A.cs 2-3 human -",
        "A.cs 4-5 claude-code - -");

    [Theory]
    [InlineData("""{ "type": "mixed" }""")]
    [InlineData("""{ "type": "unknown" }""")]
    [InlineData("""{ "type": "AI" }""")]
    [InlineData("""{ }""")]
    [InlineData("null")]
    [InlineData("\"ai\"")]
    public void A_contributor_who_is_neither_says_nothing(string contributor) => Check(Record(Lines("A.cs", contributor)));

    [Theory]
    [InlineData("""{ "start_line": 1, "end_line": 1 }""")]
    [InlineData("""{ "start_line": 0, "end_line": 4 }""")]
    [InlineData("""{ "start_line": 5, "end_line": 4 }""")]
    [InlineData("""{ "start_line": "2", "end_line": 4 }""")]
    [InlineData("""{ "start_line": 2 }""")]
    [InlineData("""{ "start_line": 2, "end_line": 99999999999 }""")]
    [InlineData("""{ "start_line": 2, "end_line": 1e3 }""")]
    [InlineData("7")]
    public void A_range_that_was_not_found_or_is_none_says_nothing(string range) =>
        Check(Record(Lines("A.cs", range: range + """, { "start_line": 8, "end_line": 9 }""")), "A.cs 8-9 claude-code - -");

    [Fact]
    public void One_line_that_was_found_has_a_hash() => Check(
        Record("""
            { "path": "A.cs", "conversations": [ { "contributor": { "type": "ai" }, "ranges": [
              { "start_line": 1, "end_line": 1, "content_hash": "sha256:00" } ] } ] }
            """),
        "A.cs 1-1 claude-code - sha256:00");

    [Theory]
    [InlineData(".sessions")]
    [InlineData(".shell-history")]
    [InlineData("")]
    public void What_is_about_no_file_says_nothing(string path) => Check(Record(Lines(path)));

    [Theory]
    [InlineData("""{ "type": "jj", "revision": "kkmpptxz" }""")]
    [InlineData("""{ "type": "git" }""")]
    [InlineData("null")]
    public void Without_a_revision_of_git_it_says_nothing(string vcs) =>
        Check(Record(Lines("A.cs")).Replace($$"""{ "type": "git", "revision": "{{Revision}}" }""", vcs, StringComparison.Ordinal));

    /// <summary>The last line may be read while it is written, and two writers may have written into one.</summary>
    [Fact]
    public void A_broken_line_loses_itself_alone()
    {
        var record = Record(Lines("A.cs"));
        var trace = Read($"{record}\n\n{record[..40]}{record}\n[1]\n{Record(Lines("B.cs"))}\n{record[..^20]}");

        Assert.Equal(["A.cs 2-3 claude-code - -", "B.cs 2-3 claude-code - -"], trace.Lines.Select(Line));
        Assert.Equal(
            ["line 3 is no JSON object", "line 4 is no JSON object", "line 6 is no JSON object"],
            trace.Problems.Select(problem => problem.Split(':')[0]));
    }

    private static string Lines(
        string path, string contributor = """{ "type": "ai" }""", string range = """{ "start_line": 2, "end_line": 3 }""") =>
        $$"""{ "path": "{{path}}", "conversations": [ { "contributor": {{contributor}}, "ranges": [ {{range}} ] } ] }""";

    private static string Record(string file, string version = "0.1.0") => $$"""
        { "version": "{{version}}", "id": "550e8400-e29b-41d4-a716-446655440000", "timestamp": "2026-01-25T10:00:00Z",
          "vcs": { "type": "git", "revision": "{{Revision}}" }, "tool": { "name": "claude-code" }, "metadata": { "x": [1] },
          "files": [ {{file}}, 5 ] }
        """.ReplaceLineEndings(" ");

    private static void Check(string records, params string[] expected)
    {
        var trace = Read(records);

        Assert.Equal(expected, trace.Lines.Select(Line));
        Assert.Empty(trace.Problems);
    }

    private static AgentTrace Read(string records) => AgentTrace.Read(new StringReader(records));

    private static string Line(TracedLines traced)
    {
        Assert.Equal(Revision, traced.Revision);
        var (path, lines, by) = traced.Lines;
        var who = by.IsHuman ? "human" : $"{by.Tool} {by.Model ?? "-"}";
        return $"{path} {string.Join(',', lines.Select(span => $"{span.First}-{span.Last}"))} {who} {traced.ContentHash ?? "-"}";
    }
}
