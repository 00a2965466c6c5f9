using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Report;

/// <summary>What a report says is what counting the manifests' units one by one gives.</summary>
public sealed class ReportDataTests
{
    private static readonly string[] MadeByAI = ["assisted", "generated", "autonomous"];

    public static TheoryData<string, JsonObject[], Dictionary<string, int>> OverlappingUnits => new()
    {
        { "a type alone", [ReportedManifests.Unit()], new() { ["T:A"] = 7 } },
        {
            "a member takes its lines from its type",
            [ReportedManifests.Unit("T:A", start: 1, end: 20), ReportedManifests.Unit("M:A.B", start: 5, end: 9)],
            new() { ["T:A"] = 15, ["M:A.B"] = 5 }
        },
        {
            "a member of a nested type takes them from that alone",
            [
                ReportedManifests.Unit("T:A", start: 1, end: 30), ReportedManifests.Unit("T:A.B", start: 5, end: 14),
                ReportedManifests.Unit("M:A.B.C", start: 6, end: 8), ReportedManifests.Unit("M:A.D", start: 20, end: 21),
            ],
            new() { ["T:A"] = 18, ["T:A.B"] = 7, ["M:A.B.C"] = 3, ["M:A.D"] = 2 }
        },
        {
            "two types on one line count it each",
            [ReportedManifests.Unit("T:A", start: 1, end: 1), ReportedManifests.Unit("T:B", start: 1, end: 1)],
            new() { ["T:A"] = 1, ["T:B"] = 1 }
        },
        {
            "a member on its type's one line leaves it none",
            [ReportedManifests.Unit("T:A", start: 1, end: 1), ReportedManifests.Unit("M:A.B", start: 1, end: 1)],
            new() { ["T:A"] = 0, ["M:A.B"] = 1 }
        },
        {
            "parts in two files count both, and another file takes nothing",
            [TwoParts(), ReportedManifests.Unit("M:A.B", "C.cs", 2, 4)],
            new() { ["T:A"] = 10 + 5, ["M:A.B"] = 3 }
        },
    };

    public static TheoryData<string, Action<JsonObject>, string> Wrong => new()
    {
        { "units that were taken out", manifest => manifest["units"] = new JsonArray(), "is no manifest, or a torn one" },
        { "another schema", manifest => manifest["schemaVersion"] = "2", "has schema version 2, and this tool reads 1" },
        { "no schema", manifest => manifest.Remove("schemaVersion"), "is no manifest, or a torn one" },
        { "a text for a number", manifest => manifest["units"]![0]!["startLine"] = "three", "cannot be understood" },
        { "an object for a list", manifest => manifest["units"] = new JsonObject(), "cannot be understood" },
    };

