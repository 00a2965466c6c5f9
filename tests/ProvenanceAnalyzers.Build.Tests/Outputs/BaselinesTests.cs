using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Outputs;
using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Tests.Outputs;

public sealed class BaselinesTests
{
    private const string Header =
        "# Code whose provenance was unknown when the project began to ask for it; that is not \"human\". One line a unit: id and digest.\n"
        + "# Written by: dotnet build -p:ProvenanceBaseline=update\n";

    private const string One = " h1:11111111111111111111111111111111";
    private const string Two = " h1:22222222222222222222222222222222";

    [Fact]
    public void A_line_is_the_id_and_digest_of_what_is_due_and_not_suppressed() => Assert.Equal(
        ["Program.cs h1:2", "T:A h1:1"],
        Baselines.LinesFor(
        [
            Unit("T:A", "h1:1", "PROV1001"),
            Unit("T:Declared", "h1:1", null),
            Unit("T:Suppressed", "h1:1", "PROV1001", isSuppressed: true),
            Unit("Program.cs", "h1:2", "PROV1005"),
        ]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("F/a b.json", true, true)]
    [InlineData("F/a.json", false, false)]
    [InlineData("F/a\n.json", true, false)]
    [InlineData("# a.snap", true, false)]
    public void A_baseline_takes_what_a_line_can_say(string path, bool isReadable, bool isTaken) => Assert.Equal(
        isTaken ? [path + One] : [],
        Baselines.LinesFor([Unit(path, isReadable ? One.Trim() : null, "PROV1003")]));

    [Fact]
    public void An_update_writes_sorted_lines_with_line_feeds()
    {
        using var folder = new TemporaryFolder();

        Update(folder, "T:b" + One, "T:B" + One, "M:A.M" + Two, "Program.cs" + One);

        Assert.Equal(Header + $"M:A.M{Two}\nProgram.cs{One}\nT:B{One}\nT:b{One}\n", folder.Read("Provenance.Baseline.txt"));
    }

    [Fact]
    public void Without_anything_due_no_file_is_made_and_an_old_one_keeps_its_comment()
    {
        using var folder = new TemporaryFolder();
        Update(folder);
        Assert.Empty(folder.Names);

        folder.Write("Provenance.Baseline.txt", $"T:A{One}\r\n");
        Update(folder);
        Assert.Equal(Header, folder.Read("Provenance.Baseline.txt"));
    }

    [Fact]
    public void A_line_stays_in_the_file_that_has_it_and_what_is_new_goes_into_the_main_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Provenance.Baseline.txt", $"T:A{One}\nT:Gone{One}\n");
        folder.Write("Provenance.Baseline.Legacy.txt", $"# Ours.\r\nT:L{One}\r\nT:Gone2{One}\r\n");

        Update(folder, "T:A" + One, "T:L" + One, "T:New" + Two);

        Assert.Equal(Header + $"T:A{One}\nT:New{Two}\n", folder.Read("Provenance.Baseline.txt"));
        Assert.Equal($"# Ours.\nT:L{One}\n", folder.Read("Provenance.Baseline.Legacy.txt"));
    }

    /// <summary>Where a folder holds several projects.</summary>
    [Trait("Case", "P10")]
    [Fact]
    public void A_file_of_one_project_has_its_lines_and_leaves_all_others()
    {
        using var folder = new TemporaryFolder();
        var own = folder.PathOf("Provenance.Baseline.App.txt");
        folder.Write("Provenance.Baseline.txt", $"T:Both{One}\n");
        folder.Write("Provenance.Baseline.App.Tests.txt", $"T:Other{One}\n");

        Assert.Equal([own], new Baselines(own).Update(["T:Both" + One, "T:A" + Two]));

        Assert.Equal(Header + $"T:A{Two}\nT:Both{One}\n", folder.Read("Provenance.Baseline.App.txt"));
        Assert.Equal($"T:Both{One}\n", folder.Read("Provenance.Baseline.txt"));
        Assert.Equal($"T:Other{One}\n", folder.Read("Provenance.Baseline.App.Tests.txt"));
        new Baselines(own).Check(["T:A" + Two]);
        Assert.Throws<RecordException>(() => new Baselines(own).Check(["T:Other" + One]));
    }

