using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Configuration;

/// <summary>Replaces a misspelled tool id by the known one it is nearest to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownToolCodeFixProvider))]
[Shared]
public sealed class UnknownToolCodeFixProvider : ProvenanceCodeFixProvider
{
    /// <summary>The key of the action, as hosts know it.</summary>
    internal const string Key = "ReplaceToolCodeFixProvider";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownTool];

    private protected override bool CanFixAll => true;

    /// <summary>
    /// <c>dotnet format</c> takes the first diagnostic of the whole family for its example, which may be another rule's, or of a tool that
    /// no known one is near to.
    /// </summary>
    private protected override string? KeyWithoutAction => Key;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DiagnosticProperties.Replacement, out var tool))
            {
                await RegisterAsync(context, diagnostic, $"Write '{tool}'", Key).ConfigureAwait(false);
            }
        }
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root == null ? [] : [.. diagnostics.Select(Change).OfType<TextChange>()];

        // A constant that others use too is not the annotation's to change.
        TextChange? Change(Diagnostic diagnostic) =>
            root.FindToken(diagnostic.Location.SourceSpan.Start) is { } token
            && token.IsKind(SyntaxKind.StringLiteralToken)
            && token.Span == diagnostic.Location.SourceSpan
            && diagnostic.Properties.TryGetValue(DiagnosticProperties.Replacement, out var tool) && tool != null
                ? new TextChange(token.Span, SymbolDisplay.FormatLiteral(tool, quote: true))
                : null;
    }
}
