using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Options;

/// <summary>Sections of policy files, and several files.</summary>
public sealed class PolicyFileTests
{
    [Theory]
    [InlineData("[Evals/**]", "Evals/A.cs, Evals/Deep/B.cs")]
    [InlineData("[Evals/*.cs]", "Evals/A.cs")]
    [InlineData("[*.cs]", "C.cs, Evals/A.cs, Evals/Deep/B.cs, Évals/D.cs")]
    [InlineData("[{Evals,Other}/**.cs]", "Evals/A.cs, Evals/Deep/B.cs")]
    [InlineData("[ /Evals/A.cs ]  # a comment", "Evals/A.cs")]
    [InlineData("[Évals/?.cs]", "Évals/D.cs")]
    [InlineData("[evals/**]", "")]
    [InlineData("[Nowhere/**]", "")]
    public async Task A_section_holds_for_the_files_that_its_glob_names(string heading, string expected)
    {
        var project = new LockedProject
        {
            Policy = $"{heading}\nprovenance.denied_tools = codex\n",
            Files =
            [
                ("C.cs", Class("C")), ("Evals/A.cs", Class("A")), ("Evals/Deep/B.cs", Class("B")), ("Évals/D.cs", Class("D")),
            ],
        };

        Assert.Equal(expected, await ForbiddenAsync(project));
    }

    /// <summary>Where names of files are compared so, a project file may write them in whichever case.</summary>
    [Theory]
    [InlineData("[Evals/**]", StringComparison.Ordinal, false)]
    [InlineData("[Evals/**]", StringComparison.OrdinalIgnoreCase, true)]
    [InlineData("[Evals/[a-c].cs]", StringComparison.OrdinalIgnoreCase, true)]
    [InlineData("[Évals/{b,A}.CS]", StringComparison.OrdinalIgnoreCase, false)]
    [InlineData("[{Évals,Evals}/{b,a}.CS]", StringComparison.OrdinalIgnoreCase, true)]
    public void A_section_compares_names_as_the_file_system_does(string heading, StringComparison comparison, bool isNamed) => Assert.Equal(
        isNamed, PolicySection.Parse(heading, "/Work/company.provenance", comparison)!.Names("/WORK/evals/A.cs"));

    [Fact]
    public void Lists_add_up_over_sections_and_numbers_are_the_strictest_but_other_values_are_the_sections()
    {
        var policy = PolicyFile.Read(
            "/0/company.provenance",
            """
            provenance.denied_tools = codex
            provenance.reviews_required = 2
            provenance.review_required = all
            [Evals/**]
            provenance.denied_tools = cursor
            provenance.reviews_required = 1
            provenance.review_required = ai
            [Evals/Deep/**]
            provenance.reviews_required = 3
            """);

        Assert.Empty(policy.Problems);
        Assert.Equal("codex; 2; all", Say("/0/A.cs"));
        Assert.Equal("codex, cursor; 2; ai", Say("/0/Evals/A.cs"));
        Assert.Equal("codex, cursor; 3; ai", Say("/0/Evals/Deep/A.cs"));
        Assert.Equal("codex; 2; all", Say("/1/Evals/A.cs"));

        string Say(string path)
        {
            var written = policy.At(path).Written;
            return string.Join(
                "; ", written["provenance.denied_tools"], written["provenance.reviews_required"], written["provenance.review_required"]);
        }
    }

    [Fact]
    public async Task A_section_asks_for_what_it_rests_on_in_its_files_alone()
    {
        var project = new LockedProject
        {
            Policy = "[Evals/**]\nprovenance.allowed_origins = human\n",
            Options = "provenance.required_on = none\n",
            Files = [("C.cs", "class C { }"), ("Evals/A.cs", "class A { }")],
        };

        var diagnostics = await project.DiagnosticsAsync();

        Assert.Equal(["PROV0006", "PROV1001"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.EndsWith("Evals/A.cs", diagnostics[1].Location.GetLineSpan().Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("provenance.denied_tools = codex", "PROV3001")]
    [InlineData("provenance.tests.allowed_origins = human", "PROV3004")]
    [InlineData("provenance.reviews_required = 2", "PROV2002")]
    public async Task A_section_may_be_about_fixture_files_alone(string line, string expected)
    {
        var project = new LockedProject
        {
            Policy = $"[Fixtures/**]\n{line}\n",
            Fixtures = ["Fixtures/a.json"],
            Files =
            [
                ("Info.cs", """
                    [assembly: ProvenanceAnalyzers.AIProvenance(
                        ProvenanceAnalyzers.AIOrigin.Generated, Tool = "codex", Target = "Fixtures/a.json")]
                    """),
            ],
        };

        Assert.Contains(expected, await project.IdsAsync(), StringComparison.Ordinal);
    }

    private static string Class(string name) =>
        $"[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\")] class {name} {{ }}";

    private static async Task<string> ForbiddenAsync(LockedProject project) => string.Join(", ", (await project.DiagnosticsAsync())
        .Where(diagnostic => diagnostic.Id == "PROV3001")
        .Select(diagnostic => diagnostic.Location.GetLineSpan().Path["/0/".Length..])
        .Order(StringComparer.Ordinal));
}
