using CsCheck;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Shared.Exchange;

public sealed class EvidenceFileTests
{
    private const string Header = "# What history tells ProvenanceAnalyzers of who wrote which lines, format 1.";

    [Fact]
    public void What_belongs_to_a_source_or_a_file_stands_below_it()
    {
        var byAgent = new EvidenceSource("4f0e", "2026-11-20", EvidenceStrength.Commit)
        {
            HasHuman = false,
            Tools = ["copilot"],
            Models = ["Claude Opus 4.5"],
            Requesters = ["ada <1+ada@users.noreply.example>"],
        };
        var squashed = new EvidenceSource("00aa", "2026-11-21", EvidenceStrength.Trailer) { Authors = ["Bob\t<bob@example.com>"] };
        var evidence = new ListedEvidence { KnownDay = "2026-11-22" };
        evidence.Gaps.Add("the clone is shallow");
        var file = new FileEvidence("B\n.cs", "9f2e") { Runs = { new(1, 3, byAgent), new(7, 7, squashed) } };
        file.Markers.Add(new MarkerEvidence(5, "77") { People = { "Ada <ada@example.com>" } });
        evidence.Files.Add(file);
        evidence.Files.Add(new FileEvidence("A.cs", "11") { Runs = { new(2, 2, byAgent) } });
        evidence.Fixtures.Add(new FixtureEvidence("Fixtures/a.json", "h1:00", 9) { Shares = { new(8, byAgent) } });

        Assert.Equal(
            $"{Header}\nday\t2026-11-22\ngap\tthe clone is shallow\n"
            + "source\t00aa\t2026-11-21\tTrailer\nauthor\tBob\\t<bob@example.com>\n"
            + "source\t4f0e\t2026-11-20\tCommit\tno-human\ntool\tcopilot\nmodel\tClaude Opus 4.5\n"
            + "requester\tada <1+ada@users.noreply.example>\n"
            + "file\tA.cs\t11\nlines\t2\t2\t1\n"
            + "file\tB\\n.cs\t9f2e\nlines\t1\t3\t1\nlines\t7\t7\t0\nmarker\t5\t77\nperson\tAda <ada@example.com>\n"
            + "fixture\tFixtures/a.json\th1:00\t9\nshare\t8\t1\nend\n",
            EvidenceFile.Write(evidence));
    }

    [Fact]
    public void Whatever_names_and_paths_hold_they_are_read_as_they_were() => Gen.Select(Gen.String, Gen.String, Gen.Int[1, 1000], Gen.Bool)
        .Sample(
            input =>
            {
                var (one, two, line, hasHuman) = input;
                var source = new EvidenceSource("c" + one, two, (EvidenceStrength)(line % 5))
                {
                    HasHuman = hasHuman,
                    Tools = [one],
                    Models = [two, one],
                    Requesters = [two],
                    Authors = [one, two],
                };
                var evidence = new ListedEvidence { Gaps = { one, two } };
                var file = new FileEvidence(one, two) { Runs = { new(line, line + 1, source), new(line + 2, line + 9, source) } };
                file.Markers.Add(new MarkerEvidence(line, two) { People = { two, one } });
                evidence.Files.Add(file);
                evidence.Fixtures.Add(new FixtureEvidence(two, one, line) { Shares = { new(line, source) } });

                var read = EvidenceFile.Read(EvidenceFile.Write(evidence), out var problem);

                Assert.Null(problem);
                Assert.Equal(evidence.Gaps, read.Gaps);
                var readFile = Assert.Single(read.Files);
                Assert.Equal((file.Path, file.Hash), (readFile.Path, readFile.Hash));
                Assert.Equal(file.Runs, readFile.Runs);
                var marker = Assert.Single(readFile.Markers);
                Assert.Equal((line, two), (marker.Line, marker.Commit));
                Assert.Equal(file.Markers[0].People, marker.People);
                var fixture = Assert.Single(read.Fixtures);
                Assert.Equal((two, one, line), (fixture.Path, fixture.Digest, fixture.Lines));
                Assert.Equal(evidence.Fixtures[0].Shares, fixture.Shares);
            },
            iter: PropertyRuns.Count);

    [Theory]
    [InlineData(null, 1, "cannot be read")]
    [InlineData("", 1, "is not of the format that this version of the package reads")]
    [InlineData(Header + "\nday\t2026-11-20\n", 3, "has no end")]
    [InlineData(Header + "\nday\tsoon\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\tc\td\tStrong\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\tc\td\t7\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\ntool\tcopilot\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\nfile\ta\tb\nlines\t1\t2\t0\nend\n", 3, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\tc\td\tLine\nfile\ta\tb\nlines\t2\t1\t0\nend\n", 4, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\tc\td\tLine\nfile\ta\tb\nlines\t1\t4\t0\nlines\t4\t5\t0\nend\n", 5, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\tc\td\tLine\nlines\t1\t4\t0\nend\n", 3, "has a line that cannot be read")]
    [InlineData(Header + "\ncolour\tred\nend\n", 2, "has a line that cannot be read")]
    public void Of_what_cannot_be_read_nothing_counts(string? text, int line, string explanation)
    {
        var read = EvidenceFile.Read(text, out var problem);

        Assert.Equal(new UnreadableLine(line, explanation), problem);
        Assert.Empty(read.Files);
    }

    [Theory]
    [InlineData("class A\n{ }\n", "class A\r\n{ }\r\n", true)]
    [InlineData("class A { }", "\uFEFFclass A { }", true)]
    [InlineData("class A { }\n", "class A { }", false)]
    [InlineData("class A\n{ }", "class A\r{ }", false)]
    public void Line_ends_and_the_mark_of_an_encoding_make_no_other_text(string one, string other, bool isSame) =>
        Assert.Equal(isSame, EvidenceFile.HashOf(one) == EvidenceFile.HashOf(other));

    [Fact]
    public void Whatever_the_file_holds_reading_it_throws_nothing() => Gen.String.Array[0, 5].Sample(
        lines => EvidenceFile.Read(Header + "\n" + string.Join("\n", lines) + "\nend\n", out _),
        iter: PropertyRuns.Count);
}
