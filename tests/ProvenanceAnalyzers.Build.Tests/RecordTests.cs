using Newtonsoft.Json.Linq;

namespace ProvenanceAnalyzers.Build.Tests;

/// <summary>From the compiler's error logs to the manifest, on logs that are written by hand.</summary>
public sealed class RecordTests
{
    private const string Digest = "h1:11111111111111111111111111111111";

    private static readonly ProjectPaths Paths = new("/src/Lib/", ["/root/packages/"]);

    [Theory]
    [InlineData("A.cs", "A.cs")]
    [InlineData("/src/Lib/Orders/A.cs", "Orders/A.cs")]
    [InlineData("/src/Other/A.cs", "../Other/A.cs")]
    [InlineData("/tmp/A.cs", "../../tmp/A.cs")]
    [InlineData("/root/packages/some/1.0.0/A.cs", "(packages)/some/1.0.0/A.cs")]
    [InlineData("Orders\\A.cs", "Orders/A.cs")]
    [InlineData("C:\\other\\A.cs", "C:/other/A.cs")]
    public void Paths_are_the_same_on_every_machine(string path, string expected) => Assert.Equal(expected, Paths.Relative(path));

    [Fact]
    public void A_unit_has_what_was_recorded_and_the_findings_inside_of_it()
    {
        using var folder = new TemporaryFolder();
        var log = Log(
            folder,
            Record(Unit("T:A", 1, 9, due: "PROV1001")),
            Record(Unit("M:A.M", 3, 4)),
            Record(Project(2, 0)),
            Finding("PROV1001", 1, """, "suppressions": [ { "kind": "inSource", "justification": "Because.", "properties": { "suppressionType": "SuppressMessageAttribute" } } ]"""),
            Finding("PROV2003", 3),
            Finding("PROV0001", 20));

        var record = FrameworkRecord.Read(log, "net10.0", Paths);

        Assert.Equal(
            ["T:A True Because. PROV1001(1)", "M:A.M False  PROV2003(3)"],
            record["units"]!.Select(unit => $"{unit["id"]} {unit["suppressed"]} {unit["justification"]} "
                + string.Join(" ", unit["findings"]!.Select(finding => $"{finding["rule"]}({finding["line"]})"))));
        Assert.Equal(["PROV0001 A.cs"], record["findings"]!.Select(finding => $"{finding["rule"]} {finding["path"]}"));
    }

