using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>From the message that asks for a review to a marker that holds for exactly this code, in every target framework.</summary>
public sealed partial class ReviewTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Adding = "public int Add(int left, int right) => left + right;";

    [SlowFact]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task A_review_holds_in_every_framework_and_however_the_code_is_formatted_until_the_code_changes()
    {
        using var workspace = package.NewWorkspace();
        workspace.Add("Lib", new TestProject(), ("Code.cs", $$"""
            namespace Lib;

            /// <summary>Calculates.</summary>
            [AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
            public class Calculator
            {
                {{Adding}}

                public int Sum(params int[] numbers)
                {
                    var sum = 0;
                    foreach (var number in numbers)
                    {
                        sum = Add(sum, number);
                    }

                    return sum;
                }
            }

            """));
        var several = new TestProject { Framework = "netstandard2.0;net10.0" }.With("LangVersion", "latest");
        workspace.Add("Several", several, ("Names.cs", """
            namespace Several;

            [AIProvenance(AIOrigin.Generated, Tool = "claude-code")]
            public class Names
            {
            #if NETSTANDARD
                public string First(string[] names) => names.Length > 0 ? names[0] : "";
            #else
                public string First(string[] names) => names is [var first, ..] ? first : "";
            #endif
            }

            """));
        var parts = several with
        {
            Items = """
                <Compile Remove="Part.*.cs" />
                    <Compile Include="Part.Old.cs" Condition="'$(TargetFramework)' == 'netstandard2.0'" />
                    <Compile Include="Part.New.cs" Condition="'$(TargetFramework)' == 'net10.0'" />
                """,
        };
        workspace.Add(
            "Parts",
            parts,
            (
                "Parts.cs",
                "namespace Parts;\n\n[AIProvenance(AIOrigin.Assisted, Tool = \"codex\")]\npublic partial class Both\n{\n"
                + "    public int One() => 1;\n}\n"),
            ("Part.Old.cs", "namespace Parts;\n\npublic partial class Both\n{\n    public int Old() => 2;\n}\n"),
            ("Part.New.cs", "namespace Parts;\n\npublic partial class Both\n{\n    public int New() => 3;\n}\n"));

        Assert.Equal(
            ["Lib/Code.cs(5,14)", "Parts/Parts.cs(4,22)", "Several/Names.cs(4,14)"],
            await ReviewAsync(workspace));

        // The part of the partial type that both frameworks have was reviewed; what is left is the one that each has alone.
        Assert.Equal(["Parts/Part.New.cs(3,22)", "Parts/Part.Old.cs(3,22)"], await ReviewAsync(workspace));
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().OurOwn);

        var reviewed = workspace.Read("Lib/Code.cs");
        workspace.Write("Lib/Code.cs", reviewed.Replace("left + right", "left - right", StringComparison.Ordinal));
        var stale = Assert.Single((await workspace.BuildAsync()).MustSucceed().OurOwn);
        Assert.Equal("Lib/Code.cs(5,58): warning PROV2003", stale.Summary);

        workspace.Write("Lib/Code.cs", reviewed);
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().OurOwn);

        workspace.Write(".editorconfig", "root = true\n[*.cs]\nindent_style = tab\ncsharp_new_line_before_open_brace = none\n");
        (await workspace.DotnetAsync("format", "whitespace", "All.slnx", "--no-restore")).MustSucceed();
        Assert.Contains("public class Calculator {\n\tpublic int Add", workspace.Read("Lib/Code.cs"), StringComparison.Ordinal);
        Assert.Empty((await workspace.BuildAsync()).MustSucceed().OurOwn);
    }

    [Fact]
    public async Task A_format_run_reviews_nothing()
    {
        using var workspace = package.NewWorkspace();
        const string Digest = "Digest = \"h1:00000000000000000000000000000000\"";
        workspace.Write(
            ".editorconfig",
            "root = true\n[Two.cs]\nprovenance.reviews_required = 2\n[Old.cs]\nprovenance.review_max_age_days = 1\n");
        workspace.Add(
            "Lib",
            new TestProject { Packages = ["xunit/2.9.3"] }.With("ProvenanceToday", "2026-12-24"),
            ("Code.cs", """[AIProvenance(AIOrigin.Generated, Tool = "codex")] public class Code { }"""),
            (
                "Tests.cs",
                """[AIProvenance(AIOrigin.Generated, Tool = "codex")] public class Tests { [Xunit.Fact] public void Passes() { } }"""),
            (
                "Stale.cs",
                $$"""[AIProvenance(AIOrigin.Generated, Tool = "codex"), HumanReviewed("bob", "2026-11-21", {{Digest}})] """
                + "public class Stale { }"),
            ("Bot.cs", """[AIProvenance(AIOrigin.Generated, Tool = "codex"), HumanReviewed("codex", "2026-11-21")] public class Bot { }"""),
            (
                "Self.cs",
                """[AIProvenance(AIOrigin.Generated, Tool = "codex", RequestedBy = "bob"), """
                + """HumanReviewed("bob", "2026-11-21")] public class Self { }"""),
            ("Old.cs", """[AIProvenance(AIOrigin.Generated, Tool = "codex"), HumanReviewed("bob", "2026-11-21")] public class Old { }"""),
            (
                "Two.cs",
                """[AIProvenance(AIOrigin.Generated, Tool = "codex"), """
                + """HumanReviewed("bob", "2026-11-21", Digest = "TWO")] public class Two { }"""));

        string[] ids = ["PROV2001", "PROV2002", "PROV2003", "PROV2004", "PROV2005", "PROV2006", "PROV2007", "PROV2008"];
        workspace.Write("Lib/Two.cs", workspace.Read("Lib/Two.cs").Replace(", Digest = \"TWO\"", "", StringComparison.Ordinal));
        var missing = (await workspace.BuildAsync()).MustSucceed().OurOwn.Single(diagnostic => diagnostic.File == "Lib/Two.cs");
        workspace.Write("Lib/Two.cs", workspace.Read("Lib/Two.cs")
            .Replace("\"2026-11-21\"", $"\"2026-11-21\", Digest = \"{DigestIn(missing)}\"", StringComparison.Ordinal));
        Assert.Equal(
            ids,
            (await workspace.BuildAsync())
                .MustSucceed().OurOwn
                .Select(diagnostic => diagnostic.Id)
                .Distinct()
                .Order(StringComparer.Ordinal));

        await workspace.CommitAsync();
        (await workspace.DotnetAsync(
            ["format", "analyzers", "All.slnx", "--no-restore", "--severity", "info", "--diagnostics", .. ids])).MustSucceed();
        Assert.Empty(await workspace.ChangedLinesAsync());
    }

    /// <summary>Does what the messages of a build ask a reviewer for, in a plain editor.</summary>
    /// <returns>Where a review was missing.</returns>
    private static async Task<IReadOnlyList<string>> ReviewAsync(Workspace workspace)
    {
        var missing = (await workspace.BuildAsync()).MustSucceed().OurOwn.ToArray();
        Assert.All(missing, diagnostic => Assert.Equal("PROV2001", diagnostic.Id));
        foreach (var file in missing.GroupBy(diagnostic => diagnostic.File))
        {
            var lines = workspace.Read(file.Key).Split('\n').ToList();
            foreach (var line in file.GroupBy(diagnostic => diagnostic.Line).OrderByDescending(line => line.Key))
            {
                // Two frameworks, one digest.
                lines.Insert(
                    line.Key - 1,
                    $"[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{line.Select(DigestIn).Distinct().Single()}\")]");
            }

            workspace.Write(file.Key, string.Join('\n', lines));
        }

        return [.. missing.Select(diagnostic => $"{diagnostic.File}({diagnostic.Line},{diagnostic.Column})")
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static string DigestIn(Diagnostic diagnostic) => Digest().Match(diagnostic.Message).Value;

    [GeneratedRegex("h1:[0-9a-f]{32}")]
    private static partial Regex Digest();
}
