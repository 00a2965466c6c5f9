using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Evidence;

/// <summary>Corrects an origin: a human's, or an unknown one, becomes the AI's that history tells.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContradictedOriginCodeFixProvider))]
[Shared]
public sealed class ContradictedOriginCodeFixProvider : ContradictionCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ContradictedOrigin];

    private protected override string Action => "Correct the origin";

    private protected override IEnumerable<TextChange> Correct(
        WrittenAnnotation annotation,
        TextSpan place,
        IReadOnlyList<ProvenanceClaim> claims,
        ClaimedFields fields,
        ImmutableArray<SemanticModel> models,
        SourceText text)
    {
        var claim = claims[0];
        if (annotation.WithOrigin(claim.Origin, models) is not { } origin)
        {
            yield break;
        }

        yield return origin;
        foreach (var change in annotation.With(nameof(ProvenanceAnnotation.On), claim.History!.On))
        {
            yield return change;
        }

        yield return annotation.With(
            $", {nameof(ProvenanceAnnotation.Tool)} = {AnnotationText.Literal(claim.Tool!)}" + fields.Write(claim, annotation.Has));
        if (claims.Count > 1
            && annotation.Owner is { } owner and not CompilationUnitSyntax
            && AnnotationInsertion.Declare(text, models, owner, [.. claims.Skip(1)], fields) is { } others)
        {
            yield return others;
        }
    }
}
