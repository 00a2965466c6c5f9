using System.Text;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class PackageStepTests
{
    private const string Section =
        """
          <!-- provenance:begin -->
          <ItemGroup>
            <PackageReference Include="ProvenanceAnalyzers" Version="1.2.3" PrivateAssets="all" />
          </ItemGroup>
          <!-- provenance:end -->

        """;

    [Fact]
    public void A_repository_without_shared_properties_gets_a_file_that_has_them()
    {
        using var folder = new InitFolder(("src/App/App.csproj", InitFolder.Project));

        var plan = folder.Plan<PackageStep>();

        Assert.Equal(["Directory.Build.props"], plan.Names());
        Assert.Equal("<Project>\n" + Section + "</Project>\n", plan.TextOf("Directory.Build.props"));
        Assert.Empty(plan.Notes);
    }

    [Theory]
    [InlineData("<Project>\n</Project>\n", "<Project>\n" + Section + "</Project>\n")]
    [InlineData("<Project>\n</Project>", "<Project>\n" + Section + "</Project>")]
    [InlineData("<Project />", "<Project>\n" + Section + "</Project>")]
    [InlineData("<Project></Project>", "<Project>\n" + Section + "</Project>")]
    [InlineData(
        "<!-- a </Project> -->\n<Project>\n\n  <PropertyGroup>\n    <A>é</A>\n  </PropertyGroup>\n\n</Project>\n<!-- b -->\n",
        "<!-- a </Project> -->\n<Project>\n\n  <PropertyGroup>\n    <A>é</A>\n  </PropertyGroup>\n\n"
            + Section + "\n</Project>\n<!-- b -->\n")]
    public void The_reference_is_put_before_the_end_of_the_project(string before, string after)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("Directory.Build.props", before));

        Assert.Equal(after, folder.Plan<PackageStep>().TextOf("Directory.Build.props"));
    }

    [Fact]
    public void Tabs_line_ends_and_the_mark_at_the_beginning_stay()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project));
        const string Before = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Project>\r\n"
            + "\t<PropertyGroup>\r\n\t\t<A>ä</A>\r\n\t</PropertyGroup>\r\n";
        folder.WriteBytes("Directory.Build.props", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Before + "</Project>\r\n")]);

        folder.Run();

        const string Added = "\t<!-- provenance:begin -->\r\n\t<ItemGroup>\r\n"
            + "\t\t<PackageReference Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" PrivateAssets=\"all\" />\r\n"
            + "\t</ItemGroup>\r\n\t<!-- provenance:end -->\r\n";
        byte[] expected = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Before + Added + "</Project>\r\n")];
        Assert.Equal(expected, File.ReadAllBytes(folder.PathOf("Directory.Build.props")));
    }

    [Theory]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.props")]
    public void Where_versions_are_managed_centrally_the_reference_is_a_global_one(string central)
    {
        using var folder = new InitFolder(
            ("App.csproj", InitFolder.Project),
            ("Directory.Packages.props", "<Project>\n</Project>\n"),
            (central, "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n"
                + "  </PropertyGroup>\n</Project>\n"));

        var plan = folder.Plan<PackageStep>();

        Assert.Equal(["Directory.Packages.props"], plan.Names());
        var start = central == "Directory.Packages.props"
            ? "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n"
                + "  </PropertyGroup>\n"
            : "<Project>\n";
        Assert.Equal(
            start
            + "  <!-- provenance:begin -->\n  <ItemGroup>\n"
            + "    <GlobalPackageReference Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" />\n"
            + "  </ItemGroup>\n  <!-- provenance:end -->\n</Project>\n",
            plan.TextOf("Directory.Packages.props"));
    }

    [Fact]
    public void A_file_of_versions_that_is_switched_off_is_not_used()
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("Directory.Packages.props", "<Project>\n</Project>\n"));

        Assert.Equal(["Directory.Build.props"], folder.Plan<PackageStep>().Names());
    }

    [Theory]
    [InlineData("App.csproj", "<PackageReference Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" />")]
    [InlineData("build/Shared.props", "<PackageReference Include=\"provenanceanalyzers\" Version=\"1.2.3\" />")]
    [InlineData("Directory.Packages.props", "<GlobalPackageReference Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" />")]
    public void Where_the_package_is_referenced_nothing_is_added(string name, string reference)
    {
        using var folder = new InitFolder(
            ("Other.csproj", InitFolder.Project), (name, $"<Project>\n  <ItemGroup>{reference}</ItemGroup>\n</Project>\n"));

        Assert.Empty(folder.Plan<PackageStep>().Names());
    }

    /// <summary>The reference stands in a file that only imports lead to: its name or its folder is none that is looked through.</summary>
    [Theory]
    [InlineData(".build/shared.props", "Directory.Build.props", "$(MSBuildThisFileDirectory).build/shared.props")]
    [InlineData(".build/shared.props", "Directory.Build.props", ".build\\shared.props")]
    [InlineData("eng/shared.msbuild", "Directory.Build.targets", "eng/shared.msbuild")]
    [InlineData("eng/shared.msbuild", "src/App.csproj", "$(MSBuildProjectDirectory)/../eng/shared.msbuild")]
    [InlineData("eng/shared.msbuild", "src/App.csproj", "../eng/*.msbuild")]
    [InlineData("src/own.msbuild", "Directory.Build.props", "$(MSBuildProjectDirectory)\\own.msbuild")]
    [InlineData("shared.msbuild", "src/App.csproj", "$([MSBuild]::GetPathOfFileAbove(shared.msbuild))")]
    [InlineData("shared.msbuild", "src/App.csproj", "$([MSBuild]::GetPathOfFileAbove('shared.msbuild', '$(MSBuildThisFileDirectory)../'))")]
    [InlineData(
        "shared.msbuild",
        "src/App.csproj",
        "$([MSBuild]::GetDirectoryNameOfFileAbove($(MSBuildThisFileDirectory), 'shared.msbuild'))/shared.msbuild")]
    public void Where_an_imported_file_has_the_reference_nothing_is_added(string file, string importing, string import)
    {
        const string Reference = "<Project><ItemGroup><PackageReference Include=\"ProvenanceAnalyzers\" /></ItemGroup></Project>";
        using var direct = new InitFolder(("src/App.csproj", InitFolder.Project), (file, Reference));
        direct.Write(importing, $"<Project><Import Project=\"{import}\" /></Project>");
        Assert.Empty(direct.Plan<PackageStep>().Names());

        // The same by way of a file in between, which imports the first one again.
        var inner = Path.Combine(Path.GetDirectoryName(file)!, "inner/package.xml");
        using var indirect = new InitFolder(("src/App.csproj", InitFolder.Project), (inner, Reference));
        indirect.Write(importing, $"<Project><Import Project=\"{import}\" /></Project>");
        indirect.Write(
            file, $"<Project><Import Project=\"inner/package.xml\" /><Import Project=\"{indirect.PathOf(importing)}\" /></Project>");
        Assert.Empty(indirect.Plan<PackageStep>().Names());
    }

    [Theory]
    [InlineData("$(SharedFolder)/shared.msbuild")]
    [InlineData("no.msbuild")]
    [InlineData("$([MSBuild]::GetPathOfFileAbove('no.msbuild'))")]
    [InlineData("")]
    public void What_an_import_does_not_tell_is_not_looked_for(string import)
    {
        using var folder = new InitFolder(
            ("App.csproj", $"<Project><Import Project=\"{import}\" /></Project>"),
            ("eng/shared.msbuild", "<Project><ItemGroup><PackageReference Include=\"ProvenanceAnalyzers\" /></ItemGroup></Project>"));

        Assert.Equal(["Directory.Build.props"], folder.Plan<PackageStep>().Names());
    }

    [Theory]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.props")]
    public void What_an_imported_file_says_of_central_versions_holds(string importing)
    {
        using var folder = new InitFolder(
            ("src/App.csproj", InitFolder.Project),
            ("eng/a.msbuild", "<Project><Import Project=\"b.msbuild\" /></Project>"),
            ("eng/b.msbuild", "<Project><Import Project=\"a.msbuild\" /><PropertyGroup><ManagePackageVersionsCentrally>true"
                + "</ManagePackageVersionsCentrally></PropertyGroup></Project>"),
            (importing, "<Project>\n  <Import Project=\"eng/a.msbuild\" />\n</Project>\n"));

        var plan = folder.Plan<PackageStep>();

        Assert.Equal(["Directory.Packages.props"], plan.Names());
        Assert.Contains("<GlobalPackageReference Include=\"ProvenanceAnalyzers\"", plan.TextOf("Directory.Packages.props"));
    }

    [Fact]
    public void A_version_in_an_imported_file_is_referenced_without_a_version()
    {
        using var folder = new InitFolder(
            ("App.csproj", InitFolder.Project),
            ("Directory.Packages.props", "<Project><Import Project=\"eng/versions.msbuild\" /></Project>"),
            ("eng/versions.msbuild", "<Project><ItemGroup><PackageVersion Include=\"ProvenanceAnalyzers\" Version=\"1.2.3\" />"
                + "</ItemGroup></Project>"));

        var plan = folder.Plan<PackageStep>();

        Assert.Contains(
            "<PackageReference Include=\"ProvenanceAnalyzers\" PrivateAssets=\"all\" />", plan.TextOf("Directory.Build.props"));
        Assert.Empty(plan.Notes);
    }

    [Theory]
    [InlineData("<Import Project=\"eng/above.msbuild\" />", false)]
    [InlineData("<Import Project=\"../eng/other.msbuild\" />", true)]
    [InlineData("<Import Project=\"$(Unknown)/../Directory.Build.props\" />", false)]
    public void A_file_hides_the_shared_one_unless_what_it_imports_leads_there(string import, bool isNamed)
    {
        using var folder = new InitFolder(
            ("src/App.csproj", InitFolder.Project),
            ("eng/other.msbuild", "<Project />"),
            ("tests/eng/above.msbuild", "<Project><Import Project=\"$(MSBuildThisFileDirectory)../../Directory.Build.props\" /></Project>"),
            ("tests/Directory.Build.props", $"<Project>{import}</Project>"));

        Assert.Equal(isNamed ? 1 : 0, folder.Plan<PackageStep>().Notes.Count);
    }

    [Fact]
    public void A_reference_in_a_comment_is_none()
    {
        using var folder = new InitFolder(
            ("App.csproj", "<Project>\n  <!-- <PackageReference Include=\"ProvenanceAnalyzers\" /> -->\n</Project>\n"));

        Assert.Equal(["Directory.Build.props"], folder.Plan<PackageStep>().Names());
    }

    [Fact]
    public void A_version_without_a_reference_is_referenced_without_a_version()
    {
        using var folder = new InitFolder(
            ("App.csproj", InitFolder.Project),
            ("Directory.Packages.props", "<Project>\n  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>"
                + "</PropertyGroup>\n"
                + "  <ItemGroup><PackageVersion Include=\"ProvenanceAnalyzers\" Version=\"1.0.0\" /></ItemGroup>\n</Project>\n"));

        var plan = folder.Plan<PackageStep>();

        Assert.Equal(
            "<Project>\n  <!-- provenance:begin -->\n  <ItemGroup>\n"
            + "    <PackageReference Include=\"ProvenanceAnalyzers\" PrivateAssets=\"all\" />\n"
            + "  </ItemGroup>\n  <!-- provenance:end -->\n</Project>\n",
            plan.TextOf("Directory.Build.props"));
        Assert.Equal(
            ["'Directory.Packages.props' has version 1.0.0 of ProvenanceAnalyzers, and this tool is 1.2.3. They must be the same: change "
                + "one of the two."],
            plan.Notes);
    }

    [Fact]
    public void A_file_that_hides_the_shared_one_is_named()
    {
        using var folder = new InitFolder(
            ("src/App.csproj", InitFolder.Project),
            ("tests/Directory.Build.props", "<Project>\n</Project>\n"),
            ("samples/Directory.Build.props", "<Project><Import Project=\"../Directory.Build.props\" /></Project>\n"));

        Assert.Equal(
            ["'tests/Directory.Build.props' does not import 'Directory.Build.props': projects below it do not get the package. Import the "
                + "file above there, or write the reference there too."],
            folder.Plan<PackageStep>().Notes);
    }

    [Theory]
    [InlineData(true, "false", "'App.csproj' manages no package versions centrally, so NuGet ignores the reference there: "
        + "write a PackageReference into it.")]
    [InlineData(false, "true", "'App.csproj' manages package versions centrally, on its own, where a reference must not have a Version: "
        + "move the reference into projects, or manage versions centrally for all.")]
    public void A_project_that_differs_from_the_others_is_named(bool isCentral, string own, string note)
    {
        using var folder = new InitFolder(
            ("App.csproj", "<Project><PropertyGroup><ManagePackageVersionsCentrally>" + own
                + "</ManagePackageVersionsCentrally></PropertyGroup></Project>"));
        if (isCentral)
        {
            folder.Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true"
                + "</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        }

        Assert.Equal([note], folder.Plan<PackageStep>().Notes);
    }

    [Theory]
    [InlineData("<Project>\n")]
    [InlineData("<Configuration>\n</Configuration>\n")]
    [InlineData("no XML")]
    public void What_is_no_project_is_left_as_it_is_and_said(string text)
    {
        using var folder = new InitFolder(("App.csproj", InitFolder.Project), ("Directory.Build.props", text));

        var plan = folder.Plan();

        Assert.DoesNotContain("Directory.Build.props", plan.Names());
        Assert.Contains("'Directory.Build.props' is no MSBuild project that can be read, so it is left as it is.", plan.Notes);
        Assert.Contains("AGENTS.md", plan.Names());
    }

    [Fact]
    public void The_nearest_shared_file_above_the_solution_is_the_one()
    {
        using var folder = new InitFolder(("src/App/App.csproj", InitFolder.Project), ("Directory.Build.props", "<Project>\n</Project>\n"));

        Assert.Equal(["Directory.Build.props"], folder.Plan<PackageStep>(folder: "src").Names());
    }
}