    [Theory]
    [InlineData("json", 1)]
    [InlineData("jsonl", 2)]
    public void Its_totals_are_what_counting_gives(string format, int seed)
    {
        using var manifests = new ReportedManifests();
        var shop = ReportedManifests.Random("src/Shop/Shop.csproj", 400, seed);
        var billing = ReportedManifests.Random("src/Billing/Billing.csproj", 150, seed + 10);
        manifests.Write($"Shop.provenance.{format}", shop);
        manifests.Write($"Billing.provenance.{format}", billing);
        var units = new[] { shop, billing }.SelectMany(manifest => manifest["units"]!.AsArray()).Select(unit => unit!.AsObject())
            .Where(unit => !unit["excluded"]!.GetValue<bool>()).ToList();

        using var data = manifests.Read();

        var totals = data.Totals;
        Check("units", units);
        Check("aiMade", units.Where(IsAIMade));
        Check("undeclared", units.Where(unit => unit["due"] != null));
        Check("inBaseline", units.Where(unit => unit["due"] != null && unit["baseline"]!.GetValue<bool>()));
        Check("aiMadeReviewed", units.Where(unit => IsAIMade(unit) && Text(unit, "review") == "reviewed"));
        Check("stale", units.Where(unit => Text(unit, "review") == "stale"));
        Check("unreviewed", units.Where(unit => Text(unit, "review") == "unreviewed"));
        Check("violations", units.Where(unit => unit["policy"]!.AsArray().Count > 0));
        Check("contradicted", units.Where(unit => unit["findings"]!.AsArray().Any(finding =>
            finding!["rule"]!.GetValue<string>() == "PROV4001" && !finding["suppressed"]!.GetValue<bool>())));
        Check("trainable", units.Where(unit => Text(unit["training"]!, "status") == "allowed"));
        Assert.Equal(units.Sum(Lines), totals["lines"]);
        Assert.Equal(units.Where(IsAIMade).Sum(Lines), totals["aiMadeLines"]);
        Assert.Equal(
            units.Where(unit => Text(unit, "review") is "stale" or "unreviewed").Sum(Lines), totals["linesToReview"]);
        Assert.Equal(550L - units.Count, totals["excluded"]);
        Assert.Equal(
            units.Where(IsAIMade).GroupBy(unit => Text(unit["annotations"]![0]!, "tool"))
                .ToDictionary(group => group.Key, group => group.Sum(Lines)),
            data.Rows["makers"].ToDictionary(row => (string)row["tool"]!, row => (long)row["lines"]!));
        Assert.Equal(
            units.GroupBy(unit => Text(unit["training"]!, "status")).ToDictionary(group => group.Key, group => (long)group.Count()),
            data.Rows["training"].GroupBy(row => (string)row["status"]!)
                .ToDictionary(group => group.Key, group => group.Sum(row => (long)row["units"]!)));
        Assert.Equal(
            units.SelectMany(unit => unit["reviews"]!.AsArray()).Where(review => review!["valid"]!.GetValue<bool>())
                .GroupBy(review => Text(review!, "reviewer")).ToDictionary(group => group.Key, group => (long)group.Count()),
            data.Rows["reviewers"].Where(row => (long)row["valid"]! > 0)
                .ToDictionary(row => (string)row["reviewer"]!, row => (long)row["valid"]!));
        Assert.Equal(
            units.GroupBy(unit => "src/" + (shop["units"]!.AsArray().Contains(unit) ? "Shop" : "Billing") + FolderOf(Text(unit, "path")))
                .ToDictionary(group => group.Key, group => group.Sum(Lines)),
            data.Rows["folders"].ToDictionary(row => (string)row["folder"]!, row => (long)row["lines"]!));

        void Check(string name, IEnumerable<JsonObject> counted) =>
            Assert.Equal((name, (long)counted.Count()), (name, (long)totals[name]!));
    }

