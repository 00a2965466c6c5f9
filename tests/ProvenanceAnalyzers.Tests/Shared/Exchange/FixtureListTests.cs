using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tests.Shared.Exchange;

/// <summary>The list of fixture files, as it is written and read.</summary>
public sealed class FixtureListTests
{
    private const string Digest = "h1:9f2e8a1b7c04d5e61a2b3c4d5e6f7081";

    private const string List =
        "# Fixture files, as the build found them: digest, size in bytes, kind, path, and where else it lies.\n"
        + $"{Digest}\t0\t*.json\tFixtures/a b.json\n"
        + $"{Digest}\t2147483648\t*.json\tFixtures/a#1.json\n"
        + $"{Digest}\t7\t*.verified.txt\tFixtures/orders/\\t\\n\\r\\\\.verified.txt\n"
        + $"{Digest}\t12\tLICENSE\tFixtures/orders/LICENSE\t../x\\t/LICENSE\n"
        + "-\t-\t*.json\tFixtures/orders/[b].json\n"
        + $"{Digest}\t7\t*.csv\tZoë.csv\tZoë.csv\tÄ/Zoë.csv\n";

    private static readonly FixtureFile[] Files =
    [
        new("Fixtures/a b.json", "*.json", 0, Digest),
        new("Fixtures/a#1.json", "*.json", 2147483648, Digest),
        new("Fixtures/orders/\t\n\r\\.verified.txt", "*.verified.txt", 7, Digest),
        new("Fixtures/orders/LICENSE", "LICENSE", 12, Digest) { PhysicalPath = "../x\t/LICENSE" },
        new("Fixtures/orders/[b].json", "*.json", null, null),
        new("Zoë.csv", "*.csv", 7, Digest) { RealPath = "Ä/Zoë.csv" },
    ];

    [Fact]
    public void A_list_is_read_as_it_is_written()
    {
        Assert.Equal(Files, FixtureList.Read(List));
        Assert.Equal(Files, FixtureList.Read(List.ReplaceLineEndings("\r\n")));
        Assert.Equal(List, FixtureList.Write(Files));
    }

    [Fact]
    public void A_list_is_sorted_and_the_same_for_the_same_files() => Assert.Equal(
        "# Fixture files, as the build found them: digest, size in bytes, kind, path, and where else it lies.\n"
        + $"{Digest}\t7\t*.csv\tB.csv\n-\t-\ta\\tb\ta\\tb\n{Digest}\t7\t*.csv\tÄ.csv\n",
        FixtureList.Write([new("Ä.csv", "*.csv", 7, Digest), new("a\tb", "a\tb", null, null), new("B.csv", "*.csv", 7, Digest)]));

    [Theory]
    [InlineData("")]
    [InlineData("Fixtures/a.json")]
    [InlineData("h1:1234\t7\t*.json\tFixtures/a.json")]
    [InlineData($"{Digest}\t7\tFixtures/a.json")]
    [InlineData($"{Digest}\t7\t*.json\tFixtures/a.json\tb\tc\tmore")]
    public void A_line_that_cannot_be_read_is_left_out(string line) => Assert.Empty(FixtureList.Read(line + "\n"));

    [Theory]
    [InlineData("/src/obj/Debug/net10.0/Provenance.Fixtures.tsv", true)]
    [InlineData(@"C:\src\obj\Debug\net10.0\Provenance.Fixtures.tsv", true)]
    [InlineData("Provenance.Fixtures.tsv", true)]
    [InlineData("/src/obj/My.Provenance.Fixtures.tsv", false)]
    [InlineData("/src/Provenance.Fixtures.tsv/a.txt", false)]
    public void A_list_is_known_by_its_name(string path, bool isList) => Assert.Equal(isList, FixtureList.IsNameOf(path));

    [Theory]
    [InlineData("Fixtures/orders/a.json", "*.json")]
    [InlineData("a.b.json", "*.json")]
    [InlineData("A.Test_x=1.verified.txt", "*.verified.txt")]
    [InlineData("A.Test.approved.txt", "*.approved.txt")]
    [InlineData("A.golden.tar.gz", "*.golden.tar.gz")]
    [InlineData("A.verified.B.golden.txt", "*.verified.B.golden.txt")]
    [InlineData("__snapshots__/a.snap", "*.snap")]
    [InlineData("Fixtures.old/LICENSE", "LICENSE")]
    [InlineData("Fixtures/.hidden", ".hidden")]
    [InlineData("Fixtures/ends.", "ends.")]
    [InlineData("x.verified.", "x.verified.")]
    [InlineData(".golden.csv", "*.golden.csv")]
    [InlineData("a.[1].J S#N", "*.J S#N")]
    public void The_kind_is_what_a_glob_can_select(string path, string kind) => Assert.Equal(kind, FixtureFile.KindOf(path));

    [Fact]
    public void A_file_knows_its_folder_and_what_names_all_of_its_kind()
    {
        var (nested, outermost) = (Files[4], Files[5]);

        Assert.Equal(("Fixtures/orders/", "[b].json", "Fixtures/orders/*.json"), (nested.Folder, nested.Name, nested.FolderAndKind));
        Assert.Equal(("", "Zoë.csv", "*.csv"), (outermost.Folder, outermost.Name, outermost.FolderAndKind));
    }
}
