using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Policy;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// Declares undeclared code: made by one of the configured tools, unknown, or human-authored, at one place at a time. Many places at once
/// it declares only where options ask for it, and never human-authored, since no click can vouch for many.
/// </summary>
public abstract class DeclareProvenanceCodeFixProvider : ProvenanceCodeFixProvider
{
    /// <summary>
    /// The key of the action that options ask for. Where it fixes many diagnostics, each gets what its own options ask for: another
    /// folder's would be a claim that nobody made.
    /// </summary>
    internal const string DefaultKey = "Default";

    private protected sealed override bool CanFixAll => true;

    private protected sealed override string KeyWithoutAction => DefaultKey;

    /// <summary>All rules about undeclared code: the action of one is that of all.</summary>
    private protected sealed override ImmutableArray<string> FixAllDiagnosticIds { get; } =
    [
        RuleIds.UndeclaredType,
        RuleIds.UndeclaredTestClass,
        RuleIds.UndeclaredFixtures,
        RuleIds.UndeclaredMember,
        RuleIds.UndeclaredTopLevelStatements,
    ];

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var inBulk = OfferedClaims.InBulk(diagnostic.Properties);
            foreach (var claim in OfferedClaims.For(diagnostic.Properties))
            {
                // Without a key, and beside other actions, an action has no fix-all.
                var isHuman = claim.Origin == Origin.Human;
                var key = claim == inBulk ? DefaultKey : claim.EquivalenceKey;
                await RegisterAsync(
                    context,
                    diagnostic,
                    claim.Title,
                    isHuman || inBulk == null ? null : key,
                    (document, diagnostics, cancellationToken) =>
                        GetChangesAsync(document, diagnostics, _ => claim, isOfThisMachine: true, cancellationToken),
                    isHuman ? CodeActionPriority.Low : CodeActionPriority.Default).ConfigureAwait(false);
            }
        }
    }

    private protected sealed override Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken) =>
        GetChangesAsync(
            document,
            diagnostics.RemoveAll(diagnostic => OfferedClaims.InBulk(diagnostic.Properties) == null),
            equivalenceKey == DefaultKey
                ? diagnostic => OfferedClaims.InBulk(diagnostic.Properties)!.Value
                : _ => ProvenanceClaim.FromEquivalenceKey(equivalenceKey),
            isOfThisMachine: false,
            cancellationToken);

    private static bool IsAboutFixtures(Diagnostic diagnostic) => diagnostic.Id == RuleIds.UndeclaredFixtures;

    /// <summary>
    /// What fixture files to name, and what to say of them: where all files of a wider glob are declared alike, that glob.
    /// </summary>
    private static IEnumerable<(string Target, ProvenanceClaim Claim, ClaimedFields Fields)> TargetsOf(
        IEnumerable<Diagnostic> diagnostics, Func<Diagnostic, ProvenanceClaim> claimFor, bool isOfThisMachine)
    {
        foreach (var alike in diagnostics.GroupBy(diagnostic => (
            Claim: claimFor(diagnostic),
            Fields: OfferedClaims.FieldsFor(diagnostic.Properties, isOfThisMachine),
            Wider: diagnostic.Properties.TryGetValue(DiagnosticProperties.WiderTarget, out var wider) ? wider : null)))
        {
            var files = alike.Sum(diagnostic => DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures).Count);
            if (alike.Key.Claim.Origin != Origin.Human
                && TextList.Split(alike.Key.Wider) is [var glob, var count]
                && count == files.ToString(CultureInfo.InvariantCulture))
            {
                yield return (glob, alike.Key.Claim, alike.Key.Fields);
                continue;
            }

            foreach (var target in alike.SelectMany(diagnostic => TargetsOf(diagnostic, alike.Key.Claim)))
            {
                yield return (target, alike.Key.Claim, alike.Key.Fields);
            }
        }
    }

    /// <summary>What fixture files to name. No human vouches for a glob, nor for several files at once.</summary>
    private static IReadOnlyList<string> TargetsOf(Diagnostic diagnostic, ProvenanceClaim claim)
    {
        if (!diagnostic.Properties.ContainsKey(DiagnosticProperties.Targets))
        {
            return [];
        }

        if (claim.Origin != Origin.Human)
        {
            return DiagnosticProperties.List(diagnostic, DiagnosticProperties.Targets);
        }

        var files = DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures);
        return files is [var only] && TargetPattern.Parse(only, out _) is { HasWildcard: false } ? files : [];
    }

    private static async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        Func<Diagnostic, ProvenanceClaim> claimFor,
        bool isOfThisMachine,
        CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } models)
        {
            return [];
        }

        var changes = diagnostics
            .Where(diagnostic => !IsAboutFixtures(diagnostic))
            .Select(Change)
            .Concat(TargetsOf(diagnostics.Where(IsAboutFixtures), claimFor, isOfThisMachine).Select(FixtureChange))
            .OfType<TextChange>()
            .Distinct();
        return await PolicyTrial.AllowedAsync(document, changes, cancellationToken).ConfigureAwait(false);

        TextChange? FixtureChange((string Target, ProvenanceClaim Claim, ClaimedFields Fields) fixtures) =>
            AssemblyAnnotationInsertion.Insert(
                text, root, position => AnnotationText.Write(models, position, fixtures.Claim, fixtures.Fields, fixtures.Target));

        TextChange? Change(Diagnostic diagnostic)
        {
            if (diagnostic.Id == RuleIds.UndeclaredTopLevelStatements)
            {
                return diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var target) && target != null
                    ? StatementsChange(diagnostic, target)
                    : null;
            }

            return AnnotationInsertion.FindDeclaration(root, diagnostic.Location.SourceSpan) is { } declaration
                ? AnnotationInsertion.Declare(text, models, declaration, claimFor(diagnostic), FieldsFor(diagnostic, declaration))
                : null;
        }

        // Of what was reviewed before, the day and the requester are others than those of this click.
        ClaimedFields FieldsFor(Diagnostic diagnostic, SyntaxNode declared) => OfferedClaims.FieldsFor(
            diagnostic.Properties, isOfThisMachine && !AnnotationInsertion.IsReviewedInPart(declared));

        TextChange? StatementsChange(Diagnostic diagnostic, string target)
        {
            var position = AnnotationInsertion.PositionFor(root);
            var annotation = AnnotationText.Write(models, position, claimFor(diagnostic), FieldsFor(diagnostic, root), target);
            return annotation != null
                ? AnnotationInsertion.Insert(
                    text, position, $"[assembly: {annotation}]", AnnotationInsertion.FirstToken(root).SpanStart)
                : null;
        }
    }
}
