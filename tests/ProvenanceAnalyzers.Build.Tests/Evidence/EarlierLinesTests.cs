using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>Lines that an AI's commit has moved and edited, or brought back, are still whose they were.</summary>
public sealed class EarlierLinesTests
{
    private const string GitHub = "GitHub <noreply@github.com>";
    private const string Removal = "Remove the parser (#12)";

    /// <summary>The same eight lines about something, which differ in many places from those about something else.</summary>
    private static string Members(string about) => string.Concat(
        new[] { "Resource", "Issuer", "Scopes", "Methods", "Documentation", "Policy", "Terms", "Signature" }
            .Select(name => $"    public string? {about}{name} {{ get; init; }} // of {name}\n"));

    private static string Type(string name, string members) => $"internal sealed class {name}\n{{\n{members}}}\n";

    [Theory]
    [InlineData(Ada, Copilot, "..........")]
    [InlineData(Copilot, Copilot, "CCCCCCCCCC")]
    [InlineData(Copilot, Ada, "..........")]
    public void A_type_that_was_moved_and_renamed_is_still_whose_it_was(string first, string second, string members)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "// A\n" + Type("First", Members("Meta")) + Type("Protected", Members("The")) + "// end\n").Commit(first);
        repository.Write("A.cs", "// A\n" + Type("First", Members("Meta")) + "// end\n");
        repository.Write("B.cs", "namespace B;\n" + Type("Secured", Members("My") + "    int NobodyHadThisBefore;\n")).Commit(second);

        var shown = repository.Shown("B.cs");
        Assert.Equal(members[..8], shown.Substring(3, 8));
        Assert.Equal(second == Copilot ? 'C' : '.', shown[11]);
    }

    [Fact]
    public void Lines_that_were_moved_within_a_file_and_edited_are_still_whose_they_were()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Type("First", Members("Meta")) + Type("Last", "    int last = Compute(1);\n")).Commit(Ada);
        var moved = Type("First", string.Empty) + Type("Last", "    int last = Compute(1);\n" + Members("My"));
        repository.Write("A.cs", moved).Commit(Copilot);

        Assert.Equal("........", repository.Shown("A.cs").Substring(6, 8));
    }

    /// <summary>However much of a line was what its member was called on, which a method needs no more once it has moved there.</summary>
    [Fact]
    public void Lines_that_were_shortened_between_lines_that_were_moved_are_still_whose_they_were()
    {
        string[] names =
        [
            "AuthorizationServersSupported", "BearerMethodsSupported", "Scopes", "Keys", "ResourceDocumentationAddress", "Name", "Terms",
            "BoundAccessTokensRequired", "AuthorizationDetailsSupported",
        ];
        string Copies(string of) => string.Concat(names.Select(name => $"        {name} = {of}{name},\n"));
        using var repository = new TestRepository();
        repository.Write("A.cs", Type("First", Copies("metadata."))).Write("B.cs", Type("Last", string.Empty)).Commit(Ada);
        repository.Write("A.cs", Type("First", string.Empty)).Write("B.cs", Type("Last", Copies(string.Empty) + "    Call(me, often);\n"));
        repository.Commit(Copilot);

        Assert.Equal("..", repository.Shown("B.cs")[..2]);
        Assert.Equal(".........C", repository.Shown("B.cs").Substring(2, 10));
    }

    /// <summary>What is new is not taken for moved because something else was taken away, or edited where it stands.</summary>
    [Theory]
    [InlineData("    int one = Compute(1);\n    int two = Compute(2);\n    int three = Compute(3);\n", "")]
    [InlineData("    throw new InvalidOperationException();\n    return null;\n", "")]
    [InlineData("    Console.WriteLine(first);\n    Console.WriteLine(second);\n    Console.WriteLine(third);\n",
        "    Console.WriteLine(firstOne);\n    Console.WriteLine(secondOne);\n    Console.WriteLine(thirdOne);\n")]
    public void New_lines_are_new_whatever_is_taken_away_or_edited_elsewhere(string before, string after)
    {
        const string Added = """
                if (value is null) { throw new InvalidOperationException(); }
                Console.WriteLine(thirdTime);
                var total = Compute(11) + rest;
                foreach (var entry in entries) { Add(entry); }
                return total > 7 ? null : rest;

            """;
        using var repository = new TestRepository();
        repository.Write("A.cs", Type("First", before)).Write("B.cs", Type("Last", string.Empty)).Commit(Ada);
        repository.Write("A.cs", Type("First", after)).Write("B.cs", Type("Last", Added)).Commit(Copilot);

        Assert.Equal("..CCCCC.", repository.Shown("B.cs"));
    }

    /// <summary>Whoever brings back what was taken away has not written it, however they say what they revert.</summary>
    [Theory]
    [InlineData(Ada, Copilot, "Put the parser back\n\nThis reverts commit {id}.", "........")]
    [InlineData(Ada, Copilot, "Put the parser back\n\nThis reverts commit {short}.", "........")]
    [InlineData(Ada, Copilot, "Revert \"Remove the parser\" (#13)", "........")]
    [InlineData(Ada, Copilot, "Revert \"Remove the parser (#12)\" (#13)\n\nReverts owner/name#12", "........")]
    [InlineData(Copilot, Copilot, "Revert \"Remove the parser\" (#13)", "CCCCCCCC")]
    [InlineData(Ada, Copilot, "Revert \"Remove something\" (#13)", "CCCCCCCC")]
    [InlineData(Ada, Copilot, "Put the parser back\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.", "CCCCCCCC")]
    [InlineData(Copilot, Ada, "Revert \"Remove the parser\" (#13)", "........")]
    public void What_was_brought_back_is_still_whose_it_was(string first, string second, string message, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Type("First", Members("Meta"))).Commit(first);
        repository.Write("A.cs", Type("First", string.Empty));
        var removal = repository.Commit(Bob, Removal);
        repository.Write("C.cs", "class C { }\n").Commit(Bob);
        repository.Git("mv", "A.cs", "B.cs");
        repository.Commit(Bob);
        repository.Write("B.cs", Type("First", Members("Meta")));

        repository.Commit(
            second,
            message.Replace("{id}", removal, StringComparison.Ordinal).Replace("{short}", removal[..9], StringComparison.Ordinal));

        Assert.Equal(lines, repository.Shown("B.cs").Substring(2, 8));
    }

    [Fact]
    public void What_was_taken_away_and_brought_back_twice_is_still_whose_it_was()
    {
        using var repository = new TestRepository();
        foreach (var (text, who, message) in new[]
        {
            (Members("Meta"), Ada, "Begin"), (string.Empty, Bob, "Remove it"), (Members("Meta"), Copilot, "Revert \"Remove it\""),
            (string.Empty, Bob, "Reapply \"Remove it\""), (Members("Meta"), Copilot, "Revert \"Reapply \"Remove it\"\""),
        })
        {
            repository.Write("A.cs", Type("First", text)).Commit(who, message);
        }

        Assert.Equal(new string('.', 11), repository.Shown("A.cs"));
    }

    private const string Signed = "[HumanReviewed(\"bob@example.com\", \"2026-01-02\")]\nclass A { }\n";

    /// <summary>Who wraps a marker otherwise or brings it back has not signed; who changes anything in it has.</summary>
    [Theory]
    [InlineData("[HumanReviewed(\n    \"bob@example.com\",\n    \"2026-01-02\")]\nclass A { }\n", "Wrap", "....")]
    [InlineData("[HumanReviewed(\n    \"bob@example.com\",\n    \"2026-01-03\")]\nclass A { }\n", "Wrap", "N...")]
    [InlineData("[HumanReviewed(\n    \"ada@example.com\",\n    \"2026-01-02\")]\nclass A { }\n", "Wrap", "N...")]
    public void A_marker_that_was_wrapped_otherwise_is_still_its_signers(string text, string message, string lines)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Signed).Commit(Bob);
        repository.Write("A.cs", text).Commit(Dependabot, message, GitHub);

        Assert.Equal(lines[0], repository.Shown("A.cs", text)[0]);
    }

    [Theory]
    [InlineData("Revert \"Remove it\"", Signed, '.')]
    [InlineData("Bring it back", Signed, 'N')]
    [InlineData("Revert \"Remove it\"", "[HumanReviewed(\"bob@example.com\", \"2026-02-02\")]\nclass A { }\n", 'N')]
    public void A_marker_that_was_brought_back_is_still_its_signers(string message, string text, char shown)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Signed).Commit(Bob);
        repository.Write("A.cs", "class A { }\n").Commit(Ada, "Remove it");
        repository.Write("A.cs", text).Commit(Dependabot, message, GitHub);

        Assert.Equal(shown, repository.Shown("A.cs", text)[0]);
    }

    private const string Octocat = "octocat <583231+octocat@users.noreply.github.com>";

    /// <summary>
    /// Who asked an agent and who pushed commits into its branch are named alike, where somebody commits under the address of the host.
    /// </summary>
    [Theory]
    [InlineData(GitHub, "The Octocat <583231+octocat@users.noreply.github.com>", 'T')]
    [InlineData(GitHub, "The Octocat <583231+Octocat@users.noreply.github.com>", 'T')]
    [InlineData(GitHub, "The Octocat <octocat@example.com>", 'C')]
    [InlineData(Copilot, "The Octocat <583231+octocat@users.noreply.github.com>", 'C')]
    [InlineData(Bob, "The Octocat <583231+octocat@users.noreply.github.com>", 'T')]
    public void A_squash_into_which_its_requester_may_have_pushed_shows_no_more_than_a_trailer(
        string committer, string elsewhere, char shown)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Members("Meta")).Commit(Copilot, $"Add it\n\nCo-authored-by: {Octocat}", committer);
        Assert.Equal("CCCCCCCC", repository.Shown("A.cs"));

        // A commit that comes later, to another file, may show it too.
        repository.Write("B.cs", "class B { }\n").Commit(elsewhere);

        var listed = repository.List("A.cs");
        Assert.Equal(new string(shown, 8), Shown(listed, "A.cs", Members("Meta")));
        var source = Assert.Single(listed.Files.SelectMany(file => file.Runs)).Source;
        Assert.Equal(shown == 'T' ? "" : Octocat, string.Join(',', source.Requesters));
        Assert.Equal(shown == 'T' ? Octocat : "", string.Join(',', source.Authors));
    }

    [Fact]
    public void Lines_that_end_by_carriage_returns_alone_are_said()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "one = 1;\rtwo = 2;\rthree = 3;\r").Write("B.cs", "four = 4;\r\n").Commit(Copilot);

        Assert.Equal(
            ["the lines of 'A.cs' end by carriage returns alone, and git takes them for one: save it with line feeds"],
            repository.List("A.cs", "B.cs").Gaps);
    }
}
