using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Tests.Due;

/// <summary>A list is in order, has each thing once, and counts what is to be read.</summary>
public sealed class DueListTests
{
    [Fact]
    public void Items_are_sorted_and_those_of_several_frameworks_are_one()
    {
        var list = new DueList(
            [
                DueItems.Of("B", "b.cs", 1, "PROV1001"), DueItems.Of("A", "z.cs", 10, "PROV2001", lines: 5),
                DueItems.Of("A", "z.cs", 9, "PROV2003", lines: 2), DueItems.Of("A", "a.cs", 100, "PROV3001"),
                DueItems.Of("A", "z.cs", 10, "PROV2001", lines: 5),
            ],
            []);

        Assert.Equal(["a.cs:100", "z.cs:9", "z.cs:10", "b.cs:1"], list.Items.Select(item => $"{item.Path}:{item.Line}"));
        Assert.Equal(
            "4 due in 2 projects: 1 undeclared, 1 unreviewed, 1 stale, 1 forbidden; 7 lines to read", list.Summary);
    }

    [Fact]
    public void What_two_rules_ask_to_read_is_read_once()
    {
        var list = new DueList(
            [DueItems.Of("A", "a.cs", 4, "PROV2004", lines: 30), DueItems.Of("A", "a.cs", 5, "PROV2006", lines: 30)], []);

        Assert.Equal(30, list.LinesToRead);
    }

    [Fact]
    public void Nothing_is_said_to_be_nothing() => Assert.Equal("nothing is due", new DueList([], []).Summary);
}
