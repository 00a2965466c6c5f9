using System.Text;
using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Shared.Exchange;
using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>What else decides whose a line is: passed-over commits, <c>.mailmap</c>, a base, markers, days and fixture files.</summary>
public sealed class EvidenceRulesTests
{
    private const string Two = "one = Compute(1);\ntwo = Compute(2);\n";

    /// <summary>A formatter's commit is passed over, and an AI's is not, whoever lists it and wherever.</summary>
    [Theory]
    [InlineData(Ada, Ada, "root", "..")]
    [InlineData(Copilot, Ada, "root", "CC")]
    [InlineData(Ada, Copilot, "root", "C.")]
    [InlineData(Ada, Copilot, "configured", "C.")]
    [InlineData(Copilot, Ada, "configured", "CC")]
    [InlineData(Ada, Copilot, "configured but gone", "C.")]
    public void A_revision_to_be_ignored_is_passed_over_unless_it_is_an_AIs(string first, string second, string where, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(first);
        var text = "one  =  Compute ( 1 ) ; // and so much more that nothing is the same\ntwo = Compute(2);\n";
        var reformatted = repository.Write("A.cs", text).Commit(second);
        var name = where == "root" ? ".git-blame-ignore-revs" : "docs/ignored";
        if (where != "root")
        {
            repository.Git("config", "blame.ignoreRevsFile", name);
        }

        if (where != "configured but gone")
        {
            repository.Write(name, $"# Formatting\n{reformatted} # all of it\n");
        }

        Assert.Equal(lines, repository.Shown("A.cs"));
    }

    [Fact]
    public void A_mailmap_joins_humans_and_renames_no_AI()
    {
        using var repository = new TestRepository();
        repository.Write(".mailmap", """
            # People
            Ada Lovelace <ada@example.com> <ADA@old.example.com>
            <ada@example.com> <198982749+Copilot@users.noreply.github.com>
            Copilot <198982749+Copilot@users.noreply.github.com> <bob@example.com>
            """);
        repository.Write("A.cs", "one = Compute(1);\n").Commit(Copilot);
        repository.Write("B.cs", "two = Compute(22);\n").Commit("Ada L <ada@old.example.com>", "Work" + WithClaude);
        repository.Write("C.cs", "three = Compute(333);\n").Commit(Bob, "Work" + WithClaude);

        var sources = repository.List("A.cs", "B.cs", "C.cs").Files.Select(file => file.Runs.Single().Source);

        Assert.Equal(
            ["Commit ", $"Trailer {Ada}", $"Trailer {Bob}"],
            sources.Select(source => $"{source.Strength} {string.Join(',', source.Authors)}"));
    }

