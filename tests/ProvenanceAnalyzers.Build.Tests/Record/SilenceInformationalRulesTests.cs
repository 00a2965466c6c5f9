using ProvenanceAnalyzers.Build.Record;

namespace ProvenanceAnalyzers.Build.Tests.Record;

public sealed class SilenceInformationalRulesTests
{
    private const string Default = "sdk/analysislevel_10_default.globalconfig";

    private const string All = """
        is_global = true
        global_level = -100

        # CA1822: Mark members as static
        dotnet_diagnostic.CA1822.severity = warning

        # CA2100
        dotnet_diagnostic.CA2100.severity=Warning
        dotnet_diagnostic.CA2200.severity = none
        """;

    [Theory]
    [InlineData(Default, null, true)]
    [InlineData("sdk/AnalysisLevel_10_Default_warnaserror.globalconfig", null, true)]
    [InlineData("sdk/analysislevel_10_recommended.globalconfig", null, false)]
    [InlineData("sdk/analysislevel_9_default.globalconfig", null, false)]
    [InlineData(null, null, false)]
    [InlineData(Default, "[*.cs]\ndotnet_diagnostic.CA1822.severity = warning\n", true)]
    [InlineData(Default, "[*.cs]\n# dotnet_analyzer_diagnostic.severity = warning\n", true)]
    [InlineData(Default, "[*.cs]\ndotnet_analyzer_diagnostic.severity = warning\n", false)]
    [InlineData(Default, "[*.cs]\n  Dotnet_Analyzer_Diagnostic.category-Performance.severity = error\n", false)]
    public void It_is_done_where_the_defaults_of_the_sdk_hold_and_nobody_has_a_rule_for_many_ids(
        string? sdkConfig, string? editorConfig, bool isWritten)
    {
        using var folder = new TemporaryFolder();
        folder.Write("sdk/analysislevel_10_all.globalconfig", All);
        var configs = new List<string>();
        foreach (var (path, text) in new[] { (sdkConfig, "is_global = true\n"), (".editorconfig", editorConfig) })
        {
            if (path != null && text != null)
            {
                folder.Write(path, text);
                configs.Add(path);
            }
        }

        var task = Run(folder, configs);

        Assert.Equal(isWritten, task.IsWritten);
        Assert.Equal(isWritten, File.Exists(task.File));
    }

    [Fact]
    public void What_the_sdk_would_raise_to_a_warning_is_silenced_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sdk/analysislevel_10_all.globalconfig", All);
        folder.Write(Default, string.Empty);

        var task = Run(folder, [Default]);

        Assert.Equal(
            "is_global = true\nglobal_level = -99\ndotnet_diagnostic.CA1822.severity = none\ndotnet_diagnostic.CA2100.severity = none\n",
            File.ReadAllText(task.File));
    }

    [Fact]
    public void Where_a_category_has_a_mode_of_its_own_nothing_is_silenced()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sdk/analysislevel_10_all.globalconfig", All);
        folder.Write(Default, string.Empty);
        folder.Write("sdk/analysisleveldesign_10_all.globalconfig", All);

        Assert.False(Run(folder, [Default, "sdk/analysisleveldesign_10_all.globalconfig"]).IsWritten);
    }

    private static SilenceInformationalRules Run(TemporaryFolder folder, IEnumerable<string> configs)
    {
        var task = new SilenceInformationalRules
        {
            BuildEngine = new RecordingEngine(),
            ConfigFiles = [.. configs.Append("missing/.editorconfig").Select(path => new InMemoryItem(folder.PathOf(path)))],
            File = folder.PathOf("obj/silenced.globalconfig"),
        };
        Assert.True(task.Execute());
        return task;
    }
}
