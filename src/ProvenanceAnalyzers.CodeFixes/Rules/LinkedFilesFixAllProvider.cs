using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>
/// Fixes all at once, and a file that several projects or target frameworks compile once for all of them: they do not all see the same
/// code. Roslyn's own provider changes each of the file's documents for itself, and where they then differ, merge conflict markers end
/// up in the file.
/// </summary>
/// <param name="ids">The rules whose diagnostics it fixes together.</param>
/// <param name="keyWithoutAction">The key of what is meant where the action that it fixes all by has none; null: nothing.</param>
/// <param name="getChanges">The changes that fix diagnostics of one document by the action of a key.</param>
internal sealed class LinkedFilesFixAllProvider(
    ImmutableArray<string> ids,
    string? keyWithoutAction,
    Func<Document, ImmutableArray<Diagnostic>, string, CancellationToken, Task<ImmutableArray<TextChange>>> getChanges) : FixAllProvider
{
    public override IEnumerable<string> GetSupportedFixAllDiagnosticIds(CodeFixProvider originalCodeFixProvider) => ids;

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(
        (context.CodeActionEquivalenceKey ?? keyWithoutAction) is { } key
            ? new TextChangeAction(
                "Fix all",
                key,
                cancellationToken => FixAsync(context.WithCancellationToken(cancellationToken), key))
            : null);

    private async Task<Solution> FixAsync(FixAllContext context, string key)
    {
        var cancellationToken = context.CancellationToken;
        var diagnostics = await DiagnosticsByDocumentAsync(context).ConfigureAwait(false);
        var files = diagnostics.Keys
            .Select(id => context.Solution.GetDocument(id)!)
            .GroupBy(document => document.GetLinkedDocumentIds().Add(document.Id).Min(id => id.Id));

        var texts = await Task.WhenAll(files.Select(async documents =>
        {
            var text = await documents.First().GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = await Task.WhenAll(documents.Select(document =>
                getChanges(document, diagnostics[document.Id], key, cancellationToken))).ConfigureAwait(false);
            return (Document: documents.First(), Text: ProvenanceCodeFixProvider.Apply(text, changes.SelectMany(change => change)));
        })).ConfigureAwait(false);

        var solution = context.Solution;
        foreach (var (document, text) in texts)
        {
            foreach (var id in document.GetLinkedDocumentIds().Add(document.Id))
            {
                solution = solution.WithDocumentText(id, text);
            }
        }

        return solution;
    }

    private static async Task<Dictionary<DocumentId, ImmutableArray<Diagnostic>>> DiagnosticsByDocumentAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } only })
        {
            var diagnostics = await context.GetDocumentDiagnosticsAsync(only).ConfigureAwait(false);
            return diagnostics.IsEmpty ? [] : new() { [only.Id] = diagnostics };
        }

        var byDocument = new Dictionary<DocumentId, ImmutableArray<Diagnostic>>();
        foreach (var project in context.Scope == FixAllScope.Solution
            ? context.Solution.Projects.Where(project => project.Language == context.Project.Language)
            : [context.Project])
        {
            foreach (var group in (await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
                .GroupBy(diagnostic => project.GetDocument(diagnostic.Location.SourceTree)))
            {
                if (group.Key is { } document)
                {
                    byDocument[document.Id] = [.. group];
                }
            }
        }

        return byDocument;
    }
}
