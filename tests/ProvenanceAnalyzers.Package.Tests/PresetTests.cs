using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenancePolicy</c>.</summary>
public sealed class PresetTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Code = """
        namespace N;

        [AIProvenance(AIOrigin.Generated, Tool = "claude-code", Model = "anthropic/claude-opus-4-5", On = "2026-11-20", RequestedBy = "ada")]
        public class Restricted { }

        [AIProvenance(AIOrigin.Unknown)]
        public class Legacy { }

        [AIProvenance(AIOrigin.Assisted, Tool = "metacode", Model = "meta/llama-5", On = "2026-11-20", RequestedBy = "ada")]
        public class Tests { [Xunit.Fact] public void Passes() { } }

        """;

    private const string Restricted = "A.cs(3,42): {0} PROV3001";
    private const string Tests = "A.cs(9,15): {0} PROV3004";
    private const string Unknown = "A.cs(6,15): {0} PROV3003";

    [Fact]
    public async Task Each_preset_and_every_pair_sets_what_it_says()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(
            ".editorconfig",
            "root = true\n[*.cs]\nprovenance.review_required = none\nprovenance.tests.review_required = none\n");
        (string Name, string Presets, string Mode, string[] Expected)[] projects =
        [
            ("A", "no-third-party-training", "Default", [Restricted]),
            ("B", "human-tests", "Default", [Tests]),
            ("C", "disclose", "Default", [Unknown]),
            ("D", "no-third-party-training,human-tests", "Default", [Restricted, Tests]),
            ("E", "no-third-party-training;disclose", "Default", [Restricted, Unknown]),
            ("F", " Human-Tests , DISCLOSE ", "Default", [Unknown, Tests]),
            ("G", "disclose;human-tests;no-third-party-training", "Default", [Restricted, Unknown, Tests]),
            ("H", "no-third-party-training", "Strict", [Restricted]),
            ("I", "human-tests", "Strict", [Tests]),
            ("J", "disclose", "Strict", [Unknown]),
            ("K", "", "Default", []),
        ];
        foreach (var (name, presets, mode, _) in projects)
        {
            workspace.Add(
                name,
                new TestProject { Packages = ["xunit/2.9.3"] }.With("ProvenancePolicy", presets).With("ProvenanceAnalysisMode", mode),
                ("A.cs", Code));
        }

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(
            projects.SelectMany(project => project.Expected
                .Select(line => string.Format(null, line, project.Mode == "Strict" ? "error" : "warning"))
                .Concat(project.Expected.Contains(Unknown) ? [] : ["A.cs(6,2): note PROV1006"])
                .Order(StringComparer.Ordinal)
                .Select(line => $"{project.Name}/{line}")),
            build.OurOwn.GroupBy(diagnostic => diagnostic.Project)
                .SelectMany(project => project.Select(diagnostic => diagnostic.Summary).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_users_own_line_wins_but_over_what_is_denied_and_a_change_takes_effect_in_an_incremental_build()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(
            ".editorconfig",
            "root = true\n[*.cs]\nprovenance.review_required = none\nprovenance.denied_providers = openai\n"
            + "provenance.training_exempt_providers = anthropic\n");
        workspace.Write(".globalconfig", "is_global = true\nprovenance.allowed_origins = human, generated, unknown\n");
        workspace.Add("Lib", new TestProject(), ("A.cs", Code.Split("\n\n[AIProvenance(AIOrigin.Assisted")[0] + "\n"));

        async Task<IReadOnlyList<string>> BuildWith(string presets) =>
            [.. (await workspace.BuildAsync($"-p:ProvenancePolicy={presets.Replace(",", "%2c", StringComparison.Ordinal)}"))
                .MustSucceed().Provenance
                .Where(line => !line.Contains("PROV1006", StringComparison.Ordinal))];

        Assert.Equal(["Lib/A.cs(3,42): warning PROV3001"], await BuildWith("no-third-party-training,disclose"));
        workspace.Write(".globalconfig", "is_global = true\n");
        Assert.Equal(
            ["Lib/A.cs(3,42): warning PROV3001", "Lib/A.cs(6,15): warning PROV3003"], await BuildWith("no-third-party-training,disclose"));
        Assert.Empty(await BuildWith(""));
        workspace.Write(".editorconfig", "root = true\n[*.cs]\nprovenance.review_required = none\n");
        Assert.Equal(["Lib/A.cs(3,42): warning PROV3001"], await BuildWith("no-third-party-training"));
    }

    [Fact]
    public async Task A_wrong_name_is_one_error_a_project_that_says_what_is_allowed()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Single", new TestProject().With("ProvenancePolicy", "human-tests, no-training"));
        workspace.Add("Several", new TestProject { Framework = "netstandard2.0;net10.0" }.With("ProvenancePolicy", "humans"));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(
            [
                (
                    "Several",
                    "PROVMSB0013",
                    "ProvenancePolicy names 'humans'. Allowed are no-third-party-training, human-tests and disclose, "
                    + "several with a comma in between, or nothing."),
                (
                    "Single",
                    "PROVMSB0013",
                    "ProvenancePolicy names 'no-training'. Allowed are no-third-party-training, human-tests and disclose, "
                    + "several with a comma in between, or nothing."),
            ],
            build.Messages.Select(message => (Path.GetFileNameWithoutExtension(message.Origin), message.Code, message.Text)).Order());
    }
}
