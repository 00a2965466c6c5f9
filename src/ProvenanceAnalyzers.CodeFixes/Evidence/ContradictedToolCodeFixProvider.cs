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

/// <summary>
/// Adds the tool that history tells, beside the one that is declared, which history may have lost; or says another model of the same tool.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContradictedToolCodeFixProvider))]
[Shared]
public sealed class ContradictedToolCodeFixProvider : ContradictionCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ContradictedTool];

    private protected override string Action => "Correct the tool";

    private protected override IEnumerable<TextChange> Correct(
        WrittenAnnotation annotation,
        TextSpan place,
        IReadOnlyList<ProvenanceClaim> claims,
        ClaimedFields fields,
        ImmutableArray<SemanticModel> models,
        SourceText text)
    {
        if (annotation.IsAt(nameof(ProvenanceAnnotation.Model), place))
        {
            return claims[0].History!.Model is { Length: > 0 } model ? annotation.With(nameof(ProvenanceAnnotation.Model), model) : [];
        }

        return annotation.Owner is { } owner and not CompilationUnitSyntax
            && AnnotationInsertion.Declare(text, models, owner, claims, fields) is { } another
            ? [another]
            : [];
    }
}
