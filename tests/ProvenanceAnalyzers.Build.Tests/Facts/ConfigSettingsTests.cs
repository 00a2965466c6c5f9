using ProvenanceAnalyzers.Build.Facts;

namespace ProvenanceAnalyzers.Build.Tests.Facts;

public sealed class ConfigSettingsTests
{
    [Theory]
    [InlineData("provenance.exclude = true", "1 provenance.exclude=true")]
    [InlineData("root = true\r\n[*.cs]\r\n  Provenance.Exclude=TRUE ; why\r\n", "3 provenance.exclude=TRUE")]
    [InlineData("provenance.tools : codex, cursor # both", "1 provenance.tools=codex, cursor")]
    [InlineData("is_global = true\nglobal_level = 3", "")]
    [InlineData(
        "dotnet_diagnostic.PROV3001.severity = none\ndotnet_diagnostic.CA1000.severity = none",
        "1 dotnet_diagnostic.prov3001.severity=none")]
    [InlineData(
        "dotnet_analyzer_diagnostic.severity = none\ndotnet_analyzer_diagnostic.category-Provenance.Policy.severity = error",
        "1 dotnet_analyzer_diagnostic.severity=none|2 dotnet_analyzer_diagnostic.category-provenance.policy.severity=error")]
    [InlineData("generated_code = true\n# provenance.exclude = true\n; generated_code = false", "1 generated_code=true")]
    [InlineData("indent_size = 4\nprovenance\n= true\n", "")]
    public void What_concerns_the_package_is_found_with_its_line(string text, string expected) => Assert.Equal(
        expected,
        string.Join('|', ConfigSettings.WorthTelling([.. ConfigSettings.Find("x", text)])
            .Select(setting => $"{setting.Line} {setting.Key}={setting.Value}")));

    [Theory]
    [InlineData("[*.cs]\nprovenance.tools = codex", "provenance.tools=codex")]
    [InlineData("root = true\n[*.cs]\nprovenance.tools = + codex", "provenance.tools=+ codex")]
    [InlineData(
        "root=TRUE\n[*.cs]\nprovenance.tools = +, codex\nprovenance.exclude = true\nroot = false",
        "root=TRUE|[*.cs] provenance.tools=+, codex|provenance.exclude=true")]
    [InlineData(
        "is_global = true\nglobal_level = 3\nprovenance.tools = +\n[ {a,[bc]}/** ] ; all\r\nprovenance.tools : codex",
        "is_global=true|global_level=3|provenance.tools=+|[ {a,[bc]}/** ] provenance.tools=codex")]
    [InlineData(
        "provenance.reviewers = +,a\n[x\\#y\\;z]\nprovenance.reviewers = b\n[un;closed]\nprovenance.reviewers = c",
        @"provenance.reviewers=+,a|[x\#y\;z] provenance.reviewers=b|[x\#y\;z] provenance.reviewers=c")]
    public void Sections_are_told_only_of_the_lists_that_some_section_adds_to(string text, string expected) => Assert.Equal(
        expected,
        string.Join('|', ConfigSettings.WorthTelling([.. ConfigSettings.Find("x", text)])
            .Select(setting => $"{(setting.Section.Length > 0 ? $"[{setting.Section}] " : "")}{setting.Key}={setting.Value}")));
}
