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

    private static bool Run(TemporaryFolder folder, bool isBaselineUpdated = false, string[]? continuousIntegration = null) =>
        new WriteProvenanceFacts
        {
            BuildEngine = new RecordingEngine(),
            File = folder.PathOf(File),
            Project = folder.PathOf("App.csproj"),
            Mode = "Strict",
            HasDefaultFixtures = true,
            IsBaselineUpdated = isBaselineUpdated,
            ContinuousIntegration = continuousIntegration ?? [],
            OutputFolders = ["obj/", "obj/", "./", ""],
            Presets = ["disclose"],
            Policies = [new InMemoryItem("company.provenance")],
            Sources = [new InMemoryItem("A.cs")],
            ConfigFiles = [new InMemoryItem(".editorconfig")],
        }.Execute();
}
