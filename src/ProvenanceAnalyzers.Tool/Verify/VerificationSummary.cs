using System.Text.Json;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>
/// Says what came out of a verification as a verification summary attestation (VSA) of SLSA: an in-toto statement, for somebody to sign.
/// </summary>
/// <remarks>Sources: in-toto Attestation Framework, Statement v1; SLSA 1.1, Verification Summary Attestation v1.</remarks>
internal static class VerificationSummary
{
    private const string Verifier = ProjectAddress.Repository;

    /// <summary>What is said to hold where nothing stands against it; SLSA leaves names that do not begin with its own to others.</summary>
    private const string Level = "PROVENANCE_POLICY_MET";

    /// <summary>The statement, as JSON.</summary>
    /// <param name="verdict">What came out, of one policy.</param>
    /// <param name="resource">What was verified, as a URI: <c>git+https://example.com/shop</c>.</param>
    /// <param name="time">When.</param>
    public static string Write(Verdict verdict, string resource, DateTimeOffset time) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = verdict.Revisions
                .Select(revision => Named("source", "gitCommit", revision))
                .Concat(verdict.Manifests.Select(manifest => Named(Path.GetFileName(manifest.Path), "sha256", manifest.Sha256))),
            ["predicateType"] = "https://slsa.dev/verification_summary/v1",
            ["predicate"] = new Dictionary<string, object>
            {
                ["verifier"] = new { id = Verifier, version = new Dictionary<string, string> { ["provenance"] = ToolVersion.Current } },
                ["timeVerified"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                ["resourceUri"] = resource,
                ["policy"] = new
                {
                    uri = Uri.EscapeDataString(verdict.Policies[0].Name),
                    digest = new { sha256 = verdict.Policies[0].FileSha256 },
                },
                ["inputAttestations"] = verdict.Manifests.Concat(verdict.Earlier).Select(manifest => new
                {
                    uri = Uri.EscapeDataString(Path.GetFileName(manifest.Path)),
                    digest = new { sha256 = manifest.Sha256 },
                }),
                ["verificationResult"] = verdict.Passes ? "PASSED" : "FAILED",
                ["verifiedLevels"] = new[] { verdict.Passes ? Level : "FAILED" },
                ["slsaVersion"] = "1.1",
            },
        },
        OutputJson.Options);

    private static object Named(string name, string algorithm, string digest) =>
        new { name, digest = new Dictionary<string, string> { [algorithm] = digest } };
}
