using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenanceAnalysisMode</c>.</summary>
public sealed class ModeTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task A_wrong_value_is_one_error_a_project_that_says_what_is_wrong_and_what_is_allowed()
    {
        using var workspace = package.NewWorkspace();
        var loud = new TestProject().With("ProvenanceAnalysisMode", "Loud");
        workspace.Add("Single", loud, ("A.cs", "namespace Single; public class A { }"));
        workspace.Add("Several", loud with { Framework = "netstandard2.0;net10.0" });
        workspace.Add("User", loud with { References = ["Single", "Several"] }, ("A.cs", "namespace User; public class A { }"));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.All(build.Messages, message => Assert.Equal(
            ("error", "PROVMSB0001", "ProvenanceAnalysisMode is 'Loud'. Allowed are Default, Audit, Strict and None."),
            (message.Level, message.Code, message.Text)));
        Assert.Equal(
            ["Several", "Single", "User"],
            build.Messages.Select(message => Path.GetFileNameWithoutExtension(message.Origin)).Order(StringComparer.Ordinal));
        Assert.Empty(build.ErrorLogs);
    }

    [Fact]
    public async Task Case_and_blanks_do_not_matter_and_empty_is_the_default()
    {
        using var workspace = package.NewWorkspace();
        foreach (var (name, mode) in new[] { ("A", "audit"), ("B", " Strict "), ("C", "NONE"), ("D", ""), ("E", "default") })
        {
            var project = new TestProject().With("ProvenanceAnalysisMode", mode);
            workspace.Add(name, project, ("A.cs", "namespace N; public class Undeclared { }"));
        }

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(
            [
                "A/A.cs(1,27): warning PROV1001",
                "B/A.cs(1,27): error PROV1001",
                "D/A.cs(1,27): warning PROV1001",
                "E/A.cs(1,27): warning PROV1001",
            ],
            build.Provenance);
        Assert.Equal(["A.net10.0", "B.net10.0", "C.net10.0", "D.net10.0", "E.net10.0"], build.ErrorLogs.Keys);
    }

    [Fact]
    public async Task Audit_keeps_our_warnings_warnings_whatever_makes_warnings_errors()
    {
        using var workspace = package.NewWorkspace();
        var audit = new TestProject().With("ProvenanceAnalysisMode", "Audit");
        const string Undeclared = "namespace N; public class Undeclared { }";
        workspace.Add("All", audit.With("TreatWarningsAsErrors", "true"), ("A.cs", Undeclared));
        workspace.Add("ById", audit.With("WarningsAsErrors", "$(WarningsAsErrors);prov1001"), ("A.cs", Undeclared));
        workspace.Add("ByMSBuild", audit.With("MSBuildTreatWarningsAsErrors", "true"), ("A.cs", Undeclared));

        var build = (await workspace.BuildAsync("-warnaserror")).MustSucceed();

        Assert.Equal(
            [
                "All/A.cs(1,27): warning PROV1001",
                "ById/A.cs(1,27): warning PROV1001",
                "ByMSBuild/A.cs(1,27): warning PROV1001",
            ],
            build.Provenance);
    }

    [Fact]
    public async Task Audit_leaves_all_other_warnings_as_they_were()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject()
                .With("ProvenanceAnalysisMode", "Audit")
                .With("TreatWarningsAsErrors", "true")
                .With("WarningsNotAsErrors", "CS0169"),
            ("A.cs", """
                namespace N;

                [AIProvenance(AIOrigin.Human)]
                public class Declared
                {
                    private int _neverUsed;

                    public static void M()
                    {
                        int neverUsed;
                    }
                }
                """));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(
            ["Lib/A.cs(10,13): error CS0168", "Lib/A.cs(6,17): warning CS0169"],
            build.Diagnostics
                .Where(diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
                .Select(diagnostic => diagnostic.Summary)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Strict_is_errors_but_what_informs_goes_on_to_inform()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject().With("ProvenanceAnalysisMode", "Strict"),
            ("A.cs", """
                namespace N;

                public class Undeclared { }

                [AIProvenance(AIOrigin.Unknown)]
                public class Legacy { }
                """));

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(["Lib/A.cs(3,14): error PROV1001", "Lib/A.cs(5,2): note PROV1006"], build.Provenance);
    }

    [Theory]
    [InlineData(".editorconfig", "dotnet_diagnostic.PROV1001.severity = none", "")]
    [InlineData(".editorconfig", "dotnet_diagnostic.PROV1001.severity = suggestion", "note")]
    [InlineData(".editorconfig", "dotnet_analyzer_diagnostic.category-Provenance.Declaration.severity = none", "")]
    [InlineData(".editorconfig", "dotnet_analyzer_diagnostic.category-Provenance.Declaration.severity = warning", "warning")]
    [InlineData(".globalconfig", "dotnet_diagnostic.PROV1001.severity = none", "")]
    [InlineData(".globalconfig", "dotnet_analyzer_diagnostic.category-Provenance.Declaration.severity = warning", "warning")]
    public async Task A_users_own_line_wins_over_strict(string file, string line, string expectedLevel)
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(file, file == ".editorconfig" ? $"root = true\n[*.cs]\n{line}\n" : $"is_global = true\n{line}\n");
        workspace.Add(
            "Lib",
            new TestProject().With("ProvenanceAnalysisMode", "Strict"),
            ("A.cs", "namespace N; public class Undeclared { }"));

        var build = (await workspace.BuildAsync()).MustSucceed();

        string[] expected = expectedLevel == "" ? [] : [$"Lib/A.cs(1,27): {expectedLevel} PROV1001"];
        Assert.Equal(expected, build.Provenance);
    }

    [Fact]
    public async Task Another_mode_takes_effect_in_an_incremental_build()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("A.cs", "namespace N; public class Undeclared { }"));

        async Task<IReadOnlyList<string>> BuildIn(string mode)
            => (await workspace.BuildAsync($"-p:ProvenanceAnalysisMode={mode}")).Provenance;

        Assert.Equal(["Lib/A.cs(1,27): warning PROV1001"], await BuildIn("Default"));
        Assert.Equal([], await BuildIn("None"));
        Assert.Equal(["Lib/A.cs(1,27): error PROV1001"], await BuildIn("Strict"));
        Assert.Equal(["Lib/A.cs(1,27): warning PROV1001"], await BuildIn("Audit"));
        Assert.Empty((await workspace.BuildAsync("-p:ProvenanceAnalysisMode=Audit")).MustSucceed().ErrorLogs);
    }
}
