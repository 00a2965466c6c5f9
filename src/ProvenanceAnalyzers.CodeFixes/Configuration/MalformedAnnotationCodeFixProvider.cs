using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Policy;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Configuration;

/// <summary>
/// Completes an annotation at one place at a time, with what is known here; what only a person knows is left to be filled in. What is
/// written and wrong stays, unless the same can be written right.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MalformedAnnotationCodeFixProvider))]
[Shared]
public sealed class MalformedAnnotationCodeFixProvider : ProvenanceCodeFixProvider
{
    private static readonly char[] BetweenNumbers = ['-', '/', '.'];
    private static readonly char[] BeforeTime = ['T', 't', ' '];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MalformedAnnotation];

    private protected override bool CanFixAll => false;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await AnnotationAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } annotation)
            {
                var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                var reviews = await EarlierReviews.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
                foreach (var (title, key, _) in ActionsFor(diagnostic, annotation, text, reviews))
                {
                    await RegisterAsync(context, diagnostic, title, key).ConfigureAwait(false);
                }
            }
        }
    }

    private protected override async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var reviews = await EarlierReviews.OfAsync(document, cancellationToken).ConfigureAwait(false);
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            if (await AnnotationAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } annotation)
            {
                ImmutableArray<TextChange> completion =
                [
                    .. ActionsFor(diagnostic, annotation, text, reviews)
                        .Where(action => action.Key == equivalenceKey)
                        .SelectMany(action => action.Changes),
                ];
                if (await PolicyTrial.IsAllowedAsync(document, completion, cancellationToken).ConfigureAwait(false))
                {
                    changes.AddRange(completion);
                }
            }
        }

        return changes.ToImmutable();
    }

    private static async Task<WrittenAnnotation?> AnnotationAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? WrittenAnnotation.At(root, diagnostic.Location.SourceSpan, model)
            : null;

    private static IEnumerable<(string Title, string Key, IEnumerable<TextChange> Changes)> ActionsFor(
        Diagnostic diagnostic, WrittenAnnotation annotation, SourceText text, EarlierReviews reviews)
    {
        if (DiagnosticProperties.List(diagnostic, DiagnosticProperties.MissingFields) is { Count: > 0 } missing)
        {
            return Completions(diagnostic, annotation, missing, reviews);
        }

        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.Field, out var field) || field == null)
        {
            return [];
        }

        return field == nameof(ProvenanceAnnotation.Target)
            ? [("Remove Target", "RemoveTarget", annotation.Without(field, text))]
            : Values(field, diagnostic, annotation, reviews).Select(value => (
                $"{value.What}: {field} = {AnnotationText.Literal(value.Text)}",
                $"{field}:{value.Text}",
                annotation.With(field, value.Text)));
    }

    /// <summary>What can be added to an annotation that lacks fields; without a tool that is one action a tool.</summary>
    private static IEnumerable<(string Title, string Key, IEnumerable<TextChange> Changes)> Completions(
        Diagnostic diagnostic, WrittenAnnotation annotation, IReadOnlyList<string> missing, EarlierReviews reviews)
    {
        var fields = OfferedClaims.FieldsFor(diagnostic.Properties, IsOfThisMachine(annotation, reviews));
        if (missing.Contains(nameof(ProvenanceAnnotation.Tool)))
        {
            foreach (var tool in OfferedClaims.Tools(diagnostic.Properties))
            {
                var added = $", {nameof(ProvenanceAnnotation.Tool)} = {AnnotationText.Literal(tool)}" + Written(tool);
                yield return ($"Complete the annotation: made by {tool}", $"Complete:{tool}", [annotation.With(added)]);
            }
        }
        else if (Written(annotation.Text(nameof(ProvenanceAnnotation.Tool)) ?? string.Empty) is { Length: > 0 } added)
        {
            yield return ($"Complete the annotation: add {string.Join(", ", missing)}", "Complete", [annotation.With(added)]);
        }

        string Written(string tool) => fields.Write(new ProvenanceClaim(Origin.Generated, tool), annotation.Has);
    }

    /// <summary>What can be written for a field that says nothing, or a day that is written in another way.</summary>
    private static IEnumerable<(string What, string Text)> Values(
        string field, Diagnostic diagnostic, WrittenAnnotation annotation, EarlierReviews reviews)
    {
        const string FillIn = "Fill in";
        var text = annotation.Text(field);
        if (!string.IsNullOrWhiteSpace(text) && !Placeholders.Contain(text!, field))
        {
            return field == nameof(ProvenanceAnnotation.On) && DayIn(text!) is { } day ? [("Write the same day", day)] : [];
        }

        return field switch
        {
            nameof(ProvenanceAnnotation.Tool) => OfferedClaims.Tools(diagnostic.Properties).Select(tool => (FillIn, tool)),
            nameof(ProvenanceAnnotation.RequestedBy)
                when IsOfThisMachine(annotation, reviews) && ClaimedFields.RequesterOfThisMachine is { } requester => [(FillIn, requester)],
            nameof(ProvenanceAnnotation.On) when IsOfThisMachine(annotation, reviews) => [(FillIn, Day.Format(DateTime.Today))],
            _ => [],
        };
    }

    /// <summary>
    /// Whether today and whoever sits here may be meant: not of what was reviewed already, nor of what is said of many files at once.
    /// </summary>
    private static bool IsOfThisMachine(WrittenAnnotation annotation, EarlierReviews reviews) =>
        annotation.Owner is { } owner and not CompilationUnitSyntax && !reviews.Cover(owner);

    /// <summary>The day that a text says, the year first, with whatever stands between the numbers and behind the day; else null.</summary>
    private static string? DayIn(string text)
    {
        var numbers = text.Trim().Split(BeforeTime)[0].Split(BetweenNumbers);
        return numbers is [{ Length: 4 } year, { Length: 1 or 2 } month, { Length: 1 or 2 } day]
            && $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}" is var written
            && Day.Parse(written) != null
                ? written
                : null;
    }
}