    [Fact]
    public void A_finding_about_fixture_files_is_theirs_wherever_it_stands()
    {
        using var folder = new TemporaryFolder();
        const string Suppressed = """, "suppressions": [ { "kind": "inSource" } ]""";
        var log = Log(
            folder,
            Record(Unit("Program.cs", 1, 9)),
            Record(Fixture("F/a\t.json", Digest)),
            Record(Fixture("F/b.json", Digest)),
            Record(Fixture("F/c.json", null)),
            Record(Project(4, 0)),
            Finding("PROV1003", 1, Suppressed + """, "properties": { "customProperties": { "Fixtures": "F/a\\t.json\tF/b.json" } }"""),
            Finding("PROV2003", 2, """, "properties": { "customProperties": { "Fixtures": "F/gone.json" } }"""));

        var record = FrameworkRecord.Read(log, "net10.0", Paths);

        Assert.Equal(
            ["Program.cs False ", "F/a\t.json True PROV1003", "F/b.json True PROV1003", "F/c.json False "],
            record["units"]!.Select(unit => $"{unit["id"]} {unit["suppressed"]} {string.Join(" ", unit["findings"]!.Select(finding => finding["rule"]))}"));
        Assert.Equal(["PROV2003"], record["findings"]!.Select(finding => (string?)finding["rule"]));
        var fixture = record["units"]![2]!;
        Assert.Equal(("F/b.json", 7L, JTokenType.Null), ((string?)fixture["path"], (long?)fixture["size"], fixture["startLine"]!.Type));
        Assert.Equal(
            """[{"path":"F/b.json","startLine":null,"endLine":null,"digest":"h1:11111111111111111111111111111111"}]""",
            fixture["parts"]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Theory]
    [InlineData("F/a b.json", Digest, true)]
    [InlineData("F/a.json", null, false)]
    [InlineData("F/a\n.json", Digest, false)]
    [InlineData("# a.snap", Digest, false)]
    public void A_baseline_takes_what_a_line_can_say(string path, string? digest, bool isTaken) => Assert.Equal(
        isTaken ? [$"{path} {digest}"] : [], Baselines.LinesFor([new JObject(Fixture(path, digest)) { ["suppressed"] = false }]));

    [Fact]
    public void What_the_baseline_takes_is_not_suppressed_and_no_finding()
    {
        using var folder = new TemporaryFolder();
        var log = Log(
            folder,
            Record(Unit("T:A", 1, 9, due: "PROV1001")),
            Record(Project(1, 0)),
            Finding("PROV1001", 1, """, "suppressions": [ { "kind": "inSource", "properties": { "suppressionType": "DiagnosticSuppressor { Suppression Id: SPROV1001, ... }" } } ]"""));

        var unit = FrameworkRecord.Read(log, "net10.0", Paths)["units"]![0]!;

        Assert.False((bool)unit["suppressed"]!);
        Assert.Empty(unit["findings"]!);
    }

    [Theory]
    [InlineData("human", "human")]
    [InlineData("human,unknown", "unknown")]
    [InlineData("generated,human", "generated")]
    [InlineData("assisted,autonomous,generated", "autonomous")]
    [InlineData("", "unknown")]
    public void Of_several_origins_the_one_counts_that_a_consumer_must_care_about_most(string origins, string expected)
    {
        using var folder = new TemporaryFolder();
        var annotations = origins.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(origin => new JObject
        {
            ["origin"] = origin,
            ["tool"] = origin == "human" ? null : "z-" + origin,
            ["provider"] = "p",
            ["model"] = "m/" + origin,
        });
        var log = Log(folder, Record(Unit("T:A", 1, 1, annotations: new JArray(annotations))), Record(Project(1, 0)));

        Assert.Equal(expected, (string?)FrameworkRecord.Read(log, "net10.0", Paths)["units"]![0]!["origin"]);
    }

    [Fact]
    public void Tools_and_models_of_several_annotations_stand_there_once_in_ordinal_order()
    {
        using var folder = new TemporaryFolder();
        var annotations = new JArray(
            new JObject { ["origin"] = "assisted", ["tool"] = "github-copilot", ["model"] = "openai/gpt-5.2" },
            new JObject { ["origin"] = "assisted", ["tool"] = "codex", ["model"] = null },
            new JObject { ["origin"] = "generated", ["tool"] = "codex", ["model"] = null });
        var log = Log(folder, Record(Unit("T:A", 1, 1, annotations: annotations)), Record(Project(1, 0)));

        var unit = FrameworkRecord.Read(log, "net10.0", Paths)["units"]![0]!;

        Assert.Equal(["codex", "github-copilot"], unit["tools"]!.Select(tool => (string?)tool));
        Assert.Equal(["openai/gpt-5.2"], unit["models"]!.Select(model => (string?)model));
    }

    [Theory]
    [InlineData("", "The compiler's error log '{0}' cannot be read, so there is nothing that a record could be made of: ")]
    [InlineData("{ \"runs\": [ { \"results\": [", "The compiler's error log '{0}' cannot be read, so there is nothing that a record could be made of: ")]
    [InlineData("{ \"runs\": [ { \"results\": [] } ] }", "The analyzers of this package did not run, so there is nothing that a record could be made of.")]
    public void A_log_without_records_is_an_error(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("log.sarif", text);

        var exception = Assert.Throws<RecordException>(() => FrameworkRecord.Read(log, "net10.0", Paths));

        Assert.Equal(("PROVMSB0008", log), (exception.Code, exception.File));
        Assert.StartsWith(string.Format(null, message, log), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_log_is_an_error() => Assert.Equal(
        "PROVMSB0008", Assert.Throws<RecordException>(() => FrameworkRecord.Read("/nowhere/log.sarif", "net10.0", Paths)).Code);

    [Fact]
    public void A_log_that_lost_a_record_or_is_of_another_framework_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var incomplete = Log(folder, Record(Unit("T:A", 1, 1)), Record(Project(2, 0)));
        Assert.EndsWith(
            "is incomplete; build again.",
            Assert.Throws<RecordException>(() => FrameworkRecord.Read(incomplete, "net10.0", Paths)).Message,
            StringComparison.Ordinal);

        var other = Log(folder, Record(Project(0, 0)));
        Assert.Contains(
            "is of net10.0 and not of net9.0",
            Assert.Throws<RecordException>(() => FrameworkRecord.Read(other, "net9.0", Paths)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_the_same_in_several_frameworks_stands_once_and_what_differs_for_each()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("a.json", FrameworkJson("net10.0", ("T:B", "h1:1"), ("T:A", "h1:1")));
        var second = folder.Write("b.json", FrameworkJson("net9.0", ("T:A", "h1:1"), ("T:B", "h1:2"), ("T:C", "h1:1")));

        var merged = MergedRecord.Read([second, first]);

        Assert.Equal(["net10.0", "net9.0"], merged.Frameworks);
        Assert.Equal(
            ["T:A h1:1 net10.0;net9.0", "T:B h1:1 net10.0", "T:B h1:2 net9.0", "T:C h1:1 net9.0"],
            merged.Units.Select(unit => $"{unit["id"]} {unit["digest"]} {string.Join(";", unit["frameworks"]!)}"));
    }

    [Fact]
    public void An_entry_whose_code_is_in_no_framework_is_a_finding_and_the_compilers_own_are_not_repeated()
    {
        const string Digest = "h1:11111111111111111111111111111111";
        using var folder = new TemporaryFolder();
        var first = JObject.Parse(FrameworkJson("net10.0", ("T:OnlyNet", Digest)));
        first["findings"] = new JArray(Known("PROV0005", "Provenance.Baseline.txt", 1), Known("PROV0004", "A.cs", 2));
        var merged = MergedRecord.Read(
        [
            folder.Write("a.json", first.ToString()),
            folder.Write("b.json", FrameworkJson("netstandard2.0", ("T:OnlyStandard", Digest))),
        ]);
        folder.Write("Provenance.Baseline.txt", $"M:C.Excluded {Digest}\nT:Gone {Digest}\nT:OnlyNet {Digest}\nT:OnlyStandard {Digest}\nT:X\n");
        folder.Write("Provenance.Baseline.Legacy.txt", $"T:GoneToo {Digest}\n");

        merged.Add(GoneEntries.Find(merged, new Baselines(folder.Path)));

        Assert.Equal(
            [
                "PROV0004 A.cs(2) net10.0 Text.",
                "PROV0005 Provenance.Baseline.Legacy.txt(1) net10.0;netstandard2.0 The baseline entry 'T:GoneToo' no longer applies: "
                    + "it does not exist any more; dotnet build -p:ProvenanceBaseline=update removes it",
                "PROV0005 Provenance.Baseline.txt(1) net10.0 Text.",
                "PROV0005 Provenance.Baseline.txt(2) net10.0;netstandard2.0 The baseline entry 'T:Gone' no longer applies: "
                    + "it does not exist any more; dotnet build -p:ProvenanceBaseline=update removes it",
            ],
            merged.Findings.Select(finding =>
                $"{finding["rule"]} {finding["path"]}({finding["line"]}) {string.Join(";", finding["frameworks"]!)} {finding["message"]}"));
    }

    [Fact]
    public void The_summary_counts_a_unit_once_and_what_is_excluded_not_at_all() => Assert.Equal(
        "Provenance: 5 units, 2 undeclared, 1 AI-made, 1 unreviewed, 1 stale",
        new Summary(
        [
            Counted("T:A", due: "PROV1001"),
            Counted("T:A", due: "PROV1001"),
            Counted("T:B", due: "PROV1001"),
            Counted("T:C", origin: "generated", review: "unreviewed"),
            Counted("T:D", origin: "human", review: "stale"),
            Counted("T:E", review: "reviewed"),
            Counted("T:X", due: "PROV1001", isExcluded: true),
        ]).ToString());

    [Fact]
    public void The_summary_separates_thousands_and_knows_the_singular()
    {
        Assert.Equal(
            "Provenance: 1,204 units, 0 undeclared, 0 AI-made, 0 unreviewed, 0 stale",
            new Summary(Enumerable.Range(0, 1204).Select(number => Counted($"T:{number}"))).ToString());
        Assert.StartsWith("Provenance: 1 unit, ", new Summary([Counted("T:A")]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_hashed_by_their_address_in_lower_case_and_messages_that_may_name_them_are_left_out()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.json", new JObject
        {
            ["framework"] = "net10.0",
            ["assembly"] = "Lib",
            ["annotations"] = new JArray(new JObject { ["requestedBy"] = "Ada <Ada@example.com>" }),
            ["units"] = new JArray(new JObject(Counted("T:A"))
            {
                ["reviews"] = new JArray(new JObject { ["reviewer"] = "ada@example.com" }, new JObject { ["reviewer"] = null }),
                ["findings"] = new JArray(new JObject { ["message"] = "'ada@example.com' reviewed it." }),
            }),
            ["files"] = new JArray(),
            ["findings"] = new JArray(),
        }.ToString());

        var text = new Manifest(MergedRecord.Read([path]), "src/Lib.csproj", hashesPeople: true).ToJson();

        // printf ada@example.com | sha256sum
        const string Ada = "sha256:b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72";
        var manifest = JObject.Parse(text);
        Assert.DoesNotContain("example", text, StringComparison.Ordinal);
        Assert.Equal(Ada, (string?)manifest["annotations"]![0]!["requestedBy"]);
        Assert.Equal(Ada, (string?)manifest["units"]![0]!["reviews"]![0]!["reviewer"]);
        Assert.Equal(JTokenType.Null, manifest["units"]![0]!["reviews"]![1]!["reviewer"]!.Type);
        Assert.Equal(JTokenType.Null, manifest["units"]![0]!["findings"]![0]!["message"]!.Type);
    }

    [Fact]
    public void JSON_Lines_say_on_each_line_what_it_is()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.json", new JObject
        {
            ["framework"] = "net10.0",
            ["assembly"] = "Lib",
            ["annotations"] = new JArray(),
            ["units"] = new JArray(new JObject(Counted("T:A"))),
            ["files"] = new JArray(new JObject { ["path"] = "U.cs", ["reason"] = "noDeclarations" }),
            ["findings"] = new JArray(),
        }.ToString());

        Assert.Equal(
            """
            {"record":"project","schemaVersion":"1","assembly":"Lib","project":"src/Lib.csproj","frameworks":["net10.0"],"summary":{"units":1,"undeclared":0,"aiMade":0,"unreviewed":0,"stale":0}}
            {"record":"unit","schemaVersion":"1","assembly":"Lib","project":"src/Lib.csproj","id":"T:A","due":null,"origin":"unknown","review":"notRequired","excluded":false,"frameworks":["net10.0"]}
            {"record":"file","schemaVersion":"1","assembly":"Lib","project":"src/Lib.csproj","path":"U.cs","reason":"noDeclarations","frameworks":["net10.0"]}

            """.ReplaceLineEndings("\n"),
            new Manifest(MergedRecord.Read([path]), "src/Lib.csproj", hashesPeople: false).ToJsonLines());
    }

    [Fact]
    public void A_manifest_never_replaces_that_of_another_project()
    {
        using var folder = new TemporaryFolder();
        var record = MergedRecord.Read([folder.Write("a.json", FrameworkJson("net10.0"))]);
        var (first, second) = (new Manifest(record, "src/Lib.csproj", hashesPeople: false), new Manifest(record, "test/Lib.csproj", hashesPeople: false));
        foreach (var (name, write) in new (string, Func<Manifest, string>)[]
        {
            ("Lib.provenance.json", manifest => manifest.ToJson()),
            ("Lib.provenance.jsonl", manifest => manifest.ToJsonLines()),
        })
        {
            var path = folder.PathOf(name);
            File.WriteAllText(path, "half a manifest");
            first.Write(path, write(first));
            first.Write(path, write(first) + "\n");
            var before = File.ReadAllText(path);

            var exception = Assert.Throws<RecordException>(() => second.Write(path, write(second)));

            Assert.Equal(("PROVMSB0012", path), (exception.Code, exception.File));
            Assert.Equal(
                $"'{path}' is the manifest of 'src/Lib.csproj', which has the same assembly name as 'test/Lib.csproj'. Give one of them another "
                + "AssemblyName, or a ProvenanceManifestDirectory of its own. If there is no 'src/Lib.csproj' any more, delete the file.",
                exception.Message);
            Assert.Equal(before, File.ReadAllText(path));
        }

        Assert.Equal(["Lib.provenance.json", "Lib.provenance.jsonl", "a.json"], folder.Names);
    }

    [Fact]
    public void Of_two_projects_that_write_one_manifest_at_once_one_fails()
    {
        using var folder = new TemporaryFolder();
        var record = MergedRecord.Read([folder.Write("a.json", FrameworkJson("net10.0"))]);
        for (var run = 0; run < 100; run++)
        {
            var path = folder.PathOf($"{run}.json");
            var failed = 0;
            Parallel.For(0, 2, number =>
            {
                var manifest = new Manifest(record, $"{number}.csproj", hashesPeople: false);
                try
                {
                    manifest.Write(path, manifest.ToJson());
                }
                catch (RecordException)
                {
                    Interlocked.Increment(ref failed);
                }
            });
            Assert.Equal(1, failed);
        }
    }

    [Theory]
    [InlineData(".git/HEAD", "src/Lib/Lib.csproj")]
    [InlineData(".git", "src/Lib/Lib.csproj")]
    [InlineData("Shop.sln", "src/Lib/Lib.csproj")]
    [InlineData("src/Shop.slnx", "Lib/Lib.csproj")]
    public void A_project_is_known_by_its_place_in_the_repository(string mark, string expected)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("src/Lib"));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(mark))!);
        folder.Write(mark, string.Empty);

