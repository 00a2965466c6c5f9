using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares undeclared code unknown, or made by one of the configured tools.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareProvenanceCodeFixProvider))]
[Shared]
public sealed class DeclareProvenanceCodeFixProvider : DeclarationCodeFixProvider
{
    private protected override bool CanFixAll => true;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var claim in ProvenanceClaim.OfferedFor(diagnostic))
            {
                await RegisterAsync(context, diagnostic, claim.Title, claim.EquivalenceKey).ConfigureAwait(false);
            }
        }
    }
}
