using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Output;

/// <summary>
/// Writes what is due as a code quality report of GitLab: an array of the fields that "Code Quality report format" in GitLab's
/// documentation asks for.
/// </summary>
internal static class GitLabOutput
{
    private static readonly JsonSerializerOptions Options = new(OutputJson.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The list as text.</summary>
    public static string Write(DueList list) => JsonSerializer.Serialize(
        list.Items.Select(item => new
        {
            Description = item.Message,
            CheckName = item.Rule,
            Fingerprint = Fingerprint(item),
            Severity = item.IsError ? "major" : "minor",
            Location = new { Path = item.Path.Length > 0 ? item.Path : item.Project, Lines = new { Begin = Math.Max(item.Line, 1) } },
        }),
        Options);

    /// <summary>The same wherever the line moves to, so that GitLab knows what is new.</summary>
    private static string Fingerprint(DueItem item) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Rule}\n{item.Path}\n{item.Name}\n{item.Message}")));
}
