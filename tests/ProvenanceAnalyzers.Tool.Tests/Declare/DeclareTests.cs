using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Declare;

/// <summary>What <c>provenance declare</c> asks of a file beside what changed in it.</summary>
public sealed class DeclareTests
{
    private const string OldClass = "class A { int X() => 1; }\n";
    private const string NewClass = "class A { int X() => 2; }\n";

    [Fact]
    public async Task A_moved_type_is_nobodys_new_work()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", "namespace N;\nclass A\n{\n    int X;\n}\nclass B { }\n"));
        project.Write("src/A.cs", "namespace N;\nclass B { }\n");
        project.Write("src/C.cs", "namespace M;\n\nclass A\n{\n    int X;\n}\n\nclass C { }\n");

        Assert.Equal(["C"], await project.DeclareAsync("src/C.cs"));
        Assert.Equal([], await project.DeclareAsync("src/A.cs"));
    }

    [Fact]
    public async Task A_type_in_a_renamed_file_is_nobodys_new_work_and_one_that_changed_on_the_way_is_assisted()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", "class A\n{\n    int X() => 1;\n}\n\nclass B { }\n"));
        File.Delete(project.PathOf("src/A.cs"));
        project.Write("src/Z.cs", "class A\n{\n    int X() => 2;\n}\n\nclass B { }\n");

        Assert.Equal(["A"], await project.DeclareAsync("src/Z.cs"));
        Assert.StartsWith("[AIProvenance(AIOrigin.Assisted, ", project.Read("src/Z.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_type_is_new()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", "namespace N;\nclass A { int X; }\n"));
        project.Write("src/B.cs", "namespace M;\nclass A { int X; }\n");

        Assert.Equal(["A"], await project.DeclareAsync("src/B.cs"));
        Assert.Contains("AIOrigin.Generated", project.Read("src/B.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_repository_without_a_commit_all_is_new()
    {
        using var project = TestProject.CreateWithoutGit(("src/A.cs", OldClass));
        await project.GitAsync("init", "--quiet");

        Assert.Equal(["A"], await project.DeclareAsync("src/A.cs"));
    }

    [Fact]
    public async Task Without_git_nobody_knows_what_changed()
    {
        using var project = TestProject.CreateWithoutGit(("src/A.cs", OldClass));

        var exception = await Assert.ThrowsAsync<ToolException>(() => project.DeclareAsync("src/A.cs"));

        Assert.StartsWith("Neither git nor a hook says what changed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(OldClass, project.Read("src/A.cs"));
    }

    [Fact]
    public async Task Without_the_package_nothing_is_written_that_would_not_compile()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        project.Write("src/A.cs", NewClass);

        var exception = await Assert.ThrowsAsync<ToolException>(() => project.DeclareAsync("src/A.cs"));

        Assert.Contains("does not use the package ProvenanceAnalyzers", exception.Message, StringComparison.Ordinal);
        Assert.Equal(NewClass, project.Read("src/A.cs"));
    }

    [Theory]
    [InlineData("Directory.Build.props", "<Project><ItemGroup><PackageReference Include=\"ProvenanceAnalyzers\" /></ItemGroup></Project>")]
    [InlineData("src/obj/project.assets.json", "{ \"libraries\": { \"ProvenanceAnalyzers/9.9.9\": { } } }")]
    [InlineData("src/obj/Debug/net10.0/App.net10.0.Provenance.Facts.tsv", "")]
    [InlineData("src/Copied/AIProvenanceAttribute.cs", "// Somebody's own copy.\n")]
    public async Task The_package_may_be_named_elsewhere(string path, string text)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        project.Write(path, text);
        project.Write("src/A.cs", NewClass);

        Assert.Equal(["A"], await project.DeclareAsync("src/A.cs"));
    }

    [Theory]
    [InlineData("disable", "", "ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Assisted, Tool = \"claude-code\")")]
    [InlineData("enable", "<ProvenanceImplicitUsing>false</ProvenanceImplicitUsing>",
        "ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Assisted, Tool = \"claude-code\")")]
    [InlineData("enable", "", "AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")")]
    public async Task The_name_is_as_short_as_the_usings_allow(string implicitUsings, string property, string annotation)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/App.csproj", "<Project><PropertyGroup>" + property + "<ImplicitUsings>" + implicitUsings
            + "</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include=\"ProvenanceAnalyzers\" /></ItemGroup></Project>");
        project.Write("src/A.cs", NewClass);

        await project.DeclareAsync("src/A.cs");

        Assert.Equal($"[{annotation}]\n{NewClass}", project.Read("src/A.cs"));
    }

    [Fact]
    public async Task The_usings_of_the_newest_build_hold()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/obj/Debug/net9.0/App.GlobalUsings.g.cs", "global using ProvenanceAnalyzers;\n");
        File.SetLastWriteTimeUtc(
            project.PathOf("src/obj/Debug/net9.0/App.GlobalUsings.g.cs"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        project.Write("src/obj/Debug/net10.0/App.GlobalUsings.g.cs", "global using System;\n");
        project.Write("src/A.cs", NewClass);

        await project.DeclareAsync("src/A.cs");

        Assert.StartsWith("[ProvenanceAnalyzers.AIProvenance(", project.Read("src/A.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/obj/Debug/A.cs")]
    [InlineData("src/bin/A.cs")]
    [InlineData("src/A.g.cs")]
    public async Task What_a_build_makes_is_left_alone(string path)
    {
        using var project = await TestProject.CreateAsync();
        project.Write(path, OldClass);

        Assert.Equal([], await project.DeclareAsync(path));
        Assert.Equal(OldClass, project.Read(path));
    }

    [Theory]
    [InlineData("provenance.exclude = true", new string[0])]
    [InlineData("provenance.required_on = none", new string[0])]
    [InlineData("provenance.api_surface = public", new string[0])]
    [InlineData("provenance.exempt = trivial", new[] { "A" })]
    [InlineData("generated_code = true", new string[0])]
    public async Task Options_hold(string option, string[] declared)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass), (".editorconfig", $"root = true\n[*.cs]\n{option}\n"));
        project.Write("src/A.cs", NewClass);

        Assert.Equal(declared, await project.DeclareAsync("src/A.cs"));
    }

    [Fact]
    public async Task The_fields_that_options_ask_for_are_written()
    {
        using var project = await TestProject.CreateAsync(
            ("src/A.cs", OldClass), (".editorconfig", "[*.cs]\nprovenance.required_fields = model, on, requested_by, reference\n"));
        project.Write("src/A.cs", NewClass);

        await project.DeclareAsync("src/A.cs", model: "anthropic/claude-opus-4-5", requester: "bob@example.com");

        Assert.Equal(
            "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\", Model = \"anthropic/claude-opus-4-5\", "
            + $"RequestedBy = \"bob@example.com\", On = \"{DateTime.Today:yyyy-MM-dd}\", Reference = \"...\")]\n{NewClass}",
            project.Read("src/A.cs"));
    }

    [Fact]
    public async Task Where_options_ask_who_asked_and_nobody_says_it_git_does()
    {
        using var project = await TestProject.CreateAsync(
            ("src/A.cs", OldClass), (".editorconfig", "[*.cs]\nprovenance.required_fields = requested_by\n"));
        project.Write("src/A.cs", NewClass);

        await project.DeclareAsync("src/A.cs");

        Assert.Contains("RequestedBy = \"ada@example.com\")]", project.Read("src/A.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_a_humans_annotation_becomes_that_of_the_change()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", "[AIProvenance(AIOrigin.Human, On = \"2025-01-01\")]\n" + OldClass));
        project.Write("src/A.cs", "[AIProvenance(AIOrigin.Human, On = \"2025-01-01\")]\n" + NewClass);

        await project.DeclareAsync("src/A.cs");

        Assert.Equal(
            $"[AIProvenance(AIOrigin.Assisted, On = \"{DateTime.Today:yyyy-MM-dd}\", Tool = \"claude-code\")]\n{NewClass}",
            project.Read("src/A.cs"));
    }

    [Theory]
    [InlineData(false, "Generated", "Assisted")]
    [InlineData(true, "Autonomous", "Assisted")]
    public async Task New_work_of_a_tool_on_its_own_is_autonomous(bool isAutonomous, string ofNew, string ofChanged)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/A.cs", NewClass + "class B { }\n");

        await project.DeclareAsync("src/A.cs", isAutonomous: isAutonomous);

        Assert.Equal(
            $"[AIProvenance(AIOrigin.{ofChanged}, Tool = \"claude-code\")]\n{NewClass}"
            + $"[AIProvenance(AIOrigin.{ofNew}, Tool = \"claude-code\")]\nclass B {{ }}\n",
            project.Read("src/A.cs"));
    }

    [Theory]
    [InlineData("claude", "claude-code")]
    [InlineData("my-agent", "my-agent")]
    public async Task A_tool_is_written_by_its_id(string written, string id)
    {
        using var project = await TestProject.CreateAsync(
            ("src/A.cs", OldClass), (".editorconfig", "[*.cs]\nprovenance.custom_tools = my-agent=mine\n"));
        project.Write("src/A.cs", NewClass);

        await project.DeclareAsync("src/A.cs", written);

        Assert.Contains($"Tool = \"{id}\"", project.Read("src/A.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_is_not_known_is_refused_with_the_nearest()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/A.cs", NewClass);

        var exception = await Assert.ThrowsAsync<ToolException>(() => project.DeclareAsync("src/A.cs", "cladue-code"));

        Assert.Contains("did you mean 'claude-code'?", exception.Message, StringComparison.Ordinal);
        Assert.Equal(NewClass, project.Read("src/A.cs"));
    }

    [Theory]
    [InlineData("class A { int X() => ; }\n")]
    [InlineData("class A {\n")]
    [InlineData("class A { }\n}\n")]
    [InlineData("class A { string X = \"; }\n")]
    [InlineData("class A { }\n[AIProvenance(\n")]
    [InlineData("class A { void X() { foo( } }\n")]
    [InlineData("#if A\nclass A { }\n")]
    [InlineData("<<<<<<< HEAD\nclass A { }\n=======\nclass B { }\n>>>>>>> x\n")]
    [InlineData("class { }\n")]
    [InlineData("/* class A { }\n")]
    public async Task Half_typed_code_stays_as_it_is(string text)
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", OldClass));
        project.Write("src/A.cs", text);

        var exception = await Assert.ThrowsAsync<ToolException>(() => project.DeclareAsync("src/A.cs"));

        Assert.Contains("is no C# yet, so nothing is declared in it. Line ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, project.Read("src/A.cs"));
    }

    [Fact]
    public async Task Members_are_declared_where_options_ask_for_them()
    {
        const string Before = "class A\n{\n    int _x;\n\n    public A(int x) { _x = x; }\n\n    int X() => 1;\n\n    int Y() => 1;\n\n"
            + "    int P => 1;\n}\n";
        using var project = await TestProject.CreateAsync(
            ("src/A.cs", Before), (".editorconfig", "[*.cs]\nprovenance.required_on = members\n"));
        project.Write("src/A.cs", Before
            .Replace("int Y() => 1;", "int Y() => 2;", StringComparison.Ordinal)
            .Replace("    int P => 1;\n", "    int P => 1;\n\n    int Z(string a) => 3;\n\n    int _y;\n", StringComparison.Ordinal));

        Assert.Equal(["A.Y", "A.Z"], await project.DeclareAsync("src/A.cs"));
        Assert.Equal([], await project.DeclareAsync("src/A.cs"));
        var declared = project.Read("src/A.cs");
        Assert.Contains(
            "    [AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\n    int Y() => 2;", declared, StringComparison.Ordinal);
        Assert.Contains(
            "    [AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]\n    int Z(string a) => 3;",
            declared,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_whose_parameters_changed_is_no_new_one()
    {
        using var project = await TestProject.CreateAsync(
            ("src/A.cs", "class A\n{\n    int X(int a) => 1;\n}\n"), (".editorconfig", "[*.cs]\nprovenance.required_on = members\n"));
        project.Write("src/A.cs", "class A\n{\n    int X(string a) => 1;\n}\n");

        await project.DeclareAsync("src/A.cs");

        Assert.Contains("AIOrigin.Assisted", project.Read("src/A.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_methods_are_declared_where_options_ask_for_them()
    {
        const string Before = "using Xunit;\n\npublic class T\n{\n    [Fact]\n    public void A() => Assert.NotNull(this);\n}\n";
        using var project = await TestProject.CreateAsync(
            ("src/T.cs", Before), (".editorconfig", "[*.cs]\nprovenance.tests.required_on = methods\n"));
        var packages = project.PathOf("packages");
        Directory.CreateDirectory(Path.Combine(packages, "xunit.extensibility.core", "2.9.3", "lib", "netstandard1.1"));
        File.Copy(
            typeof(FactAttribute).Assembly.Location,
            Path.Combine(packages, "xunit.extensibility.core", "2.9.3", "lib", "netstandard1.1", "xunit.core.dll"));
        project.Write("src/obj/project.assets.json", $$$"""
            {
              "packageFolders": { {{{System.Text.Json.JsonSerializer.Serialize(packages)}}}: {} },
              "targets": {
                "net10.0": { "xunit.extensibility.core/2.9.3": { "compile": { "lib/netstandard1.1/xunit.core.dll": {} } } }
              }
            }
            """);
        project.Write("src/T.cs", Before.Replace(
            "    [Fact]\n", "    [Fact]\n    public void B() => Assert.NotNull(this);\n\n    [Fact]\n", StringComparison.Ordinal));

        Assert.Equal(["T.B"], await project.DeclareAsync("src/T.cs"));
    }

    [Fact]
    public async Task What_holds_for_the_file_is_repeated_where_it_no_longer_would()
    {
        using var project = await TestProject.CreateAsync(
            ("src/Gen/A.cs", OldClass),
            (
                "src/Provenance.cs",
                "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Model = \"gpt-5\", Target = \"Gen/*.cs\")]\n"));
        project.Write("src/Gen/A.cs", NewClass);

        await project.DeclareAsync("src/Gen/A.cs");

        Assert.Equal(
            "[AIProvenance(AIOrigin.Generated, Tool = \"codex\", Model = \"gpt-5\")]\n"
            + $"[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\n{NewClass}",
            project.Read("src/Gen/A.cs"));
    }

    [Fact]
    public async Task What_the_tools_own_glob_declares_is_declared()
    {
        using var project = await TestProject.CreateAsync(
            ("src/Provenance.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"claude-code\", Target = \"Gen/*.cs\")]\n"));
        project.Write("src/Gen/A.cs", NewClass);

        Assert.Equal([], await project.DeclareAsync("src/Gen/A.cs"));
    }

    [Fact]
    public async Task A_part_of_a_type_that_another_part_declares_is_declared_by_itself_once_it_changed()
    {
        const string Other = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\npartial class A { int Y; }\n";
        using var project = await TestProject.CreateAsync(("src/A.cs", Other + "partial class A { int X; }\n"));
        project.Write("src/A.cs", Other + "partial class A { int Z; }\n");

        await project.DeclareAsync("src/A.cs");

        Assert.Equal(
            Other + "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\npartial class A { int Z; }\n", project.Read("src/A.cs"));
    }

    [Fact]
    public async Task A_default_of_the_assembly_declares_no_new_code()
    {
        using var project = await TestProject.CreateAsync(
            ("src/Provenance.cs", "// Target\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]\n"));
        project.Write("src/A.cs", NewClass);

        Assert.Equal(["A"], await project.DeclareAsync("src/A.cs"));
    }
}
