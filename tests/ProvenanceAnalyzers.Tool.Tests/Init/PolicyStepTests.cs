using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class PolicyStepTests
{
    [Fact]
    public void Nobody_who_asks_for_no_policy_gets_one()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        Assert.Empty(folder.Plan<PolicyStep>().Names());
    }

    [Fact]
    public void Package_preset_and_policy_stand_in_one_section()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        var plan = folder.Plan(InitFolder.Request with { Presets = ["human-tests", "disclose"], Policy = "provenance.policy" });

        Assert.Equal(
            """
            <Project>
              <!-- provenance:begin -->
              <ItemGroup>
                <PackageReference Include="ProvenanceAnalyzers" Version="1.2.3" PrivateAssets="all" />
              </ItemGroup>
              <PropertyGroup>
                <ProvenancePolicy>human-tests, disclose</ProvenancePolicy>
              </PropertyGroup>
              <ItemGroup>
                <ProvenancePolicyFile Include="$(MSBuildThisFileDirectory)provenance.policy" />
              </ItemGroup>
              <!-- provenance:end -->
            </Project>

            """,
            plan.TextOf("Directory.Build.props"));
    }

    [Fact]
    public void A_preset_that_is_asked_for_later_is_added_to_the_section_and_what_somebody_changed_there_stays()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        folder.Write(
            "Directory.Build.props",
            "<Project>\n  <!-- provenance:begin -->\n  <ItemGroup>\n"
            + "    <PackageReference Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" Condition=\"'$(A)' == ''\" />\n"
            + "  </ItemGroup>\n  <!-- provenance:end -->\n</Project>\n");

        Assert.Equal(
            "<Project>\n  <!-- provenance:begin -->\n  <ItemGroup>\n"
            + "    <PackageReference Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" Condition=\"'$(A)' == ''\" />\n"
            + "  </ItemGroup>\n  <PropertyGroup>\n    <ProvenancePolicy>disclose</ProvenancePolicy>\n  </PropertyGroup>\n"
            + "  <!-- provenance:end -->\n</Project>\n",
            folder.Plan(InitFolder.Request with { Presets = ["disclose"] }).TextOf("Directory.Build.props"));
    }

    [Fact]
    public void A_preset_that_somebody_has_set_stays()
    {
        using var folder = new InitFolder(
            ("App.csproj", "<Project><PropertyGroup><ProvenancePolicy>disclose</ProvenancePolicy></PropertyGroup></Project>"));

        var plan = folder.Plan<PolicyStep>(InitFolder.Request with { Presets = ["human-tests"] });

        Assert.Empty(plan.Names());
        Assert.Equal(
            ["'App.csproj' sets ProvenancePolicy to 'disclose' already. It is left as it is; to have 'human-tests', write it there."],
            plan.Notes);
        Assert.Empty(folder.Plan<PolicyStep>(InitFolder.Request with { Presets = ["disclose"] }).Notes);
    }

    [Fact]
    public void The_policy_file_can_be_relied_on_and_says_what_holds_without_it()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        var text = folder.Plan<PolicyStep>(InitFolder.Request with { Policy = "provenance.policy" }).TextOf("provenance.policy");

        Assert.Empty(PolicyFile.Read("provenance.policy", text).Problems);
        Assert.Equal(
            ["provenance.due = warning", "provenance.required_on = types", "provenance.review_required = ai"],
            text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'));
        Assert.Empty(PolicyFile.Read("p", text.Replace("#provenance.", "provenance.", StringComparison.Ordinal)).Problems);
    }

    [Fact]
    public void A_policy_file_elsewhere_is_named_from_where_the_item_stands()
    {
        using var folder = new InitFolder(
            ("App.csproj", InitFolder.Project), ("eng/company.provenance", "provenance.denied_tools = codex\n"));

        var plan = folder.Plan<PolicyStep>(InitFolder.Request with { Policy = "eng/company.provenance" });

        Assert.Equal(["Directory.Build.props"], plan.Names());
        Assert.Contains(
            "    <ProvenancePolicyFile Include=\"$(MSBuildThisFileDirectory)eng/company.provenance\" />\n",
            plan.TextOf("Directory.Build.props"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_file_outside_of_the_repository_is_refused()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));

        Assert.Throws<ToolException>(() => folder.Plan(InitFolder.Request with { Policy = "../provenance.policy" }));
    }
}