        Assert.Equal(expected, RepositoryPath.Of(folder.PathOf("src/Lib/Lib.csproj")));
    }

    [Fact]
    public void A_repository_counts_more_than_a_solution_and_without_either_the_name_is_all()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("src/.git"));
        folder.Write("src/Lib.sln", string.Empty);
        Directory.CreateDirectory(folder.PathOf("src/Lib"));
        folder.Write("src/Lib/Lib.sln", string.Empty);

        Assert.Equal("Lib/Lib.csproj", RepositoryPath.Of(folder.PathOf("src/Lib/Lib.csproj")));
        Assert.Equal("Lib.csproj", RepositoryPath.Of(folder.PathOf("Lib.csproj")));
    }

    private static JObject Known(string rule, string path, int line) =>
        new() { ["rule"] = rule, ["path"] = path, ["line"] = line, ["column"] = 1, ["message"] = "Text." };

    private static JObject Counted(
        string id, string? due = null, string origin = "unknown", string review = "notRequired", bool isExcluded = false) =>
        new() { ["id"] = id, ["due"] = due, ["origin"] = origin, ["review"] = review, ["excluded"] = isExcluded };

    private static string FrameworkJson(string framework, params (string Id, string Digest)[] units) => new JObject
    {
        ["framework"] = framework,
        ["assembly"] = "Lib",
        ["annotations"] = new JArray(),
        ["units"] = new JArray(units.Select(unit => new JObject { ["id"] = unit.Id, ["digest"] = unit.Digest })),
        ["files"] = new JArray(),
        ["findings"] = new JArray(),
    }.ToString();

    private static JObject Unit(string id, int startLine, int endLine, string? due = null, JArray? annotations = null) => new()
    {
        ["record"] = "unit",
        ["id"] = id,
        ["due"] = due,
        ["digest"] = Digest,
        ["parts"] = new JArray(new JObject
        {
            ["file"] = "/src/Lib/A.cs",
            ["path"] = "A.cs",
            ["startLine"] = startLine,
            ["startColumn"] = 1,
            ["endLine"] = endLine,
            ["endColumn"] = 80,
            ["digest"] = Digest,
        }),
        ["annotations"] = annotations ?? [],
    };

    private static JObject Fixture(string path, string? digest) => new()
    {
        ["record"] = "unit",
        ["id"] = path,
        ["kind"] = "fixture",
        ["due"] = "PROV1003",
        ["digest"] = digest,
        ["size"] = 7,
        ["parts"] = new JArray(new JObject
        {
            ["file"] = null,
            ["path"] = path,
            ["startLine"] = null,
            ["startColumn"] = null,
            ["endLine"] = null,
            ["endColumn"] = null,
            ["digest"] = digest,
        }),
        ["annotations"] = new JArray(),
    };

    private static JObject Project(int units, int files) => new()
    {
        ["record"] = "project",
        ["assembly"] = "Lib",
        ["framework"] = "net10.0",
        ["annotations"] = new JArray(),
        ["units"] = units,
        ["files"] = files,
    };

    private static string Record(JObject record) =>
        $$"""{ "ruleId": "PROV9001", "level": "note", "message": { "text": "" }, "properties": { "customProperties": { "record": {{new JValue(record.ToString()).ToString(Newtonsoft.Json.Formatting.None)}} } } }""";

    private static string Finding(string rule, int line, string more = "") =>
        $$"""
        { "ruleId": "{{rule}}", "level": "warning", "message": { "text": "Text." }, "locations": [ { "physicalLocation": {
          "artifactLocation": { "uri": "file:///src/Lib/A.cs" }, "region": { "startLine": {{line}}, "startColumn": 5 } } } ] {{more}} }
        """;

    private static string Log(TemporaryFolder folder, params string[] results) =>
        folder.Write("log.sarif", $$"""{ "runs": [ { "results": [ {{string.Join(",", results)}} ] } ] }""");
}
