using ProvenanceAnalyzers.Build.Outputs;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Tests.Outputs;

/// <summary>Which files may go into a training set, of records that are written by hand.</summary>
public sealed class TrainingSplitTests
{
    [Fact]
    public void A_file_is_included_if_all_its_units_are_allowed() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("M:A.M", "A.cs", 2, 3), Unit("T:B", "B.cs", 1, 5)],
        [],
        included: ["A.cs", "B.cs"],
        excluded: []);

    [Fact]
    public void One_unit_that_is_not_allowed_excludes_the_file_and_its_lines_say_where() => Check(
        [Unit("T:A", "A.cs", 1, 9), Unit("M:A.M", "A.cs", 2, 3) with { Training = Restricted() }],
        [],
        included: [],
        excluded: ["A.cs\t2-3\trestricted\tM:A.M: openai, Terms of Use (2026-07-26)"]);

    public static TheoryData<string, string> Reasons => new()
    {
        { "undeclared", "undeclared\tT:A: PROV1001" },
        { "undeclared where nothing asks", "undeclared\tT:A" },
        { "suppressed", "undeclared\tT:A: PROV1001" },
        { "baseline", "baseline\tT:A" },
        { "excluded", "excluded\tT:A" },
        { "unknown", "unknown\tT:A" },
        { "unverified", "unverified\tT:A: github" },
        { "policy", "policy\tT:A: PROV3001, PROV3003" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_has_a_name(string which, string expected)
    {
        var unit = Unit("T:A", "A.cs", 1, 5);
        var undeclared = unit with { IsDeclared = false, Due = "PROV1001", Training = Terms(TrainingUse.Unknown) };
        Check(
            [
                which switch
                {
                    "undeclared" => undeclared,
                    "undeclared where nothing asks" => undeclared with { Due = null },
                    "suppressed" => undeclared with { Findings = [Sample.Finding("PROV1001", "A.cs", 1, isSuppressed: true)] },
                    "baseline" => undeclared with { IsInBaseline = true },
                    "excluded" => unit with { IsExcluded = true },
                    "unknown" => unit with { Training = Terms(TrainingUse.Unknown) },
                    "unverified" => unit with { Training = Terms(TrainingUse.Unverified, "github") },
                    _ => unit with { BrokenPolicyRules = ["PROV3001", "PROV3003"] },
                },
            ],
            [],
            included: [],
            excluded: ["A.cs\t1-5\t" + expected]);
    }

    [Fact]
    public void What_was_not_declared_is_restricted_too_where_an_annotation_of_the_assembly_says_so() => Check(
        [Unit("T:A", "A.cs", 1, 5) with { IsDeclared = false, Due = "PROV1001", Training = Restricted() }],
        [],
        included: [],
        excluded: ["A.cs\t1-5\tundeclared\tT:A: PROV1001", "A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)"]);

    [Fact]
    public void A_unit_with_two_parts_speaks_for_both_files() => Check(
        [Sample.Unit("T:A") with { Parts = [Sample.Part("A.1.cs", 1, 5), Sample.Part("A.2.cs", 7, 9)], Training = Restricted() }],
        [],
        included: [],
        excluded:
        [
            "A.1.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)",
            "A.2.cs\t7-9\trestricted\tT:A: openai, Terms of Use (2026-07-26)",
        ]);

    [Fact]
    public void Files_without_units_are_out() => Check(
        [],
        [Sample.SourceFile("U.cs", FileReason.NoDeclarations), Sample.SourceFile("G.g.cs", FileReason.Generated)],
        included: [],
        excluded: ["G.g.cs\t-\tgenerated", "U.cs\t-\tnoUnit"]);

    [Fact]
    public void Code_outside_of_the_units_excludes_the_file() => Check(
        [Unit("T:A", "A.cs", 1, 5)],
        [Sample.SourceFile("A.cs", FileReason.CodeOutsideUnits, (8, 9))],
        included: [],
        excluded: ["A.cs\t8-9\tcodeOutsideUnits"]);

    [Fact]
    public void What_one_framework_leaves_out_is_no_code_outside_where_it_is_a_unit_of_another() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("T:OnlyNet", "A.cs", 8, 9)],
        [Sample.SourceFile("A.cs", FileReason.CodeOutsideUnits, (8, 9))],
        included: ["A.cs"],
        excluded: []);

    [Fact]
    public void A_file_that_is_empty_in_one_framework_is_judged_by_the_other() => Check(
        [Unit("T:OnlyNet", "A.cs", 2, 5)],
        [Sample.SourceFile("A.cs", FileReason.NoDeclarations, (2, 5))],
        included: ["A.cs"],
        excluded: []);

    [Fact]
    public void A_unit_that_differs_between_frameworks_must_be_allowed_in_each() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("T:A", "A.cs", 1, 5) with { Training = Restricted() }],
        [],
        included: [],
        excluded: ["A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)"]);

    [Fact]
    public void Paths_are_in_ordinal_order_and_lines_below_their_path() => Check(
        [
            Unit("T:C", "c.cs", 1, 5),
            Unit("T:B", "B.cs", 9, 12) with { IsExcluded = true },
            Unit("T:A", "B.cs", 1, 5) with { IsExcluded = true },
            Unit("T:D", "D.cs", 1, 5),
        ],
        [],
        included: ["D.cs", "c.cs"],
        excluded: ["B.cs\t1-5\texcluded\tT:A", "B.cs\t9-12\texcluded\tT:B"]);

    private static void Check(UnitRecord[] units, FileRecord[] files, string[] included, string[] excluded)
    {
        var split = new TrainingSplit(Sample.Manifest(Sample.Framework("net10.0", units) with { Files = files }));

        Assert.Equal(included, split.Included);
        Assert.Equal(excluded, split.Excluded);
    }

    private static UnitRecord Unit(string id, string path, int startLine, int endLine) =>
        Sample.Unit(id) with { Parts = [Sample.Part(path, startLine, endLine)] };

    private static TrainingRecord Restricted() => Terms(TrainingUse.Restricted, "openai", "Terms of Use", "2026-07-26");

    private static TrainingRecord Terms(TrainingUse status, string? provider = null, string? document = null, string? date = null) =>
        new() { Status = status, Provider = provider, Document = document, Date = date };
}
