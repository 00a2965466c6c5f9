using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Record;

/// <summary>What the record of a project says of that by which it was judged.</summary>
public sealed class InForceTests
{
    private const string Policy = "provenance.required_on = types\n";

    [Theory]
    [InlineData("", "", "")]
    [InlineData("dotnet_diagnostic.PROV1001.severity = none", "", "PROV1001 none")]
    [InlineData("[A.cs]\ndotnet_diagnostic.PROV1001.severity = silent", "", "PROV1001 silent")]
    [InlineData("dotnet_diagnostic.PROV0005.severity = suggestion", "", "")]
    [InlineData("dotnet_diagnostic.PROV0003.severity = error", "", "PROV0003 error")]
    [InlineData("", "dotnet_diagnostic.PROV2001.severity = none", "PROV2001 none")]
    [InlineData(
        "dotnet_analyzer_diagnostic.category-Provenance.Review.severity = none",
        "",
        "PROV2001 none, PROV2002 none, PROV2003 none, PROV2004 none, PROV2005 none, PROV2006 none, PROV2007 none, PROV2008 none")]
    [InlineData("[A.cs]\ndotnet_diagnostic.PROV1001.severity = none\n[C.cs]\ndotnet_diagnostic.PROV1001.severity = error", "",
        "PROV1001 none, PROV1001 error")]
    public async Task Severities_are_those_that_are_not_the_rules_own(string options, string globalOptions, string expected)
    {
        var inForce = await InForceAsync(new LockedProject { Policy = Policy, Options = options, GlobalOptions = globalOptions });

        Assert.Equal(expected, string.Join(", ", inForce.GetProperty("severities").EnumerateArray()
            .Select(severity => $"{severity.GetProperty("rule").GetString()} {severity.GetProperty("severity").GetString()}")));
    }

    [Fact]
    public async Task What_the_compiler_is_told_counts_too()
    {
        var inForce = await InForceAsync(new LockedProject
        {
            Policy = Policy,
            Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("PROV3001", ReportDiagnostic.Suppress),
        });

        Assert.Equal("[{\"rule\":\"PROV3001\",\"severity\":\"none\"}]", inForce.GetProperty("severities").GetRawText());
    }

    [Fact]
    public async Task Mode_presets_policies_and_files_that_nobody_judged_are_named()
    {
        var inForce = await InForceAsync(new LockedProject
        {
            Policy = "\uFEFF" + Policy,
            Files = [("A.cs", "class A { }"), ("Hidden.g.cs", "class Hidden { }")],
            Facts = "mode Strict\npreset human-tests",
        });

        Assert.Equal("strict", inForce.GetProperty("mode").GetString());
        Assert.Equal("[\"human-tests\"]", inForce.GetProperty("presets").GetRawText());
        Assert.Equal(
            $"[{{\"path\":\"company.provenance\",\"sha256\":\"{TestFacts.HashOf(Policy)}\"}}]",
            inForce.GetProperty("policies").GetRawText());
        Assert.Equal("[\"Hidden.g.cs\"]", inForce.GetProperty("unjudged").GetRawText());
        Assert.False(inForce.GetProperty("evidence").GetBoolean());
    }

    private static async Task<JsonElement> InForceAsync(LockedProject project)
    {
        var recorded = project with { Files = [.. project.Files, ("A.cs", "class A { }")], Facts = project.Facts + "\nrecord" };
        if (project.Files.Any(file => file.Path == "A.cs"))
        {
            recorded = recorded with { Files = project.Files };
        }

        var records = (await recorded.DiagnosticsAsync())
            .Where(diagnostic => diagnostic.Id == "PROV9001")
            .Select(diagnostic => JsonDocument.Parse(diagnostic.Properties["record"]!).RootElement);
        return Assert.Single(records, record => record.GetProperty("record").GetString() == "project").GetProperty("inForce");
    }
}
