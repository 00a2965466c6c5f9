using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Review;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>Whoever cannot sign is told the one reason, and who can.</summary>
public sealed class SigningRefusalTests
{
    [Theory]
    [InlineData(
        "PROV2001",
        "Bob <BOB@example.com>",
        "",
        "'Bob <BOB@example.com>' asked for this code, and nobody reviews what they asked for. Somebody else must.")]
    [InlineData(
        "PROV2001",
        "ada@example.com",
        "provenance.reviewers = *@shop.example, eve@example.com",
        "'bob@example.com' is none of those who may review here: *@shop.example, eve@example.com (provenance.reviewers).")]
    [InlineData("PROV2006", "ada@example.com", "provenance.reviewers = *@example.com", "You have reviewed it already. Somebody else must.")]
    [InlineData(
        "PROV2008",
        "",
        "",
        "The marker is of 'eve@example.com', and only they know whether this is the code that they read. They must sign it.")]
    public async Task It_says_the_one_reason(string rule, string requester, string options, string expected)
    {
        var document = ReviewedProject.Of("[HumanReviewed(\"eve@example.com\", \"2026-11-20\")] public class Code;", options);
        var root = (await document.GetSyntaxRootAsync())!;
        var descriptor = rule switch
        {
            RuleIds.UnreviewedCode => Descriptors.UnreviewedCode,
            RuleIds.TooFewReviews => Descriptors.TooFewReviews,
            _ => Descriptors.ReviewWithoutDigest,
        };
        SyntaxNode found = rule == RuleIds.ReviewWithoutDigest
            ? root.DescendantNodes().OfType<AttributeSyntax>().Single()
            : root.DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (requester.Length > 0)
        {
            properties = properties.Add(DiagnosticProperties.Requesters, requester);
        }

        var diagnostic = Diagnostic.Create(descriptor, found.GetLocation(), properties);
        var code = DueCode.Find(diagnostic, document.Project)!;
        var item = new ReviewItem(document.Project.Id, document.FilePath!, rule, code.Name, code.Id, null);

        Assert.Equal(
            expected,
            await SigningRefusal.OfAsync(
                new DueReview(item, document, diagnostic, code), "bob@example.com", CancellationToken.None));
    }
}
