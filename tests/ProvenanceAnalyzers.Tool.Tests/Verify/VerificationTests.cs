using System.Security.Cryptography;
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
        { "other analyzers", manifest => InForce(manifest)["analyzers"] = new string('0', 64),
            "weakened : other analyzers judged it than those of version" },
        { "a generated file of a package", manifest => InForce(manifest)["unjudged"] = new JsonArray("(packages)/some/1.0.0/A.g.cs"), "" },
        { "a policy only in one framework", manifest =>
        {
            var other = InForce(manifest).DeepClone();
            other["policies"] = new JsonArray();
            ((JsonArray)manifest["inForce"]!).Add(other);
        }, "policy : the policy 'company.provenance' was not in force in each target framework" },
        { "one of two reviews", manifest =>
        {
            Annotate(manifest, "generated", "claude-code", ManifestFolder.Review("bob@example.com"));
            (Unit(manifest)["reviewsRequired"], Unit(manifest)["review"]) = (2, "unreviewed");
        }, "unreviewed src/A.cs:3 T:A 1 of 2 reviews count" },
        { "a part without a review", manifest =>
        {
            Annotate(manifest, "generated", "claude-code", ManifestFolder.Review("bob@example.com"));
            Unit(manifest)["review"] = "unreviewed";
        }, "unreviewed src/A.cs:3 T:A not each of its parts is reviewed" },
        { "an excluded type", manifest => (Unit(manifest)["excluded"], manifest["summary"]!["units"]) = (true, 0),
            "unjudged src/A.cs:3 T:A provenance.exclude leaves" },
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

    /// <summary>A copy of a policy elsewhere has the same hash, and its sections name other files.</summary>
    [Theory]
    [InlineData("[src/Evals/**]\nprovenance.denied_tools = codex\n", "company.provenance", "policy")]
    [InlineData("[src/Evals/**]\nprovenance.denied_tools = codex\n", "(packages)/company/1.0.0/company.provenance", "policy")]
    [InlineData("[src/Evals/**]\nprovenance.denied_tools = codex\n", "../company.provenance", "")]
    [InlineData("provenance.denied_tools = codex\n", "company.provenance", "")]
    public async Task A_policy_whose_sections_name_files_is_where_it_belongs(string text, string path, string kind)
    {
        using var folder = new ManifestFolder(text);
        var manifest = folder.Manifest();
        InForce(manifest)["policies"]![0]!["path"] = path;

        Assert.Equal(kind, string.Join(", ", (await folder.VerifyAsync(manifest)).Select(problem => problem.Split(' ')[0])));
    }

    [Fact]
    public async Task What_a_policy_itself_excludes_is_not_left_out_by_anybody()
    {
        using var folder = new ManifestFolder("provenance.required_on = types\n[src/Vendor/**]\nprovenance.exclude = true\n");
        var manifest = folder.Manifest(ManifestFolder.Unit("T:A", "Vendor/A.cs"), ManifestFolder.Unit("T:B", "B.cs"));
        manifest["summary"]!["units"] = 0;
        foreach (var unit in manifest["units"]!.AsArray())
        {
            unit!["excluded"] = true;
        }

        var problems = await folder.VerifyAsync(manifest);

        Assert.StartsWith("unjudged src/B.cs:3 T:B", Assert.Single(problems), StringComparison.Ordinal);
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
        using var project = await TestProject.CreateAsync(("tests/T.csproj", "<Project />"));
        project.Write("src/obj/Made.csproj", "<Project />");
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        manifest["project"] = "src/App.csproj";

        Assert.Equal(["revision src/App.csproj", "missing tests/T.csproj"], await VerifyAsync(folder, project, manifest));
        manifest["source"]!["revision"] = (await project.GitAsync("rev-parse", "HEAD")).Trim();
        Assert.Equal([], await VerifyAsync(folder, project, manifest, "tests/**"));

        // Each of several manifests counts, and one of a project that is nowhere.
        var old = manifest.DeepClone();
        old["source"]!["revision"] = new string('b', 40);
        folder.Write("new/old/Lib.provenance.json", old.ToJsonString());
        old["project"] = "gone/Gone.csproj";
        folder.Write("new/old/Gone.provenance.json", old.ToJsonString());
        Assert.Equal(
            ["revision gone/Gone.csproj", "revision src/App.csproj"], await VerifyAsync(folder, project, manifest, "tests/**"));
        Directory.Delete(folder.PathOf("new/old"), recursive: true);

        manifest["source"] = null;
        Assert.Equal(["revision src/App.csproj"], await VerifyAsync(folder, project, manifest, "tests/*.csproj"));
    }

    /// <summary>A project that somebody has put, or called, so that a search for projects might pass it over.</summary>
    [Theory]
    [InlineData("bin/Hidden.csproj", "bin/Hidden.csproj")]
    [InlineData("src/obj/deep/Hidden.csproj", "src/obj/deep/Hidden.csproj")]
    [InlineData("Upper/Upper.CSPROJ", "Upper/Upper.CSPROJ")]
    [InlineData(".hidden/H.csproj", ".hidden/H.csproj")]
    [InlineData("Basic/Basic.vbproj Basic/A.cs", "Basic/Basic.vbproj")]
    [InlineData("Any/Any.proj Any/Deep/A.CS", "Any/Any.proj")]
    [InlineData("Functional/F.fsproj Functional/A.fs", "")]
    [InlineData("dirs.proj", "")]
    [InlineData("Both/Both.csproj Both/Both.vbproj Both/A.cs", "Both/Both.csproj")]
    [InlineData("src/Shared.shproj src/A.cs", "")]
    public async Task A_project_is_found_wherever_it_is_and_whatever_it_is_called(string files, string missing)
    {
        using var project = await TestProject.CreateAsync([.. files.Split(' ').Select(path => (path, "x"))]);
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        manifest["project"] = "src/App.csproj";
        manifest["source"]!["revision"] = (await project.GitAsync("rev-parse", "HEAD")).Trim();

        var problems = await VerifyAsync(folder, project, manifest);

        Assert.Equal(missing.Length == 0 ? [] : [$"missing {missing}"], problems);
        Assert.Equal([], await VerifyAsync(folder, project, manifest, files.Split(' ')[0], "Both/*"));
    }

    [Fact]
    public async Task A_link_to_a_project_is_a_project()
    {
        using var project = await TestProject.CreateAsync(("elsewhere/Real.txt", "<Project />"));
        File.CreateSymbolicLink(project.PathOf("elsewhere/Linked.csproj"), project.PathOf("elsewhere/Real.txt"));
        Directory.CreateSymbolicLink(project.PathOf("loop"), project.Folder);
        await project.CommitAsync();
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        manifest["project"] = "src/App.csproj";
        manifest["source"]!["revision"] = (await project.GitAsync("rev-parse", "HEAD")).Trim();

        Assert.Equal(["missing elsewhere/Linked.csproj"], await VerifyAsync(folder, project, manifest));
    }

    [Theory]
    [InlineData("docs", "There is no C# project in")]
    [InlineData("nowhere", "does not exist")]
    public async Task Where_there_is_no_project_nothing_is_verified(string sources, string said)
    {
        using var project = await TestProject.CreateAsync(("docs/a.md", "x"));
        using var folder = new ManifestFolder();
        folder.Write("new/Lib.provenance.json", folder.Manifest().ToJsonString());

        var exception = await Assert.ThrowsAsync<ToolException>(() => folder.VerdictAsync(
            request => request with { Sources = project.PathOf(sources) }));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_the_checkout_is_where_it_lies_there()
    {
        const string Text = "[../src/Evals/**]\nprovenance.denied_tools = codex\n";
        using var project = await TestProject.CreateAsync(("eng/company.provenance", Text));
        using var folder = new ManifestFolder(Text);
        var manifest = folder.Manifest(ManifestFolder.Unit("T:A", "Evals/A.cs"));
        manifest["project"] = "src/App.csproj";
        manifest["source"]!["revision"] = (await project.GitAsync("rev-parse", "HEAD")).Trim();
        InForce(manifest)["policies"]![0]!["path"] = "../eng/company.provenance";
        folder.Write("new/Lib.provenance.json", manifest.ToJsonString());

        Assert.Empty((await folder.VerdictAsync(request => request with
        {
            Sources = project.Folder,
            Policies = [project.PathOf("eng/company.provenance")],
        })).Problems);
        Assert.Equal(["policy src/App.csproj"], await VerifyAsync(folder, project, manifest));
    }

    /// <summary>A file that is still there and that no manifest has any more is not taken for one that was removed.</summary>
    [Fact]
    public async Task Against_an_earlier_revision_a_checkout_tells_what_was_removed_from_what_is_out_of_sight()
    {
        using var project = await TestProject.CreateAsync(
            ("src/A.cs", "x"), ("src/Out.cs", "x"), ("src/Data/a.json", "x"), ("old/Kept.cs", "x"));
        using var folder = new ManifestFolder();
        var before = folder.Manifest(
            ManifestFolder.Unit("T:A"), ManifestFolder.Unit("T:Out", "Out.cs"), ManifestFolder.Unit("Data/a.json", "Data/a.json"),
            ManifestFolder.Unit("T:Removed", "Removed.cs"));
        before["project"] = "src/App.csproj";
        folder.Write("old/App.provenance.json", before.ToJsonString());
        var gone = folder.Manifest(ManifestFolder.Unit("T:Kept", "Kept.cs"), ManifestFolder.Unit("T:Removed", "Removed.cs"));
        gone["project"] = "old/Old.csproj";
        folder.Write("old/Old.provenance.json", gone.ToJsonString());
        var now = folder.Manifest();
        now["project"] = "src/App.csproj";
        now["source"]!["revision"] = (await project.GitAsync("rev-parse", "HEAD")).Trim();
        folder.Write("new/App.provenance.json", now.ToJsonString());

        Assert.Equal(
            ["vanished old/Kept.cs", "vanished src/Data/a.json", "vanished src/Out.cs"],
            (await folder.VerdictAsync(request => request with { Sources = project.Folder, Against = [folder.PathOf("old")] }))
                .Problems.Select(problem => $"{VerdictJson.NameOf(problem.Kind)} {problem.Path}"));
    }

    [Fact]
    public async Task A_baseline_does_not_grow_by_a_project_of_another_name()
    {
        using var folder = new ManifestFolder();
        var before = folder.Manifest(InBaseline("T:A"));
        before["baseline"] = new JsonObject { ["sha256"] = "00", ["entries"] = 1 };
        before["project"] = "src/Old.csproj";
        folder.Write("old/Lib.provenance.json", before.ToJsonString());
        var now = folder.Manifest(InBaseline("T:A"));
        now["baseline"] = new JsonObject { ["sha256"] = "00", ["entries"] = 1 };
        var grown = folder.Manifest(InBaseline("T:A"), InBaseline("T:B"));
        grown["baseline"] = new JsonObject { ["sha256"] = "11", ["entries"] = 2 };

        Assert.Equal(["missing"], await KindsAsync(now));
        Assert.Equal(["baseline", "missing"], (await KindsAsync(grown)).Order(StringComparer.Ordinal));

        async Task<IReadOnlyList<string>> KindsAsync(JsonObject manifest) =>
        [
            .. (await folder.VerifyAsync(manifest, request => request with { Against = [folder.PathOf("old")] }))
                .Select(problem => problem.Split(' ')[0]),
        ];

        static JsonObject InBaseline(string id)
        {
            var unit = ManifestFolder.Unit(id);
            (unit["due"], unit["baseline"]) = ("PROV1001", true);
            return unit;
        }
    }

    /// <summary>What is no manifest, or not all of one, is no reason to pass.</summary>
    public static TheoryData<string, string, string> Torn => new()
    {
        { "nothing", "Lib.provenance.json", "" },
        { "half an object", "Lib.provenance.json", "{\"schemaVersion\":\"1\"" },
        { "another schema", "Lib.provenance.json", "{\"schemaVersion\":\"0\",\"assembly\":\"A\",\"project\":\"A.csproj\"}" },
        { "no units", "Lib.provenance.json",
            "{\"schemaVersion\":\"1\",\"assembly\":\"A\",\"project\":\"A.csproj\",\"units\":null}" },
        { "no summary", "Lib.provenance.json",
            "{\"schemaVersion\":\"1\",\"assembly\":\"A\",\"project\":\"A.csproj\",\"units\":[]}" },
        { "too many levels", "Lib.provenance.json", new string('[', 5000) },
        { "nothing", "Lib.provenance.jsonl", "" },
        { "a unit alone", "Lib.provenance.jsonl", "{\"record\":\"file\",\"schemaVersion\":\"1\",\"assembly\":\"A\",\"project\":\"A\","
            + "\"path\":\"A.cs\",\"reason\":\"generated\"}\n" },
        { "no end", "Lib.provenance.jsonl", ProjectLine(lines: "\"lines\":1,") },
        { "two in one", "Lib.provenance.jsonl", ProjectLine(lines: "\"lines\":0,") + ProjectLine(lines: "\"lines\":0,") },
        { "no count", "Lib.provenance.jsonl", ProjectLine(lines: "") },
    };

    [Theory]
    [MemberData(nameof(Torn))]
    public async Task A_manifest_that_is_torn_verifies_nothing(string what, string name, string text)
    {
        Assert.NotEmpty(what);
        using var folder = new ManifestFolder();
        folder.Write($"new/{name}", text);

        var exception = await Assert.ThrowsAsync<ToolException>(() => folder.VerdictAsync());

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a unit removed", "\"units\":[]")]
    [InlineData("a field twice", "\"findings\":[],\"findings\"")]
    [InlineData("a unit without parts", "\"parts\":[]")]
    public async Task A_manifest_that_somebody_has_shortened_verifies_nothing(string what, string replacement)
    {
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        var text = what switch
        {
            "a unit removed" => manifest.ToJsonString()
                .Replace($"\"units\":{manifest["units"]!.ToJsonString()}", replacement, StringComparison.Ordinal),
            "a field twice" => manifest.ToJsonString().Replace("\"findings\"", replacement, StringComparison.Ordinal),
            _ => manifest.ToJsonString()
                .Replace($"\"parts\":{Unit(manifest)["parts"]!.ToJsonString()}", replacement, StringComparison.Ordinal),
        };
        Assert.NotEqual(manifest.ToJsonString(), text);
        folder.Write("new/Lib.provenance.json", text);

        await Assert.ThrowsAsync<ToolException>(() => folder.VerdictAsync());
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
        project["lines"] = 1;
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

    /// <summary>SLSA: all attestations that were used, and a digest by which somebody finds the very file.</summary>
    [Fact]
    public async Task The_summary_names_what_was_read_by_what_it_is()
    {
        using var folder = new ManifestFolder();
        var manifest = folder.Manifest();
        folder.Write("new/Lib.provenance.json", manifest.ToJsonString());
        folder.Write("old/My Lib.provenance.json", manifest.ToJsonString());
        byte[] marked = [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(folder.PathOf("company.provenance"))];
        File.WriteAllBytes(folder.PathOf("company.provenance"), marked);

        var verdict = await folder.VerdictAsync(request => request with { Against = [folder.PathOf("old")] });

        Assert.Empty(verdict.Problems);
        var text = VerificationSummary.Write(verdict, "git+https://example.com/shop", DateTimeOffset.UnixEpoch);
        using var statement = JsonDocument.Parse(text);
        var predicate = statement.RootElement.GetProperty("predicate");
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(marked)),
            predicate.GetProperty("policy").GetProperty("digest").GetProperty("sha256").GetString());
        Assert.Equal(
            ["Lib.provenance.json", "My%20Lib.provenance.json"],
            predicate.GetProperty("inputAttestations").EnumerateArray().Select(input => input.GetProperty("uri").GetString()));
    }

    private static string ProjectLine(string lines) =>
        "{\"record\":\"project\",\"schemaVersion\":\"1\",\"assembly\":\"A\",\"project\":\"A.csproj\"," + lines
            + "\"summary\":{\"units\":0}}\n";

    private static async Task<IReadOnlyList<string>> VerifyAsync(
        ManifestFolder folder, TestProject project, JsonObject manifest, params string[] except)
    {
        folder.Write("new/Lib.provenance.json", manifest.ToJsonString());
        return
        [
            .. (await folder.VerdictAsync(request => request with { Sources = project.Folder, Except = except })).Problems
                .Select(problem => $"{VerdictJson.NameOf(problem.Kind)} {problem.Project}"),
        ];
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
