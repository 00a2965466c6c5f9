using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Shared.Exchange;
using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What tools have noted of lines: git-ai in notes, and Agent Trace in a file.</summary>
public sealed class NotedEvidenceTests
{
    private const string Six = "one = 1;\ntwo = 22;\nthree = 333;\nfour = 4444;\nfive = 55555;\nsix = 666666;\n";

    private const string AllKinds = """
        A.cs
          s_0123456789abcd::t_0123456789abcd 2
          h_0123456789abcd 4
          d9978a8723e02b52 5-6
        ---
        {
          "schema_version": "authorship/3.0.0",
          "sessions": { "s_0123456789abcd": { "agent_id": { "tool": "cursor", "id": "x", "model": "gpt-5" } } },
          "humans": { "h_0123456789abcd": { "author": "Ada Lovelace <ada@example.com>" } },
          "prompts": { "d9978a8723e02b52": { "agent_id": { "tool": "claude", "id": "y", "model": "claude-opus-4-5" },
            "human_author": "Ada Lovelace <ada@example.com>" } }
        }
        """;

    [Theory]
    [InlineData(Ada, ".L..LL")]
    [InlineData(Copilot, "CLC.LL")]
    public void A_note_says_line_by_line_who_wrote_it(string author, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Six);
        Note(repository, repository.Commit(author), AllKinds);

        var listed = repository.List("A.cs");

