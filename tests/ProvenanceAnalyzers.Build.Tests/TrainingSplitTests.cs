using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build.Tests;

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
        [Unit("T:A", "A.cs", 1, 9), Unit("M:A.M", "A.cs", 2, 3, unit => unit["training"] = Restricted())],
        [],
        included: [],
        excluded: ["A.cs\t2-3\trestricted\tM:A.M: openai, Terms of Use (2026-07-26)"]);

    public static TheoryData<string, string> Reasons => new()
    {
        { """{ "declared": false, "due": "PROV1001", "training": { "status": "unknown" } }""", "undeclared\tT:A: PROV1001" },
        { """{ "declared": false, "training": { "status": "unknown" } }""", "undeclared\tT:A" },
        { """{ "declared": false, "due": "PROV1001", "suppressed": true, "training": { "status": "unknown" } }""", "undeclared\tT:A: PROV1001" },
        { """{ "declared": false, "due": "PROV1001", "baseline": true, "training": { "status": "unknown" } }""", "baseline\tT:A" },
        { """{ "excluded": true }""", "excluded\tT:A" },
        { """{ "training": { "status": "unknown" } }""", "unknown\tT:A" },
        { """{ "training": { "status": "unverified", "provider": "github", "document": null, "date": null } }""", "unverified\tT:A: github" },
        { """{ "policy": [ "PROV3001", "PROV3003" ] }""", "policy\tT:A: PROV3001, PROV3003" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_has_a_name(string changes, string expected) => Check(
        [Unit("T:A", "A.cs", 1, 5, unit => unit.Merge(JObject.Parse(changes), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace }))],
        [],
        included: [],
        excluded: ["A.cs\t1-5\t" + expected]);

    [Fact]
    public void What_was_not_declared_is_restricted_too_where_an_annotation_of_the_assembly_says_so() => Check(
        [
            Unit("T:A", "A.cs", 1, 5, unit =>
            {
                unit["declared"] = false;
                unit["due"] = "PROV1001";
                unit["training"] = Restricted();
            }),
        ],
        [],
        included: [],
        excluded: ["A.cs\t1-5\tundeclared\tT:A: PROV1001", "A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)"]);

    [Fact]
    public void A_unit_with_two_parts_speaks_for_both_files() => Check(
        [
            Unit("T:A", "A.1.cs", 1, 5, unit =>
            {
                ((JArray)unit["parts"]!).Add(Part("A.2.cs", 7, 9));
                unit["training"] = Restricted();
            }),
        ],
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
        [File("U.cs", "noDeclarations"), File("G.g.cs", "generated")],
        included: [],
        excluded: ["G.g.cs\t-\tgenerated", "U.cs\t-\tnoUnit"]);

    [Fact]
    public void Code_outside_of_the_units_excludes_the_file() => Check(
        [Unit("T:A", "A.cs", 1, 5)],
        [File("A.cs", "codeOutsideUnits", (8, 9))],
        included: [],
        excluded: ["A.cs\t8-9\tcodeOutsideUnits"]);

    [Fact]
    public void What_one_framework_leaves_out_is_no_code_outside_where_it_is_a_unit_of_another() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("T:OnlyNet", "A.cs", 8, 9)],
        [File("A.cs", "codeOutsideUnits", (8, 9))],
        included: ["A.cs"],
        excluded: []);

    [Fact]
    public void A_file_that_is_empty_in_one_framework_is_judged_by_the_other() => Check(
        [Unit("T:OnlyNet", "A.cs", 2, 5)],
        [File("A.cs", "noDeclarations", (2, 5))],
        included: ["A.cs"],
        excluded: []);

    [Fact]
    public void A_unit_that_differs_between_frameworks_must_be_allowed_in_each() => Check(
        [Unit("T:A", "A.cs", 1, 5), Unit("T:A", "A.cs", 1, 5, unit => unit["training"] = Restricted())],
        [],
        included: [],
        excluded: ["A.cs\t1-5\trestricted\tT:A: openai, Terms of Use (2026-07-26)"]);

    [Fact]
    public void Paths_are_in_ordinal_order_and_lines_below_their_path() => Check(
        [
            Unit("T:C", "c.cs", 1, 5),
            Unit("T:B", "B.cs", 9, 12, unit => unit["excluded"] = true),
            Unit("T:A", "B.cs", 1, 5, unit => unit["excluded"] = true),
            Unit("T:D", "D.cs", 1, 5),
        ],
        [],
        included: ["D.cs", "c.cs"],
        excluded: ["B.cs\t1-5\texcluded\tT:A", "B.cs\t9-12\texcluded\tT:B"]);

    private static void Check(JObject[] units, JObject[] files, string[] included, string[] excluded)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.json", new JObject
        {
            ["framework"] = "net10.0",
            ["assembly"] = "Lib",
            ["annotations"] = new JArray(),
            ["units"] = new JArray(units),
            ["files"] = new JArray(files),
            ["findings"] = new JArray(),
        }.ToString());

        var split = new TrainingSplit(MergedRecord.Read([path]));

        Assert.Equal(included, split.Included);
        Assert.Equal(excluded, split.Excluded);
    }

    private static JObject Unit(string id, string path, int startLine, int endLine, Action<JObject>? change = null)
    {
        var unit = new JObject
        {
            ["id"] = id,
            ["parts"] = new JArray(Part(path, startLine, endLine)),
            ["due"] = null,
            ["declared"] = true,
            ["baseline"] = false,
            ["excluded"] = false,
            ["suppressed"] = false,
            ["training"] = new JObject { ["status"] = "allowed", ["provider"] = null, ["document"] = null, ["date"] = null },
            ["policy"] = new JArray(),
        };
        change?.Invoke(unit);
        return unit;
    }

    private static JObject Part(string path, int startLine, int endLine) => new() { ["path"] = path, ["startLine"] = startLine, ["endLine"] = endLine };

    private static JObject Restricted() =>
        new() { ["status"] = "restricted", ["provider"] = "openai", ["document"] = "Terms of Use", ["date"] = "2026-07-26" };

    private static JObject File(string path, string reason, params (int Start, int End)[] outside) => new()
    {
        ["path"] = path,
        ["reason"] = reason,
        ["outside"] = new JArray(outside.Select(lines => new JObject { ["startLine"] = lines.Start, ["endLine"] = lines.End })),
    };
}
