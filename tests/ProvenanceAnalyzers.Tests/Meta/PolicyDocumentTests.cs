using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>docs/policy.md and the presets say what the catalogue and the options say.</summary>
public sealed class PolicyDocumentTests
{
    private const string Document = $"{DerivedFiles.Package}/docs/policy.md";

    [Fact]
    public void The_document_names_the_day_of_the_catalogue_and_says_that_it_is_no_legal_advice()
    {
        var text = Repository.Read(Document).ReplaceLineEndings(" ");
        Assert.Contains($"The catalogue was last checked on {KnownProviders.AsOf}.", text, StringComparison.Ordinal);
        Assert.Contains("This is data with dates, gathered with care, and no legal advice", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_preset_sets_options_that_exist_and_the_build_knows_its_name()
    {
        Assert.All(Preset.All.SelectMany(preset => preset.Lines).Select(line => line.Split(" = ")), line =>
            Assert.Null(OptionDefinitions.ByKey[line[0]].Check(line[1], AnalysisMode.Default)));
        Assert.Contains(
            $">{string.Join(";", Preset.All.Select(preset => preset.Name))}</_ProvenanceKnownPresets>",
            Repository.Read($"{DerivedFiles.Package}/buildTransitive/ProvenanceAnalyzers.Policy.targets"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_nothing_reported_depends_on_cannot_be_locked() => Assert.Equal(
        ["provenance.default_origin", "provenance.tools", "provenance.show_digest"],
        OptionDefinitions.All.Where(option => !option.CanBeLocked).Select(option => option.Key));
}