    [Theory]
    [MemberData(nameof(OverlappingUnits))]
    public void A_line_counts_for_the_innermost_unit(string what, JsonObject[] units, Dictionary<string, int> lines)
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: units));

        using var data = manifests.Read();

        Assert.Equal(
            (what, string.Join(", ", lines.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal))),
            (what, string.Join(", ", data.Units().Select(unit => $"{unit["id"]} {unit["lines"]}").Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void What_differs_between_frameworks_counts_once_and_waits_for_all()
    {
        using var manifests = new ReportedManifests();
        var one = ReportedManifests.Unit(origin: "human");
        var other = ReportedManifests.Unit(origin: "generated");
        (other["review"], other["frameworks"]) = ("stale", new JsonArray("net8.0"));
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: [one, other]));

        using var data = manifests.Read();

        Assert.Equal((1L, 1L, 1L), (data.Totals["units"], data.Totals["aiMade"], data.Totals["stale"]));
        Assert.Equal("generated", Assert.Single(data.Units())["origin"]);
    }

    [Theory]
    [InlineData(null, "bob@example.com", "reviewedRequesterUnknown")]
    [InlineData("ada@example.com", "bob@example.com", "reviewedByAnother")]
    [InlineData(null, "bob@example.com chen@example.com", "reviewedByTwo")]
    [InlineData(null, "bob@example.com BOB@example.com", "reviewedRequesterUnknown")]
    public void How_independent_a_review_is_is_told(string? requester, string reviewers, string state)
    {
        using var manifests = new ReportedManifests();
        var unit = ReportedManifests.Unit(origin: "generated");
        (unit["review"], unit["reviewsRequired"]) = ("reviewed", 1);
        unit["annotations"] = new JsonArray(ReportedManifests.Annotation("generated", "codex", "openai", null, requester));
        unit["reviews"] = new JsonArray([.. reviewers.Split(' ').Select(one => ReportedManifests.Review(one))]);
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        using var data = manifests.Read();

        Assert.Equal(state, Assert.Single(data.Rows["reviews"])["state"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_trend_has_each_project_as_it_was_last_seen_and_today_as_it_is(bool isOfTables)
    {
        using var manifests = new ReportedManifests();
        var unit = ReportedManifests.Unit();
        manifests.Write(
            "h/repository=shop/day=2026-11-01/A.provenance.json", ReportedManifests.Manifest("A.csproj", unit.DeepClone().AsObject()));
        manifests.Write("h/repository=shop/day=2026-11-02/B.provenance.jsonl", ReportedManifests.Manifest(
            "B.csproj", unit.DeepClone().AsObject(), ReportedManifests.Unit("T:B", start: 10, end: 11)));
        manifests.Write(
            "now/repository=shop/A.provenance.json", ReportedManifests.Manifest("A.csproj", ReportedManifests.Unit(origin: "generated")));

        using var data = manifests.Read("now", isOfTables ? manifests.WriteTables("h") : "h");

        Assert.Equal(
            ["2026-11-01: 1 projects, 1 units, 0 AI-made", "2026-11-02: 2 projects, 3 units, 0 AI-made",
                "2026-11-27: 1 projects, 1 units, 1 AI-made"],
            data.Rows["trend"].Select(row => $"{row["day"]}: {row["projects"]} projects, {row["units"]} units, {row["aiMade"]} AI-made"));
        var change = Assert.Single(data.Rows["changes"]);
        Assert.Equal(("2026-11-01", 0L, 2L, 1L), (change["since"], change["added"], change["removed"], change["becameAIMade"]));
    }

    /// <summary>The project of the history, and of now, that has two units; the day before the last one's; what came and went.</summary>
    [Theory]
    [InlineData("Gone.csproj", "A.csproj", 2L, 2L, false)]
    [InlineData("Gone.csproj", "A.csproj", 2L, 2L, true)]
    [InlineData("A.csproj", "A.csproj", 0L, 0L, false)]
    [InlineData("A.csproj", "A.csproj", 0L, 0L, true)]
    [InlineData("Earlier.csproj", "A.csproj", 2L, 0L, false)]
    [InlineData("Earlier.csproj", "A.csproj", 2L, 0L, true)]
    public void All_of_a_project_that_is_new_came_and_all_of_one_that_is_gone_went(
        string before, string now, long added, long removed, bool isOfTables)
    {
        using var manifests = new ReportedManifests();
        JsonObject Two(string project) => ReportedManifests.Manifest(
            project, ReportedManifests.Unit(), ReportedManifests.Unit("T:B", start: 10, end: 11));
        var day = before == "Earlier.csproj" ? "2026-11-01" : "2026-11-02";
        manifests.Write($"h/repository=shop/day={day}/{before}.provenance.json", Two(before));
        manifests.Write("h/repository=shop/day=2026-11-02/Same.provenance.json", Two("Same.csproj"));
        manifests.Write($"now/repository=shop/{now}.provenance.json", Two(now));
        manifests.Write("now/repository=shop/Same.provenance.json", Two("Same.csproj"));

        using var data = manifests.Read("now", isOfTables ? manifests.WriteTables("h") : "h");

        var change = Assert.Single(data.Rows["changes"]);
        Assert.Equal((added, removed, 0L), (change["added"], change["removed"], change["changed"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_history_has_of_today_counts_once_and_is_not_what_was_before(bool isOfTables)
    {
        using var manifests = new ReportedManifests();
        manifests.Write(
            "h/repository=shop/day=2026-11-26/A.provenance.json", ReportedManifests.Manifest("A.csproj", ReportedManifests.Unit("T:Gone")));
        manifests.Write(
            "h/repository=shop/day=2026-11-27/A.provenance.json", ReportedManifests.Manifest("A.csproj", ReportedManifests.Unit()));
        manifests.Write("now/repository=shop/A.provenance.json", ReportedManifests.Manifest("A.csproj", ReportedManifests.Unit()));

        using var data = manifests.Read("now", isOfTables ? manifests.WriteTables("h") : "h");

        Assert.Equal(["2026-11-26 1", "2026-11-27 1"], data.Rows["trend"].Select(row => $"{row["day"]} {row["units"]}"));
        var change = Assert.Single(data.Rows["changes"]);
        Assert.Equal(("2026-11-26", 1L, 1L), (change["since"], change["added"], change["removed"]));
    }

    /// <summary>Where the tables lie, a repository, and the day of the one of two projects that is older now.</summary>
    [Theory]
    [InlineData("lake", "a%2Fb", "2026-11-27")]
    [InlineData("repository=ops/day=2026-01-01/lake", "null", "2026-11-27")]
    [InlineData("excluded=true/id=1/lines=3/project=x/l [a]*'", "__HIVE_DEFAULT_PARTITION__", "2026-11-27")]
    [InlineData("lake", "other", "2026-11-26")]
    public void Tables_tell_of_history_what_the_manifests_tell(string lake, string repository, string older)
    {
        using var manifests = new ReportedManifests();
        foreach (var (day, seed) in new[] { ("2026-11-01", 1), ("2026-11-09", 2), ("2026-11-26", 3) })
        {
            manifests.Write($"h/repository=shop/day={day}/A.provenance.jsonl", ReportedManifests.Random("A.csproj", 60, seed));
            manifests.Write($"h/repository=shop/day={day}/None.provenance.json", ReportedManifests.Manifest("None.csproj"));
            manifests.Write(
                $"h/repository={repository}/day={day}/B.provenance.json", ReportedManifests.Manifest("B.csproj", Variants(day)));
        }

        manifests.Write("now/repository=shop/A.provenance.json", ReportedManifests.Random("A.csproj", 60, 4));
        manifests.Write(
            $"now/repository={repository}/day={older}/B.provenance.json",
            ReportedManifests.Manifest("B.csproj", Variants("2026-11-27")));
        var tables = manifests.WriteTables("h", lake);
        using var ofManifests = manifests.Read("now", "h");
        using var ofTables = manifests.Read("now", tables);

        foreach (var query in ofManifests.Rows.Keys)
        {
            Assert.Equal(ofManifests.Rows[query], ofTables.Rows[query]);
        }

        Assert.Equal(4, ofTables.Rows["trend"].Count);
        Assert.Equal("2026-11-26", Assert.Single(ofTables.Rows["changes"])["since"]);
    }

    [Fact]
    public void A_day_that_both_the_manifests_and_the_tables_have_is_refused()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("h/repository=shop/day=2026-11-01/A.provenance.json", ReportedManifests.Manifest("A.csproj"));
        manifests.Write("now/A.provenance.json", ReportedManifests.Manifest("A.csproj"));
        var tables = manifests.WriteTables("h");
        manifests.Write(
            "h/repository=shop/day=2026-11-01/A.provenance.json", ReportedManifests.Manifest("A.csproj", ReportedManifests.Unit()));

        Assert.Contains(
            "are both manifests of 'A.csproj'",
            Assert.Throws<ToolException>(() => manifests.Read("now", "h", tables)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("torn", "A table of --history is not as report --parquet writes it: ")]
    [InlineData("column", "A table of --history is not as report --parquet writes it: ")]
    [InlineData("no units", " has 1 units, and the table of units beside it has 0: ")]
    [InlineData("no units of a day", " has 1 units, and the table of units beside it has 0: ")]
    [InlineData("no manifests", " has units, and there are no manifests of that repository and day: ")]
    [InlineData("no manifests of a day", " has units, and there are no manifests of that repository and day: ")]
    [InlineData("one table", " has 1 units, and the table of units beside it has 0: ")]
    [InlineData("a file", " is a file of a table: give by --history the folder that --parquet was given.")]
    public void Tables_that_are_not_whole_are_refused(string fault, string said)
    {
        using var manifests = new ReportedManifests();
        foreach (var day in new[] { "2026-11-01", "2026-11-02" })
        {
            manifests.Write(
                $"h/repository=shop/day={day}/A.provenance.json", ReportedManifests.Manifest("A.csproj", ReportedManifests.Unit()));
        }

        manifests.Write("now/A.provenance.json", ReportedManifests.Manifest("A.csproj"));
        var history = manifests.WriteTables("h");
        var file = manifests.PathOf($"{history}/units/repository=shop/day=2026-11-02/data_0.parquet");
        switch (fault)
        {
            case "torn":
                File.WriteAllText(file, "no table");
                break;
            case "column":
                using (var database = new DuckDBConnection("DataSource=:memory:"))
                {
                    database.Open();
                    using var command = database.CreateCommand();
                    command.CommandText =
                        $"COPY (SELECT * EXCLUDE (aiMade) FROM read_parquet('{file}')) TO '{file}.new' (FORMAT parquet)";
                    command.ExecuteNonQuery();
                }

                File.Move($"{file}.new", file, overwrite: true);
                break;
            case "one table":
                history = $"{history}/manifests";
                break;
            case "a file":
                history = Path.GetRelativePath(manifests.Folder, file);
                break;
            default:
                var table = $"{history}/{fault.Split(' ')[1]}";
                Directory.Delete(
                    manifests.PathOf(fault.EndsWith("day", StringComparison.Ordinal) ? $"{table}/repository=shop/day=2026-11-02" : table),
                    recursive: true);
                break;
        }

        Assert.Contains(said, Assert.Throws<ToolException>(() => manifests.Read("now", history)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void History_of_which_nobody_knows_the_day_is_refused()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("h/A.provenance.json", ReportedManifests.Manifest("A.csproj"));
        manifests.Write("now/A.provenance.json", ReportedManifests.Manifest("A.csproj"));

        Assert.Contains(
            "nobody says of which day", Assert.Throws<ToolException>(() => manifests.Read("now", "h")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_days_of_a_project_are_not_added_up()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("day=2026-11-26/A.provenance.json", ReportedManifests.Manifest("A.csproj"));
        manifests.Write("day=2026-11-27/A.provenance.json", ReportedManifests.Manifest("A.csproj"));

        Assert.Contains(
            "are both manifests of 'A.csproj'", Assert.Throws<ToolException>(() => manifests.Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T:Shop.OrderParser", "OrderParser")]
    [InlineData("T:Shop.Outer.Inner`1", "Inner`1")]
    [InlineData("T:Shop.Helper@Orders/Order.cs", "Helper")]
    [InlineData("M:Shop.OrderParser.Parse(System.String,Shop.Options)", "OrderParser.Parse")]
    [InlineData("M:Shop.Extensions.extension(Shop.Order).IsLate(System.DateTime)", "Extensions.IsLate")]
    [InlineData("T:Shop.Extensions.extension(Shop.Order)", "Extensions")]
    [InlineData("Program.cs", "Program.cs")]
    [InlineData("a", "a")]
    public void A_unit_is_called_what_people_call_it(string id, string name)
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit(id)));

        using var data = manifests.Read();

        Assert.Equal(name, Assert.Single(data.Units())["name"]);
    }

    [Theory]
    [InlineData("src/Shop/Shop.csproj", "Orders/A.cs", "src/Shop/Orders/A.cs")]
    [InlineData("src/Shop/Shop.csproj", "../Shared/A.cs", "src/Shared/A.cs")]
    [InlineData("src/a/b/c/Shop.csproj", "../../../../A.cs", "A.cs")]
    [InlineData(".build/tool/T.csproj", "../../src/A.cs", "src/A.cs")]
    [InlineData("Shop.csproj", "A.cs", "A.cs")]
    [InlineData("src/Shop/Shop.csproj", "(packages)/x/1.0.0/A.cs", "(packages)/x/1.0.0/A.cs")]
    [InlineData("src/Shop/Shop.csproj", "D:/x/A.cs", "D:/x/A.cs")]
    public void A_path_is_that_from_the_root(string project, string path, string whole)
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(project, ReportedManifests.Unit(path: path)));

        using var data = manifests.Read();

        Assert.Equal(whole, Assert.Single(data.Units())["path"]);
    }

    [Fact]
    public void A_unit_has_the_tools_of_all_its_variants_and_the_strictest_terms()
    {
        using var manifests = new ReportedManifests();
        var (strong, weak) = (ReportedManifests.Unit(origin: "generated"), ReportedManifests.Unit(origin: "assisted"));
        (strong["tools"], weak["tools"]) = (new JsonArray("house"), new JsonArray("codex"));
        (strong["training"]!["status"], weak["training"]!["status"]) = ("allowed", "restricted");
        (strong["review"], weak["review"]) = ("reviewed", "unreviewed");
        weak["policy"] = new JsonArray("PROV3001");
        weak["frameworks"] = new JsonArray("net8.0");
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: [strong, weak]));

        using var data = manifests.Read();

        var unit = Assert.Single(data.Units());
        Assert.Equal(["codex", "house"], (IEnumerable<string>)unit["tools"]!);
        Assert.Equal(("restricted", true, true), (unit["training"], unit["isUnreviewed"], unit["isViolation"]));
        Assert.Equal(1L, Assert.Single(data.Rows["policies"])["units"]);
    }

    [Fact]
    public void Two_people_who_signed_a_part_each_are_not_two_who_looked_at_the_same()
    {
        using var manifests = new ReportedManifests();
        var unit = TwoParts();
        (unit["origin"], unit["review"]) = ("generated", "reviewed");
        unit["parts"]![1]!["digest"] = "h1:" + new string('1', 32);
        unit["reviews"] = new JsonArray(ReportedManifests.Review("ada@example.com"), ReportedManifests.Review("bob@example.com"));
        for (var index = 0; index < 2; index++)
        {
            unit["reviews"]![index]!["digest"] = unit["parts"]![index]!["digest"]!.DeepClone();
        }

        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        using var data = manifests.Read();

        Assert.Equal("reviewedRequesterUnknown", Assert.Single(data.Rows["reviews"])["state"]);
    }

    [Fact]
    public void A_person_is_one_however_the_name_is_written_and_the_lines_of_a_class_count_once()
    {
        using var manifests = new ReportedManifests();
        var unit = TwoParts();
        unit["review"] = "reviewed";
        unit["reviews"] = new JsonArray(
            ReportedManifests.Review("Bob Berg <bob@example.com>"), ReportedManifests.Review("BOB@example.com"));
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: unit));

        using var data = manifests.Read();

        var row = Assert.Single(data.Rows["reviewers"]);
        Assert.Equal((1L, 15L, 1L), (row["valid"], row["lines"], row["alone"]));
    }

    [Fact]
    public void What_came_and_went_is_told()
    {
        using var manifests = new ReportedManifests();
        var (kept, changed) = (ReportedManifests.Unit(), ReportedManifests.Unit("T:C"));
        manifests.Write("h/day=2026-11-01/A.provenance.json", ReportedManifests.Manifest(
            "A.csproj", kept.DeepClone().AsObject(), changed.DeepClone().AsObject(), ReportedManifests.Unit("T:Gone")));
        changed["digest"] = "h1:" + new string('1', 32);
        manifests.Write("now/A.provenance.json", ReportedManifests.Manifest(
            "A.csproj", kept, changed, ReportedManifests.Unit("T:New"), ReportedManifests.Unit("T:New2")));

        using var data = manifests.Read("now", "h");

        var change = Assert.Single(data.Rows["changes"]);
        Assert.Equal((2L, 1L, 1L), (change["added"], change["removed"], change["changed"]));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_manifest_is_named(string what, Action<JsonObject> change, string message)
    {
        foreach (var format in new[] { "json", "jsonl" })
        {
            using var manifests = new ReportedManifests();
            var manifest = ReportedManifests.Manifest(units: ReportedManifests.Unit());
            change(manifest);
            if (format == "jsonl" && manifest["units"] is not JsonArray)
            {
                continue;
            }

            manifests.Write($"Shop.provenance.{format}", manifest);

            var exception = Assert.Throws<ToolException>(() => manifests.Read().Dispose());

            Assert.True(exception.Message.Contains(message, StringComparison.Ordinal), $"{what}, {format}: {exception.Message}");
            Assert.Contains("Shop.provenance", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("not JSON at all")]
    public void What_is_no_manifest_is_named(string text)
    {
        foreach (var format in new[] { "json", "jsonl" })
        {
            using var manifests = new ReportedManifests();
            manifests.Write("Good.provenance.json", ReportedManifests.Manifest("Good.csproj"));
            File.WriteAllText(manifests.PathOf($"Bad.provenance.{format}"), text);

            Assert.Contains(
                "Bad.provenance", Assert.Throws<ToolException>(() => manifests.Read().Dispose()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_torn_file_of_lines_is_named()
    {
        using var manifests = new ReportedManifests();
        manifests.Write(
            "Shop.provenance.jsonl", ReportedManifests.Manifest(units: [ReportedManifests.Unit(), ReportedManifests.Unit("T:B")]));
        var path = manifests.PathOf("Shop.provenance.jsonl");
        File.WriteAllLines(path, File.ReadAllLines(path).SkipLast(1));

        Assert.Contains(
            "is no manifest, or a torn one", Assert.Throws<ToolException>(() => manifests.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_manifests_of_one_project_are_refused()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("a/Shop.provenance.json", ReportedManifests.Manifest());
        manifests.Write("b/Shop.provenance.jsonl", ReportedManifests.Manifest());

        Assert.Contains(
            "are both manifests of 'src/Shop/Shop.csproj'",
            Assert.Throws<ToolException>(() => manifests.Read()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_repositories_they_are_two_projects()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("repository=one/Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit()));
        manifests.Write("repository=a%20b/Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit()));

        using var data = manifests.Read();

        Assert.Equal(["a b", "one"], data.Rows["projects"].Select(row => row["repository"]));
        Assert.Equal(2L, data.Totals["units"]);
    }

    [Fact]
    public void Of_a_project_without_units_there_is_a_report()
    {
        using var manifests = new ReportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest());

        using var data = manifests.Read();

        Assert.Equal((0L, 0L, 1L), (data.Totals["units"], data.Totals["lines"], data.Totals["manifests"]));
        Assert.Empty(data.Units());
    }

    /// <summary>A unit of two frameworks, of which on other days another waits for a review.</summary>
    private static JsonObject[] Variants(string day)
    {
        var one = ReportedManifests.Unit(origin: "generated");
        var other = ReportedManifests.Unit(end: 20, origin: "human");
        (one["review"], other["frameworks"]) = (day == "2026-11-09" ? "stale" : "reviewed", new JsonArray("net8.0"));
        (other["review"], other["digest"]) = (day == "2026-11-26" ? "unreviewed" : "notRequired", "h1:" + new string('1', 32));
        return [one, other];
    }

    private static JsonObject TwoParts()
    {
        var unit = ReportedManifests.Unit("T:A", "A.cs", 1, 10);
        unit["parts"]!.AsArray().Add(ReportedManifests.Part("B.cs", 1, 5));
        return unit;
    }

    private static bool IsAIMade(JsonObject unit) => MadeByAI.Contains(Text(unit, "origin"));

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? string.Empty;

    private static long Lines(JsonObject unit) => unit["endLine"]!.GetValue<int>() - unit["startLine"]!.GetValue<int>() + 1;

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? "/" + path[..end] : string.Empty;
}
