using ProvenanceAnalyzers.Build.Facts;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Tests.Facts;

public sealed class CheckProvenanceInputsTests
{
    private const string Facts = "App.Provenance.Facts.tsv";

    /// <summary>Each row: what is changed of a build that is in order, and the one error that it ends in.</summary>
    public static TheoryData<string, Action<CheckProvenanceInputs>, string> Changes => new()
    {
        { "nothing", _ => { }, "" },
        { "facts", task => task.AdditionalFiles = [new InMemoryItem("company.provenance")], "PROVMSB0030" },
        { "other facts", task => task.FactsHash = "00", "PROVMSB0030" },
        { "policy", task => task.AdditionalFiles = [new InMemoryItem(Facts)], "PROVMSB0030" },
        { "analyzers", task => task.Analyzers = [], "PROVMSB0030" },
        { "other analyzers", task => task.Analyzers = [new InMemoryItem("/elsewhere/ProvenanceAnalyzers.dll")], "PROVMSB0030" },
        {
            "claimed update",
            task => task.AdditionalFiles = [.. task.AdditionalFiles, new InMemoryItem("x.Provenance.BaselineUpdate.tsv")],
            "PROVMSB0030"
        },
        { "mode", task => task.Mode = " none ", "PROVMSB0031" },
        { "run", task => task.RunAnalyzers = "False", "PROVMSB0031" },
        { "run in builds", task => task.RunAnalyzersDuringBuild = "false", "PROVMSB0031" },
        { "response file", task => task.ResponseFile = "x.rsp", "PROVMSB0031" },
        { "skipped", task => task.SkipsAnalyzers = true, "PROVMSB0031" },
        { "skipped by the editor", task => (task.SkipsAnalyzers, task.SkipsImplicitly) = (true, true), "" },
        { "messages", task => task.WarningsAsMessages = ["CA1000", "NU1603,prov1001"], "PROVMSB0032" },
        { "other messages", task => task.WarningsAsMessages = ["CA1000"], "" },
        { "output above", task => task.OutputFolders = ["./"], "PROVMSB0033" },
        { "output beside", task => task.OutputFolders = ["Sub"], "PROVMSB0033" },
        { "other output", task => task.OutputFolders = ["obj/", "", "Su"], "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_takes_a_policy_away_is_one_error(string change, Action<CheckProvenanceInputs> apply, string expected)
    {
        Assert.NotEmpty(change);
        using var folder = new TemporaryFolder();
        folder.Write(Facts, "facts\n");
        var engine = new RecordingEngine();
        var task = new CheckProvenanceInputs
        {
            BuildEngine = engine,
            Project = folder.PathOf("App.csproj"),
            FactsFile = Facts,
            FactsHash = FactsFile.HashOf("facts\n"),
            Policies = [new InMemoryItem("company.provenance")],
            AdditionalFiles = [new InMemoryItem(Facts), new InMemoryItem(folder.PathOf("company.provenance"))],
            Analyzers = [new InMemoryItem(Path.Combine(FactPaths.PackageFolder, "analyzers/dotnet/cs/ProvenanceAnalyzers.dll"))],
            EvaluatedSources = [new InMemoryItem("Sub/A.cs")],
            OutputFolders = ["obj/"],
            Mode = "Default",
        };
        apply(task);

        Assert.Equal(expected.Length == 0, task.Execute());

        Assert.Equal(
            expected.Length == 0 ? [] : [expected],
            engine.Lines.Select(line => line.Split(' ')[1]));
        Assert.All(engine.Lines, line => Assert.Contains("policy that cannot be held: ", line, StringComparison.Ordinal));
    }
}
