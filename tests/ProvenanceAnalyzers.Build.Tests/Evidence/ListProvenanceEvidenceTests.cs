using ProvenanceAnalyzers.Shared.Exchange;
using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>The task, on repositories that git makes: what is listed of whose lines.</summary>
public sealed class ListProvenanceEvidenceTests
{
    private const string Lines = "class Order\n{\n    int Total => 1;\n    int Count => 22;\n}\n";

    public static TheoryData<string, string, string, string> Commits => new()
    {
        { Copilot, "Work", "Commit|2026-01-02|False|github-copilot|||", "CCCCC" },
        {
            Copilot, "Work\n\nCo-authored-by: octocat <583231+octocat@users.noreply.github.com>",
            "Commit|2026-01-02|True|github-copilot||octocat <583231+octocat@users.noreply.github.com>|", "CCCCC"
        },
        { Copilot, "Work\n\nCo-authored-by: " + Bob, "Trailer|2026-01-02|True|github-copilot|||" + Bob, "TTTTT" },
        { Ada, "Work" + WithClaude, "Trailer|2026-01-02|True|claude-code|||" + Ada, "TTTTT" },
        {
            Ada, "Work\n\nAssisted-by: aider (gemini/gemini-2.5-pro)",
            "Trailer|2026-01-02|True|aider|gemini/gemini-2.5-pro||" + Ada, "TTTTT"
        },
        {
            Ada, "Work\n\nCo-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>",
            "Suggestion|2026-01-02|True|github-copilot|||" + Ada, "SSSSS"
        },
        { Ada, "Work", "", "....." },
        { Ada, "Work\n\nAssisted-by: " + Bob, "", "....." },
        { "Claude Martin <claude@example.com>", "Work", "", "....." },
    };

    [Theory]
    [MemberData(nameof(Commits))]
    public void A_line_has_the_evidence_of_its_commit(string author, string message, string source, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("Order.cs", Lines);
        var commit = repository.Commit(author, message);

        var listed = repository.List("Order.cs");

        Assert.Equal(lines, Shown(listed, "Order.cs", Lines));
        Assert.Empty(listed.Gaps);
        Assert.Equal(
            source.Length == 0 ? [] : [$"{commit}|{source}"],
            listed.Files.SelectMany(file => file.Runs).Select(run => string.Join('|',
                run.Source.Commit, run.Source.Strength, run.Source.Day, run.Source.HasHuman, string.Join(',', run.Source.Tools),
                string.Join(',', run.Source.Models), string.Join(',', run.Source.Requesters), string.Join(',', run.Source.Authors))));
        Assert.All(listed.Files, file => Assert.Equal(EvidenceFile.HashOf(Lines), file.Hash));
    }

    /// <summary>An AI's edit of a word takes no line from a human, and a human's takes none from an AI.</summary>
    [Theory]
    [InlineData(Ada, Copilot, ".....")]
    [InlineData(Copilot, Ada, "CCCCC")]
    [InlineData(Dependabot, Copilot, "NNNNN")]
    [InlineData(Copilot, Dependabot, "CCCCC")]
    public void A_line_keeps_what_the_one_had_that_it_is_much_like(string first, string second, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("Order.cs", Lines).Commit(first);
        repository.Write("Order.cs", Lines.Replace("22", "23", StringComparison.Ordinal)).Commit(second);

        Assert.Equal(lines, repository.Shown("Order.cs"));
    }

    [Theory]
    [InlineData(Ada, Copilot, "...C.")]
    [InlineData(Copilot, Ada, "CCC.C")]
    public void A_line_that_is_little_like_the_one_before_is_who_wrote_it(string first, string second, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("Order.cs", Lines).Commit(first);
        repository.Write("Order.cs", Lines.Replace("int Count => 22;", "string Name { get; set; }", StringComparison.Ordinal))
            .Commit(second);

        Assert.Equal(lines, repository.Shown("Order.cs"));
    }

    [Fact]
    public void Edits_of_edits_lead_back_to_who_wrote_the_line_first()
    {
        using var repository = new TestRepository();
        repository.Write("Order.cs", Lines).Commit(Copilot);
        foreach (var number in new[] { "23", "24", "25" })
        {
            repository.Write("Order.cs", Lines.Replace("22", number, StringComparison.Ordinal)).Commit(number == "24" ? Copilot : Ada);
        }

        Assert.Equal("CCCCC", repository.Shown("Order.cs"));
    }

    [Fact]
    public void What_is_not_committed_has_no_evidence_and_what_is_unchanged_keeps_its_own()
    {
        using var repository = new TestRepository();
        repository.Write("Order.cs", Lines).Commit(Copilot);
        var text = "// new\n" + Lines.Replace("    int Total", "  int  Total", StringComparison.Ordinal) + "// also new\n";
        repository.Write("Order.cs", text).Write("New.cs", Lines);

        var listed = repository.List("Order.cs", "New.cs");

        Assert.Equal(".CCCCC.", Shown(listed, "Order.cs", text));
        var file = Assert.Single(listed.Files);
        Assert.Equal(EvidenceFile.HashOf(text), file.Hash);
    }
}
