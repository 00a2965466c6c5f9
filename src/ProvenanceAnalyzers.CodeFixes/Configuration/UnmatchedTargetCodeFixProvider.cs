using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Configuration;

/// <summary>Removes an assembly annotation whose <c>Target</c> matches nothing; comments and other attributes stay.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnmatchedTargetCodeFixProvider))]
[Shared]
public sealed class UnmatchedTargetCodeFixProvider : ProvenanceCodeFixProvider
{
    /// <summary>The key of the action, as hosts know it.</summary>
    internal const string Key = "RemoveAnnotationCodeFixProvider";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnmatchedTarget];

    private protected override bool CanFixAll => true;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            await RegisterAsync(context, diagnostic, "Remove the annotation", Key).ConfigureAwait(false);
        }
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var unmatched = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var target)
                && !await MatchesElsewhereAsync(document, target, cancellationToken).ConfigureAwait(false))
            {
                unmatched.Add(diagnostic);
            }
        }

        return
        [
            .. unmatched
                .Select(diagnostic => root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>())
                .OfType<AttributeSyntax>()
                .GroupBy(attribute => (AttributeListSyntax)attribute.Parent!)
                .Select(attributes => Removal(text, attributes.Key, [.. attributes])),
        ];
    }

    /// <summary>Whether another project or target framework that compiles the annotation too has a file that it is about.</summary>
    private static async Task<bool> MatchesElsewhereAsync(Document document, string? text, CancellationToken cancellationToken)
    {
        if (TargetPattern.Parse(text, out _) is not { } target)
        {
            return false;
        }

        foreach (var id in document.GetLinkedDocumentIds())
        {
            if (document.Project.Solution.GetProject(id.ProjectId) is { } project
                && await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                && ProvenanceContext.For(compilation, project.AnalyzerOptions).HasFile(target))
            {
                return true;
            }
        }

        return false;
    }

    private static TextChange Removal(SourceText text, AttributeListSyntax list, ImmutableArray<AttributeSyntax> removed)
    {
        if (removed.Length < list.Attributes.Count)
        {
            var kept = removed.Aggregate(list.Attributes, (attributes, attribute) =>
                attributes.RemoveAt(
                    attributes.IndexOf(left => left.Span.Length == attribute.Span.Length && left.ToString() == attribute.ToString())));
            return new TextChange(list.Span, list.WithAttributes(kept).ToString());
        }

        var firstLine = text.Lines.GetLineFromPosition(list.SpanStart);
        var lastLine = text.Lines.GetLineFromPosition(list.Span.End);
        var before = text.ToString(TextSpan.FromBounds(firstLine.Start, list.SpanStart));
        var after = text.ToString(TextSpan.FromBounds(list.Span.End, lastLine.End));
        if (!string.IsNullOrWhiteSpace(before))
        {
            return new TextChange(list.Span, string.Empty);
        }

        // A comment behind the annotation stands where the annotation stood.
        return new TextChange(
            string.IsNullOrWhiteSpace(after)
                ? TextSpan.FromBounds(firstLine.Start, lastLine.EndIncludingLineBreak)
                : new TextSpan(list.SpanStart, list.Span.Length + after.Length - after.TrimStart().Length),
            string.Empty);
    }
}
