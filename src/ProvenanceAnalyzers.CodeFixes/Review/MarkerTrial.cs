using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>
/// Tries out what an action would write, and has it judged as the rules judge it: a marker that would be refused, or that says again what
/// its reviewer has said already, is not offered.
/// </summary>
internal static class MarkerTrial
{
    /// <summary>
    /// Whether the marker that some changes write or complete would count, or names nobody, which is reported until somebody signs.
    /// </summary>
    /// <param name="document">The document, unchanged.</param>
    /// <param name="changes">What an action would change.</param>
    /// <param name="isNew">Whether its reviewer says so for the first time, and has no other marker of the same code.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<bool> CountsAsync(
        Document document, ImmutableArray<TextChange> changes, bool isNew, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var first = changes.OrderBy(change => change.Span).First();
        var changed = document.WithText(ProvenanceCodeFixProvider.Apply(text, changes));
        if (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || MarkerAt(root, first) is not { } marker)
        {
            return false;
        }

        var provenance = ProvenanceContext.For(model.Compilation, changed.Project.AnalyzerOptions);
        if (Placed(marker, model, provenance, cancellationToken) is not { } placed)
        {
            return false;
        }

        var judge = ReviewJudge.For(provenance);
        var judgement = judge.Judge(placed);
        return judgement.Reviewer is { IsEmpty: true }
            ? judgement.Faults == ReviewFault.Refused
            : judgement is { IsValid: true, Reviewer: { } reviewer }
                && !(isNew && Others(judgement, judge).Any(other => other.Reviewer is { } before && before.IsSameAs(reviewer)));
    }

    /// <summary>What stands beside a marker, and what around it counts for the same code.</summary>
    private static IEnumerable<ReviewJudgement> Others(ReviewJudgement judgement, ReviewJudge judge)
    {
        var around = judgement.Marker is { Symbol: { } symbol, Declaration: { } declaration }
            ? judge.JudgementsOf(symbol, declaration).Where(other => other.IsValid)
            : [];
        return judge.JudgementsBeside(judgement)
            .Concat(around)
            .Where(other => other.Marker.Value.Attribute != judgement.Marker.Value.Attribute);
    }

    /// <summary>The marker that a change inserted, or that it is within.</summary>
    private static AttributeSyntax? MarkerAt(CompilationUnitSyntax root, TextChange change)
    {
        const string Name = "HumanReviewed";
        var inserted = change.NewText?.IndexOf(Name, StringComparison.Ordinal) ?? -1;
        return root.FindToken(change.Span.Start + Math.Max(inserted, 0)).Parent?.FirstAncestorOrSelf<AttributeSyntax>();
    }

    private static PlacedMarker? Placed(
        AttributeSyntax marker, SemanticModel model, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var owner = marker.Parent?.Parent;
        var symbol = owner switch
        {
            null or CompilationUnitSyntax => null,
            BaseFieldDeclarationSyntax { Declaration.Variables: [var field, ..] } => model.GetDeclaredSymbol(field, cancellationToken),
            _ => model.GetDeclaredSymbol(owner, cancellationToken),
        };
        var attributes = symbol?.GetAttributes() ?? model.Compilation.Assembly.GetAttributes();
        var written = attributes.FirstOrDefault(attribute =>
            attribute.ApplicationSyntaxReference is { } syntax && syntax.SyntaxTree == marker.SyntaxTree && syntax.Span == marker.Span);
        return written != null && provenance.Annotations.TryReadReview(written) is { IsAlias: false } review
            ? new PlacedMarker(review, symbol, provenance)
            : null;
    }
}
