using System.Text.Json;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>Writes what came out of a verification for programs.</summary>
internal static class VerdictJson
{
    /// <summary>The verdict as text.</summary>
    public static string Write(Verdict verdict) => JsonSerializer.Serialize(
        new
        {
            SchemaVersion = "1",
            Verdict = verdict.Passes ? "passed" : "failed",
            Policies = verdict.Policies.Select(policy => new { policy.Name, policy.Sha256 }),
            verdict.Revisions,
            Manifests = verdict.Manifests.Count,
            verdict.Units,
            verdict.Undeclared,
            verdict.Unreviewed,
            Problems = verdict.Problems.Select(problem => new
            {
                Kind = NameOf(problem.Kind),
                problem.Project,
                problem.Path,
                problem.Line,
                problem.Name,
                problem.Message,
            }),
        },
        OutputJson.Options);

    /// <summary>The name of a kind: <c>undeclared</c>.</summary>
    public static string NameOf(VerifyKind kind) => kind.ToString().ToLowerInvariant();
}
