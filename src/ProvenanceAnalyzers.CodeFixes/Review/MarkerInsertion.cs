using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.CodeFixes.Review;

/// <summary>Inserts the review marker of a declaration, with the digest of exactly that declaration as it is.</summary>
internal static class MarkerInsertion
{
    /// <summary>Marks a declaration as reviewed; null where a marker cannot be written.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="models">The semantic models of all that compile the file.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="isRest">Whether what is left of a type is marked, without the members that are reviewed by themselves.</param>
    /// <param name="signature">Who reviewed, and when.</param>
    public static TextChange? Mark(
        SourceText text, ImmutableArray<SemanticModel> models, SyntaxNode declaration, bool isRest, ReviewSignature signature)
    {
        var position = AnnotationInsertion.PositionForMarker(declaration);

        // Above an #if, the declaration will begin with the marker.
        var start = Math.Min(position, declaration.SpanStart);
        var digest = isRest
            ? Digests.ComputeRest(text, declaration, start)
            : CodeDigest.Compute(text.ToString(TextSpan.FromBounds(start, declaration.Span.End)));
        var bindingPosition = AnnotationInsertion.BindingPositionFor(declaration);
        return !AnnotationInsertion.HasBrokenAttributes(declaration)
            && AnnotationText.Write(models, bindingPosition, signature, target: null, digest) is { } marker
            ? InsertionTrial.Try(
                AnnotationInsertion.Insert(text, position, $"[{marker}]", declaration.SpanStart), text, models, declaration)
            : null;
    }
}
