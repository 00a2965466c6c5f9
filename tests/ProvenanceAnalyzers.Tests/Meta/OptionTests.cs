using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The option reference and the README say what the definitions say.</summary>
public sealed class OptionTests
{
    [Fact]
    public void The_option_reference_is_the_definitions() => Assert.Equal(
        OptionDefinitions.All.Select(definition => (
            $"`{definition.Key}`",
            definition.Values,
            Default(definition),
            definition.Documentation)),
        Repository.ReadTable("src/ProvenanceAnalyzers.Package/docs/options.md", "Key", "Values", "Default", "What it does")
            .Select(row => (row[0], row[1], row[2], row[3])));

    [Fact]
    public void The_readme_lists_every_option() => Assert.Equal(
        OptionDefinitions.All.Select(definition => ($"`{definition.Key}`", definition.Values, Default(definition))),
        Repository.ReadTable("README.md", "Key", "Values", "Default").Select(row => (row[0], row[1], row[2])));

    [Fact]
    public void Every_option_is_defined_once_and_lower_case()
    {
        var defined = typeof(OptionDefinitions).GetProperties()
            .SelectMany(property => property.GetValue(null) switch
            {
                OptionDefinition option => [option],
                ScopedOption<AIOrigin> scoped => [scoped.General, scoped.Tests],
                ScopedOption<string> scoped => new OptionDefinition[] { scoped.General, scoped.Tests },
                _ => [],
            });

        Assert.Equal(defined, OptionDefinitions.All);
        Assert.Equal(OptionDefinitions.All.Length, OptionDefinitions.Keys.Count);
        Assert.All(OptionDefinitions.All, definition => Assert.Matches("^provenance(\\.[a-z_]+)+$", definition.Key));
    }

    private static string Default(OptionDefinition definition)
    {
        var text = definition.DefaultText switch
        {
            "" => "empty",
            "not set" => "not set",
            var value => $"`{value}`",
        };
        return definition is OptionDefinition<RequiredFields> { StrictDefaultText: { } strict } ? $"{text} (Strict: {strict})" : text;
    }
}
