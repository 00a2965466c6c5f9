using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Declaration;

public sealed class UndeclaredFixturesRuleTests
{
    private const string Code = "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class C { }";
    private const string Reported = "{|PROV1003:[|}" + "ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class C { }";
    private const string OnFirstToken = "{|#0:[|}" + "ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class C { }";

    [Fact]
    public Task It_is_reported_once_a_folder_and_kind_with_the_first_names() => new ProvenanceTest
    {
        Source = OnFirstToken,
        Fixtures =
        [
            .. Enumerable.Range(1, 12).Select(number => $"Fixtures/orders/{number:D2}.json"),
            "Fixtures/orders/a.csv",
            "Fixtures/LICENSE",
            "Fixtures/x.verified.txt",
            "Fixtures/y.verified.txt",
        ],
        ExpectedDiagnostics =
        {
            Expected(
                "The fixture file 'Fixtures/LICENSE' has no provenance; add [assembly: AIProvenance(AIOrigin.Generated, Tool = "
                + "\"...\", Target = \"Fixtures/LICENSE\")] "
                + "if an AI made it, with Assisted if one helped, Human if none did, else Unknown"),
            Expected(
                "12 fixture files 'Fixtures/orders/*.json' have no provenance: 01.json, 02.json, 03.json, 04.json, 05.json, ...; "
                + "add [assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Fixtures/orders/*.json\")] if an "
                + "AI made them, with Assisted if one helped, Human if none did, else Unknown"),
            Expected(
                "The fixture file 'Fixtures/orders/a.csv' has no provenance; "
                + "add [assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Fixtures/orders/*.csv\")] if an "
                + "AI made it, with Assisted if one helped, Human if none did, else Unknown"),
            Expected(
                "2 fixture files 'Fixtures/*.verified.txt' have no provenance: x.verified.txt, y.verified.txt; "
                + "add [assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Fixtures/*.verified.txt\")] if an "
                + "AI made them, with Assisted if one helped, Human if none did, else Unknown"),
        },
    }.RunAsync();

