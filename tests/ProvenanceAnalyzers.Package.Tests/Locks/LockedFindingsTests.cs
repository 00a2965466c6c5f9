using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Locks;

/// <summary>What a locked policy asks for, where it is seen: the build's output, the compiler's error log, and <c>dotnet format</c>.</summary>
public sealed class LockedFindingsTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Undeclared = "namespace N;\n\npublic class C\n{\n    public int M() => 1;\n}\n";

    [Fact]
    public async Task What_is_due_fails_in_CI_and_warns_elsewhere_unless_the_policy_rolls_it_out_or_asks_for_it_now()
    {
        using var workspace = package.NewWorkspace();
        (string Name, string Due, bool IsCI, string Level)[] projects =
        [
            ("Developer", "", false, "warning"),
            ("BuildServer", "", true, "error"),
            ("RollOut", "provenance.due = warning\n", true, "warning"),
            ("Now", "provenance.due = error\n", false, "error"),
        ];
        foreach (var (name, due, isCI, _) in projects)
        {
            workspace.Add(
                name,
                new TestProject { Items = "<ProvenancePolicyFile Include=\"company.provenance\" />" }
                    .With("ContinuousIntegrationBuild", isCI ? "true" : "false"),
                ("C.cs", Undeclared),
                ("company.provenance", "provenance.required_on = types\n" + due),
                (".editorconfig", "[*.cs]\ndotnet_diagnostic.PROV1001.severity = warning\n"));
        }

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.Equal(
            projects.Select(project => $"{project.Name}/C.cs(3,14): {project.Level} PROV1001").Order(StringComparer.Ordinal),
            build.Provenance);
        Assert.Equal(
            projects.Select(project => (project.Name, project.Level)).Order(),
            build.Messages.Where(message => message.Code == "PROV1001")
                .Select(message => (Path.GetFileNameWithoutExtension(message.Project), message.Level))
                .Distinct()
                .Order());
    }

    [Fact]
    public async Task Dotnet_format_fixes_what_is_locked_where_somebody_asked_for_it()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add(
            "Lib",
            new TestProject { Items = "<ProvenancePolicyFile Include=\"company.provenance\" />" },
            ("C.cs", Undeclared),
            ("company.provenance", "provenance.required_on = types\n"),
            (".editorconfig", "[*.cs]\nprovenance.default_origin = unknown\n"));
        (await workspace.BuildAsync()).MustSucceed();

        await workspace.FormatAsync("PROV1001");

        Assert.Equal(
            Undeclared.Replace("public class", "[AIProvenance(AIOrigin.Unknown)]\npublic class", StringComparison.Ordinal),
            workspace.Read("Lib/C.cs"));
        Assert.DoesNotContain("PROV1001", string.Join("\n", (await workspace.BuildAsync()).MustSucceed().Provenance), StringComparison.Ordinal);
    }
}
