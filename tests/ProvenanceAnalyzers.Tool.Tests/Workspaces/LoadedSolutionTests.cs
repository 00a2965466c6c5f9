using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Workspaces;

namespace ProvenanceAnalyzers.Tool.Tests.Workspaces;

/// <summary>What keeps a project from being judged, and what does not.</summary>
public sealed class LoadedSolutionTests
{
    private const string Warning = "<Target Name=\"Warn\" BeforeTargets=\"TARGET\"><Warning Text=\"mine\" /></Target>";
    private const string Error = "<Target Name=\"Fail\" BeforeTargets=\"TARGET\"><Error Text=\"mine\" /></Target>";

    private const string Tolerated =
        "<Target Name=\"Fail\" BeforeTargets=\"TARGET\"><Error Text=\"mine\" ContinueOnError=\"true\" /></Target>";

    private const string Several =
        "<PropertyGroup><TargetFramework /><TargetFrameworks>net10.0;net9.0</TargetFrameworks></PropertyGroup>";

    [Theory]
    [InlineData(Warning, "CoreCompile")]
    [InlineData(Warning, "ResolveReferences")]
    [InlineData(Tolerated, "CoreCompile")]
    [InlineData(Tolerated, "ResolveReferences")]
    public async Task A_warning_is_no_failure(string content, string target)
    {
        using var project = NewProject(content.Replace("TARGET", target, StringComparison.Ordinal));

        using var loaded = await OpenAsync(project, restore: true);

        Assert.Equal("App", Assert.Single(loaded.Judged).Name);
    }

