using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>Fixture files, the assembly annotation that says who made them, and markers that name them.</summary>
internal static class ReviewedFixtures
{
    public const string A = "Fixtures/a.json";
    public const string B = "Fixtures/b.json";
    public const string Generated =
        "AIProvenance(AIOrigin.Generated, Tool = \"codex\", RequestedBy = \"ada\", On = \"2026-11-20\", Target = \"Fixtures/*.json\")";

    public static readonly string DigestOfA = ProvenanceTest.DigestOf(A);
    public static readonly string DigestOfB = ProvenanceTest.DigestOf(B);

    /// <summary>The digest of several fixture files, computed independently of the code.</summary>
    public static string DigestOfAll(string[] paths) => DigestOfLines(string.Concat(
        paths.Order(StringComparer.Ordinal).Select(path => $"{path} {ProvenanceTest.DigestOf(path)}\n")));

    public static string DigestOfLines(string lines) =>
        "h1:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))[..32];

    public static string Marker(string arguments) => $"]\n[assembly: HumanReviewed({arguments})";

    public static ProvenanceTest Test(string attributes, string[] fixtures, DiagnosticResult? expected = null, string options = "")
    {
        var test = new ProvenanceTest
        {
            Source = $"using ProvenanceAnalyzers;\n[assembly: {attributes}]",
            Fixtures = fixtures,
            Options = options,
            RequiresReview = true,
        };
        if (expected is { } diagnostic)
        {
            test.ExpectedDiagnostics.Add(diagnostic);
        }

        return test;
    }
}
