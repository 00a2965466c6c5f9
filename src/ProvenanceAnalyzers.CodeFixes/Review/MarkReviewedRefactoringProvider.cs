using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>
/// Marks the type or member at the cursor as reviewed, also beside the markers of others: where an AI had a hand in it or in what holds
/// it, or where a review is asked for.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(MarkReviewedRefactoringProvider))]
[Shared]
public sealed class MarkReviewedRefactoringProvider : ProvenanceRefactoringProvider
{
    private protected override async Task<CodeAction?> ActionAsync(DeclarationAtCursor declaration, CancellationToken cancellationToken)
    {
        if (!CanCount(declaration, cancellationToken)
            || ReviewCodeFixProvider.SignatureFor(RequestersOf(declaration)) is not { } signature)
        {
            return null;
        }

        var text = await declaration.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var isRest = ReviewDuty.IsOfRest(declaration.Syntax, declaration.File);
        return MarkerInsertion.Mark(text, declaration.Models, declaration.Syntax, isRest, signature) is { } change
            && await MarkerTrial.CountsAsync(declaration.Document, [change], isNew: true, cancellationToken).ConfigureAwait(false)
                ? Create(
                    declaration,
                    $"Mark as reviewed{signature.By}",
                    nameof(MarkReviewedRefactoringProvider),
                    change,
                    CodeActionPriority.Default)
                : null;
    }

    /// <summary>Whether a marker here would be of something: a partial member is reviewed where its code is.</summary>
    private static bool CanCount(DeclarationAtCursor declaration, CancellationToken cancellationToken)
    {
        var symbol = declaration.Symbol;
        return declaration.IsOfItsOwn
            && SymbolEqualityComparer.Default.Equals(Declarations.ImplementationOf(symbol), symbol)
            && (declaration.Provenance.Resolution.IsAIMade(symbol)
                || ReviewDuty.IsDue(symbol, declaration.Provenance, isAboutTests: null, cancellationToken));
    }

    private static IReadOnlyList<string> RequestersOf(DeclarationAtCursor declaration) => DiagnosticProperties.List(
        DiagnosticProperties.WithRequesters(
            ImmutableDictionary<string, string?>.Empty,
            declaration.Provenance.Resolution.Of(declaration.Symbol).Annotations,
            declaration.File.Options),
        DiagnosticProperties.Requesters);
}
