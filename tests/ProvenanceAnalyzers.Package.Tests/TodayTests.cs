using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary><c>ProvenanceToday</c>.</summary>
[Trait("Case", "N6")]
public sealed class TodayTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task A_value_that_is_no_day_is_one_error_a_project()
    {
        using var workspace = package.NewWorkspace();
        foreach (var (name, today) in new[]
            { ("A", "24.11.2026"), ("B", "2026-02-29"), ("C", "2026-11-31"), ("D", "2026-13-01"), ("E", "today's") })
        {
            workspace.Add(name, new TestProject().With("ProvenanceToday", today));
        }

        workspace.Add("Several", new TestProject { Framework = "netstandard2.0;net10.0" }.With("ProvenanceToday", "now"));
        foreach (var (name, today) in new[] { ("F", ""), ("G", " 2026-11-24 "), ("H", "2028-02-29") })
        {
            workspace.Add(name, new TestProject().With("ProvenanceToday", today));
        }

        var build = (await workspace.BuildAsync()).MustFail();

        Assert.All(build.Messages, message => Assert.Equal(("error", "PROVMSB0002"), (message.Level, message.Code)));
        Assert.Equal(
            ["A", "B", "C", "D", "E", "Several"],
            build.Messages.Select(message => Path.GetFileNameWithoutExtension(message.Origin)).Order(StringComparer.Ordinal));
        Assert.Contains(
            "ProvenanceToday is '24.11.2026'. Allowed is a day of the form yyyy-MM-dd, such as 2026-11-24, or nothing.",
            build.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Another_day_takes_effect_in_an_incremental_build()
    {
        using var workspace = package.NewWorkspace();
        workspace.Write(".editorconfig", "root = true\n[*.cs]\nprovenance.review_max_age_days = 30\nprovenance.require_digest = false\n");
        workspace.Add("Lib", new TestProject(), (
            "A.cs",
            """
            [AIProvenance(AIOrigin.Generated, Tool = "codex")]
            [HumanReviewed("bob@example.com", "2026-11-21")]
            public class A { }
            """));

        async Task<IReadOnlyList<string>> BuildOn(string today)
            => (await workspace.BuildAsync($"-p:ProvenanceToday={today}")).MustSucceed().Provenance;

        Assert.Equal([], await BuildOn(""));
        Assert.Equal([], await BuildOn("2026-12-21"));
        Assert.Equal(["Lib/A.cs(2,35): warning PROV2007"], await BuildOn("2026-12-22"));
        Assert.Equal([], await BuildOn("2026-11-21"));
    }
}
