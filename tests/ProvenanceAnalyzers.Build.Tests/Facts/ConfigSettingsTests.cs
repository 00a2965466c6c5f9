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
        string.Join('|', ConfigSettings.Find("x", text).Select(setting => $"{setting.Line} {setting.Key}={setting.Value}")));
}
