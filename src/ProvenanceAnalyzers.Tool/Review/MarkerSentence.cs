using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>What a marker or an annotation says, in words: <c>reviewed by bob@example.com on 2026-11-20</c>.</summary>
internal static class MarkerSentence
{
    /// <summary>The sentence; null where the attribute is not bound, or is none of this package and has nothing to say.</summary>
    /// <param name="marker">The attribute that a finding points at.</param>
    /// <param name="model">What its names mean.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static string? Of(AttributeSyntax marker, SemanticModel model, CancellationToken cancellationToken)
    {
        if (AttributeAt(marker, model, cancellationToken) is not { } attribute)
        {
            return null;
        }

        var sentence =
            AnnotationReader.IsAIProvenance(attribute.AttributeClass) ? MakersSentence.Of(new ProvenanceAnnotation(attribute, null))
            : AnnotationReader.IsHumanReviewed(attribute.AttributeClass) ? Of(new ReviewMarker(attribute, isAlias: false))
            : $"{attribute.AttributeClass?.Name} stands for the review";
        return sentence != null ? PlainCharacters.Of(sentence.ReplaceLineEndings(" ")) : null;
    }

    private static string Of(ReviewMarker marker) =>
        $"reviewed by {Written(marker.Reviewer) ?? "nobody who is named"} on {Written(marker.On) ?? "a day that is not named"}"
        + (Written(marker.Target) is { } target ? $", for {target}" : string.Empty);

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static AttributeData? AttributeAt(AttributeSyntax marker, SemanticModel model, CancellationToken cancellationToken)
    {
        var owner = marker.Parent?.Parent;
        var attributes = owner switch
        {
            null => [],
            CompilationUnitSyntax => model.Compilation.Assembly.GetAttributes().AddRange(
                model.Compilation.SourceModule.GetAttributes()),
            BaseFieldDeclarationSyntax field => Declared(field.Declaration.Variables[0]),
            _ => Declared(owner),
        };
        return attributes.FirstOrDefault(attribute => attribute.ApplicationSyntaxReference is { } written
            && written.SyntaxTree == marker.SyntaxTree
            && written.Span == marker.Span);

        System.Collections.Immutable.ImmutableArray<AttributeData> Declared(SyntaxNode declaration) =>
            model.GetDeclaredSymbol(declaration, cancellationToken)?.GetAttributes() ?? [];
    }
}
