using System.Reflection;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Record;

/// <summary>
/// The classes of records, the schema of the manifest and the page about it have the same fields, and the same values in them.
/// </summary>
public sealed partial class ManifestFieldTests
{
    private const string Page = "src/ProvenanceAnalyzers.Package/docs/manifest.md";

    private static readonly JObject Schema =
        JObject.Parse(Repository.Read("src/ProvenanceAnalyzers.Package/schemas/provenance-manifest.schema.json"));

    /// <summary>
    /// A class of records, and whether it stands in the manifest with its target frameworks; where the schema and the page have its
    /// fields.
    /// </summary>
    public static TheoryData<string, bool, string, string> Classes => new()
    {
        { nameof(Manifest), false, "properties", "Field" },
        { nameof(UnitRecord), true, "definitions.unit.properties", "Field of a unit" },
        { nameof(SourceRecord), false, "definitions.source.properties", "`source`" },
        { nameof(InForceRecord), true, "definitions.inForce.properties", "`inForce`" },
        { nameof(PolicyFileRecord), false, "definitions.policyFile.properties", "`policies`" },
        { nameof(SeverityRecord), false, "definitions.severity.properties", "`severities`" },
        { nameof(BaselineRecord), false, "definitions.baseline.properties", "`baseline`" },
        { nameof(Summary), false, "definitions.summary.properties", "`summary`" },
        { nameof(AssemblyAnnotationRecord), true, "definitions.assemblyAnnotation.properties", "`annotations` of the assembly" },
        { nameof(AnnotationRecord), false, "definitions.annotation.properties", "`annotations` of a unit" },
        { nameof(FileRecord), true, "definitions.file.properties", "`files`" },
        { nameof(LinesRecord), false, "definitions.lines.properties", "`outside`, `outsideAnnotations`" },
        { nameof(FindingRecord), true, "definitions.findingOutsideUnits.properties", "`findings` in no unit" },
        { nameof(FindingRecord), false, "definitions.finding.properties", "`findings` of a unit" },
        { nameof(PartRecord), false, "definitions.part.properties", "`parts`" },
        { nameof(ReviewRecord), false, "definitions.review.properties", "`reviews`" },
        { nameof(EvidenceRecord), false, "definitions.evidence.properties", "`evidence`" },
        { nameof(TrainingRecord), false, "definitions.training.properties", "`training`" },
        { nameof(TermsRecord), false, "definitions.terms.properties", "`terms`" },
    };

    /// <summary>The names of an enumeration's values, as they are written; and where the schema has them.</summary>
    public static TheoryData<Type, string> Enumerations => new()
    {
        { typeof(Origin), "definitions.origin.enum" },
        { typeof(ProvenanceLevel), "definitions.unit.properties.level.enum" },
        { typeof(ReviewState), "definitions.unit.properties.review.enum" },
        { typeof(ReviewFault), "definitions.review.properties.faults.items.enum" },
        { typeof(TrainingUse), "definitions.terms.properties.status.enum" },
        { typeof(FileReason), "definitions.file.properties.reason.enum" },
        { typeof(FindingLevel), "definitions.finding.properties.level.enum" },
        { typeof(FindingLevel), "definitions.findingOutsideUnits.properties.level.enum" },
        { typeof(LineKind), "definitions..properties.record.enum" },
    };

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_class_has_the_fields_of_the_schema_and_of_the_page(string name, bool hasFrameworks, string schema, string page)
    {
        var fields = new Dictionary<string, IReadOnlyCollection<string>>
        {
            [$"the class {name}"] = [.. FieldsOf(ClassOf(name)), .. hasFrameworks ? FieldsOf(typeof(FrameworkNames)) : []],
            ["the schema"] = [.. Schema.SelectToken(schema)!.Children<JProperty>().Select(property => property.Name)],
            ["docs/manifest.md"] = [.. FieldsOnPage(page)],
        };

        var missing = fields.Values.SelectMany(names => names).Distinct().SelectMany(field => fields
            .Where(place => !place.Value.Contains(field))
            .Select(place => $"The field '{field}' of {page} is missing in {place.Key}."));
        Assert.True(!missing.Any(), string.Join("\n", missing));
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void The_schema_and_the_page_have_the_values_of_the_code(Type enumeration, string schema)
    {
        var allowed = Schema.SelectTokens(schema).SelectMany(values => values.Values<string>()).ToList();
        var page = Repository.Read(Page);

        Assert.Equal(allowed.Order(StringComparer.Ordinal), RecordValue.NamesIn(enumeration).Order(StringComparer.Ordinal));
        Assert.All(allowed, value => Assert.Contains($"`{value}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_has_the_version_of_the_code() =>
        Assert.Equal(ManifestSchema.Version, (string?)Schema.SelectToken("properties.schemaVersion.enum[0]"));

    [Fact]
    public void Each_class_of_the_manifest_is_in_the_table() => Assert.Empty(typeof(RecordObject).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(RecordObject)))
        .Except([typeof(LoggedProject), typeof(FrameworkRecord), typeof(FrameworkNames), typeof(LineHeader), typeof(ProjectRecord)])
        .Select(type => type.Name)
        .Except(Classes.Select(row => (string)row[0])));

    [Fact]
    public void Each_name_of_a_field_is_used_by_a_class()
    {
        var used = typeof(RecordObject).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RecordObject)))
            .SelectMany(type => PropertiesOf(type).Select(property => property.Name));
        var named = typeof(RecordNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(named.Distinct(), named);
        Assert.Equal(named.Order(StringComparer.Ordinal), used.Distinct().Order(StringComparer.Ordinal));
    }

    private static Type ClassOf(string name) =>
        typeof(RecordObject).Assembly.GetType($"{typeof(UnitRecord).Namespace}.{name}", throwOnError: true)!;

    private static IEnumerable<string> FieldsOf(Type type) =>
        PropertiesOf(type).Where(property => !property.Member.IsDefined(typeof(OnlyInLogAttribute))).Select(property => property.Name);

    private static IEnumerable<(PropertyInfo Member, string Name)> PropertiesOf(Type type) => type.GetProperties()
        .Select(property => (Member: property, property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName))
        .Where(entry => entry.PropertyName != null)
        .Select(entry => (entry.Member, entry.PropertyName!));

    private static IEnumerable<string> FieldsOnPage(string place) => place.StartsWith("Field", StringComparison.Ordinal)
        ? Repository.ReadTable(Page, place, "What it is").SelectMany(row => NamesIn(row[0]))
        : NamesIn(Repository.ReadTable(Page, "Object", "Its fields").Single(row => row[0] == place)[1]);

    private static IEnumerable<string> NamesIn(string cell) => Name().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex Name();
}