    [Fact]
    public void A_replaced_commit_is_what_it_was()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two);
        var commit = repository.Commit(Copilot);
        var laundered = repository.Run(
            repository.Root,
            ["commit-tree", $"{commit}^{{tree}}", "-m", "Mine"],
            "",
            ("GIT_AUTHOR_NAME", "Ada"),
            ("GIT_AUTHOR_EMAIL", "a@b.c"));
        repository.Git("replace", commit, laundered.Trim());

        Assert.Equal("CC", repository.Shown("A.cs"));
    }

    [Fact]
    public void With_a_base_only_what_came_since_the_fork_is_listed()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Write("B.cs", "b = Compute(1234);\n").Commit(Copilot);
        repository.Git("checkout", "-q", "-b", "topic");
        repository.Write("A.cs", Two + "three = Something(else);\n").Commit(Copilot);
        repository.Git("checkout", "-q", "main");
        repository.Write("C.cs", "c = Compute(9);\n").Commit(Copilot);
        repository.Git("checkout", "-q", "topic");

        string[] sources = ["A.cs", "B.cs"];
        var task = repository.Task(sources);
        task.Base = "main";
        var listed = repository.List(task);

        Assert.Equal("..C", Shown(listed, "A.cs", File.ReadAllText(repository.PathOf("A.cs"))));
        Assert.Equal(["A.cs"], listed.Files.Select(file => file.Path));
        Assert.Equal("CCC", repository.Shown("A.cs"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("--output=x")]
    [InlineData("main --all")]
    [InlineData("$(touch x)")]
    public void A_base_that_is_no_revision_is_a_gap_that_names_it(string revision)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Copilot);
        var task = repository.Task("A.cs");
        task.Base = revision;

        var listed = repository.List(task);

        Assert.Empty(listed.Files);
        Assert.Contains(
            $"ProvenanceEvidenceBase is '{revision}', which is no revision here", Assert.Single(listed.Gaps), StringComparison.Ordinal);
        Assert.Equal(["A.cs"], Directory.EnumerateFiles(repository.Root).Select(Path.GetFileName));
    }

    private const string Signed = "[HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass A { }\n";

    [Theory]
    [InlineData("provenance.review_attestation = reviewer", true)]
    [InlineData("provenance.review_lines_per_commit = 1000", true)]
    [InlineData("provenance.reviewers = bob@*", false)]
    public void Who_committed_a_marker_is_listed_where_an_option_asks(string option, bool isListed)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Signed);
        var commit = repository.Commit(Ada, "Signed\n\nCo-authored-by: " + Bob, "GitHub <noreply@github.com>");
        repository.Write(".editorconfig", $"[*.cs]\n{option}\n");
        var task = repository.Task("A.cs");
        task.ConfigFiles = [repository.PathOf(".editorconfig"), repository.PathOf("gone")];

        var markers = repository.List(task).Files.SelectMany(file => file.Markers);

        Assert.Equal(
            isListed ? [$"1 {commit} {Ada},{Bob}"] : [],
            markers.Select(marker => $"{marker.Line} {marker.Commit} {string.Join(',', marker.People)}"));
    }

    /// <summary>Whoever writes a marker's line has signed it, however little they changed.</summary>
    [Theory]
    [InlineData(Dependabot, "N.")]
    [InlineData(Copilot, "C.")]
    [InlineData(Bob, "..")]
    public void A_markers_line_is_whose_commit_wrote_it_last(string second, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Signed).Commit(Bob);
        repository.Write("A.cs", Signed.Replace("2026-01-02", "2026-01-03", StringComparison.Ordinal)).Commit(second);

        var listed = repository.List("A.cs");

        Assert.Equal(lines, Shown(listed, "A.cs", Signed));
        Assert.All(listed.Files.SelectMany(file => file.Runs), run => Assert.False(run.Source.HasHuman));
    }

    [Theory]
    [InlineData("\"2026-01-04\"", "2026-01-03")]
    [InlineData("\"2026-01-03\"", "")]
    [InlineData("2026-01-04", "")]
    [InlineData("\"2026-99-04\"", "")]
    [InlineData("\"\" \"2036-01-04\"", "2026-01-03")]
    public void The_known_day_is_listed_where_a_file_names_a_later_one(string text, string day)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Ada);
        repository.Write("B.cs", $"var day = {text};\n");

        Assert.Equal(day, repository.List("A.cs", "B.cs").KnownDay);
    }

    [Fact]
    public void Of_a_fixture_file_the_shares_of_its_lines_are_listed()
    {
        using var repository = new TestRepository();
        repository.Write("Fixtures/a.json", "{\n\n  \"one\": 1\n}\n").Write("Fixtures/b.json", "[]\n").Commit(Ada);
        var text = "{\n\n  \"one\": 1,\n  \"second\": \"something\",\n  \"third\": [1, 2, 3]\n}\n";
        repository.Write("Fixtures/a.json", text).Commit(Copilot);
        var task = repository.Task();
        task.Fixtures = [new InMemoryItem("Fixtures/a.json"), new InMemoryItem("Fixtures/b.json"), new InMemoryItem("Fixtures/gone.json")];

        var fixture = Assert.Single(repository.List(task).Fixtures);

        Assert.Equal("Fixtures/a.json", fixture.Path);
        Assert.Equal(5, fixture.Lines);
        var share = Assert.Single(fixture.Shares);
        Assert.Equal((2, EvidenceStrength.Commit), (share.Lines, share.Source.Strength));
        // printf '{\n\n  "one": 1,\n  "second": "something",\n  "third": [1, 2, 3]\n}\n' | sha256sum
        Assert.Equal("h1:89c9ddf4bb731c540530edf0ef311fbd", fixture.Digest);
    }

    [Theory]
    [InlineData("*.cs text eol=crlf", "\r\n")]
    [InlineData("*.cs text", "\r\n")]
    [InlineData("*.cs -text", "\n")]
    public void Line_ends_make_no_difference(string attributes, string inTree)
    {
        using var repository = new TestRepository();
        repository.Write(".gitattributes", attributes + "\n").Write("A.cs", Two).Commit(Copilot);
        var text = Two.Replace("\n", inTree, StringComparison.Ordinal);
        repository.Write("A.cs", text);

        var listed = repository.List("A.cs");

        Assert.Equal("CC", Shown(listed, "A.cs", Two));
        Assert.Equal(EvidenceFile.HashOf(Two), listed.Files.Single().Hash);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_is_decoded_as_the_compiler_does(string encoding)
    {
        using var repository = new TestRepository();
        var known = Encoding.GetEncoding(encoding);
        const string Text = "var größe = \"日本\";\n";
        repository.Write("A.cs", [.. known.GetPreamble(), .. known.GetBytes(Text)]).Commit(Copilot);

        var listed = repository.List("A.cs");

        Assert.Equal(EvidenceFile.HashOf(Text), Assert.Single(listed.Files).Hash);
        Assert.Equal("C.", Shown(listed, "A.cs", Text + "x"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Lines_in_two_bytes_a_character_are_whose_they_are(string encoding)
    {
        using var repository = new TestRepository();
        var known = Encoding.GetEncoding(encoding);
        const string Text = "var one = Compute(1);\nvar two = Compute(2);\nvar three = Compute(3);\n";
        var edited = Text.Replace("two = Compute", "second = Compute", StringComparison.Ordinal) + "var four = Another(4444);\n";
        repository.Write("A.cs", [.. known.GetPreamble(), .. known.GetBytes(Text)]).Commit(Copilot);
        repository.Write("A.cs", [.. known.GetPreamble(), .. known.GetBytes(edited)]).Commit(Ada);

        Assert.Equal("CCC.", Shown(repository.List("A.cs"), "A.cs", edited));
    }

    [Fact]
    public void Lines_that_moved_to_another_file_keep_their_evidence()
    {
        using var repository = new TestRepository();
        var method = string.Concat(Enumerable.Range(0, 8).Select(line => $"    public int Value{line} => ComputeIt({line});\n"));
        repository.Write("A.cs", "class A\n{\n" + method + "}\n").Commit(Copilot);
        repository.Write("A.cs", "class A\n{\n}\n").Write("B.cs", "class Other\n{\n" + method + "    int x;\n}\n").Commit(Ada);

        Assert.Matches(@"^..C{8}\.[.C]$", repository.Shown("B.cs"));
    }

    [Fact]
    public void A_merge_has_the_evidence_of_each_side()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Ada);
        repository.Git("checkout", "-q", "-b", "topic");
        repository.Write("A.cs", Two + "three = Something(else);\n").Commit(Copilot);
        repository.Git("checkout", "-q", "main");
        repository.Write("A.cs", "zero = Unlike(any);\n" + Two).Commit(Bob);
        repository.Git("merge", "-q", "--no-edit", "topic");

        Assert.Equal("...C", repository.Shown("A.cs"));
    }

    /// <summary>An organisation's own tool is known by the options and policies that name it, and by the same commits as before.</summary>
    [Theory]
    [InlineData("[*.cs]\nprovenance.custom_tools = shop-assistant=shop\n", "TT")]
    [InlineData("provenance.custom_tools = + other=shop, shop-assistant=shop\n", "TT")]
    [InlineData("[*.cs]\nprovenance.custom_tools = other=shop\n", "..")]
    [InlineData("# provenance.custom_tools = shop-assistant=shop\n", "..")]
    public void An_organisations_own_tool_is_known_where_options_name_it(string config, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Two).Commit(Ada, "Work\n\nAssisted-by: shop-assistant");
        Assert.Equal("..", repository.Shown("A.cs"));
        repository.Write("company.provenance", config);
        var task = repository.Task("A.cs");
        task.ConfigFiles = [repository.PathOf("company.provenance")];

        var listed = repository.List(task);

        Assert.Equal(lines, Shown(listed, "A.cs", Two));
        Assert.All(listed.Files.SelectMany(file => file.Runs), run => Assert.Equal(["shop-assistant"], run.Source.Tools));
    }
}
