using System.Text;
using ProvenanceAnalyzers.Build.Evidence;
using static ProvenanceAnalyzers.Build.Tests.Evidence.TestRepository;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>Which lines an AI may have written, so that git is asked about them.</summary>
public sealed class AddedLinesTests
{
    private const string Diff = """
        diff --git src/A.cs src/A.cs
        index 1..2 100644
        --- src/A.cs
        +++ src/A.cs
        @@ -1,2 +1,3 @@ class A
        -old = Something();
        -- - old
        +int count = Compute(1);
        +++ counted;
        +    indented = true;
        @@ -9 +10 @@
        -gone
        +last = Added();
        \ No newline at end of file
        diff --git "Gr\303\266\303\237e.cs" "Gr\303\266\303\237e.cs"
        --- /dev/null
        +++ "Gr\303\266\303\237e.cs"
        @@ -0,0 +1 @@
        +gross = 1;

        """;

    [Theory]
    [InlineData("int count = Compute(1);", "B.cs", true)]
    [InlineData("++ counted;", "B.cs", true)]
    [InlineData("indented=true;", "B.cs", true)]
    [InlineData("last = Added();", "B.cs", true)]
    [InlineData("gross = 1;", "B.cs", true)]
    [InlineData("old = Something();", "B.cs", false)]
    [InlineData("gone", "src/A.cs", false)]
    [InlineData("int total = Compute(22);", "elsewhere/A.cs", true)]
    [InlineData("int total = Compute(22);", "B.cs", false)]
    [InlineData("nothing like it at all", "src/A.cs", false)]
    [InlineData("gross = 12;", "x/Größe.cs", true)]
    public void A_line_may_be_one_that_was_added_or_in_a_file_of_that_name_is_like_one(string line, string path, bool may)
    {
        var lines = new AddedLines();
        lines.Read(new MemoryStream(Encoding.UTF8.GetBytes(Diff)));

        Assert.Equal(may, lines.MayHave(line, path));
    }

    /// <summary>What is not asked may not be what would have been found: several people edit one line after another.</summary>
    [Theory]
    [InlineData("CAAA", "C")]
    [InlineData("CACA", "C")]
    [InlineData("ACAC", ".")]
    [InlineData("CCAC", "C")]
    [InlineData("ACCA", ".")]
    public void Whoever_edits_a_line_it_stays_whose_it_was_first(string edits, string shown)
    {
        string[] versions =
            ["int count = Compute(11);", "int total = Compute(11);", "int total = Compute(22);", "var total = Compute(22);"];
        using var repository = new TestRepository();
        for (var edit = 0; edit < edits.Length; edit++)
        {
            repository.Write("A.cs", versions[edit] + "\n").Commit(edits[edit] == 'C' ? Copilot : Ada);
        }

        Assert.Equal(shown, repository.Shown("A.cs"));
    }

    /// <summary>Somewhere the search ends, and then nobody is accused.</summary>
    [Theory]
    [InlineData(10, "C")]
    [InlineData(11, ".")]
    public void A_line_that_was_edited_over_and_over_is_nobodys(int edits, string shown)
    {
        using var repository = new TestRepository();
        for (var edit = 0; edit <= edits; edit++)
        {
            repository.Write("A.cs", $"int count = Compute(the, number, {edit});\n").Commit(Copilot);
        }

        Assert.Equal(shown, repository.Shown("A.cs"));
    }

    /// <summary>A line that was moved, and edited there, is found by its text, whatever the file is called.</summary>
    [Fact]
    public void An_edited_line_of_a_renamed_file_stays_whose_it_was()
    {
        using var repository = new TestRepository();
        repository.Write("Old.cs", "int count = Compute(11);\nvar second = Other(thing);\n").Commit(Copilot);
        repository.Git("mv", "Old.cs", "New.cs");
        repository.Commit(Ada);
        repository.Write("New.cs", "int count = Compute(12);\nvar second = Other(thing);\n").Commit(Ada);

        Assert.Equal("CC", repository.Shown("New.cs"));
    }
}
