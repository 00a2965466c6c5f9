using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Review;

/// <summary>A digest in a message is to be copied by a human who has reviewed. Whoever copies it without that has signed nothing.</summary>
[Trait("Case", "H2")]
public sealed partial class ShownDigestTests
{
    public static TheoryData<string> Markers => new(
        string.Empty,
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\")]",
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"9f2e\")]",
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"\")]",
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{other}\")]",
        "[HumanReviewed(\"bob@example.com\", \"2026-11-21\", Digest = \"{digest}\")]",
        "[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"C.cs\")]",
        "[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"C.cs\", Digest = \"...\")]",
        "[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"C.cs\", Digest = \"{other}\")]",
        "[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"F/*.json\")]",
        "[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"F/*.json\", Digest = \"h1:0\")]",
        "[assembly: HumanReviewed(\"bob@example.com\", \"2026-11-21\", Target = \"F/a.json\", Digest = \"{other}\")]");

    [Theory]
    [MemberData(nameof(Markers))]
    public async Task What_a_message_shows_is_signed_by_nobody_and_does_not_count(string marker)
    {
        var messages = await MessagesAsync(marker);

        Assert.Contains(messages, message => Digest().IsMatch(message));
        Assert.All(messages.Where(message => Digest().IsMatch(message)), message =>
        {
            Assert.StartsWith("[", ShownMarker().Match(message).Value, StringComparison.Ordinal);
            Assert.DoesNotMatch(Digest(), FurtherFiles().Replace(ShownMarker().Replace(message, string.Empty), string.Empty));
        });
        foreach (var shown in messages.Select(message => ShownMarker().Match(message).Value).Where(shown => shown.Length > 0).Distinct())
        {
            Assert.Contains(await MessagesAsync(shown), message => message.StartsWith("PROV2004: '...'", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("[hr]1:[0-9a-f]{32}")]
    private static partial Regex Digest();

    [GeneratedRegex("""\[(assembly: )?HumanReviewed\("\.\.\.", "yyyy-MM-dd", (Target = "[^"]*", )?Digest = "[hr]1:[0-9a-f]{32}"\)\]""")]
    private static partial Regex ShownMarker();

    [GeneratedRegex("the same for .*$")]
    private static partial Regex FurtherFiles();

    private static async Task<IReadOnlyList<string>> MessagesAsync(string marker)
    {
        var isOnAssembly = marker.StartsWith("[assembly", StringComparison.Ordinal);
        var project = new LockedProject
        {
            Policy = "provenance.review_required = ai\nprovenance.reviews_required = 2\n",
            Fixtures = ["F/a.json", "F/b.json"],
            Files =
            [
                ("C.cs", ReviewedCode.Fill(
                    "using ProvenanceAnalyzers;\n"
                    + "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"F/*.json\")]\n"
                    + (isOnAssembly ? marker : string.Empty)
                    + "\n[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]\n"
                    + (isOnAssembly ? string.Empty : marker)
                    + "\n" + ReviewedCode.Code)),
            ],
        };
        return [.. (await project.DiagnosticsAsync())
            .Where(diagnostic => diagnostic.Id != "PROV9001")
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}")];
    }
}
