using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Says why somebody cannot sign something: the one reason that holds.</summary>
internal static class SigningRefusal
{
    /// <summary>Why a person cannot sign, as sentences that say who can.</summary>
    /// <param name="review">What cannot be signed.</param>
    /// <param name="reviewer">The person.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string> OfAsync(DueReview review, string reviewer, CancellationToken cancellationToken)
    {
        var person = new Person(reviewer);
        if (DiagnosticProperties.List(review.Diagnostic, DiagnosticProperties.Requesters)
            .FirstOrDefault(one => new Person(one).IsSameAs(person)) is { } requester)
        {
            return $"'{requester}' asked for this code, and nobody reviews what they asked for. Somebody else must.";
        }

        var compilation = (await review.Document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        var options = ProvenanceContext.For(compilation, review.Document.Project.AnalyzerOptions).Files
            .Of(review.Code.Node?.SyntaxTree ?? review.Diagnostic.Location.SourceTree!).Options;
        if (ReviewerRefusal.Of(person, options) is { } refusal)
        {
            return $"{refusal}.";
        }

        var signed = ChangedCode.MarkerAt(review.Diagnostic) is { } marker
            ? ReviewerOf(marker, compilation, cancellationToken)
            : null;
        return review.Diagnostic.Id == RuleIds.ReviewWithoutDigest && signed != null && !new Person(signed).IsSameAs(person)
            ? $"The marker is of '{signed}', and only they know whether this is the code that they read. They must sign it."
            : "You have reviewed it already. Somebody else must.";
    }

    private static string? ReviewerOf(AttributeSyntax marker, Compilation compilation, CancellationToken cancellationToken) =>
        PlacedMarker.Argument(marker, 0) is { } reviewer
            ? compilation.GetSemanticModel(marker.SyntaxTree).GetConstantValue(reviewer.Expression, cancellationToken).Value as string
            : null;
}
