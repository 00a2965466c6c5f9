using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Rules;

/// <summary>
/// Under a policy no annotation that names an AI is ignored without a word: it counts where it stands or is reported there.
/// </summary>
public sealed class LockedAnnotationTests
{
    [Theory]
    [InlineData("denied_tools = cursor", "Target = \"def.cs\"", "PROV0004")]
    [InlineData("denied_tools = cursor", "Target = \"No/**\"", "PROV0004")]
    [InlineData("denied_tools = cursor", "Target = \"Def\"", "PROV0004")]
    [InlineData("denied_tools = cursor", "Target = \"Data/*.json\"", "PROV0004")]
    [InlineData("denied_tools = cursor", "Target = \"../Def.cs\"", "PROV0002")]
    [InlineData("denied_tools = cursor", "Target = \"Def.cs\"", "PROV0002")]
    [InlineData("denied_tools = cursor", "", "PROV0002")]
    [InlineData("required_on = types", "Target = \"def.cs\"", "PROV0004")]
    [InlineData("required_on = types", "", "PROV0002")]
    [InlineData("tests.allowed_origins = human", "Target = \"def.cs\"", "PROV0004")]
    [InlineData("training_corpus = true", "Target = \"def.cs\"", "PROV0004")]
    public async Task What_names_an_AI_and_holds_for_nothing_is_an_error(string policy, string field, string id)
    {
        foreach (var section in new[] { string.Empty, "[Evals/**]\n" })
        {
            var project = Project(policy, section, field);
            var found = Assert.Single(
                (await project.DiagnosticsAsync()).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == "/0/Asm.cs"));
            Assert.Equal(id, found.Id);
            Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        }
    }

    [Theory]
    [InlineData("review_required = ai", "Target = \"def.cs\"")]
    [InlineData("exclude = false", "Target = \"def.cs\"")]
    public async Task Where_no_policy_asks_for_it_it_is_hidden_as_ever(string policy, string field) =>
        Assert.DoesNotContain(await Project(policy, string.Empty, field).DiagnosticsAsync(), diagnostic => diagnostic.Id == "PROV0004");

    private static LockedProject Project(string policy, string section, string field) => new()
    {
        Policy = $"{section}provenance.{policy}\n",
        Options = "[Asm.cs]\ndotnet_diagnostic.PROV0004.severity = none\ndotnet_diagnostic.PROV0002.severity = none",
        Files =
        [
            (
                "Asm.cs",
                "using ProvenanceAnalyzers;\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\""
                    + (field.Length > 0 ? $", {field})]" : ")]")),
            ("Def.cs", "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class Def { }"),
            ("Evals/E.cs", "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class E { }"),
        ],
    };
}
