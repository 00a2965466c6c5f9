using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares undeclared code human-authored: one place at a time, since no click can vouch for many.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareHumanCodeFixProvider))]
[Shared]
public sealed class DeclareHumanCodeFixProvider : DeclarationCodeFixProvider
{
    private protected override bool CanFixAll => false;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var claim = new ProvenanceClaim(AIOrigin.Human);
        foreach (var diagnostic in context.Diagnostics)
        {
            await RegisterAsync(context, diagnostic, claim.Title, claim.EquivalenceKey, CodeActionPriority.Low).ConfigureAwait(false);
        }
    }
}
