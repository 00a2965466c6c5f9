using System.Text.Json;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Verify;

namespace ProvenanceAnalyzers.Tool.Tests.Verify;

/// <summary>What stands against a project comes from what the manifest says of it, and not from what the build has reported.</summary>
public sealed class VerificationTests
{
    /// <summary>Each row: what somebody did, the change of a manifest that is in order, and the one thing that is said of it.</summary>
    public static TheoryData<string, Action<JsonObject>, string> Changes => new()
    {
        { "nothing", _ => { }, "" },
        { "another version of the policy", manifest => InForce(manifest)["policies"]![0]!["sha256"] = "00",
            "policy : another version of the policy 'company.provenance' was in force; build with the one that is verified" },
        { "another policy", manifest => (InForce(manifest)["policies"]![0]!["path"], InForce(manifest)["policies"]![0]!["sha256"])
            = ("other.provenance", "00"), "policy : the policy 'company.provenance' was not in force, but other.provenance; name it by" },
        { "no policy", manifest => InForce(manifest)["policies"] = new JsonArray(),
            "policy : the policy 'company.provenance' was not in force; name it by ProvenancePolicyFile" },
        { "an old package", manifest => manifest.Remove("inForce"), "policy : the manifest does not say what was in force" },
        { "another package", manifest => InForce(manifest)["version"] = "0.0.1", "weakened : version 0.0.1 of the package judged it" },
        { "mode None", manifest => InForce(manifest)["mode"] = "none", "weakened : ProvenanceAnalysisMode is None" },
        { "a severity", manifest => InForce(manifest)["severities"] = Severity("PROV3001", "none"),
            "weakened : the severity of PROV3001, on which 'company.provenance' relies, is none" },
        { "a severity of another rule", manifest => InForce(manifest)["severities"] = Severity("PROV0005", "none"), "" },
        { "a stricter severity", manifest => InForce(manifest)["severities"] = Severity("PROV3001", "error"), "" },
        { "a generated file", manifest => InForce(manifest)["unjudged"] = new JsonArray("Hidden.g.cs"),
            "unjudged src/Hidden.g.cs: it counts as generated" },
        { "PROV0006", manifest => manifest["findings"] = new JsonArray(ManifestFolder.Finding("PROV0006")), "weakened : PROV0006: " },
        { "PROV0008", manifest => manifest["findings"] = new JsonArray(ManifestFolder.Finding("PROV0008")), "weakened : PROV0008: " },
        { "files that nobody committed", manifest => manifest["source"]!["clean"] = false, "revision : it was built from files that" },
        { "an undeclared type", manifest => Unit(manifest)["due"] = "PROV1001",
            "undeclared src/A.cs:3 T:A nobody has said who made it; declare it" },
        { "a suppressed one", manifest => (Unit(manifest)["due"], Unit(manifest)["suppressed"]) = ("PROV1001", true),
            "undeclared src/A.cs:3 T:A nobody has said who made it, and PROV1001, which says so, is suppressed" },
        { "one in the baseline", manifest => (Unit(manifest)["due"], Unit(manifest)["baseline"]) = ("PROV1001", true), "" },
        { "one in the baseline and suppressed", manifest =>
            (Unit(manifest)["due"], Unit(manifest)["baseline"], Unit(manifest)["suppressed"]) = ("PROV1001", true, true),
            "undeclared src/A.cs:3 T:A" },
        { "an excluded type", manifest => Unit(manifest)["excluded"] = true, "unjudged src/A.cs:3 T:A provenance.exclude leaves" },
        { "a denied tool", manifest => Annotate(manifest, "generated", "codex", ManifestFolder.Review("bob@example.com")),
            "violation src/A.cs:3 T:A PROV3001: Output of 'codex' (openai): provenance.denied_tools in the locked policy "
            + "'company.provenance' names 'codex'" },
        { "a denied tool by its other name", manifest =>
            Annotate(manifest, "generated", "OpenAI Codex", ManifestFolder.Review("bob@example.com")),
            "violation src/A.cs:3 T:A PROV3001" },
        { "another tool", manifest => Annotate(manifest, "generated", "claude-code", ManifestFolder.Review("bob@example.com")), "" },
        { "no review", manifest => Annotate(manifest, "generated", "claude-code"),
            "unreviewed src/A.cs:3 T:A nobody has reviewed it who may" },
        { "no review that anyone asked for", manifest =>
        {
            Annotate(manifest, "generated", "claude-code");
            Unit(manifest)["reviewsRequired"] = 0;
            Unit(manifest)["review"] = "notRequired";
        }, "unreviewed src/A.cs:3 T:A nobody has reviewed it who may" },
        { "a stale review", manifest =>
        {
            Annotate(manifest, "generated", "claude-code");
            Unit(manifest)["review"] = "stale";
        }, "unreviewed src/A.cs:3 T:A it has changed since somebody reviewed it" },
        { "an AI's review that counted", manifest => Annotate(manifest, "generated", "claude-code", ManifestFolder.Review("claude-code")),
            "unreviewed src/A.cs:3 T:A 0 of 1 reviews count; 'claude-code' is the name of an AI tool" },
        { "the requester's review that counted", manifest =>
            Annotate(manifest, "generated", "claude-code", ManifestFolder.Review("Ada <ADA@example.com>")),
            "unreviewed src/A.cs:3 T:A 0 of 1 reviews count; 'Ada <ADA@example.com>' requested the code" },
        { "a marker that nobody attests", manifest => Found(manifest, "PROV4003"), "contradicted src/A.cs:3 T:A PROV4003: Text." },
        { "a marker of whoever wrote it", manifest => Found(manifest, "PROV4004"), "contradicted src/A.cs:3 T:A PROV4004: Text." },
        { "an origin that history contradicts", manifest => Found(manifest, "PROV4001"), "contradicted src/A.cs:3 T:A PROV4001: Text." },
        { "one that somebody contests", manifest =>
        {
            Found(manifest, "PROV4001", isSuppressed: true);
            Unit(manifest)["contested"] = true;
        }, "" },
        { "a suppressed policy finding", manifest => Found(manifest, "PROV3001", isSuppressed: true),
            "weakened src/A.cs:3 T:A PROV3001 is suppressed, and the policy relies on it" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_stands_against_a_project_is_said_once(string what, Action<JsonObject> change, string expected)
    {
        Assert.NotEmpty(what);
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        change(manifest);

        var problems = await folder.VerifyAsync(manifest);

        if (expected.Length == 0)
        {
            Assert.Empty(problems);
            return;
        }

        Assert.StartsWith(expected, Assert.Single(problems).Replace(":0  ", ": ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_says_which_baseline_reviewers_and_evidence_there_must_be()
    {
        using var folder = new ManifestFolder(
            "provenance.required_on = types\nprovenance.baseline = false\nprovenance.review_required = ai\n"
            + "provenance.reviewers = *@example.com\nprovenance.reviews_required = 2\nprovenance.evidence = true\n");
        var manifest = folder.Manifest(ManifestFolder.Unit("T:A"), ManifestFolder.Unit("T:B", "B.cs"), ManifestFolder.Unit("T:C", "C.cs"));
        (Unit(manifest)["due"], Unit(manifest)["baseline"]) = ("PROV1001", true);
        Annotate(
            (JsonObject)manifest["units"]![1]!, ManifestFolder.Review("bob@example.com"), ManifestFolder.Review("eve@elsewhere.example"));
        Annotate(
            (JsonObject)manifest["units"]![2]!, ManifestFolder.Review("bob@example.com"), ManifestFolder.Review("carol@example.com"));

        var problems = await folder.VerifyAsync(manifest);

        Assert.Equal(3, problems.Count);
        Assert.Contains("'company.provenance' asks for evidence, and history was not asked", problems[0], StringComparison.Ordinal);
        Assert.Contains("T:A nobody has said who made it, and the policy lets no baseline hold", problems[1], StringComparison.Ordinal);
        Assert.Contains("T:B 1 of 2 reviews count; 'eve@elsewhere.example' is none of those", problems[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Evals/A.cs", "violation")]
    [InlineData("Other/A.cs", "")]
    public async Task A_section_of_a_policy_holds_for_the_files_that_it_names(string path, string kind)
    {
        using var folder = new ManifestFolder("[src/Evals/**]\nprovenance.denied_tools = codex\n");
        var manifest = folder.Manifest(ManifestFolder.Unit("T:A", path));
        Annotate(manifest, "generated", "codex", ManifestFolder.Review("bob@example.com"));

        Assert.Equal(kind, string.Join(", ", (await folder.VerifyAsync(manifest)).Select(problem => problem.Split(' ')[0])));
    }

    [Fact]
    public async Task An_allowance_is_for_so_many_units_and_no_more()
    {
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest(ManifestFolder.Unit("T:A"), ManifestFolder.Unit("T:B", "B.cs"));
        foreach (var unit in manifest["units"]!.AsArray())
        {
            unit!["due"] = "PROV1001";
        }

        Assert.Equal(2, (await folder.VerifyAsync(manifest)).Count);
        Assert.Equal(2, (await folder.VerifyAsync(manifest, request => request with { AllowedUndeclared = 1 })).Count);
        Assert.Empty(await folder.VerifyAsync(manifest, request => request with { AllowedUndeclared = 2 }));
        Assert.Equal(2, (await folder.VerdictAsync(request => request with { AllowedUndeclared = 2 })).Undeclared);
    }

    [Fact]
    public async Task Against_an_earlier_revision_no_baseline_grows_and_nothing_vanishes()
    {
        using var folder = new ManifestFolder();
        var before = folder.Manifest(ManifestFolder.Unit("T:A"), ManifestFolder.Unit("T:B", "B.cs"), ManifestFolder.Unit("T:C", "C.cs"));
        before["baseline"] = new JsonObject { ["sha256"] = "00", ["entries"] = 1 };
        folder.Write("old/Lib.provenance.json", before.ToJsonString());
        var gone = folder.Manifest();
        (gone["assembly"], gone["project"]) = ("Gone", "src/Gone.csproj");
        folder.Write("old/Gone.provenance.json", gone.ToJsonString());

        var now = folder.Manifest(ManifestFolder.Unit("T:A"), ManifestFolder.Unit("T:New", "C.cs"));
        (Unit(now)["due"], Unit(now)["baseline"]) = ("PROV1001", true);
        now["baseline"] = new JsonObject { ["sha256"] = "11", ["entries"] = 2 };
        now["files"] = new JsonArray(new JsonObject { ["path"] = "B.cs", ["reason"] = "generated" });

        // In C.cs another type stands, so that the old one may have been renamed.
        Assert.Equal(
            ["missing ", "baseline ", "baseline src/A.cs", "vanished src/B.cs"],
            (await folder.VerifyAsync(now, request => request with { Against = [folder.PathOf("old")] }))
                .Select(problem => problem[..problem.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Empty(await folder.VerifyAsync(before, request => request with { Against = [folder.PathOf("old/Lib.provenance.json")] }));
    }

    [Fact]
    public async Task Each_project_of_a_checkout_has_a_manifest_of_its_revision()
    {
        using var project = await TestProject.CreateAsync(("src/obj/Made.csproj", "<Project />"), ("tests/T.csproj", "<Project />"));
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        manifest["project"] = "src/App.csproj";

        Assert.Equal(
            ["revision src/App.csproj", "missing tests/T.csproj"],
            await VerifyAsync(request => request with { Sources = project.Folder }));
        manifest["source"]!["revision"] = (await project.GitAsync("rev-parse", "HEAD")).Trim();
        Assert.Equal(
            [], await VerifyAsync(request => request with { Sources = project.Folder, Except = ["tests/**"] }));
        manifest["source"] = null;
        Assert.Equal(
            ["revision src/App.csproj"],
            await VerifyAsync(request => request with { Sources = project.Folder, Except = ["tests/*.csproj"] }));

        async Task<IReadOnlyList<string>> VerifyAsync(Func<VerifyRequest, VerifyRequest> change)
        {
            folder.Write("new/Lib.provenance.json", manifest.ToJsonString());
            return [.. (await folder.VerdictAsync(change)).Problems
                .Select(problem => $"{VerdictJson.NameOf(problem.Kind)} {problem.Project}")];
        }
    }

    [Fact]
    public async Task JSON_Lines_say_the_same()
    {
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        Annotate(manifest, "generated", "codex");
        var expected = await folder.VerifyAsync(manifest);
        File.Delete(folder.PathOf("new/Lib.provenance.json"));
        string Line(string record, JsonObject content)
        {
            var line = (JsonObject)content.DeepClone();
            foreach (var name in new[] { "schemaVersion", "assembly", "project" })
            {
                line[name] = manifest[name]!.DeepClone();
            }

            line["record"] = record;
            return line.ToJsonString() + "\n";
        }

        var project = (JsonObject)manifest.DeepClone();
        project.Remove("units");
        project.Remove("files");
        project.Remove("findings");
        folder.Write("new/Lib.provenance.jsonl", Line("project", project) + Line("unit", Unit(manifest)));

        Assert.Equal(2, expected.Count);
        Assert.Equal(expected, (await folder.VerdictAsync()).Problems.Select(problem =>
            $"{VerdictJson.NameOf(problem.Kind)} {problem.Path}:{problem.Line} {problem.Name} {problem.Message}"));
    }

    [Theory]
    [InlineData("nowhere.provenance", "There is no policy file")]
    [InlineData("bad.provenance", "is no policy, in line 1: ")]
    public async Task What_is_no_policy_verifies_nothing(string policy, string said)
    {
        using var folder = new ManifestFolder();
        folder.Write("bad.provenance", "provenance.nonsense = 1\n");
        folder.Write("new/Lib.provenance.json", folder.Manifest().ToJsonString());

        var exception = await Assert.ThrowsAsync<ToolException>(() => folder.VerdictAsync(
            request => request with { Policies = [folder.PathOf(policy)] }));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_is_a_statement_that_somebody_can_sign()
    {
        using var folder = new ManifestFolder();
        folder.Write("new/Lib.provenance.json", folder.Manifest().ToJsonString());
        var passed = await folder.VerdictAsync();
        var manifest = folder.Manifest();
        Unit(manifest)["due"] = "PROV1001";
        folder.Write("new/Lib.provenance.json", manifest.ToJsonString());
        var failed = await folder.VerdictAsync();

        Assert.Equal(("PASSED", "PROVENANCE_POLICY_MET"), Read(passed));
        Assert.Equal(("FAILED", "FAILED"), Read(failed));

        static (string?, string?) Read(Verdict verdict)
        {
            var time = new DateTimeOffset(2026, 11, 27, 19, 0, 0, TimeSpan.FromHours(1));
            using var statement = JsonDocument.Parse(VerificationSummary.Write(verdict, "git+https://example.com/shop", time));
            var root = statement.RootElement;
            Assert.Equal("https://in-toto.io/Statement/v1", root.GetProperty("_type").GetString());
            Assert.Equal("https://slsa.dev/verification_summary/v1", root.GetProperty("predicateType").GetString());
            Assert.Equal(new string('a', 40), root.GetProperty("subject")[0].GetProperty("digest").GetProperty("gitCommit").GetString());
            var predicate = root.GetProperty("predicate");
            Assert.Equal("2026-11-27T18:00:00Z", predicate.GetProperty("timeVerified").GetString());
            Assert.Equal("git+https://example.com/shop", predicate.GetProperty("resourceUri").GetString());
            Assert.Equal(64, predicate.GetProperty("policy").GetProperty("digest").GetProperty("sha256").GetString()!.Length);
            return (predicate.GetProperty("verificationResult").GetString(), predicate.GetProperty("verifiedLevels")[0].GetString());
        }
    }

    private static JsonObject InForce(JsonObject manifest) => (JsonObject)manifest["inForce"]![0]!;

    private static JsonObject Unit(JsonObject manifest) => (JsonObject)manifest["units"]![0]!;

    private static JsonArray Severity(string rule, string severity) => new(new JsonObject { ["rule"] = rule, ["severity"] = severity });

    private static void Found(JsonObject manifest, string rule, bool isSuppressed = false) =>
        Unit(manifest)["findings"] = new JsonArray(ManifestFolder.Finding(rule, isSuppressed));

    private static void Annotate(JsonObject manifest, string origin, string tool, params JsonObject[] reviews)
    {
        var unit = Unit(manifest);
        Annotate(unit, reviews);
        unit["annotations"] = new JsonArray(ManifestFolder.Annotation(origin, tool, "ada@example.com"));
    }

    private static void Annotate(JsonObject unit, params JsonObject[] reviews)
    {
        unit["annotations"] = new JsonArray(ManifestFolder.Annotation("generated", "claude-code", "ada@example.com"));
        unit["review"] = reviews.Length > 0 ? "reviewed" : "unreviewed";
        unit["reviewsRequired"] = 1;
        unit["reviews"] = new JsonArray([.. reviews]);
    }
}
