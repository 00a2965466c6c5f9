using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Locks;

/// <summary>What a locked policy asks for, in an editor: through a language server that loads the project as it is restored.</summary>
public sealed class LanguageServerTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task What_is_locked_is_shown_as_in_the_build_whatever_the_developer_switches_off()
    {
        const string Code = """
            #pragma warning disable
            namespace N;

            [AIProvenance(AIOrigin.Generated, Tool = "codex")]
            public class Forbidden
            {
                public int M() => 1;
            }

            public class Undeclared
            {
                public int M() => 1;
            }

            #pragma warning restore
            [AIProvenance(AIOrigin.Generated)]
            public class NotHidden { }

            """;
        const string Weakened = """
            [*.cs]
            dotnet_diagnostic.PROV1001.severity = none
            dotnet_diagnostic.PROV3001.severity = suggestion

            """;
        var project = new TestProject().With("NoWarn", "PROV1001").With("WarningsNotAsErrors", "PROV3001");
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.denied_providers = openai\nprovenance.review_required = none");
        workspace.Add(
            "Locked",
            project with { Items = "<ProvenancePolicyFile Include=\"company.provenance\" />" },
            ("C.cs", Code),
            (".editorconfig", Weakened),
            ("company.provenance", "provenance.denied_providers = openai\n"));
        workspace.Add("NotLocked", project, ("C.cs", Code), (".editorconfig", Weakened));
        (await workspace.DotnetAsync("restore", "All.slnx")).MustSucceed();

        IReadOnlyList<ShownDiagnostic> locked, notLocked;
        IReadOnlyList<string> offered;
        await using (var server = await LanguageServer.StartAsync(workspace))
        {
            locked = await server.OpenAsync("Locked/C.cs");
            notLocked = await server.OpenAsync("NotLocked/C.cs");
            offered = await server.OfferedAsync(locked.Single(shown => shown.Id == "PROV1001"));
        }

        Assert.Equal(
            [
                "Locked/C.cs(4,42)-(4,49): error PROV3001",
                "Locked/C.cs(10,14)-(10,24): warning PROV1001",
                "Locked/C.cs(16,2)-(16,34): error PROV0002",
            ],
            locked.Select(shown => shown.Summary));
        Assert.Equal(["NotLocked/C.cs(16,2)-(16,34): warning PROV0002"], notLocked.Select(shown => shown.Summary));

        // As docs/editors.md says: it has actions of its own, and none of the package's.
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(offered, title => title.Contains("provenance", StringComparison.OrdinalIgnoreCase));

        var build = (await workspace.BuildAsync()).MustFail();
        var inTheBuild = build.OurOwn.Where(found => !found.Suppressed && found.File.EndsWith("/C.cs", StringComparison.Ordinal));
        Assert.Equal(
            inTheBuild.Select(found => (found.File, found.Line, found.Column, found.Level, found.Id, found.Message)),
            locked.Concat(notLocked).Select(shown => (shown.File, shown.Line, shown.Column, shown.Level, shown.Id, shown.Message)));
    }
}
