using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Policy;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// Declares the type, member or local function at the cursor; where an AI's annotation stands on it, adds one for another tool.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(DeclareProvenanceRefactoringProvider))]
[Shared]
public sealed class DeclareProvenanceRefactoringProvider : ProvenanceRefactoringProvider
{
    private const string AnotherPrefix = "Another:";

    private protected override async Task<CodeAction?> ActionAsync(DeclarationAtCursor declaration, CancellationToken cancellationToken)
    {
        var text = await declaration.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var properties = DiagnosticProperties.ForDeclaration(declaration.File.Options);
        var reviews = await EarlierReviews.OfAsync(declaration.Document, cancellationToken).ConfigureAwait(false);
        var fields = reviews.Limit(OfferedClaims.FieldsFor(properties, isOfThisMachine: true), declaration.Syntax);
        var own = declaration.Own;
        var isAnother = own.Any(annotation => annotation.IsAIMade);
        if ((own.Count > 0 && !isAnother) || TakesFromAssembly(declaration))
        {
            return null;
        }

        var claims = isAnother
            ? OfferedClaims.ByTools(properties).Where(claim => !own.Any(annotation => IsBy(claim, annotation, declaration)))
            : OfferedClaims.For(properties);
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var claim in claims)
        {
            if (await ActionForAsync(claim).ConfigureAwait(false) is { } action)
            {
                actions.Add(action);
            }
        }

        return Menu(isAnother ? "Add an AI tool..." : "Declare provenance...", actions.ToImmutable());

        async Task<CodeAction?> ActionForAsync(ProvenanceClaim claim) =>
            AnnotationInsertion.Declare(text, declaration.Models, declaration.Syntax, claim, fields) is { } change
            && await PolicyTrial.IsAllowedAsync(declaration.Document, [change], cancellationToken).ConfigureAwait(false)
                ? Create(
                    declaration,
                    isAnother ? claim.TitleOfAnother : claim.Title,
                    (isAnother ? AnotherPrefix : string.Empty) + claim.EquivalenceKey,
                    change,
                    claim.Origin == Origin.Human ? CodeActionPriority.Low : CodeActionPriority.Default)
                : null;
    }

    /// <summary>Whether an annotation names the tool of a claim, however it spells it.</summary>
    private static bool IsBy(ProvenanceClaim claim, ProvenanceAnnotation annotation, DeclarationAtCursor declaration)
    {
        var tools = declaration.File.Options.ToolIndex;
        return annotation.Tool is { } tool && tools.Identify(tool) == tools.Identify(claim.Tool!);
    }

    /// <summary>
    /// Whether an AI's annotation of the assembly holds for this code and no other, so that one that is nearer would leave it none. A
    /// default is for code to come.
    /// </summary>
    private static bool TakesFromAssembly(DeclarationAtCursor declaration)
    {
        if (declaration.Symbol is not INamedTypeSymbol { ContainingType: null } type)
        {
            return false;
        }

        var provenance = declaration.Provenance;
        return provenance.Resolution.Of(type).Annotations
            .Where(annotation => annotation.IsAIMade
                && provenance.AssemblyAnnotations.All.Any(other => IsSame(annotation, other))
                && !provenance.AssemblyAnnotations.IsDefault(annotation, TargetPattern.Parse(annotation.Target, out _)))
            .Any(annotation => CoveredCode.AllIn(provenance).All(code =>
                (code.File == declaration.File && SymbolEqualityComparer.Default.Equals(code.Type, type))
                || !code.Declared.Annotations.Any(other => IsSame(annotation, other))));
    }

    private static bool IsSame(ProvenanceAnnotation one, ProvenanceAnnotation other) => one.Attribute == other.Attribute;
}
