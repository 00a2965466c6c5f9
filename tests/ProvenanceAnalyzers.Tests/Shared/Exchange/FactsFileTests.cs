using CsCheck;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Shared.Exchange;

public sealed class FactsFileTests
{
    private const string Header = "# What the build tells ProvenanceAnalyzers of a project, format 1.";

    [Fact]
    public void It_is_one_line_a_fact_with_tabs_in_between()
    {
        var facts = new ListedFacts { Name = "A.net10.0.Provenance.Facts.tsv", Mode = "Strict", Today = "2026-11-20", IsRecorded = true };
        facts.ProjectFolders.Add("../../../");
        facts.OutputFolders.Add("obj/");
        facts.Presets.Add("disclose");
        facts.Policies.Add(new PlacedFact("../company.provenance", "ab12", "/src/company.provenance"));
        facts.Sources.Add(new SourceFact("A.cs", "A.cs", SourceKind.Plain, ""));
        facts.Sources.Add(new SourceFact("../s/B\t.cs", "s.projitems/B\t.cs", SourceKind.Generated, ""));
        facts.Sources.Add(new SourceFact("Other/C.cs", "Other/C.cs", SourceKind.Plain, "") { RealPath = "Evals/C.cs" });
        facts.Settings.Add(new SettingFact("provenance.exclude", "tr\\ue", ".editorconfig", 12));
        facts.Settings.Add(new SettingFact("provenance.tools", "+, codex", ".editorconfig", 14) { Section = "*.cs" });

        Assert.Equal(
            $"{Header}\nname\tA.net10.0.Provenance.Facts.tsv\nmode\tStrict\ntoday\t2026-11-20\nrecord\nproject\t../../../\noutput\tobj/\n"
            + "preset\tdisclose\npolicy\t../company.provenance\tab12\t/src/company.provenance\nsource\tA.cs\n"
            + "source\t../s/B\\t.cs\ts.projitems/B\\t.cs\tGenerated\nsource\tOther/C.cs\t\t\t\tEvals/C.cs\n"
            + "setting\t.editorconfig\t12\tprovenance.exclude\ttr\\\\ue\n"
            + "setting\t.editorconfig\t14\tprovenance.tools\t+, codex\t*.cs\nend\n",
            FactsFile.Write(facts));
    }

    [Fact]
    public void Whatever_is_in_a_fact_with_a_key_or_path_it_is_read_as_it_was() => Gen
        .Select(Gen.String, Gen.String, Gen.String, Gen.Int[1, 1000000])
        .Sample(
            input =>
            {
                var (one, two, three, line) = input;
                var facts = new ListedFacts { Name = one, Mode = two, Today = three, IsContinuousIntegration = line % 2 == 0 };
                facts.ProjectFolders.Add(one);
                facts.Lists.Add(new PlacedFact("p" + one, two, three));
                facts.Policies.Add(new PlacedFact("p" + three, one, two));
                facts.Sources.Add(new SourceFact("p" + one, "l" + two, SourceKind.Package, three) { RealPath = one });
                facts.Settings.Add(new SettingFact("k" + one, two, three, line) { Section = two });

                var read = FactsFile.Read(FactsFile.Write(facts), out var problems);

                Assert.Empty(problems);
                Assert.Equal(
                    (facts.Name, facts.Mode, facts.Today, facts.IsContinuousIntegration),
                    (read.Name, read.Mode, read.Today, read.IsContinuousIntegration));
                Assert.Equal(facts.ProjectFolders, read.ProjectFolders);
                Assert.Equal(facts.Lists, read.Lists);
                Assert.Equal(facts.Policies, read.Policies);
                Assert.Equal(facts.Sources, read.Sources);
                Assert.Equal(facts.Settings, read.Settings);
            },
            iter: PropertyRuns.Count);

    [Theory]
    [InlineData(null, 1, "cannot be read")]
    [InlineData("", 1, "is not of the format that this version of the package reads")]
    [InlineData(
        "# What the build tells ProvenanceAnalyzers of a project, format 2.\nend\n",
        1,
        "is not of the format that this version of the package reads")]
    [InlineData(Header + "\nmode\tStrict\n", 3, "has no end")]
    [InlineData(Header + "\nmode\tStrict\tDefault\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\nmode\tStrict\ncolour\tred\nend\n", 3, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\tA.cs\t\tHuman\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\nsource\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\nsetting\t.editorconfig\t0\tk\tv\nend\n", 2, "has a line that cannot be read")]
    [InlineData(Header + "\n\nend\n", 2, "has a line that cannot be read")]
    public void What_cannot_be_read_is_named(string? text, int line, string explanation)
    {
        FactsFile.Read(text, out var problems);

        Assert.Equal([new UnreadableLine(line, explanation)], problems);
    }

    [Fact]
    public void Whatever_a_file_holds_reading_it_throws_nothing() => Gen.String.Array[0, 5].Sample(
        lines => FactsFile.Read(Header + "\n" + string.Join("\n", lines) + "\nend\n", out _),
        iter: PropertyRuns.Count);
}