    [Theory]
    [InlineData(Error, "mine. See: dotnet build")]
    [InlineData("<Import Project=\"no.targets\" />", "imports 'no.targets', which does not exist")]
    [InlineData("<ItemGroup><ProjectReference Include=\"../No/No.csproj\" /></ItemGroup>", "Project file not found")]
    [InlineData("<Sdk Name=\"No.Such.Sdk\" Version=\"1.0.0\" />", "No.Such.Sdk")]
    [InlineData("<Broken", "could not be loaded")]
    public async Task What_keeps_a_project_from_being_read_is_said(string content, string said)
    {
        using var project = NewProject(string.Empty);
        (await OpenAsync(project, restore: true)).Dispose();
        project.Write("src/App.csproj", ProjectFile(content.Replace("TARGET", "ResolveReferences", StringComparison.Ordinal)));

        var exception = await Assert.ThrowsAsync<ToolException>(() => OpenAsync(project, restore: false));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The targets of a build in their order: the compiler is in the middle, and the last one comes after it.</summary>
    [SlowTheory]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    [InlineData("BeforeTargets=\"ResolveReferences\"")]
    [InlineData("AfterTargets=\"ResolveReferences\"")]
    [InlineData("BeforeTargets=\"GenerateMSBuildEditorConfigFileCore\"")]
    [InlineData("AfterTargets=\"GenerateMSBuildEditorConfigFileCore\"")]
    [InlineData("BeforeTargets=\"BeforeCompile\"")]
    [InlineData("BeforeTargets=\"CoreCompile\"")]
    [InlineData("AfterTargets=\"CoreCompile\"")]
    [InlineData("AfterTargets=\"Compile\"")]
    public async Task Wherever_an_error_stops_the_build_its_text_is_said(string place)
    {
        using var project = NewProject(string.Empty);
        (await OpenAsync(project, restore: true)).Dispose();
        var target = $"<Target Name=\"Fail\" {place}><Warning Text=\"before\" /><Error Text=\"mine\" /></Target>";

        project.Write("src/App.csproj", ProjectFile(target));
        await AssertSaidAsync(project, "mine. See: dotnet build", restore: false);

        project.Write("src/App.csproj", ProjectFile("<Import Project=\"imported.targets\" />"));
        project.Write("src/imported.targets", $"<Project>{target}</Project>");
        await AssertSaidAsync(project, "mine. See: dotnet build", restore: false);
    }

    [SlowTheory]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    [InlineData("<Target Name=\"Fail\" BeforeTargets=\"CoreCompile\"><Error Text=\"mine\" Code=\"OWN1\" /></Target>", "mine")]
    [InlineData(Several + "<Target Name=\"Fail\" BeforeTargets=\"CoreCompile\"><Error Text=\"mine\" /></Target>", "mine")]
    [InlineData(
        Several + "<Target Name=\"Fail\" AfterTargets=\"Compile\"><Error Text=\"mine\" Condition=\"'$(TargetFramework)' == 'net9.0'\" />"
        + "</Target>",
        "mine")]
    [InlineData(
        "<Target Name=\"Fail\" BeforeTargets=\"CoreCompile\"><Copy SourceFiles=\"no\" DestinationFiles=\"x\" /></Target>", "\"no\"")]
    [InlineData("<Target Name=\"Fail\" BeforeTargets=\"CoreCompile\" DependsOnTargets=\"NoSuchTarget\" />", "NoSuchTarget")]
    public async Task An_error_of_any_kind_at_the_compiler_is_said(string content, string said)
    {
        using var project = NewProject(content);

        await AssertSaidAsync(project, said, restore: true);
    }

    [Theory]
    [InlineData("/a/App.csproj(5,3): error OWN1: mine [/a/App.csproj]", "mine")]
    [InlineData("/a/App.csproj(5,3): error : mine [/a/App.csproj::TargetFramework=net10.0]", "mine")]
    [InlineData("/a/error: b/App.csproj(5,3): error : mine: all of it [/a/App.csproj]", "mine: all of it")]
    [InlineData("MSBUILD : error MSB1009: Project file does not exist.", "Project file does not exist.")]
    [InlineData("CSC : error CS2001: there is a warning [and more] [/a/App.csproj]", "there is a warning [and more]")]
    [InlineData("  nothing of the kind \n", "nothing of the kind")]
    public void The_text_of_an_error_is_read_from_what_MSBuild_writes(string output, string text) =>
        Assert.Equal([text], DesignTimeBuild.ErrorsIn(output));

    [Fact]
    public async Task An_import_with_a_condition_may_be_missing()
    {
        using var project = NewProject("<Import Project=\"no.targets\" Condition=\"Exists('no.targets')\" />");

        (await OpenAsync(project, restore: true)).Dispose();
    }

    [Fact]
    public async Task A_project_that_is_not_restored_is_not_taken_for_one_without_packages()
    {
        using var project = NewProject(string.Empty);

        var exception = await Assert.ThrowsAsync<ToolException>(() => OpenAsync(project, restore: false));

        Assert.Equal("'App' is not restored. Run dotnet restore, or leave out --no-restore.", exception.Message);
        project.Write("src/Directory.Build.props", "<Project><PropertyGroup>"
            + "<BaseIntermediateOutputPath>$(MSBuildThisFileDirectory)../made/</BaseIntermediateOutputPath></PropertyGroup></Project>");
        (await OpenAsync(project, restore: true)).Dispose();
        (await OpenAsync(project, restore: false)).Dispose();
        Assert.False(File.Exists(project.PathOf("src/obj/project.assets.json")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_sdk_is_named_with_those_that_are_installed(bool restore)
    {
        using var project = NewProject(string.Empty);
        project.Write(
            "global.json", "{\n  // the SDK of nobody\n  \"sdk\": { \"version\": \"9.9.100\", \"rollForward\": \"disable\" },\n}\n");

        var exception = await Assert.ThrowsAsync<ToolException>(() => OpenAsync(project, restore));

        Assert.Matches(
            @"^'.*global\.json' asks for the \.NET SDK 9\.9\.100, which is not installed\. Installed: .*\d+\.\d+\.\d+.*\. Install it, or ",
            exception.Message);
    }

    [Fact]
    public async Task Whoever_interrupts_the_load_is_not_told_of_a_failure()
    {
        using var project = NewProject(string.Empty);
        using var source = new CancellationTokenSource();
        var loading = new Loading(source.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LoadedSolution.OpenAsync(
            project.PathOf("src/App.csproj"), "due", restore: true, loading, source.Token));

        Assert.True(loading.HasBegun);
    }

    private static async Task AssertSaidAsync(TestProject project, string said, bool restore)
    {
        var exception = await Assert.ThrowsAsync<ToolException>(() => OpenAsync(project, restore));
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    private static Task<LoadedSolution> OpenAsync(TestProject project, bool restore) => LoadedSolution.OpenAsync(
        project.PathOf("src/App.csproj"), "due", restore, new Loading(() => { }), CancellationToken.None);

    private static TestProject NewProject(string content)
    {
        var project = TestProject.CreateWithoutGit(("src/Code.cs", "class C { }\n"));
        project.Write("src/App.csproj", ProjectFile(content));
        return project;
    }

    /// <summary>The analyzers as they were built, so that nothing has to be packed.</summary>
    private static string ProjectFile(string content) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><Analyzer Include="{typeof(Rules.Descriptors).Assembly.Location}" /></ItemGroup>
          {content}
        </Project>
        """;

    private sealed class Loading(Action begin) : IProgress<string>
    {
        public bool HasBegun { get; private set; }

        public void Report(string value)
        {
            if (value.StartsWith("loading", StringComparison.Ordinal))
            {
                HasBegun = true;
                begin();
            }
        }
    }
}
