using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>What the fixes that declare provenance share: they insert an annotation where the diagnostic's unit needs it.</summary>
public abstract class DeclarationCodeFixProvider : ProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.UndeclaredType,
        DiagnosticIds.UndeclaredTestClass,
        DiagnosticIds.UndeclaredMember,
        DiagnosticIds.UndeclaredTopLevelStatements,
    ];

    private protected sealed override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var claim = ProvenanceClaim.FromEquivalenceKey(equivalenceKey);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        return [.. diagnostics.Select(diagnostic => Change(diagnostic)).OfType<TextChange>().Distinct()];

        TextChange? Change(Diagnostic diagnostic)
        {
            if (diagnostic.Id == DiagnosticIds.UndeclaredTopLevelStatements)
            {
                return diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var target) && target != null
                    ? Insertion(AnnotationInsertion.PositionFor(root), "assembly: ", target)
                    : null;
            }

            return FindDeclaration(root, diagnostic.Location.SourceSpan) is { } declaration
                ? Insertion(AnnotationInsertion.PositionFor(declaration), string.Empty, null)
                : null;
        }

        TextChange? Insertion(int position, string attributeTarget, string? target) =>
            AnnotationText.Write(model, position, claim, target) is { } annotation
                ? AnnotationInsertion.Insert(text, position, $"[{attributeTarget}{annotation}]")
                : null;
    }

    private static MemberDeclarationSyntax? FindDeclaration(CompilationUnitSyntax root, TextSpan identifier)
    {
        var token = root.FindToken(identifier.Start);
        return token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(declaration =>
            Declarations.Identifier(declaration) == token);
    }
}
