using System.Text.Json;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>Writes what is due as one JSON object.</summary>
internal static class JsonOutput
{
    /// <summary>The list as text.</summary>
    public static string Write(DueList list) => JsonSerializer.Serialize(
        new
        {
            SchemaVersion = "1",
            Summary = new
            {
                Due = list.Items.Count,
                list.LinesToRead,
                Kinds = list.Kinds.ToDictionary(kind => DueKinds.Name(kind.Kind), kind => kind.Count),
                list.NotJudged,
            },
            Items = list.Items.Select(item => new
            {
                item.Project,
                item.Path,
                item.Line,
                item.Column,
                item.Rule,
                Kind = DueKinds.Name(item.Kind),
                Level = item.IsError ? "error" : "warning",
                item.Name,
                item.Message,
                item.LinesToRead,
                item.IsDifference,
            }),
        },
        OutputJson.Options);
}
