using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Review;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>Signs by the fixes that the lightbulb has, and by nothing else.</summary>
internal static class Signing
{
    private static readonly ILookup<string, ReviewCodeFixProvider> Providers = typeof(ReviewCodeFixProvider).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ReviewCodeFixProvider)) && !type.IsAbstract)
        .Select(type => (ReviewCodeFixProvider)Activator.CreateInstance(type)!)
        .SelectMany(provider => provider.FixableDiagnosticIds.Select(id => (id, provider)))
        .ToLookup(fix => fix.id, fix => fix.provider);

    /// <summary>Whether reviews of what a rule finds can be signed at all.</summary>
    public static bool IsOfferedFor(string rule) => Providers.Contains(rule);

    /// <summary>What signing changes in a document; null where nobody, or not this person, can sign there.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostic">What asks for a review.</param>
    /// <param name="fixture">The fixture file that is signed for; null where it is code.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<TextChange>?> ChangesAsync(
        Document document, Diagnostic diagnostic, string? fixture, CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken);
        foreach (var provider in Providers[diagnostic.Id])
        {
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        if (actions.FirstOrDefault(action => fixture == null || IsOf(action, fixture)) is not { } signing)
        {
            return null;
        }

        var operations = await signing.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        if (operations.OfType<ApplyChangesOperation>().FirstOrDefault() is not { } applied
            || applied.ChangedSolution.GetDocument(document.Id) is not { } signed)
        {
            return null;
        }

        var before = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var after = await signed.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return [Difference(before.ToString(), after.ToString())];
    }

    /// <summary>What lies between the beginning and the end that two texts have in common.</summary>
    private static TextChange Difference(string before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        var start = 0;
        while (start < most && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < most - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return new TextChange(TextSpan.FromBounds(start, before.Length - end), after[start..^end]);
    }

    /// <summary>An action that is about one of several fixture files has its path in its key.</summary>
    private static bool IsOf(CodeAction action, string fixture) =>
        action.EquivalenceKey is not { } key || !key.Contains(':', StringComparison.Ordinal)
        || key.EndsWith($":{fixture}", StringComparison.Ordinal);
}
