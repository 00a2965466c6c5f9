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
    public void Each_preset_sets_options_that_exist_at_a_level_of_its_own()
    {
        var presets = Directory.EnumerateFiles(Repository.PathOf($"{DerivedFiles.Package}/presets")).Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllLines(path).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
                .Select(line => line.Split(" = ")).ToDictionary(line => line[0], line => line[1]))
            .ToList();

        Assert.Equal(4, presets.Count);
        Assert.Equal(presets.Count, presets.Select(preset => preset["global_level"]).Distinct().Count());
        Assert.All(presets.SelectMany(preset => preset).Where(line => line.Key.StartsWith("provenance.", StringComparison.Ordinal)), line =>
            Assert.Null(OptionDefinitions.All.Single(option => option.Key == line.Key).Check(line.Value, AnalysisMode.Default)));
    }

    [Fact]
    public void The_document_says_of_each_option_that_can_be_locked_how_it_goes_together_with_others()
    {
        var text = string.Concat(Repository.ReadTable(Document, "Key", "What goes together with another file").Select(row => row[0] + " "));
        Assert.All(
            OptionDefinitions.All.Where(option => option.CanBeLocked),
            option =>
            {
                var name = option.Key["provenance.".Length..];
                Assert.True(
                    text.Contains($"`{name}`", StringComparison.Ordinal)
                    || name.Contains("allowed_", StringComparison.Ordinal)
                    || name.Contains("denied_", StringComparison.Ordinal),
                    name);
            });
        Assert.Equal(
            ["provenance.default_origin", "provenance.tools", "provenance.show_digest"],
            OptionDefinitions.All.Where(option => !option.CanBeLocked).Select(option => option.Key));
    }
}
