using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>The changes that fix diagnostics of one document; diagnostics that the action does not fit are left out.</summary>
internal delegate Task<ImmutableArray<TextChange>> GetChanges(
    Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken);

/// <summary>What every fix of this package has in common: it changes annotation text, and every other byte stays.</summary>
public abstract class ProvenanceCodeFixProvider : CodeFixProvider
{
    /// <summary>Whether one click may fix a document, a project or a solution.</summary>
    private protected abstract bool CanFixAll { get; }

    /// <summary>The rules whose diagnostics one click may fix: this fix's own, and those of the fixes that have the same actions.</summary>
    private protected virtual ImmutableArray<string> FixAllDiagnosticIds => FixableDiagnosticIds;

    /// <summary>
    /// The key of what a host means that fixes all by no particular action, as <c>dotnet format</c> does where the first action of the
    /// first diagnostic has none; null: nothing.
    /// </summary>
    private protected virtual string? KeyWithoutAction => null;

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() =>
        CanFixAll ? new LinkedFilesFixAllProvider(FixAllDiagnosticIds, KeyWithoutAction, GetChangesAsync) : null;

    /// <summary>The changes that fix the diagnostics of one document; diagnostics that the action does not fit are left out.</summary>
    /// <param name="document">The document, unchanged.</param>
    /// <param name="diagnostics">The diagnostics to fix.</param>
    /// <param name="equivalenceKey">The key under which the action was registered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private protected abstract Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken);

    /// <summary>Offers an action for a diagnostic, unless it would change nothing.</summary>
    private protected Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, string title, string equivalenceKey) =>
        RegisterAsync(
            context,
            diagnostic,
            title,
            equivalenceKey,
            (document, diagnostics, cancellationToken) => GetChangesAsync(document, diagnostics, equivalenceKey, cancellationToken));

    /// <summary>Offers an action for a diagnostic, unless it would change nothing.</summary>
    private protected static async Task RegisterAsync(
        CodeFixContext context,
        Diagnostic diagnostic,
        string title,
        string? equivalenceKey,
        GetChanges getChanges,
        CodeActionPriority priority = CodeActionPriority.Default)
    {
        var changes = await getChanges(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false);
        if (!changes.IsEmpty)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    cancellationToken => FixAsync(context.Document, [diagnostic], getChanges, cancellationToken),
                    equivalenceKey,
                    priority),
                diagnostic);
        }
    }

    /// <summary>
    /// The semantic models of a file: the document's own, and those of the other projects and target frameworks that compile the file
    /// and know the annotations. What is written into it must mean the same to all of them.
    /// </summary>
    internal static async Task<ImmutableArray<SemanticModel>> ModelsAsync(Document document, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var models = ImmutableArray.CreateBuilder<SemanticModel>();
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } own)
        {
            models.Add(own);
        }

        foreach (var id in document.GetLinkedDocumentIds())
        {
            if (document.Project.Solution.GetDocument(id) is { } linked
                && (await linked.GetTextAsync(cancellationToken).ConfigureAwait(false)).ContentEquals(text)
                && await linked.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
                && !model.Compilation.GetTypesByMetadataName(AnnotationReader.AIProvenanceMetadataName).IsEmpty)
            {
                models.Add(model);
            }
        }

        return models.ToImmutable();
    }

    private static async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, GetChanges getChanges, CancellationToken cancellationToken)
    {
        var changes = await getChanges(document, diagnostics, cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(Apply(text, changes));
    }

    /// <summary>
    /// Applies changes to a text; of those that are in each other's way, the first. Annotations of the assembly are not: each stands for
    /// itself.
    /// </summary>
    internal static SourceText Apply(SourceText text, IEnumerable<TextChange> changes)
    {
        var applied = new List<TextChange>();
        var ofAssembly = changes.Where(AssemblyAnnotationInsertion.Is)
            .GroupBy(change => change.Span)
            .Select(insertions => new TextChange(
                insertions.Key,
                AssemblyAnnotationInsertion.Join(insertions.Select(insertion => insertion.NewText).OfType<string>())));
        var ofCode = changes.Where(change => !AssemblyAnnotationInsertion.Is(change));
        foreach (var change in ofCode.Concat(ofAssembly).OrderBy(change => change.Span))
        {
            if (applied is not [.., var last] || (change.Span.Start >= last.Span.End && change.Span != last.Span))
            {
                applied.Add(change);
            }
        }

        // As a text of its own, so that the file is parsed anew. Roslyn 5.9 can lose text when it parses only what changed, and what it
        // then writes is the tree: of `public[A(B.C, D = "")] class E { }` below an inserted line it repeats `.C, D = "")]`.
        return SourceText.From(text.WithChanges(applied).ToString(), text.Encoding, text.ChecksumAlgorithm);
    }
}
