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
        included: ["src/A.cs", "src/B.cs"],
        excluded: []);

    [Fact]
    public void One_unit_that_is_not_allowed_excludes_the_file_and_its_lines_say_where() => Check(
        [Unit("T:A", "A.cs", 1, 9), Unit("M:A.M", "A.cs", 2, 3) with { Training = Restricted() }],
        [],
        included: [],
        excluded: ["src/A.cs\t2-3\trestricted\tM:A.M: openai, Terms of Use (2026-07-26)"]);

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
        { "evidence", "evidence\tT:A: codex" },
        { "evidence of another tool", "evidence\tT:A: codex" },
        { "evidence of no tool", "evidence\tT:A" },
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
                    "evidence" => unit with { Evidence = Sample.Evidence("codex") },
                    "evidence of another tool" => unit with
                    {
                        Annotations = [Sample.Annotation() with { Tool = "cursor" }],
                        Evidence = Sample.Evidence("codex"),
                    },
                    "evidence of no tool" => unit with { Evidence = Sample.Evidence() },
                    "unverified" => unit with { Training = Terms(TrainingUse.Unverified, "github") },
                    _ => unit with { BrokenPolicyRules = ["PROV3001", "PROV3003"] },
                },
            ],
            [],
            included: [],
            excluded: ["src/A.cs\t1-5\t" + expected]);
    }

    [Fact]
    public void What_history_tells_and_annotations_say_too_stands_against_nothing() => Check(
        [Unit("T:A", "A.cs", 1, 5) with { Annotations = [Sample.Annotation()], Evidence = Sample.Evidence() }],
        [],
        included: ["src/A.cs"],
        excluded: []);

    [Fact]
    public void What_was_not_declared_is_restricted_too_where_an_annotation_of_the_assembly_says_so() => Check(
        [Unit("T:A", "A.cs", 1, 5) with { IsDeclared = false, Due = "PROV1001", Training = Restricted() }],
        [],
        included: [],
        excluded: ["src/A.cs\t1-5\tundeclared\tT:A: PROV1001", "src/A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)"]);

    [Fact]
    public void A_unit_with_two_parts_speaks_for_both_files() => Check(
        [Sample.Unit("T:A") with { Parts = [Sample.Part("A.1.cs", 1, 5), Sample.Part("A.2.cs", 7, 9)], Training = Restricted() }],
        [],
        included: [],
        excluded:
        [
            "src/A.1.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)",
            "src/A.2.cs\t7-9\trestricted\tT:A: openai, Terms of Use (2026-07-26)",
        ]);

    [Fact]
    public void Files_without_units_are_out() => Check(
        [],
        [Sample.SourceFile("U.cs", FileReason.NoDeclarations), Sample.SourceFile("G.g.cs", FileReason.Generated)],
        included: [],
        excluded: ["src/G.g.cs\t-\tgenerated", "src/U.cs\t-\tnoUnit"]);

    [Fact]
    public void Code_outside_of_the_units_excludes_the_file() => Check(
        [Unit("T:A", "A.cs", 1, 5)],
        [Sample.SourceFile("A.cs", FileReason.CodeOutsideUnits, (8, 9))],
        included: [],
        excluded: ["src/A.cs\t8-9\tcodeOutsideUnits"]);

    [Fact]
    public void An_annotation_outside_of_the_units_excludes_the_file() => Check(
        [Unit("T:A", "A.cs", 1, 9), Unit("T:B", "B.cs", 1, 9)],
        [
            Sample.SourceFile("A.cs", FileReason.AnnotationsOutsideUnits) with
            {
                OutsideAnnotations = [Sample.Lines(8, 8), Sample.Lines(3, 4)],
            },
            Sample.SourceFile("B.cs", FileReason.CodeOutsideUnits, (11, 12)) with { OutsideAnnotations = [Sample.Lines(11, 11)] },
        ],
        included: [],
        excluded:
        [
            "src/A.cs\t3-4\tannotationsOutsideUnits",
            "src/A.cs\t8-8\tannotationsOutsideUnits",
            "src/B.cs\t11-11\tannotationsOutsideUnits",
            "src/B.cs\t11-12\tcodeOutsideUnits",
        ]);

    /// <summary>What stands under an <c>#if</c> is text in one target framework, and a unit's annotation in another.</summary>
    [Theory]
    [InlineData("net9.0 net10.0", "net9.0 net10.0", false)]
    [InlineData("net9.0 net10.0", "net9.0", true)]
    [InlineData("net9.0", "net9.0", false)]
    public void An_annotation_that_is_a_units_in_another_framework_excludes_nothing(string compiledIn, string outsideIn, bool isIncluded)
    {
        var frameworks = compiledIn.Split(' ').Select(name => Sample.Framework(name, Unit("T:A", "A.cs", 1, 9)) with
        {
            Files = outsideIn.Split(' ').Contains(name)
                ? [Sample.SourceFile("A.cs", FileReason.AnnotationsOutsideUnits) with { OutsideAnnotations = [Sample.Lines(3, 3)] }]
                : [],
        });

        var split = new TrainingSplit(Sample.Manifest([.. frameworks, Sample.Framework("net8.0")]), path => path);

        Assert.Equal(isIncluded ? ["src/A.cs"] : [], split.Included);
        Assert.Equal(isIncluded ? [] : ["src/A.cs\t3-3\tannotationsOutsideUnits"], split.Excluded);
    }

    /// <summary>Not one of two.</summary>
    [Trait("Case", "P26")]
    [Fact]
    public void Each_provider_that_stands_against_a_unit_has_a_line() => Check(
        [
            Unit("T:A", "A.cs", 1, 5) with
            {
                Training = Restricted() with
                {
                    Terms =
                    [
                        Term(TrainingUse.Restricted, "anthropic", "Commercial Terms", "2025-06-17"),
                        Term(TrainingUse.Restricted, "openai", "Terms of Use", "2026-07-26"),
                        Term(TrainingUse.Unverified, "github"),
                        Term(TrainingUse.Unknown, null),
                    ],
                },
            },
        ],
        [],
        included: [],
        excluded:
        [
            "src/A.cs\t1-5\trestricted\tT:A: anthropic, Commercial Terms (2025-06-17)",
            "src/A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)",
            "src/A.cs\t1-5\tunverified\tT:A: github",
            "src/A.cs\t1-5\tunknown\tT:A",
        ]);

    [Theory]
    [InlineData("src/App/App.csproj", "A.cs", "src/App/A.cs")]
    [InlineData("src/App/App.csproj", "../Shared/A.cs", "src/Shared/A.cs")]
    [InlineData("src/App/App.csproj", "../../A.cs", "A.cs")]
    [InlineData("src/App/App.csproj", "../../../other/A.cs", "../other/A.cs")]
    [InlineData("src/App/App.csproj", "../../../../other/A.cs", "../../other/A.cs")]
    [InlineData("App.csproj", "Data/A.cs", "Data/A.cs")]
    [InlineData("App.csproj", "../A.cs", "../A.cs")]
    [InlineData("App.csproj", "/mnt/A.cs", "/mnt/A.cs")]
    public void Paths_are_relative_to_the_repository(string project, string path, string expected)
    {
        var manifest = FrameworkMerge.Of([Sample.Framework("net10.0", Unit("T:A", path, 1, 5))], project);

        Assert.Equal([expected], new TrainingSplit(manifest, path => path).Included);
    }

    /// <summary>All that Python's <c>splitlines</c>, an editor or a browser takes for the end of a line.</summary>
    [Theory]
    [InlineData('\v')]
    [InlineData('\f')]
    [InlineData('\r')]
    [InlineData('\u001C')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void A_path_that_somebody_takes_for_two_lines_is_included_nowhere(char lineEnd) => Check(
        [Unit("T:A", $"x{lineEnd}S.cs", 1, 5)],
        [],
        included: [],
        excluded: ["src/x?S.cs\t-\tunlistable"]);

    [Fact]
    public void Files_are_listed_by_where_links_lead_once_each()
    {
        var manifest = Sample.Manifest(Sample.Framework(
            "net10.0",
            Unit("T:A", "link.cs", 1, 5),
            Unit("T:B", "B.cs", 1, 5),
            Unit("T:C", "same.cs", 1, 5),
            Unit("T:D", "D.cs", 1, 5),
            Unit("T:E", "bad.cs", 1, 5) with { IsExcluded = true },
            Unit("T:F", "nowhere.cs", 1, 5)));
        var links = new Dictionary<string, string?>
        {
            ["src/link.cs"] = "TB/S.cs",
            ["src/same.cs"] = "src/B.cs",
            ["src/bad.cs"] = "src/D.cs",
            ["src/nowhere.cs"] = null,
        };

        var split = new TrainingSplit(manifest, path => links.GetValueOrDefault(path, path));

        Assert.Equal(["TB/S.cs", "src/B.cs"], split.Included);
        Assert.Equal(["src/D.cs\t1-5\texcluded\tT:E", "src/nowhere.cs\t-\tlinked"], split.Excluded);
    }

    [Fact]
    public void A_path_that_would_be_two_columns_or_two_lines_is_included_nowhere() => Check(
        [Unit("T:A", "A\tA.cs", 1, 5), Unit("T:B", "B\nB.cs", 1, 5) with { IsExcluded = true }],
        [],
        included: [],
        excluded: ["src/A?A.cs\t-\tunlistable", "src/B?B.cs\t-\tunlistable", "src/B?B.cs\t1-5\texcluded\tT:B"]);

    /// <summary>The package's own sources too.</summary>
    [Trait("Case", "P26")]
    [Fact]
    public void What_a_package_brought_is_in_neither_list() => Check(
        [
            Unit("T:A", "A.cs", 1, 5),
            Unit("T:P", "(packages)/p/1.0/P.cs", 1, 5),
            Unit("T:Q", "(packages)/p/1.0/Q.cs", 1, 5) with { IsExcluded = true },
        ],
        [Sample.SourceFile("(packages)/p/1.0/G.cs", FileReason.Generated)],
        included: ["src/A.cs"],
        excluded: []);

    [Fact]
    public void What_one_framework_leaves_out_is_no_code_outside_where_it_is_a_unit_of_another() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("T:OnlyNet", "A.cs", 8, 9)],
        [Sample.SourceFile("A.cs", FileReason.CodeOutsideUnits, (8, 9))],
        included: ["src/A.cs"],
        excluded: []);

    [Fact]
    public void A_file_that_is_empty_in_one_framework_is_judged_by_the_other() => Check(
        [Unit("T:OnlyNet", "A.cs", 2, 5)],
        [Sample.SourceFile("A.cs", FileReason.NoDeclarations, (2, 5))],
        included: ["src/A.cs"],
        excluded: []);

    [Fact]
    public void A_unit_that_differs_between_frameworks_must_be_allowed_in_each() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("T:A", "A.cs", 1, 5) with { Training = Restricted() }],
        [],
        included: [],
        excluded: ["src/A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)"]);

    [Fact]
    public void Paths_are_in_ordinal_order_and_lines_below_their_path() => Check(
        [
            Unit("T:C", "c.cs", 1, 5),
            Unit("T:B", "B.cs", 9, 12) with { IsExcluded = true },
            Unit("T:A", "B.cs", 1, 5) with { IsExcluded = true },
            Unit("T:D", "D.cs", 1, 5),
        ],
        [],
        included: ["src/D.cs", "src/c.cs"],
        excluded: ["src/B.cs\t1-5\texcluded\tT:A", "src/B.cs\t9-12\texcluded\tT:B"]);

    private static void Check(UnitRecord[] units, FileRecord[] files, string[] included, string[] excluded)
    {
        var split = new TrainingSplit(Sample.Manifest(Sample.Framework("net10.0", units) with { Files = files }), path => path);

        Assert.Equal(included, split.Included);
        Assert.Equal(excluded, split.Excluded);
    }

    private static UnitRecord Unit(string id, string path, int startLine, int endLine) =>
        Sample.Unit(id) with { Parts = [Sample.Part(path, startLine, endLine)] };

    private static TrainingRecord Restricted() => Terms(TrainingUse.Restricted, "openai", "Terms of Use", "2026-07-26");

    private static TrainingRecord Terms(TrainingUse status, string? provider = null, string? document = null, string? date = null) =>
        new()
        {
            Status = status,
            Provider = provider,
            Document = document,
            Date = date,
            Terms = status == TrainingUse.Allowed || provider == null ? [] : [Term(status, provider, document, date)],
        };

    private static TermsRecord Term(TrainingUse status, string? provider, string? document = null, string? date = null) =>
        new() { Status = status, Provider = provider, Document = document, Date = date };
}
