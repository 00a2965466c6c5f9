using ProvenanceAnalyzers.Build.Facts;

namespace ProvenanceAnalyzers.Build.Tests.Facts;

public sealed class WriteProvenanceFactsTests
{
    private const string File = "App.net10.0.Provenance.Facts.tsv";
    private const string Update = "App.net10.0.Provenance.BaselineUpdate.tsv";

    [Fact]
    public void Each_fact_is_written_and_the_same_facts_leave_the_file_as_it_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("company.provenance", "provenance.denied_tools = codex\n");
        folder.Write(".editorconfig", "[*.cs]\nprovenance.exclude = true\n");

        Assert.True(Run(folder));

        var facts = folder.Read(File).Split('\n');
        Assert.Equal(
            [
                "mode\tStrict",
                "default-fixtures",
                "project",
                "output\tobj/",
                "preset\tdisclose",
                "policy\tcompany.provenance\t766a19c109b445a5308a7acf12f9f77c577a3daad09f0933a8583d24bff1ff73",
                "source\tA.cs",
                "setting\t.editorconfig\t2\tprovenance.exclude\ttrue",
            ],
            facts.Where(line => line.Split('\t')[0]
                is "mode" or "default-fixtures" or "output" or "preset" or "source" or "setting" or "policy"
                || line == "project"));
        var written = System.IO.File.GetLastWriteTimeUtc(folder.PathOf(File));

        Assert.True(Run(folder));

        Assert.Equal(written, System.IO.File.GetLastWriteTimeUtc(folder.PathOf(File)));
    }

    [Fact]
    public void The_baseline_files_are_listed_so_that_one_that_is_deleted_is_a_change()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Provenance.Baseline.txt", "T:C h1:00000000000000000000000000000000\n");

        Assert.True(Run(folder, additionalFiles: ["Provenance.Baseline.txt", "Other.txt"]));
        Assert.Equal(
            ["baseline\tProvenance.Baseline.txt\t00acbabd7896710b4c4e6e1fcaa5a0d9aab17a7cbf02ea5a8dd87d6b333b6b7f"],
            BaselinesIn(folder.Read(File)));

        Assert.True(Run(folder));
        Assert.Empty(BaselinesIn(folder.Read(File)));

        static IEnumerable<string> BaselinesIn(string facts) =>
            facts.Split('\n').Where(line => line.StartsWith("baseline\t", StringComparison.Ordinal));
    }

    [Fact]
    public void That_a_baseline_is_written_is_said_beside_them_and_only_then()
    {
        using var folder = new TemporaryFolder();

        Assert.True(Run(folder, isBaselineUpdated: true));
        Assert.True(System.IO.File.Exists(folder.PathOf(Update)));

        Assert.True(Run(folder));
        Assert.False(System.IO.File.Exists(folder.PathOf(Update)));
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("true", "", true)]
    [InlineData("", "True", true)]
    [InlineData("1", "false", true)]
    [InlineData("false", "0", false)]
    public void Either_property_makes_it_continuous_integration(string one, string other, bool expected)
    {
        using var folder = new TemporaryFolder();

        Assert.True(Run(folder, continuousIntegration: [one, other]));

        var isSaidByEnvironment = Environment.GetEnvironmentVariable("CI") is "true" or "1";
        Assert.Equal(expected || isSaidByEnvironment, folder.Read(File).Split('\n').Contains("ci"));
    }

    [Fact]
    public void A_policy_that_cannot_be_read_has_a_hash_that_no_text_has()
    {
        using var folder = new TemporaryFolder();

        Assert.True(Run(folder));

        Assert.Contains("policy\tcompany.provenance\n", folder.Read(File), StringComparison.Ordinal);
    }

    [FactOnUnix]
    public void Under_a_policy_a_link_is_followed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("Evals"));
        folder.Write("Evals/A.cs", string.Empty);
        folder.Write("company.provenance", "provenance.denied_tools = codex\n");
        Directory.CreateSymbolicLink(folder.PathOf("Other"), "Evals");
        System.IO.File.CreateSymbolicLink(folder.PathOf("B.cs"), "Other/A.cs");
        string[] sources = ["Evals/A.cs", "Other/A.cs", "B.cs", "Gone.cs"];

        Assert.True(Run(folder, sources: sources));
        Assert.Equal(
            ["source\tEvals/A.cs", "source\tOther/A.cs\t\t\t\tEvals/A.cs", "source\tB.cs\t\t\t\tEvals/A.cs", "source\tGone.cs"],
            SourcesIn(folder.Read(File)));

        Assert.True(Run(folder, sources: sources, policies: []));
        Assert.Equal(sources.Select(source => $"source\t{source}"), SourcesIn(folder.Read(File)));
    }

    /// <summary>The sections of a policy are relative to its folder, whichever way the project is reached.</summary>
    [FactOnUnix]
    public void A_project_may_be_reached_by_a_link_itself()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("repo/Evals"));
        folder.Write("repo/Evals/A.cs", string.Empty);
        folder.Write("repo/company.provenance", "provenance.denied_tools = codex\n");
        Directory.CreateSymbolicLink(folder.PathOf("repo/Other"), "Evals");
        Directory.CreateSymbolicLink(folder.PathOf("link"), "repo");

        Assert.Equal(["source\tA.cs"], SourcesOf("repo/Evals", "../company.provenance"));
        Assert.Equal(["source\tA.cs\t\t\t\t../Evals/A.cs"], SourcesOf("repo/Other", "../company.provenance"));
        Assert.Equal(["source\tA.cs"], SourcesOf("link/Evals", "../company.provenance"));
        Assert.Equal(["source\tA.cs\t\t\t\t../Evals/A.cs"], SourcesOf("link/Other", "../company.provenance"));

        IEnumerable<string> SourcesOf(string project, string policy)
        {
            Assert.True(Run(folder, project + "/", sources: ["A.cs"], policies: [policy]));
            return SourcesIn(folder.Read(project + "/" + File));
        }
    }

    private static IEnumerable<string> SourcesIn(string facts) =>
        facts.Split('\n').Where(line => line.StartsWith("source\t", StringComparison.Ordinal));

    private static bool Run(
        TemporaryFolder folder,
        string project = "",
        bool isBaselineUpdated = false,
        string[]? continuousIntegration = null,
        string[]? sources = null,
        string[]? policies = null,
        string[]? additionalFiles = null) =>
        new WriteProvenanceFacts
        {
            BuildEngine = new RecordingEngine(),
            File = folder.PathOf(project + File),
            Project = folder.PathOf(project + "App.csproj"),
            Mode = "Strict",
            HasDefaultFixtures = true,
            IsBaselineUpdated = isBaselineUpdated,
            ContinuousIntegration = continuousIntegration ?? [],
            OutputFolders = ["obj/", "obj/", "./", ""],
            Presets = ["disclose"],
            Policies = [.. (policies ?? ["company.provenance"]).Select(policy => new InMemoryItem(policy))],
            Sources = [.. (sources ?? ["A.cs"]).Select(source => new InMemoryItem(source))],
            AdditionalFiles = [.. (additionalFiles ?? []).Select(file => new InMemoryItem(file))],
            ConfigFiles = [new InMemoryItem(".editorconfig")],
        }.Execute();
}