    [Theory]
    [InlineData(new[] { "Fixtures/*.json" }, "")]
    [InlineData(
        new[] { "**" },
        "3 fixture files 'Fixtures/*.json' have no provenance: a.json, b.json, c.json; add [assembly: "
        + "AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Fixtures/*.json\")] if an AI made them, with Assisted if "
        + "one helped, Human if none did, else Unknown")]
    [InlineData(new[] { "Fixtures/**" }, "")]
    [InlineData(new[] { "Fixtures/a.json", "Fixtures/b.json", "Fixtures/c.json" }, "")]
    [InlineData(
        new[] { "Fixtures/a.json" },
        "2 fixture files 'Fixtures/*.json' have no provenance: b.json, c.json; add [assembly: AIProvenance(AIOrigin.Generated, "
        + "Tool = \"...\", "
        + "Target = \"Fixtures/b.json\")] and the same for each other if an AI made them, with Assisted if one helped, Human if "
        + "none did, else Unknown")]
    [InlineData(new[] { "Fixtures/?.json", "fixtures/*.json" }, "")]
    [InlineData(
        new[] { "Fixtures/[ab].json", "*.json" },
        "3 fixture files 'Fixtures/*.json' have no provenance: a.json, b.json, c.json; add [assembly: "
        + "AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Fixtures/*.json\")] if an AI made them, with Assisted if "
        + "one helped, Human if none did, else Unknown")]
    public Task An_annotation_that_names_a_file_declares_it(string[] targets, string message)
    {
        var lines = targets.Select(target => $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"{target}\")]")
            .ToArray();
        if (message.Length > 0)
        {
            lines[^1] = "[assembly: {|#0:" + lines[^1]["[assembly: ".Length..^1] + "|}]";
        }

        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n{string.Join("\n", lines)}\n",
            Fixtures = ["Fixtures/a.json", "Fixtures/b.json", "Fixtures/c.json"],
            Options = "dotnet_diagnostic.PROV0004.severity = none",
        };
        if (message.Length > 0)
        {
            test.ExpectedDiagnostics.Add(Expected(message));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("AIOrigin.Human, Target = \"**/*.json\"", "PROV0002")]
    [InlineData("AIOrigin.Human, Target = \"**\"", "PROV0002")]
    [InlineData("AIOrigin.Generated, Tool = \"codex\"", "")]
    public Task Bulk_human_claims_and_a_default_declare_nothing(string claim, string other) => new ProvenanceTest
    {
        Files =
        [
            (
                "A.cs",
                "using ProvenanceAnalyzers;\n[assembly: "
                + (other.Length > 0 ? "{|PROV1003:{|" + other + ":" : string.Empty)
                + $"AIProvenance({claim})"
                + (other.Length > 0 ? "|}|}" : string.Empty)
                + "]\n"),
            ("GlobalUsings.cs", other.Length > 0 ? "global using System;" : "global using System;{|PROV1003:|}"),
        ],
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    /// <summary>A glob of a folder may be a human's: who looked at what is there can vouch for it. No code comes with it.</summary>
    [Theory]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/*.json\")", "Fixtures/a.json", "")]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/**\")", "Fixtures/b/a.json", "")]
    [InlineData("{|PROV1006:AIProvenance(AIOrigin.Unknown, Target = \"Fixtures/**\")|}", "Fixtures/a.json", "")]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"*.verified.txt\")", "ATests.M.verified.txt", "")]
    [InlineData("{|PROV0002:AIProvenance(AIOrigin.Human, Target = \"Fixtures/**\")|}", "Fixtures/a.json", "Fixtures/A.cs")]
    [InlineData("{|PROV0002:AIProvenance(AIOrigin.Human, Target = \"Fixtures/*\")|}", "Fixtures/a.json", "Fixtures/A.cs")]
    [InlineData("AIProvenance(AIOrigin.Human, Target = \"Fixtures/*.json\")", "Fixtures/a.json", "Fixtures/A.cs")]
    public Task A_glob_of_a_folder_declares_the_fixture_files_there(string annotation, string fixture, string source) => new ProvenanceTest
    {
        Files =
        [
            ("Provenance.cs", $"using ProvenanceAnalyzers;\n[assembly: {annotation}]\n"),
            (source.Length > 0 ? source : "Other.cs", source.Length > 0 ? "class {|PROV1001:C|} { }" : string.Empty),
        ],
        Fixtures = [fixture],
    }.RunAsync();

    [Fact]
    public Task A_default_declares_where_an_option_says_so() => new ProvenanceTest
    {
        Source = "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")]",
        Options = "provenance.assembly_default_declares = true",
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Trait("Case", "P17")]
    [Theory]
    [InlineData("Zoo.cs", "Properties/AssemblyInfo.cs", "GlobalUsings.cs", "Provenance.cs")]
    [InlineData("A.cs", "GlobalUsings.cs", "Properties/AssemblyInfo.cs")]
    [InlineData("A.cs", "Other/Provenance.cs", "AssemblyInfo.cs", "GlobalUsings.cs")]
    [InlineData("A.cs", "Properties/Usings.cs", "GlobalUsings.cs")]
    [InlineData("A.cs", "Properties/Usings.cs", "Usings.cs")]
    [InlineData("A.cs", "Properties/Deep/A.cs", "B.cs", "Properties/Usings.cs")]
    [InlineData("Zoo.cs", "Data/Exceptions.cs", "Order.cs", "Zo.cs")]
    [InlineData("a.cs", "Zoo.cs", "B.Designer.cs", "Zoo/A.cs", "Excluded/Provenance.cs", "Generated/A.cs", "Z.cs")]
    public Task Without_a_target_it_stands_in_the_usual_file_or_the_one_with_the_shortest_path(params string[] files)
    {
        var anchor = files[^1];
        return new ProvenanceTest
        {
            Files = [.. files.Select(file => (file, Start(file) + " N;"))],
            Options = "[Excluded/*.cs]\nprovenance.exclude = true",
            Fixtures = ["Fixtures/a.json"],
        }.RunAsync();

        string Start(string file) => file == anchor ? "{|PROV1003:namespace|}"
            : file.StartsWith("Generated", StringComparison.Ordinal) ? "// <auto-generated/>\nnamespace"
            : "namespace";
    }

    /// <summary>What is said in a linked file is said of every project that has it.</summary>
    [Trait("Case", "P8")]
    [Theory]
    [InlineData("../Shared/Provenance.cs", "Deep/Own.cs")]
    [InlineData("../Shared/GlobalUsings.cs", "../Shared/A.cs", "Deep/Own.cs")]
    [InlineData("../Shared/B.cs", "../Shared/A.cs")]
    public Task It_stands_in_a_file_of_the_project_alone_where_there_is_one(params string[] files) => new ProvenanceTest
    {
        Files =
        [
            .. files.Select(file => (
                file,
                "using ProvenanceAnalyzers;\n"
                    + (file.StartsWith("..", StringComparison.Ordinal)
                        ? (file == files[^1] ? "{|PROV1003:[|}" : "[")
                            + $"assembly: AIProvenance(AIOrigin.Human, Target = {{|PROV0004:\"F/{Array.IndexOf(files, file)}.json\"|}})]\n"
                        : file == files[^1] ? "{|PROV1003:|}" : string.Empty))),
        ],
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    /// <summary>Where the message's own text can be put, so that it compiles.</summary>
    [Theory]
    [InlineData("using System;\n\n{|PROV1003:namespace|} N;")]
    [InlineData("using System;\n{|PROV1003:[|}assembly: CLSCompliant(false)]\nnamespace N;")]
    [InlineData("global using System;\nusing System.Text;\n// end\n{|PROV1003:|}")]
    [InlineData("// nothing yet\n{|PROV1003:|}")]
    [InlineData("using System;\n#nullable disable\n{|PROV1003:internal|} delegate void {|PROV1001:D|}();")]
    public Task It_stands_below_the_using_directives(string source) => new ProvenanceTest
    {
        Files = [("A.cs", source)],
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Fact]
    public Task It_stands_at_the_last_annotation_with_a_target_of_the_ordinally_first_such_file() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")]"),
            (
                "B.cs",
                "using ProvenanceAnalyzers;\n"
                + "[assembly: AIProvenance(AIOrigin.Human, Target = \"A.cs\"), "
                + "{|PROV1003:AIProvenance(AIOrigin.Human, Target = \"B.cs\")|}]"),
            ("C.cs", "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Human, Target = \"C.cs\")]"),
            ("Provenance.cs", "namespace N;"),
        ],
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Theory]
    [InlineData("provenance.tests.required_on = none", false)]
    [InlineData("provenance.tests.required_on = methods", true)]
    [InlineData("provenance.required_on = none", true)]
    [InlineData("provenance.api_surface = public", true)]
    [InlineData("provenance.exempt = trivial", true)]
    [InlineData("provenance.exclude = true", false)]
    [InlineData("dotnet_diagnostic.PROV1003.severity = none", false)]
    public Task Options_are_those_of_the_file_where_it_stands(string option, bool isReported) => new ProvenanceTest
    {
        Source = isReported ? Reported : Code,
        Options = option,
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Fact]
    public Task A_section_for_the_fixtures_holds_for_nothing() => new ProvenanceTest
    {
        Source = Reported,
        Options = "[Fixtures/**]\nprovenance.exclude = true",
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV1003\n" + Code)]
    [InlineData(
        "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Declaration\", \"PROV1003\", Justification = \"J\")]\n"
        + Code)]
    public Task It_can_be_suppressed(string source) => new ProvenanceTest
    {
        Source = source,
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Fact]
    public Task Without_a_list_or_with_an_empty_one_there_is_nothing_to_report() => Task.WhenAll(
        new ProvenanceTest { Source = Code }.RunAsync(),
        new ProvenanceTest { Source = Code, FixtureList = "# Nothing.\n" }.RunAsync());

    [Fact]
    public Task Mode_none_reports_nothing() => new ProvenanceTest
    {
        Source = Code,
        Facts = "mode None",
        Fixtures = ["Fixtures/a.json"],
    }.RunAsync();

    [Fact]
    public Task What_a_baseline_has_is_not_due_and_a_glob_does_not_claim_it()
    {
        var test = new ProvenanceTest
        {
            Source = OnFirstToken,
            Fixtures = ["Fixtures/a.json", "Fixtures/b.json", "Fixtures/c d.json", "Fixtures/x.csv"],
        };
        test.TestState.AdditionalFiles.Add((
            "/0/Provenance.Baseline.txt",
            $"Fixtures/a.json {ProvenanceTest.DigestOf("another")}\nFixtures/b.json {ProvenanceTest.DigestOf("Fixtures/b.json")}\n"
            + $"Fixtures/x.csv {ProvenanceTest.DigestOf("Fixtures/x.csv")}\n"));
        test.ExpectedDiagnostics.Add(Expected(
            "2 fixture files 'Fixtures/*.json' have no provenance: a.json, c d.json; "
            + "add [assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"Fixtures/a.json\")] and the same for "
            + "each other if an AI made them, with Assisted if one helped, Human if none did, else Unknown; what has changed "
            + "since it was taken into the baseline is due again"));
        return test.RunAsync();
    }

    [Fact]
    public Task Unreadable_files_are_due_like_others() => new ProvenanceTest
    {
        Source = Reported,
        FixtureList = "-\t-\t*.json\tFixtures/a.json\n",
    }.RunAsync();

    private static DiagnosticResult Expected(string message) =>
        new DiagnosticResult(Descriptors.UndeclaredFixtures).WithLocation(0).WithMessage(message);
}
