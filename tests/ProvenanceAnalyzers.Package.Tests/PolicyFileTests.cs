using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenancePolicyFile</c>.</summary>
public sealed class PolicyFileTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string ByCodex = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")] public class C { }";

    private static TestProject Locked { get; } = new() { Items = "<ProvenancePolicyFile Include=\"../company.provenance\" />" };

    [Fact]
    public async Task Nothing_a_developer_sets_hides_that_a_policy_is_weakened()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write("company.provenance", "provenance.denied_tools = codex\n");
        workspace.Write("ByOption/.editorconfig", "[*.cs]\nprovenance.allowed_tools = codex\ndotnet_diagnostic.PROV0006.severity = none\n");
        workspace.Write("BySeverity/.editorconfig", "[*.cs]\ndotnet_diagnostic.PROV3001.severity = suggestion\n");
        workspace.Write(
            "ByFamily/.editorconfig",
            "[*.cs]\ndotnet_analyzer_diagnostic.category-Provenance.Policy.severity = none\n"
            + "dotnet_diagnostic.PROV3004.severity = warning\n");
        workspace.Write("ByAllAnalyzers/.editorconfig", "[*.cs]\ndotnet_analyzer_diagnostic.severity = none\n");
        workspace.Write("ByGlobalConfig/.globalconfig", "is_global = true\ndotnet_diagnostic.PROV3001.severity = silent\n");
        workspace.Write(
            "Harmless/.editorconfig",
            "[*.cs]\nprovenance.denied_tools = cursor\ndotnet_diagnostic.PROV3001.severity = error\n");
        const string Honest = "[AIProvenance(AIOrigin.Human)] public class C { }";
        foreach (var name in new[] { "ByOption", "BySeverity", "ByFamily", "ByAllAnalyzers", "ByGlobalConfig", "Harmless" })
        {
            workspace.Add(name, Locked, ("C.cs", Honest));
        }

        workspace.Add("ByNoWarn", Locked.With("NoWarn", "$(NoWarn);PROV3001;PROV0006"), ("C.cs", Honest));
        workspace.Add("ByNoWarnings", Locked.With("WarningLevel", "0"), ("C.cs", Honest));
        workspace.Add("ByMode", Locked.With("ProvenanceAnalysisMode", "None"), ("C.cs", Honest));
        workspace.Add("ByAudit", Locked.With("ProvenanceAnalysisMode", "Audit"), ("C.cs", Honest));
        workspace.Add("InCode", Locked.With("NoWarn", "$(NoWarn);PROV3001"), (
            "C.cs",
            "#pragma warning disable PROV0006\n"
            + "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Configuration\", \"PROV0006\")]\n"
            + Honest));

        var build = (await workspace.BuildAsync()).MustFail();

        const string Relies = "would weaken the locked policy: 'company.provenance' relies on ";
        const string For = " for 'provenance.denied_tools = codex'";
        AssertLines(
            [
                "ByAllAnalyzers/.editorconfig(2,1): error PROV0006: 'dotnet_analyzer_diagnostic.severity = none', "
                + $"which holds for 'C.cs', {Relies}PROV0002, PROV0003, PROV0004, "
                + $"PROV1001, PROV1002, PROV1003, PROV1004, PROV1005, PROV3001{For}",
                "ByFamily/.editorconfig(2,1): error PROV0006: 'dotnet_analyzer_diagnostic.category-Provenance.Policy.severity = none', "
                + $"which holds for 'C.cs', {Relies}PROV3001{For}",
                "ByGlobalConfig/.globalconfig(2,1): error PROV0006: 'dotnet_diagnostic.PROV3001.severity = silent', "
                + $"which holds for 'C.cs', {Relies}PROV3001{For}",
                $"(0,0): error PROV0006: 'NoWarn = PROV3001', which holds for 'C.cs', {Relies}PROV3001{For}",
                "(0,0): error PROV0006: 'WarningLevel = 0', which holds for 'C.cs', would weaken the locked policy: "
                + "'company.provenance' relies on warnings",
                "ByOption/.editorconfig(2,1): error PROV0006: 'provenance.allowed_tools = codex', which holds for 'C.cs', "
                + "would weaken the locked policy: 'company.provenance' says 'provenance.denied_tools = codex'",
                "BySeverity/.editorconfig(2,1): error PROV0006: 'dotnet_diagnostic.PROV3001.severity = suggestion', "
                + $"which holds for 'C.cs', {Relies}PROV3001{For}",
                $"(0,0): error PROV0006: 'NoWarn = PROV3001', which holds for 'C.cs', {Relies}PROV3001{For}",
            ],
            build.OurOwn.Select(diagnostic => $"{diagnostic.Summary}: {diagnostic.Message}"));

        // Before the compiler runs.
        Assert.Equal(
            ["ByMode"],
            build.Messages.Where(message => message.Code == "PROVMSB0031")
                .Select(message => Path.GetFileNameWithoutExtension(message.Origin)));
    }

    [Fact]
    public async Task A_policy_file_that_is_missing_empty_or_broken_fails_the_build()
    {
        using var workspace = package.NewWorkspace();
        const string Honest = "[AIProvenance(AIOrigin.Human)] public class C { }";
        TestProject With(string file) => new() { Items = $"<ProvenancePolicyFile Include=\"{file}\" />" };
        workspace.Add("Missing", With("gone.provenance"), ("C.cs", Honest));
        workspace.Add("MissingInSeveral", With("gone.provenance") with { Framework = "netstandard2.0;net10.0" }, ("C.cs", Honest));
        workspace.Add("Empty", With("empty.provenance"), ("C.cs", Honest), ("empty.provenance", "# Nothing yet.\n\n"));
        workspace.Add("Broken", With("broken.provenance"), ("C.cs", ByCodex), (
            "broken.provenance",
            "\uFEFF# Ours.\r\nprovenance.denied_tool = codex\r\n\r\n[*.cs]\r\nprovenance.denied_tools = cursor ; not this one\r\n"
            + "provenance.denied_tools = codex\r\nprovenance.reviews_required = none\r\nprovenance.show_digest = false\r\n"
            + "denied_tools\r\n"));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(
            [
                (
                    "Missing",
                    "PROVMSB0014",
                    "The policy file 'gone.provenance' does not exist. A lock that cannot be read is closed: "
                    + "restore the file, or correct the ProvenancePolicyFile item."),
                (
                    "MissingInSeveral",
                    "PROVMSB0014",
                    "The policy file 'gone.provenance' does not exist. A lock that cannot be read is closed: "
                    + "restore the file, or correct the ProvenancePolicyFile item."),
            ],
            build.Messages.Where(message => message.Code.StartsWith("PROVMSB", StringComparison.Ordinal))
                .Select(message => (Path.GetFileNameWithoutExtension(message.Origin), message.Code, message.Text))
                .Order());
        Assert.Equal(
            [
                "Broken/C.cs(1,42): error PROV3001",
                "Broken/broken.provenance(2,1): error PROV0008",
                "Broken/broken.provenance(7,1): error PROV0008",
                "Broken/broken.provenance(8,1): error PROV0008",
                "Broken/broken.provenance(9,1): error PROV0008",
                "Empty/empty.provenance(1,1): error PROV0008",
            ],
            build.Provenance.Where(summary => !summary.Contains("PROV2001", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "Line 2 of the policy file 'broken.provenance': 'provenance.denied_tool = codex' is unknown; "
                + "did you mean 'provenance.denied_tools'?",
                "Line 7 of the policy file 'broken.provenance': 'provenance.reviews_required = none' is not a whole number from 1 on",
                "Line 8 of the policy file 'broken.provenance': 'provenance.show_digest' cannot be locked: "
                + "nothing that is reported depends on it",
                "Line 9 of the policy file 'broken.provenance': it is not of the form 'key = value', "
                + "such as 'provenance.denied_tools = codex'",
                "Line 1 of the policy file 'empty.provenance': it locks nothing; write lines such as 'provenance.denied_tools = codex'",
            ],
            build.OurOwn.Where(diagnostic => diagnostic.Id == "PROV0008").Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public async Task Another_policy_takes_effect_in_an_incremental_build()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(".editorconfig", "root = true\n[*.cs]\nprovenance.review_required = none\n");
        workspace.Write("company.provenance", "provenance.denied_tools = cursor\n");
        workspace.Add("Lib", Locked, ("C.cs", ByCodex));
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().Provenance);

        workspace.Write("company.provenance", "provenance.denied_tools = cursor\nprovenance.denied_tools = codex\n");

        var build = (await workspace.BuildAsync()).MustFail();
        Assert.Equal(["Lib/C.cs(1,42): error PROV3001"], build.Provenance);
    }

    [Fact]
    public async Task Several_policies_all_hold()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(".editorconfig", "root = true\n[*.cs]\nprovenance.review_required = none\n");
        workspace.Write("company.provenance", "provenance.allowed_tools = codex, cursor\n");
        workspace.Write("team.provenance", "provenance.allowed_tools = codex, kiro\n");
        workspace.Add(
            "Lib",
            Locked with { Items = Locked.Items + "<ProvenancePolicyFile Include=\"../team.provenance\" />" },
            ("A.cs", ByCodex),
            ("B.cs", "[AIProvenance(AIOrigin.Generated, Tool = \"cursor\")] public class B { }"),
            ("D.cs", "[AIProvenance(AIOrigin.Generated, Tool = \"kiro\")] public class D { }"));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(["Lib/B.cs(1,42): error PROV3001", "Lib/D.cs(1,42): error PROV3001"], build.Provenance);
    }

    /// <summary>Compares texts that are too long to be shown as elements of a list.</summary>
    private static void AssertLines(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
}
