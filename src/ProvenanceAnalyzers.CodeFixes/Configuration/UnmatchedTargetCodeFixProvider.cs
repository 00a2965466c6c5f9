using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
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
                .Where(attributes => !attributes.Key.ContainsDiagnostics && !ListRemoval.IsSplitByDirectives(attributes.Key))
                .SelectMany(attributes => attributes.Count() < attributes.Key.Attributes.Count
                    ? ListRemoval.Remove(text, attributes.Key.Attributes, [.. attributes])
                    : [Removal(text, attributes.Key)]),
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

    private static TextChange Removal(SourceText text, AttributeListSyntax list)
    {
        var firstLine = text.Lines.GetLineFromPosition(list.SpanStart);
        var lastLine = text.Lines.GetLineFromPosition(list.Span.End);
        var before = text.ToString(TextSpan.FromBounds(firstLine.Start, list.SpanStart));
        var after = text.ToString(TextSpan.FromBounds(list.Span.End, lastLine.End));
        var hasBefore = !string.IsNullOrWhiteSpace(before);
        if (string.IsNullOrWhiteSpace(after))
        {
            return new TextChange(
                hasBefore
                    ? TextSpan.FromBounds(firstLine.Start + before.TrimEnd().Length, list.Span.End)
                    : TextSpan.FromBounds(firstLine.Start, lastLine.EndIncludingLineBreak),
                string.Empty);
        }

        // What stands behind the annotation stands where the annotation stood.
        return new TextChange(new TextSpan(list.SpanStart, list.Span.Length + after.Length - after.TrimStart().Length), string.Empty);
    }
}
