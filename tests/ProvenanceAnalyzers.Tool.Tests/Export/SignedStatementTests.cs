using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Report;

namespace ProvenanceAnalyzers.Tool.Tests.Export;

/// <summary>
/// What <c>--format in-toto</c> writes can be signed as it is, and verified by whoever has the manifest: by Sigstore's own libraries,
/// which need no program for one system as cosign does.
/// </summary>
public sealed class SignedStatementTests
{
    [SlowFact("npm")]
    [Trait(SlowFactAttribute.Trait, SlowFactAttribute.Value)]
    public async Task A_statement_is_signed_and_verified_and_not_with_another_byte()
    {
        using var manifests = new ExportedManifests();
        manifests.Write("Shop.provenance.json", ReportedManifests.Manifest(units: ReportedManifests.Unit()));
        var statement = manifests.Export("in-toto");
        using var project = await NpmProject.CreateAsync("tests/ProvenanceAnalyzers.Tool.Tests/Export/Signing");

        var result = JsonNode.Parse(await project.RunAsync("node", "sign.mjs", statement))!;

        Assert.Equal("application/vnd.dev.sigstore.bundle.v0.3+json", (string?)result["mediaType"]);
        Assert.Equal("application/vnd.in-toto+json", (string?)result["payloadType"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statement))), (string?)result["sha256"]);
        Assert.Null((string?)result["problem"]);
        Assert.Equal("signature verification failed", (string?)result["problemOfChanged"]);

        var manifest = JsonNode.Parse(statement)!["subject"]![0]!;
        Assert.Equal("Shop.provenance.json", (string?)manifest["name"]);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(manifests.PathOf("Shop.provenance.json")))),
            (string?)manifest["digest"]!["sha256"]);
    }
}
