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
/// Declares undeclared code: as history tells, made by one of the configured tools, unknown, or human-authored, at one place at a time.
/// Many places at once it declares as history tells, or where options ask for it, and never human-authored, since no click can vouch for
/// many.
/// </summary>
public abstract class DeclareProvenanceCodeFixProvider : ProvenanceCodeFixProvider
{
    /// <summary>
    /// The key of what history tells or options ask for. Where it fixes many diagnostics, each gets what is told of itself, or what its own
    /// options ask for: another folder's would be a claim that nobody made.
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
            var byHistory = OfferedClaims.ByHistory(diagnostic.Properties);
            if (byHistory.Count > 0)
            {
                await RegisterAsync(
                    context,
                    diagnostic,
                    HistoryTitle.Of("Declare provenance", byHistory),
                    IsFirm(byHistory) ? DefaultKey : null,
                    (document, diagnostics, cancellationToken) =>
                        GetChangesAsync(document, diagnostics, _ => byHistory, isOfThisMachine: false, cancellationToken))
                    .ConfigureAwait(false);
            }

            var inBulk = OfferedClaims.InBulk(diagnostic.Properties);
            foreach (var claim in OfferedClaims.For(diagnostic.Properties))
            {
                // Without a key, and beside other actions, an action has no fix-all.
                var isHuman = claim.Origin == Origin.Human;
                var key = claim == inBulk && !IsFirm(byHistory) ? DefaultKey : claim.EquivalenceKey;
                await RegisterAsync(
                    context,
                    diagnostic,
                    claim.Title,
                    isHuman || inBulk == null ? null : key,
                    (document, diagnostics, cancellationToken) =>
                        GetChangesAsync(document, diagnostics, _ => [claim], isOfThisMachine: true, cancellationToken),
                    isHuman ? CodeActionPriority.Low : CodeActionPriority.Default).ConfigureAwait(false);
            }
        }
    }

    private protected sealed override Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken) =>
        GetChangesAsync(
            document,
            diagnostics,
            equivalenceKey == DefaultKey ? InBulk : diagnostic => OfferedClaims.InBulk(diagnostic.Properties) == null
                ? []
                : [ProvenanceClaim.FromEquivalenceKey(equivalenceKey)],
            isOfThisMachine: false,
            cancellationToken);

    /// <summary>What is declared at many places at once: what history tells; else what options ask for; else nothing.</summary>
    private static IReadOnlyList<ProvenanceClaim> InBulk(Diagnostic diagnostic) =>
        OfferedClaims.ByHistory(diagnostic.Properties) is var byHistory && IsFirm(byHistory) ? byHistory
        : OfferedClaims.InBulk(diagnostic.Properties) is { } claim ? [claim]
        : [];

    private static bool IsFirm(IReadOnlyList<ProvenanceClaim> byHistory) =>
        byHistory.Count > 0 && byHistory.All(claim => claim.History!.IsFirm);

    private static bool IsAboutFixtures(Diagnostic diagnostic) => diagnostic.Id == RuleIds.UndeclaredFixtures;

    /// <summary>
    /// What fixture files to name, and what to say of them: where all files of a wider glob are declared alike, that glob.
    /// </summary>
    private static IEnumerable<(string Target, ProvenanceClaim Claim, ClaimedFields Fields)> TargetsOf(
        IEnumerable<Diagnostic> diagnostics,
        Func<Diagnostic, IReadOnlyList<ProvenanceClaim>> claimsFor,
        Func<Diagnostic, ClaimedFields> fieldsFor)
    {
        var claimed = diagnostics.SelectMany(claimsFor, (diagnostic, claim) => (Diagnostic: diagnostic, Claim: claim));
        foreach (var alike in claimed.GroupBy(
            one => (
                one.Claim,
                Fields: fieldsFor(one.Diagnostic),
                Wider: one.Diagnostic.Properties.TryGetValue(DiagnosticProperties.WiderTarget, out var wider) ? wider : null),
            one => one.Diagnostic))
        {
            var files = alike.Sum(diagnostic => DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures).Count);
            if (alike.Key.Claim is { Origin: not Origin.Human, History: null }
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

    /// <summary>What fixture files to name. No human vouches for a glob, nor for several files at once, and history for no glob.</summary>
    private static IReadOnlyList<string> TargetsOf(Diagnostic diagnostic, ProvenanceClaim claim)
    {
        if (!diagnostic.Properties.ContainsKey(DiagnosticProperties.Targets))
        {
            return [];
        }

        if (claim is { Origin: not Origin.Human, History: null })
        {
            return DiagnosticProperties.List(diagnostic, DiagnosticProperties.Targets);
        }

        // What history tells, it tells of these very files, and of none that comes later.
        var files = DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures);
        var areNamed = files.All(file => TargetPattern.Parse(file, out _) is { HasWildcard: false });
        return areNamed && (claim.History != null || files.Count == 1) ? files : [];
    }

    private static async Task<ImmutableArray<TextChange>> GetChangesAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        Func<Diagnostic, IReadOnlyList<ProvenanceClaim>> claimsFor,
        bool isOfThisMachine,
        CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await ModelsAsync(document, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } models)
        {
            return [];
        }

        var reviews = await EarlierReviews.OfAsync(document, cancellationToken).ConfigureAwait(false);
        var ofCode = diagnostics.Where(diagnostic => !IsAboutFixtures(diagnostic))
            .Select(diagnostic => (Diagnostic: diagnostic, Claims: claimsFor(diagnostic)))
            .Select(claimed => (claimed.Claims, Changes: Changes(claimed.Diagnostic, claimed.Claims)));
        var ofFixtures = TargetsOf(diagnostics.Where(IsAboutFixtures), claimsFor, FieldsForFixtures)
            .Select(fixtures => (Claims: (IReadOnlyList<ProvenanceClaim>)[fixtures.Claim], Changes: FixtureChanges(fixtures)));
        var byHistory = ImmutableArray.CreateBuilder<TextChange>();
        var bySomebody = new List<TextChange>();
        foreach (var (claims, changes) in ofCode.Concat(ofFixtures))
        {
            // What history tells is what is so, whether a policy likes it or not.
            if (claims.Any(claim => claim.History != null))
            {
                byHistory.AddRange(changes);
            }
            else
            {
                bySomebody.AddRange(changes);
            }
        }

        byHistory.AddRange(
            await PolicyTrial.AllowedAsync(document, bySomebody.Distinct(), cancellationToken).ConfigureAwait(false));
        return [.. byHistory.Distinct()];

        IEnumerable<TextChange> FixtureChanges((string Target, ProvenanceClaim Claim, ClaimedFields Fields) fixtures) =>
            AssemblyAnnotationInsertion.Insert(
                text,
                models,
                root,
                position => AnnotationText.Write(models, position, fixtures.Claim, fixtures.Fields, fixtures.Target))
            is { } change
                ? [change]
                : [];

        IEnumerable<TextChange> Changes(Diagnostic diagnostic, IReadOnlyList<ProvenanceClaim> claims)
        {
            if (diagnostic.Id == RuleIds.UndeclaredTopLevelStatements)
            {
                return diagnostic.Properties.TryGetValue(DiagnosticProperties.Target, out var target) && target != null
                    ? claims
                        .Select(claim => AnnotationInsertion.DeclareStatements(
                            text, models, root, claim, FieldsFor(diagnostic, root), target))
                        .OfType<TextChange>()
                    : [];
            }

            return claims.Count > 0 && AnnotationInsertion.FindDeclaration(root, diagnostic.Location.SourceSpan) is { } declaration
                && AnnotationInsertion.Declare(text, models, declaration, claims, FieldsFor(diagnostic, declaration)) is { } change
                    ? [change]
                    : [];
        }

        ClaimedFields FieldsFor(Diagnostic diagnostic, SyntaxNode declared) =>
            reviews.Limit(OfferedClaims.FieldsFor(diagnostic.Properties, isOfThisMachine), declared);

        ClaimedFields FieldsForFixtures(Diagnostic diagnostic) => reviews.Limit(
            OfferedClaims.FieldsFor(diagnostic.Properties, isOfThisMachine),
            DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures));
    }
}
