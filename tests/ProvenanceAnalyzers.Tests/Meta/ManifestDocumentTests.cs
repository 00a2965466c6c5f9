using System.Text.Json;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The page about the manifest names every field of the schema, and no other.</summary>
public sealed partial class ManifestDocumentTests
{
    private const string Page = "src/ProvenanceAnalyzers.Package/docs/manifest.md";

    private static readonly JsonElement Schema =
        JsonDocument.Parse(Repository.Read("src/ProvenanceAnalyzers.Package/schemas/provenance-manifest.schema.json")).RootElement;

    [Fact]
    public void It_lists_the_fields_of_the_manifest() => Assert.Equal(Properties(Schema), Fields("Field"));

    [Fact]
    public void It_lists_the_fields_of_a_unit() =>
        Assert.Equal(Properties(Schema.GetProperty("definitions").GetProperty("unit")), Fields("Field of a unit"));

    [Fact]
    public void Every_field_is_required()
    {
        var definitions = Schema.GetProperty("definitions").EnumerateObject().Select(definition => definition.Value)
            .Where(definition => definition.TryGetProperty("properties", out _))
            .Append(Schema)
            .ToList();

        Assert.All(definitions, definition =>
        {
            Assert.Equal(
                Properties(definition),
                definition.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
            Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
        });
    }

    [Theory]
    [InlineData("annotationLine", "assemblyAnnotation")]
    [InlineData("unitLine", "unit")]
    [InlineData("fileLine", "file")]
    [InlineData("findingLine", "findingOutsideUnits")]
    public void A_line_has_what_the_same_has_in_the_manifest_and_says_what_it_is(string line, string item)
    {
        var definitions = Schema.GetProperty("definitions");
        var expected = Properties(definitions.GetProperty(item)).Concat(["record", "schemaVersion", "assembly", "project"]);

        Assert.Equal(expected.Order(StringComparer.Ordinal), Properties(definitions.GetProperty(line)));
    }

    private static IEnumerable<string> Properties(JsonElement definition) =>
        definition.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Fields(string header) => Repository.ReadTable(Page, header, "What it is")
        .SelectMany(row => Name().Matches(row[0]).Select(match => match.Groups[1].Value))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Name();
}
