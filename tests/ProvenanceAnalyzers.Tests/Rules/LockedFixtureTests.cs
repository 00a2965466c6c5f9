using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Rules;

/// <summary>What a section of a policy says of fixture files holds where they lie, whatever they are called.</summary>
public sealed class LockedFixtureTests
{
    private const string Annotation =
        "[assembly: ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Generated, Tool = \"codex\", Target = \"Data/a.json\")]";

    /// <summary>What the project file calls a file, where it lies, and where a link leads to.</summary>
    [Theory]
    [InlineData("Data/**", "", "PROV2002, PROV3001")]
    [InlineData("Evals/**", "", "PROV2002")]
    [InlineData("Data/**", "Evals/a.json", "PROV2002")]
    [InlineData("Evals/**", "Evals/a.json", "PROV2002, PROV3001")]
    [InlineData("Evals/**", "Data/a.json:Evals/a.json", "PROV2002, PROV3001")]
    [InlineData("Evals/**", "Evals/a.json:Data/a.json", "PROV2002, PROV3001")]
    public async Task A_section_holds_for_where_it_lies(string section, string place, string ids) => Assert.Equal(
        ids,
        await new LockedProject
        {
            Policy = $"[{section}]\nprovenance.denied_tools = codex\n",
            Fixtures = ["Data/a.json"],
            Places = place.Length > 0 ? new() { ["Data/a.json"] = place } : [],
            Files = [("Provenance.cs", Annotation)],
        }.IdsAsync());

    /// <summary>Where there is no C# file to say it in, or an option excludes them all, it is said all the same.</summary>
    [Theory]
    [InlineData("C.cs", "class C { }", "provenance.exclude = true", "/0/C.cs")]
    [InlineData("C.cs", "", "provenance.exclude = true", "/0/C.cs")]
    [InlineData("C.g.cs", "class C { }", "", "")]
    [InlineData("obj/C.cs", "class C { }", "", "")]
    public async Task What_is_due_has_a_place_or_none(string file, string text, string options, string place)
    {
        var found = await new LockedProject
        {
            Policy = "provenance.generated_files = **\n[Fixtures/**]\nprovenance.tests.required_on = classes\n",
            Options = options,
            Fixtures = ["Fixtures/a.json", "Data/b.json"],
            Files = [(file, text)],
            IsContinuousIntegration = true,
        }.DiagnosticsAsync();

        Assert.Equal(
            ("PROV1003", place),
            Assert.Single(found
                .Where(diagnostic => diagnostic.GetMessage(null).Contains("Fixtures/a.json", StringComparison.Ordinal))
                .Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree?.FilePath ?? string.Empty))));
        Assert.Contains(found, diagnostic => diagnostic is { Id: "PROV1003", Severity: Microsoft.CodeAnalysis.DiagnosticSeverity.Error });
    }

    /// <summary>A snapshot has its class's provenance, but by nothing that the policy where it lies does not let count.</summary>
    [Theory]
    [InlineData("provenance.attribute_aliases = Serializable:human", "", "[System.Serializable]", true)]
    [InlineData("provenance.attribute_aliases = Serializable:human", "", "[System.Serializable] [AIProvenance(AIOrigin.Human)]", false)]
    [InlineData("provenance.assembly_default_declares = true", "[assembly: AIProvenance(AIOrigin.Human)]", "", true)]
    [InlineData("provenance.assembly_default_declares = true", "[assembly: AIProvenance(AIOrigin.Human, Target = \"**\")]", "", true)]
    [InlineData("provenance.assembly_default_declares = true", "[assembly: AIProvenance(AIOrigin.Human, Target = \"T.cs\")]", "", false)]
    [InlineData("provenance.tests.required_on = none", "", "", true)]
    public async Task Its_class_declares_a_snapshot_by_what_counts_there(string option, string assembly, string type, bool isDue)
    {
        var project = new LockedProject
        {
            Policy = "[Snapshots/**]\nprovenance.tests.required_on = classes\n",
            Options = option,
            Fixtures = ["Snapshots/T.Parses.txt", "Other/__snapshots__/T.Parses.txt"],
            References = Framework.XUnit2,
            Files =
            [
                (
                    "T.cs",
                    $"using ProvenanceAnalyzers;\n{assembly}\n{type} public class T {{ [Xunit.Fact] public void Parses() {{ }} }}"),
            ],
        };
        var due = (await project.DiagnosticsAsync()).Where(diagnostic => diagnostic.Id == "PROV1003")
            .Select(diagnostic => diagnostic.GetMessage(null));

        Assert.Equal(isDue ? 1 : 0, due.Count(message => message.Contains("'Snapshots/T.Parses.txt'", StringComparison.Ordinal)));
        Assert.DoesNotContain(due, message => message.Contains("Other/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_option_excludes_and_no_policy_asks_for_is_not_due() => Assert.DoesNotContain(
        await new LockedProject
        {
            Policy = "[Fixtures/**]\nprovenance.tests.required_on = classes\n",
            Options = "provenance.exclude = true",
            Fixtures = ["Data/b.json"],
        }.DiagnosticsAsync(),
        diagnostic => diagnostic.Id == "PROV1003");
}
