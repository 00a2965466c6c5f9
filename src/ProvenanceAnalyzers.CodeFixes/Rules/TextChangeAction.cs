using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>An action whose text stands as it is: Roslyn does not clean it up, which would write the tree instead of the text.</summary>
internal sealed class TextChangeAction(string title, string key, Func<CancellationToken, Task<Solution>> getSolution) : CodeAction
{
    public override string Title => title;

    public override string EquivalenceKey => key;

    protected override async Task<Solution?> GetChangedSolutionAsync(CancellationToken cancellationToken) =>
        await getSolution(cancellationToken).ConfigureAwait(false);

    protected override Task<Document> PostProcessChangesAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(document);
}
