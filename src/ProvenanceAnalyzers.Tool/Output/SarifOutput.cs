using System.Text.Json;
using System.Text.Json.Serialization;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Workspaces;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>Writes what is due as SARIF 2.1.0, the standard of OASIS, with the fields that code scanning asks for.</summary>
internal static class SarifOutput
{
    /// <summary>Tags by which the compiler knows what may not be hidden; nobody filters findings by them.</summary>
    private static readonly string[] CompilersOwn = RuleTags.CannotBeHidden([]);

    /// <summary>The list as text.</summary>
    public static string Write(DueList list)
    {
        var rules = list.Items.Select(item => item.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        return JsonSerializer.Serialize(
            new Log(
                "https://json.schemastore.org/sarif-2.1.0.json",
                "2.1.0",
                [
                    new
                    {
                        Tool = new
                        {
                            Driver = new
                            {
                                Name = "provenance",
                                Version = ToolVersion.Current,
                                InformationUri = ProjectAddress.Repository,
                                Rules = rules.Select(Rule),
                            },
                        },
                        ColumnKind = "utf16CodeUnits",
                        Results = list.Items.Select(item => new
                        {
                            RuleId = item.Rule,
                            RuleIndex = rules.IndexOf(item.Rule),
                            Level = item.IsError ? "error" : "warning",
                            Message = new { Text = item.Message },
                            Locations = new[] { Location(item) },
                        }),
                    },
                ]),
            OutputJson.Options);
    }

    private static object Rule(string id)
    {
        var descriptor = Descriptors.All.First(one => one.Id == id);
        return new
        {
            Id = id,
            ShortDescription = new { Text = $"{descriptor.Title}" },
            HelpUri = descriptor.HelpLinkUri,
            Properties = new { descriptor.Category, Tags = descriptor.CustomTags.Except(CompilersOwn) },
        };
    }

    /// <remarks>A service refuses a whole log for one finding without a file: what has none is at its project.</remarks>
    private static object Location(DueItem item) => new
    {
        PhysicalLocation = new
        {
            ArtifactLocation = new
            {
                Uri = string.Join('/', (item.Path.Length > 0 ? item.Path : item.Project).Split('/').Select(Uri.EscapeDataString)),
            },
            Region = new { StartLine = Math.Max(item.Line, 1), StartColumn = Math.Max(item.Column, 1) },
        },
    };

    private sealed record Log(
        [property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<object> Runs);
}
