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
        { "compiler's folder", task => task.CompilerPath = "tools/", "PROVMSB0031" },
        { "compiler's folder above the SDK", task => task.CompilerPath = "/sdk/../tools", "PROVMSB0031" },
        { "compiler's folder beside the SDK", task => task.CompilerPath = "/sdk2/", "PROVMSB0031" },
        { "the SDK's compiler", task => (task.CompilerPath, task.CompilerName) = ("/sdk/Roslyn/bincore/", "csc.dll"), "" },
        { "compiler's name", task => task.CompilerName = "my-csc", "PROVMSB0031" },
        { "compiler's environment", task => task.CompilerEnvironment = "DOTNET_STARTUP_HOOKS=x.dll", "PROVMSB0031" },
        { "line break", task => task.CompilerTexts = [Text("WarningsAsErrors", "CS9999\n/skipanalyzers+\n#", ";,")], "PROVMSB0031" },
        { "line break of Windows", task => task.CompilerTexts = [Text("NoWarn", "1;2\r\n/skipanalyzers+", ";,")], "PROVMSB0031" },
        { "line break behind a comma", task => task.CompilerTexts = [Text("LibPaths", "a,\n/skipanalyzers+", ";")], "PROVMSB0031" },
        { "line break at the end", task => task.CompilerTexts = [Text("LangVersion", "latest\n", "")], "PROVMSB0031" },
        { "a list in several lines", task => task.CompilerTexts = [Text("NoWarn", "\n  1;\n  2,\r\n 3\n", ";,")], "" },
        { "skipped", task => task.SkipsAnalyzers = true, "PROVMSB0031" },
        { "skipped by the editor", task => (task.SkipsAnalyzers, task.SkipsImplicitly) = (true, true), "" },
        { "messages", task => task.WarningsAsMessages = ["CA1000", "NU1603,prov1001"], "PROVMSB0032" },
        { "other messages", task => task.WarningsAsMessages = ["CA1000"], "" },
        {
            "a source of the SDK's",
            task => (task.SdkSources, task.OutputFolders) = (["obj/.NETCoreApp,Version=v10.0.AssemblyAttributes.cs"], ["obj/"]),
            ""
        },
        { "a source called as no SDK does", task => (task.SdkSources, task.OutputFolders) = (["obj/Evil.cs"], ["obj/"]), "PROVMSB0033" },
        { "a source of the SDK's elsewhere", task => (task.SdkSources, task.OutputFolders) = (["Evil.cs"], ["obj/"]), "" },
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
            SdkFolder = "/sdk",
            Mode = "Default",
        };
        apply(task);

        Assert.Equal(expected.Length == 0, task.Execute());

        Assert.Equal(
            expected.Length == 0 ? [] : [expected],
            engine.Lines.Select(line => line.Split(' ')[1]));
        Assert.All(engine.Lines, line => Assert.Contains("policy that cannot be held: ", line, StringComparison.Ordinal));
    }

    private static InMemoryItem Text(string name, string value, string between) => new(name, ("Value", value), ("Between", between));
}
