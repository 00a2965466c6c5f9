using Newtonsoft.Json.Linq;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using static ProvenanceAnalyzers.Build.Tests.LoggedJson;

namespace ProvenanceAnalyzers.Build.Tests.Record;

/// <summary>
/// Records that the analyzer of this version does not write: each is an error that says what is wrong, and none ends the task.
/// </summary>
public sealed class MalformedRecordTests : IDisposable
{
    private static readonly string[] Values =
    [
        "null", "\"x\"", "\"\"", "7", "-7", "1e999", "99999999999999999999999", "1.5", "true", "[]", "[null]", "[[]]", "{}", "{\"x\":[]}",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> UnknownValues => new()
    {
        { "record", "unit, file, project" },
        { "due", "the ids of rules that begin with PROV1" },
        { "level", "none, assembly, file, type, member" },
        { "review", "notRequired, unreviewed, stale, reviewed" },
        { "annotations[0].origin", "unknown, human, assisted, generated, autonomous" },
        { "reviews[0].faults[0]", "malformed, stale, refused, requester, outdated, noDigest" },
        { "policy[0]", "the ids of rules that begin with PROV3" },
        { "training.status", "allowed, restricted, unverified, unknown" },
    };

    public static TheoryData<string> FieldsOfAUnit => [.. Leaves(FullUnit())];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(UnknownValues))]
    public void An_unknown_value_of_a_unit_is_an_error_that_says_what_is_allowed(string field, string allowed)
    {
        var unit = FullUnit();
        unit.SelectToken(field)!.Replace("Robot");

        Assert.Equal(
            $"The compiler's error log '{_folder.PathOf("log.sarif")}' has a record that cannot be read: "
            + $"The field '{field}' is 'Robot'. Allowed are {allowed}.",
            ErrorOf(unit));
    }

    [Fact]
    public void So_it_is_in_the_record_of_a_file_and_of_the_assembly()
    {
        Assert.EndsWith(
            "The field 'reason' is 'robot'. Allowed are generated, noDeclarations, codeOutsideUnits, annotationsOutsideUnits.",
            ErrorOf(SourceFile("robot")),
            StringComparison.Ordinal);
        var project = Project(0, 0);
        var annotation = Annotation("robot");
        annotation["target"] = null;
        project["annotations"] = new JArray(annotation);
        Assert.EndsWith(
            "The field 'annotations[0].origin' is 'robot'. Allowed are unknown, human, assisted, generated, autonomous.",
            ErrorOf(project),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_level_of_a_diagnostic_is_an_error()
    {
        var log = Log(_folder, """{ "ruleId": "PROV1001", "level": "fatal" }""", Logged(Project(0, 0)));

        Assert.Contains(
            "The field 'runs[0].results[0].level' is 'fatal'. Allowed are none, note, warning, error. ",
            Assert.Throws<RecordException>(() => CompilerLog.Read(log, Lib())).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("Stale")]
    [InlineData("STALE")]
    [InlineData("2")]
    public void A_name_is_known_by_its_exact_letters_alone(string fault)
    {
        var unit = FullUnit();
        unit["reviews"]![0]!["faults"] = new JArray(fault);

        Assert.Contains($"The field 'reviews[0].faults[0]' is '{fault}'.", ErrorOf(unit), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FieldsOfAUnit))]
    public void A_missing_field_is_an_error_that_names_it(string field)
    {
        var unit = FullUnit();
        var token = unit.SelectToken(field)!;
        if (token.Parent is not JProperty property)
        {
            return;
        }

        property.Remove();

        var message = property.Name == "record" ? "The field 'record' is no text." : $"'{property.Name}'";
        Assert.Contains(message, ErrorOf(unit), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FieldsOfAUnit))]
    public void A_value_of_another_type_is_an_error_or_is_read(string field)
    {
        foreach (var value in Values)
        {
            var unit = FullUnit();
            unit.SelectToken(field)!.Replace(new JRaw(value));

            var exception = Xunit.Record.Exception(() => Read(unit));

            Assert.True(exception is null or RecordException { Code: "PROVMSB0008" }, $"{field} = {value}: {exception}");
        }
    }

    [Theory]
    [InlineData("test", "\"x\"")]
    [InlineData("size", "\"x\"")]
    [InlineData("size", "[]")]
    [InlineData("reviewsRequired", "\"x\"")]
    [InlineData("reviewsRequired", "99999999999999999999999")]
    [InlineData("id", "null")]
    [InlineData("id", "{}")]
    [InlineData("parts", "null")]
    [InlineData("parts", "[null]")]
    [InlineData("parts", "[]")]
    [InlineData("parts", "{}")]
    [InlineData("providers", "[null]")]
    [InlineData("providers", "\"x\"")]
    [InlineData("annotations", "[7]")]
    [InlineData("reviews[0].faults", "\"stale\"")]
    [InlineData("reviews[0].faults", "[[]]")]
    [InlineData("training", "null")]
    [InlineData("training", "[]")]
    [InlineData("level", "7")]
    [InlineData("record", "7")]
    public void These_are_errors(string field, string value)
    {
        var unit = FullUnit();
        unit.SelectToken(field)!.Replace(new JRaw(value));

        Assert.StartsWith(
            $"The compiler's error log '{_folder.PathOf("log.sarif")}' has a record that cannot be read: ",
            ErrorOf(unit),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{ \"record\": [] }")]
    [InlineData("{ \"record\": \"unit\"")]
    public void So_is_a_record_that_is_no_object(string record)
    {
        var log = Log(_folder, Logged(record), Logged(Project(0, 0)));

        Assert.Equal("PROVMSB0008", Assert.Throws<RecordException>(() => CompilerLog.Read(log, Lib())).Code);
    }

    [Fact]
    public void A_field_that_is_not_known_is_an_error_that_names_it()
    {
        var unit = FullUnit();
        unit["colour"] = "blue";

        Assert.Contains("'colour'", ErrorOf(unit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("units", "UNITS", "units")]
    [InlineData("assembly", "Assembly", "assembly")]
    public void A_field_in_another_case_is_not_known(string name, string written, string meant)
    {
        var project = Project(0, 0).ToString().Replace($"\"{name}\"", $"\"{written}\"", StringComparison.Ordinal);

        Assert.Contains($"'{written}' is not known. Did you mean '{meant}'?", ErrorOf(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_fields_of_one_name_none_is_taken()
    {
        var project = Project(7, 0).ToString().Replace("\"files\"", "\"units\": 0, \"files\"", StringComparison.Ordinal);

        Assert.Contains("'units' is there twice", ErrorOf(project), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_framework_with_an_unknown_value_is_an_error_too()
    {
        var record = Json.OneLine(Sample.Framework("net10.0", Sample.Unit("T:A")));
        var path = _folder.Write("net10.0.json", record.Replace("\"notRequired\"", "\"robot\"", StringComparison.Ordinal));

        var exception = Assert.Throws<RecordException>(() => Manifest.Read([path], "Lib.csproj"));

        Assert.Equal(("PROVMSB0008", path), (exception.Code, exception.File));
        Assert.Equal(
            $"The record '{path}' of a target framework cannot be read; build again. "
            + "The field 'units[0].review' is 'robot'. Allowed are notRequired, unreviewed, stale, reviewed.",
            exception.Message);
    }

    /// <summary>A unit in which every list has something.</summary>
    private static JObject FullUnit()
    {
        var unit = Unit(due: "PROV1001");
        unit["annotations"] = new JArray(Annotation("generated", "codex", "openai/gpt-5.2"));
        unit["providers"] = new JArray("openai");
        unit["reviews"] = new JArray(Marker("stale"));
        unit["policy"] = new JArray("PROV3001");
        unit["evidence"] = new JObject
        {
            ["lines"] = 10,
            ["notedLines"] = 1,
            ["committedLines"] = 2,
            ["assistedLines"] = 3,
            ["suggestedLines"] = 4,
            ["tools"] = new JArray("codex"),
            ["undeclaredTools"] = new JArray("codex"),
            ["models"] = new JArray("gpt-5.2"),
            ["firstDay"] = "2026-11-20",
            ["lastDay"] = "2026-11-21",
            ["commits"] = new JArray("4f0e"),
        };
        unit["training"]!["terms"] = new JArray(
            new JObject { ["status"] = "restricted", ["provider"] = "openai", ["document"] = "Terms", ["date"] = "2026-07-26" });
        return unit;
    }

    private static IEnumerable<string> Leaves(JObject json) =>
        json.Descendants().Where(token => token is not JProperty).Select(token => token.Path);

    private string ErrorOf(JObject record)
    {
        var exception = Assert.Throws<RecordException>(() => Read(record));
        Assert.Equal(("PROVMSB0008", _folder.PathOf("log.sarif")), (exception.Code, exception.File));
        return exception.Message;
    }

    /// <summary>The error of a log whose only record has this text.</summary>
    private string ErrorOf(string record) =>
        Assert.Throws<RecordException>(() => CompilerLog.Read(Log(_folder, Logged(record)), Lib())).Message;

    private void Read(JObject record) => FrameworkRecord.Of(
        CompilerLog.Read(Log(_folder, Logged(record), Logged(Project(1, 0))), Lib()),
        new ProjectPaths("/src/Lib/", []),
        new Dictionary<string, string>());
}
