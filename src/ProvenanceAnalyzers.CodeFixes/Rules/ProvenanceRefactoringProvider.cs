using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>
/// What the refactorings share: at the header of a declaration, without any finding, they do what a fix does at a finding; each inserts
/// annotation text, and every other byte stays.
/// </summary>
public abstract class ProvenanceRefactoringProvider : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await DeclarationAtCursor.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false)
                is { } declaration
            && await ActionAsync(declaration, context.CancellationToken).ConfigureAwait(false) is { } action)
        {
            context.RegisterRefactoring(action);
        }
    }

    /// <summary>What is offered at a declaration, or null.</summary>
    private protected abstract Task<CodeAction?> ActionAsync(DeclarationAtCursor declaration, CancellationToken cancellationToken);

    /// <summary>An action that changes the text of the document.</summary>
    private protected static CodeAction Create(
        DeclarationAtCursor declaration, string title, string equivalenceKey, TextChange change, CodeActionPriority priority) =>
        CodeAction.Create(
            title,
            async cancellationToken =>
            {
                var text = await declaration.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                return declaration.Document.WithText(ProvenanceCodeFixProvider.Apply(text, [change]));
            },
            equivalenceKey,
            priority);

    /// <summary>Several actions below one entry, so that the menu stays short; null where there is none.</summary>
    private protected static CodeAction? Menu(string title, ImmutableArray<CodeAction> actions) =>
        actions.IsEmpty ? null : CodeAction.Create(title, actions, isInlinable: false);
}
