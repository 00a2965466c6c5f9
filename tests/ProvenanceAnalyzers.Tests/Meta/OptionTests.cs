using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The list of options has each definition once.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Every_option_is_defined_once_and_lower_case()
    {
        var defined = typeof(OptionDefinitions).GetFields()
            .SelectMany(field => field.GetValue(null) switch
            {
                OptionDefinition option => [option],
                ScopedOption<Origin> scoped => [scoped.General, scoped.Tests],
                ScopedOption<string> scoped => new OptionDefinition[] { scoped.General, scoped.Tests },
                _ => [],
            });

        Assert.Equal(defined.Select(option => option.Key), OptionDefinitions.All.Select(option => option.Key));
        Assert.Equal(defined, OptionDefinitions.All);
        Assert.Equal(OptionDefinitions.All.Length, OptionDefinitions.ByKey.Count);
        Assert.All(OptionDefinitions.All, definition => Assert.Matches("^provenance(\\.[a-z_]+)+$", definition.Key));
    }

    [Fact]
    public void Every_option_is_tried_by_the_property_tests() => Assert.All(OptionDefinitions.ByKey.Keys, key => Assert.True(
        OptionOracle.Keys.Contains(key), $"OptionOracle.Keys lacks {key}, so that the property tests do not try it."));
}
