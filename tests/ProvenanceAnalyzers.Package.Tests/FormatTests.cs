using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>
/// What a build of real projects reports, and that one <c>dotnet format analyzers</c> declares all of it where options ask for that, and
/// nothing elsewhere.
/// </summary>
public sealed class FormatTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string UnknownInBulk = "provenance.default_origin = unknown";

    /// <summary>
    /// A hook, or a habit, runs <c>dotnet format</c> on everything. The first diagnostic is in a project that asks for nothing, so that the
    /// one that does is not served by luck.
    /// </summary>
    [Trait("Case", "H3")]
    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task Nothing_is_declared_where_nobody_asked_for_it()
    {
        const string Types = "namespace N;\n\npublic class C\n{\n    public int M() => 1;\n}\n";
        const string Options = "provenance.tools = codex, claude-code\nprovenance.required_on = members";
        const string Tests = "namespace N;\n\npublic class T\n{\n    [Xunit.Fact]\n    public void M() { }\n}\n";
        using var workspace = package.NewWorkspace();
        workspace.Configure(Options);
        workspace.Add("A", new TestProject(), ("C.cs", Types));
        workspace.Add("App", new TestProject().With("OutputType", "Exe"), ("Program.cs", "Console.WriteLine();\n"), ("C.cs", Types));
        workspace.Add(
            "Tests",
            new TestProject { Packages = ["xunit/2.9.3"] }.With("IsTestProject", "true"),
            ("T.cs", Tests),
            ("Fixtures/a.json", "1\n"));
        workspace.Add("Z", new TestProject(), ("Old/C.cs", Types), ("New.cs", "namespace N;\n\npublic enum New { A }\n"));
        workspace.Write(
            "Broken/.editorconfig", "[*.cs]\nprovenance.tools =\nprovenance.required_on = types\nprovenance.default_origin = generated\n");
        workspace.Add("Broken", new TestProject(), ("C.cs", Types));
        var due = (await workspace.BuildAsync()).MustSucceed();
        Assert.Equal(
            ["PROV0001", "PROV1001", "PROV1002", "PROV1003", "PROV1004", "PROV1005"],
            due.OurOwn.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));

        await workspace.CommitAsync();
        (await workspace.DotnetAsync("format", "All.slnx", "--no-restore")).MustSucceed();
        foreach (var rule in due.OurOwn.Select(diagnostic => diagnostic.Id).Distinct())
        {
            await workspace.FormatAsync(rule, "info");
        }

        Assert.Empty(await workspace.ChangedLinesAsync());

        workspace.Write("Z/Old/.editorconfig", $"[*.cs]\n{UnknownInBulk}\n");
        await workspace.CommitAsync();
        (await workspace.DotnetAsync("format", "All.slnx", "--no-restore")).MustSucceed();
        Assert.Equal(["+    [AIProvenance(AIOrigin.Unknown)]"], await workspace.ChangedLinesAsync());
        Assert.Contains("AIOrigin.Unknown", workspace.Read("Z/Old/C.cs"), StringComparison.Ordinal);
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task A_library_an_application_and_a_library_for_several_frameworks()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure(UnknownInBulk);
        workspace.Add("Lib", new TestProject(), ("Shapes.cs", """
            namespace Lib;

            /// <summary>A shape.</summary>
            public interface IShape
            {
                double Area { get; }
            }

            [System.Serializable]
            public sealed class Circle : IShape
            {
                public double Area => 3;

                public class Nested { }
            }

            public record struct Point(int X, int Y);
            public enum Color { Red }
            public delegate void Draw();
            [AIProvenance(AIOrigin.Human)] public class Declared { }

            """));
        workspace.Add("App", new TestProject().With("OutputType", "Exe").With("UseAppHost", "false"), ("Program.cs", """
            using System.Text;

            var text = new StringBuilder();
            Console.WriteLine(text.Append(Greeter.Greeting));

            internal static class Greeter
            {
                public const string Greeting = "Hello";
            }

            """));
        var several = new TestProject { Framework = "netstandard2.0;net10.0" }.With("LangVersion", "latest");
        workspace.Add("Several", several, ("Names.cs", """
            namespace Several;

            public class Both { }

            #if NETSTANDARD
            public class OnlyOld { }
            #else
            public class OnlyNew { }
            #endif

            """));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(
            [
                "App/Program.cs(3,1): warning PROV1005",
                "App/Program.cs(6,23): warning PROV1001",
                "Lib/Shapes.cs(4,18): warning PROV1001",
                "Lib/Shapes.cs(10,21): warning PROV1001",
                "Lib/Shapes.cs(17,22): warning PROV1001",
                "Lib/Shapes.cs(18,13): warning PROV1001",
                "Lib/Shapes.cs(19,22): warning PROV1001",
                "Several/Names.cs(3,14): warning PROV1001",
                "Several/Names.cs(8,14): warning PROV1001",
                "Several/Names.cs(3,14): warning PROV1001",
                "Several/Names.cs(6,14): warning PROV1001",
            ],
            build.Provenance);

        await AssertThatFormatDeclaresAsync(workspace, "PROV1001", leaving: ["PROV1005 App/Program.cs"]);
        await AssertThatFormatDeclaresAsync(workspace, "PROV1005", leaving: []);
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task A_test_project_of_each_framework()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure(UnknownInBulk);
        var executable = new TestProject().With("OutputType", "Exe");
        workspace.Add("XunitTests", new TestProject { Packages = ["xunit/2.9.3"] }, ("Tests.cs", """
            using Xunit;

            namespace XunitTests;

            public class Database { }

            public class Tests : IClassFixture<Database>
            {
                [Fact]
                public void Passes() { }
            }

            public class NoTests { }

            """));
        workspace.Add("Xunit3Tests", executable with { Packages = ["xunit.v3/4.0.2"] }, ("Tests.cs", """
            using Xunit;

            namespace Xunit3Tests;

            public class Tests
            {
                [Theory]
                [InlineData(1)]
                public void Passes(int number) => Assert.Equal(1, number);
            }

            """));
        workspace.Add("NUnitTests", new TestProject { Packages = ["NUnit/5.0.0"] }, ("Tests.cs", """
            using NUnit.Framework;

            namespace NUnitTests;

            [TestFixture]
            public class Tests
            {
                [TestCase(1)]
                public void Passes(int number) => Assert.That(number, Is.EqualTo(1));
            }

            [SetUpFixture]
            public class Setup
            {
                [OneTimeSetUp]
                public void Once() { }
            }

            """));
        workspace.Add("MSTestTests", new TestProject { Packages = ["MSTest.TestFramework/4.5.2"] }, ("Tests.cs", """
            using Microsoft.VisualStudio.TestTools.UnitTesting;

            namespace MSTestTests;

            [TestClass]
            public class Tests
            {
                [TestMethod]
                public void Passes() { }
            }

            """));
        workspace.Add("TUnitTests", executable with { Packages = ["TUnit/1.81.10"] }, ("Tests.cs", """
            namespace TUnitTests;

            public class Tests
            {
                [Test]
                public async Task Passes() => await Task.CompletedTask;
            }

            """));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(
            [
                "MSTestTests/Tests.cs(6,14): warning PROV1002",
                "NUnitTests/Tests.cs(6,14): warning PROV1002",
                "NUnitTests/Tests.cs(13,14): warning PROV1002",
                "TUnitTests/Tests.cs(3,14): warning PROV1002",
                "Xunit3Tests/Tests.cs(5,14): warning PROV1002",
                "XunitTests/Tests.cs(5,14): warning PROV1002",
                "XunitTests/Tests.cs(7,14): warning PROV1002",
                "XunitTests/Tests.cs(13,14): warning PROV1001",
            ],

            // Packages of the folder that this machine falls back to are not known as such, and TUnit's brings a file that is generated.
            build.Provenance.Where(summary => !summary.Contains("PROV0009", StringComparison.Ordinal)));

        await AssertThatFormatDeclaresAsync(workspace, "PROV1002", leaving: ["PROV1001 XunitTests/Tests.cs"]);
    }

    [Fact]
    public async Task A_file_that_two_projects_and_frameworks_compile()
    {
        using var workspace = package.NewWorkspace();
        const string Link = """<Compile Include="../Shared/Shared.cs" Link="Linked/Shared.cs" />""";
        workspace.Write("Shared/Shared.cs", """
            namespace Shared;

            public class Both
            {
            #if NETSTANDARD
                public int Old() => 1;
            #else
                public int New() => 2;
            #endif
                public int Always() => 3;
            }

            #if NETSTANDARD
            public class OnlyOld
            {
                public int M() => 1;
            }
            #else
            public class OnlyNew
            {
                public int M() => 2;
            }
            #endif

            """);
        var several = new TestProject { Framework = "netstandard2.0;net10.0", Items = Link }.With("LangVersion", "latest");
        workspace.Add("Several", several);
        workspace.Add("WithoutUsings", new TestProject { Items = Link }.With("ImplicitUsings", "disable"));
        workspace.Add("ByPath", new TestProject { Items = Link }, ("Assembly.cs", """
            [assembly: AIProvenance(AIOrigin.Unknown, Target = "Linked/Shared.cs")]

            """));
        workspace.Configure($"{UnknownInBulk}\nprovenance.required_on = members");

        var build = (await workspace.BuildAsync()).MustSucceed();

        // In its own project the file has the path by which that project links it.
        Assert.Equal(
            [
                "ByPath/Assembly.cs(1,12): note PROV1006",
                "Shared/Shared.cs(10,16): warning PROV1004",
                "Shared/Shared.cs(16,16): warning PROV1004",
                "Shared/Shared.cs(21,16): warning PROV1004",
                "Shared/Shared.cs(6,16): warning PROV1004",
                "Shared/Shared.cs(8,16): warning PROV1004",
            ],
            build.Provenance.Distinct().Order(StringComparer.Ordinal));

        await AssertThatFormatDeclaresAsync(workspace, "PROV1004", leaving: []);
        Assert.Equal(
            5,
            workspace.Read("Shared/Shared.cs")
                .Split("[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown)]").Length - 1);
    }

    [Fact]
    public async Task A_misspelled_tool_and_an_annotation_of_a_file_that_is_gone()
    {
        using var workspace = package.NewWorkspace();
        workspace.Configure("provenance.review_required = none");
        workspace.Add("Lib", new TestProject(), ("Code.cs", """
            using System.Reflection;

            [assembly: AIProvenance(AIOrigin.Generated, Tool = "codex", Target = "Gone.cs")]
            [assembly: AssemblyMetadata("a", "b")]

            namespace Lib;

            // Before.
            [AIProvenance(AIOrigin.Generated, Tool = "claude-cod")] // After.
            public class A { }

            """));

        var build = (await workspace.BuildAsync()).MustSucceed();

        Assert.Equal(["Lib/Code.cs(3,70): warning PROV0004", "Lib/Code.cs(9,42): warning PROV0003"], build.Provenance);

        await workspace.CommitAsync();
        await workspace.FormatAsync("PROV0003");
        Assert.Equal(
            [
                "-[AIProvenance(AIOrigin.Generated, Tool = \"claude-cod\")] // After.",
                "+[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")] // After.",
            ],
            await workspace.ChangedLinesAsync());

        await workspace.CommitAsync();
        await workspace.FormatAsync("PROV0004");
        Assert.Equal(
            ["-[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Gone.cs\")]"],
            await workspace.ChangedLinesAsync());

        Assert.Empty((await workspace.BuildAsync()).MustSucceed().Provenance);

        // The whole command, where another finding of the same analyzer comes first.
        workspace.Write("Lib/Before.cs", "namespace Lib;\n\n[AIProvenance(AIOrigin.Generated)]\npublic class Before { }\n");
        workspace.Write("Lib/Code.cs", workspace.Read("Lib/Code.cs").Replace("claude-code", "claude-cod", StringComparison.Ordinal));
        await workspace.CommitAsync();
        (await workspace.DotnetAsync("format", "All.slnx", "--no-restore")).MustSucceed();
        Assert.Contains("+[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")] // After.", await workspace.ChangedLinesAsync());
    }

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task A_check_of_the_formatting_fails_on_what_is_reported_though_formatting_changes_nothing()
    {
        const string Undeclared = "namespace N;\n\npublic class Undeclared { }\n";
        const string Forbidden = "namespace N;\n\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\npublic class Forbidden { }\n";
        const string Unknown = "namespace N;\n\n[AIProvenance(AIOrigin.Unknown)]\npublic class Unknown { }\n";
        using var workspace = package.NewWorkspace();
        workspace.Configure("dotnet_diagnostic.IDE0130.severity = none");
        workspace.Add("Audit", new TestProject().With("ProvenanceAnalysisMode", "Audit"), ("C.cs", Undeclared));
        workspace.Add("Default", new TestProject(), ("C.cs", Undeclared), ("Unknown.cs", Unknown));
        workspace.Add(
            "Locked",
            new TestProject { Items = "<ProvenancePolicyFile Include=\"company.provenance\" />" },
            ("C.cs", Undeclared),
            ("Forbidden.cs", Forbidden),
            ("company.provenance", "provenance.denied_providers = openai\nprovenance.review_required = ai\n"));
        (await workspace.DotnetAsync("restore", "All.slnx")).MustSucceed();
        await workspace.CommitAsync();

        const string NotAllowed = "Locked/Forbidden.cs(3,42): error PROV3001";
        string[] others =
        [
            "Default/C.cs(3,14): warning PROV1001", "Locked/C.cs(3,14): warning PROV1001", "Locked/Forbidden.cs(4,14): warning PROV2001",
        ];
        await AssertThatCheckFindsAsync(workspace, "", [], [.. others, NotAllowed]);
        await AssertThatCheckFindsAsync(workspace, "analyzers", [], [.. others, NotAllowed]);
        await AssertThatCheckFindsAsync(
            workspace, "analyzers", ["--severity", "info"], [.. others, NotAllowed, "Default/Unknown.cs(3,2): info PROV1006"]);
        await AssertThatCheckFindsAsync(workspace, "", ["--severity", "error"], [NotAllowed]);
        await AssertThatCheckFindsAsync(workspace, "", ["--exclude-diagnostics", "PROV1001", "PROV2001", "PROV3001"], []);
        await AssertThatCheckFindsAsync(workspace, "whitespace", [], []);
        await AssertThatCheckFindsAsync(workspace, "style", [], []);

        // What a policy has locked is found though a file of the developer's switches it off, as the build does.
        workspace.Write("Locked/.editorconfig", "[*.cs]\ndotnet_diagnostic.PROV3001.severity = none\n");
        await AssertThatCheckFindsAsync(workspace, "", [], [.. others, NotAllowed]);
        Assert.Contains(NotAllowed, (await workspace.BuildAsync()).MustFail().Provenance);

        await workspace.CommitAsync();
        (await workspace.DotnetAsync("format", "All.slnx", "--no-restore")).MustSucceed();
        Assert.Empty(await workspace.ChangedLinesAsync());
    }

    [Trait("Case", "P12")]
    [Fact]
    public async Task A_check_of_the_formatting_passes_what_a_baseline_or_mode_Audit_holds_back()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("Old.cs", "namespace N;\n\npublic class Old { }\n"));
        (await workspace.BuildAsync("-p:ProvenanceBaseline=update")).MustSucceed();
        await AssertThatCheckFindsAsync(workspace, "", [], []);

        workspace.Write("Lib/New.cs", "namespace N;\n\npublic class New { }\n");
        await AssertThatCheckFindsAsync(workspace, "", [], ["Lib/New.cs(3,14): warning PROV1001"]);

        workspace.Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><ProvenanceAnalysisMode>Audit</ProvenanceAnalysisMode></PropertyGroup></Project>\n");
        await AssertThatCheckFindsAsync(workspace, "", [], []);
    }

    /// <summary>The check has exit code 2 where it found anything, whoever could change what, and 0 elsewhere.</summary>
    private static async Task AssertThatCheckFindsAsync(Workspace workspace, string part, string[] arguments, string[] findings)
    {
        string[] command = part.Length > 0 ? ["format", part] : ["format"];
        var check = await workspace.DotnetAsync([.. command, "All.slnx", "--no-restore", "--verify-no-changes", .. arguments]);

        Assert.Equal(
            findings.Order(StringComparer.Ordinal),
            check.Text.Split('\n')
                .Where(line => line.StartsWith(workspace.Root, StringComparison.Ordinal))
                .Select(line => string.Join(':', line[(workspace.Root.Length + 1)..].Replace('\\', '/').Split(':').Take(2)))
                .Order(StringComparer.Ordinal));
        Assert.Equal(findings.Length > 0 ? 2 : 0, check.ExitCode);
    }

    /// <summary>One run declares everything of one rule by added lines alone, and a second one changes nothing.</summary>
    private static async Task AssertThatFormatDeclaresAsync(Workspace workspace, string ruleId, string[] leaving)
    {
        await workspace.CommitAsync();
        await workspace.FormatAsync(ruleId);
        var changes = await workspace.ChangedLinesAsync();
        Assert.NotEmpty(changes);
        Assert.All(
            changes,
            line => Assert.Matches(
                @"^\+\s*\[(assembly: )?(?<qualifier>(ProvenanceAnalyzers\.)?)AIProvenance\(\k<qualifier>AIOrigin\.Unknown.*\)\]$|^\+$",
                line));

        var build = (await workspace.BuildAsync()).MustSucceed();
        Assert.Equal(
            leaving,
            build.OurOwn.Where(diagnostic => diagnostic.Level != "note").Select(diagnostic => $"{diagnostic.Id} {diagnostic.File}"));

        await workspace.CommitAsync();
        await workspace.FormatAsync(ruleId);
        Assert.Empty(await workspace.ChangedLinesAsync());
    }
}