        Assert.Equal(lines, Shown(listed, "A.cs", Six));
        Assert.Equal(
            ["cursor gpt-5 ", $"claude-code claude-opus-4-5 {Ada}"],
            listed.Files.Single().Runs.Select(run => run.Source).Where(source => source.Strength == EvidenceStrength.Line)
                .Select(source => $"{source.Tools.Single()} {source.Models.Single()} {string.Join(',', source.Requesters)}"));
    }

    /// <summary>By the file and the lines that they were in when they were committed.</summary>
    [Fact]
    public void Lines_are_found_by_where_they_were_when_they_were_noted()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Six);
        Note(repository, repository.Commit(Ada), AllKinds);
        repository.Git("mv", "A.cs", "B.cs");
        repository.Write("B.cs", "zero\n" + Six).Commit(Bob);

        Assert.Equal("..L..LL", repository.Shown("B.cs"));
    }

    [Fact]
    public void A_note_that_is_broken_or_huge_is_lost_alone_and_said_once()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Six);
        var good = repository.Commit(Ada);
        repository.Write("B.cs", Six.Replace("=", "==", StringComparison.Ordinal));
        var broken = repository.Commit(Ada);
        repository.Write("C.cs", Six.Replace("=", "!=", StringComparison.Ordinal));
        var huge = repository.Commit(Ada);
        Note(repository, good, AllKinds);
        Note(repository, broken, "B.cs\n  s_1 1\n---\n{ broken");
        var padding = $"{{ \"padding\": \"{new string('x', 50 << 20)}\",";
        File.WriteAllText(Path.Combine(repository.Folder, "huge"), AllKinds.Replace("---\n{", "---\n" + padding, StringComparison.Ordinal));
        repository.Git("notes", "--ref=ai", "add", "-F", Path.Combine(repository.Folder, "huge"), huge);

        var listed = repository.List("A.cs", "B.cs", "C.cs");

        Assert.Equal(".L..LL", Shown(listed, "A.cs", Six));
        Assert.Equal(["A.cs"], listed.Files.Select(file => file.Path));
        var gap = Assert.Single(listed.Gaps);
        var first = string.CompareOrdinal(broken, huge) < 0 ? broken : huge;
        Assert.StartsWith($"2 notes of git-ai cannot be read whole, the first of commit {first}, where ", gap, StringComparison.Ordinal);
        Assert.EndsWith($": git notes --ref=ai show {first}", gap, StringComparison.Ordinal);

        // The same when it comes from the cache.
        Assert.Equal(listed.Gaps, repository.List("A.cs", "B.cs", "C.cs").Gaps);
    }

    [Theory]
    [InlineData("the whole file", "[[1, 6]]", ".", "LLLLLL")]
    [InlineData("as the reference hook does, at the parent", "[[1, 6]]", "parent", "LLLLLL")]
    [InlineData("lines above it came before the commit", "[[1, 4]]", ".", "......")]
    [InlineData("lines that are not there", "[[1, 9]]", ".", "......")]
    [InlineData("another commit", "[[1, 6]]", "0123456789abcdef0123456789abcdef01234567", "......")]
    [InlineData("several edits that are all of it", "[[1, 2], [3, 6]]", ".", "LLLLLL")]
    public void A_trace_counts_while_it_fits(string because, string ranges, string revision, string lines)
    {
        using var repository = new TestRepository();
        var parent = repository.Write("README.md", "Read me\n").Commit(Ada);
        var commit = repository.Write("A.cs", Six).Commit(Ada);
        repository.Write(".agent-trace/traces.jsonl", Trace("A.cs", revision switch
        {
            "." => commit,
            "parent" => parent,
            _ => revision,
        }, ranges));

        Assert.True(repository.Shown("A.cs") == lines, because);
    }

    [Fact]
    public void A_trace_of_lines_that_the_commit_did_not_write_is_stale()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Six).Commit(Ada);
        var commit = repository.Write("A.cs", Six + "seven = 7;\neight = 8;\n").Commit(Ada);
        repository.Write(".agent-trace/traces.jsonl", Trace("A.cs", commit, "[[6, 7]]"));
        Assert.Equal("........", repository.Shown("A.cs"));

        repository.Write(".agent-trace/traces.jsonl", Trace("A.cs", commit, "[[7, 8]]"));
        Assert.Equal("......LL", repository.Shown("A.cs"));
    }

    /// <summary>printf 'two = 22;\nthree = 333;' | sha256sum</summary>
    [Theory]
    [InlineData("sha256:SHA", ".LL...")]
    [InlineData("sha256:00000000000000000000000000000000", "......")]
    [InlineData("murmur3:9f2e8a1b", "......")]
    public void A_trace_with_a_hash_counts_where_the_text_has_it(string hash, string lines)
    {
        const string Sha = "9a67e100895c671d119885694eaf29e54dc64ed32b1506c09c8b8cb7b352d923";
        using var repository = new TestRepository();
        var commit = repository.Write("A.cs", Six).Commit(Ada);
        repository.Write(
            ".agent-trace/traces.jsonl", Trace("A.cs", commit, "[[2, 3]]", hash.Replace("SHA", Sha, StringComparison.Ordinal)));

        Assert.Equal(lines, repository.Shown("A.cs"));
    }

    private static void Note(TestRepository repository, string commit, string note) =>
        repository.Run(repository.Root, ["notes", "--ref=ai", "add", "-F", "-", commit], note);

    private static string Trace(string path, string revision, string ranges, string? hash = null)
    {
        var written = string.Join(',', ranges.Trim('[', ']').Split("], [").Select(range => range.Split(", ")).Select(range =>
            $$"""{"start_line":{{range[0]}},"end_line":{{range[1]}}{{(hash == null ? "" : $",\"content_hash\":\"{hash}\"")}}}"""));
        return $$"""
            {"version":"1.0","id":"1","timestamp":"2026-01-01T00:00:00Z","vcs":{"type":"git","revision":"{{revision}}"},"tool":{"name":"cursor"},"files":[{"path":"{{path}}","conversations":[{"contributor":{"type":"ai","model_id":"openai/gpt-5"},"ranges":[{{written}}]}]}]}
            {"half
            """;
    }

    [Fact]
    public void A_note_of_50_MB_is_not_read_and_said()
    {
        const int Size = 50 * 1024 * 1024;
        using var repository = new TestRepository();
        var commit = repository.Write("A.cs", "one = Compute(1);\n").Commit(Ada);
        repository.Write("B.cs", "two = Compute(2);\n").Commit(Copilot);
        repository.Run(repository.Root, ["notes", "--ref=ai", "add", "-F", "-", commit], "A.cs\n" + new string('x', Size));

        var listed = repository.List("A.cs", "B.cs");

        Assert.Equal(["B.cs"], listed.Files.Select(file => file.Path));
        Assert.Equal(
            [
                $"a note of git-ai cannot be read whole, the first of commit {commit}, where it is missing or larger than 16 MB: "
                + $"git notes --ref=ai show {commit}",
            ],
            listed.Gaps);
    }
}