    [Theory]
    [InlineData("T:B" + One + "\nT:A" + One + "\nT:A" + One + "\n")]
    [InlineData("T:A" + One + "\r\nT:B" + One + "\r\n")]
    public void An_update_sorts_and_removes_doubles_and_carriage_returns(string before)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Provenance.Baseline.txt", before);

        Update(folder, "T:A" + One, "T:B" + One);

        Assert.Equal(Header + $"T:A{One}\nT:B{One}\n", folder.Read("Provenance.Baseline.txt"));
    }

    [Theory]
    [InlineData("<<<<<<< HEAD\nT:A" + One + "\n=======\n>>>>>>> b\n", 1)]
    [InlineData("T:A" + One + "\nT:B\n", 2)]
    public void An_update_leaves_a_file_that_it_cannot_read(string before, int line)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("Provenance.Baseline.txt", before);

        var exception = Assert.Throws<RecordException>(() => Update(folder, "T:A" + One));

        Assert.Equal(("PROVMSB0010", path, line), (exception.Code, exception.File, exception.Line));
        Assert.Equal(before, folder.Read("Provenance.Baseline.txt"));
    }

    [Theory]
    [InlineData("T:A" + One + "\nT:B" + One + "\nT:Gone" + One + "\n")]
    [InlineData("T:A" + One + "\r\nT:B" + One + "\r\n")]
    public void A_check_passes_while_the_file_has_all_lines(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Provenance.Baseline.txt", text);

        Check(folder, "T:A" + One, "T:B" + One);

        Assert.Equal(text, folder.Read("Provenance.Baseline.txt"));
    }

    [Fact]
    public void A_check_fails_when_a_line_would_be_added()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Provenance.Baseline.txt", $"T:A{One}\n");

        var exception = Assert.Throws<RecordException>(() => Check(folder, "T:A" + Two, "T:B" + One));

        Assert.Equal("PROVMSB0009", exception.Code);
        Assert.Equal(
            "The baseline would grow by 2: 'T:A', 'T:B'. Code that is new or was changed must declare its provenance; "
            + "a baseline only shrinks.",
            exception.Message);
    }

    [Theory]
    [InlineData("T:B" + One + "\nT:A" + One + "\n", 2)]
    [InlineData("T:A" + One + "\nT:A" + One + "\n", 2)]
    [InlineData("=======\n", 1)]
    public void A_check_accepts_no_wrong_line(string text, int line)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Provenance.Baseline.txt", text);

        Assert.Equal(("PROVMSB0010", line), Assert.Throws<RecordException>(() => Check(folder, "T:A" + One)) is var exception
            ? (exception.Code, exception.Line)
            : default);
    }

    [Fact]
    public void A_hundred_thousand_lines_are_read_and_written()
    {
        using var folder = new TemporaryFolder();
        var lines = Enumerable.Range(0, 100_000).Select(number => $"T:Type{number:D6}{One}").ToArray();

        Update(folder, lines);
        Check(folder, lines);

        Assert.Equal(Header + string.Join("\n", lines) + "\n", folder.Read("Provenance.Baseline.txt"));
    }

    private static void Update(TemporaryFolder folder, params string[] lines) => new Baselines(folder.Path).Update([.. lines]);

    private static void Check(TemporaryFolder folder, params string[] lines) => new Baselines(folder.Path).Check([.. lines]);

    private static UnitRecord Unit(string id, string? digest, string? due, bool isSuppressed = false) => Sample.Unit(id) with
    {
        Digest = digest,
        Due = due,
        Findings = isSuppressed ? [Sample.Finding(due!, "A.cs", 1, isSuppressed: true)] : [],
    };
}
