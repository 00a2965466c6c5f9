using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Policy;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Policy;

/// <summary>
/// Tries out what an action would declare, and has it judged as the rules judge it: what policy does not allow at all that it would cover
/// is not offered.
/// </summary>
internal static class PolicyTrial
{
    private const string Annotation = "AIProvenance(";

    // What is tried out makes a compilation of its own. In bulk most of it is the same at most places.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<Trial, bool>> Known = new();

    /// <summary>Of changes that insert an annotation each those that policy allows.</summary>
    public static async Task<ImmutableArray<TextChange>> AllowedAsync(
        Document document, IEnumerable<TextChange> insertions, CancellationToken cancellationToken)
    {
        var allowed = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var insertion in insertions)
        {
            if (await IsAllowedAsync(document, [insertion], cancellationToken).ConfigureAwait(false))
            {
                allowed.Add(insertion);
            }
        }

        return allowed.ToImmutable();
    }

    /// <summary>
    /// Whether an annotation breaks no more rules of policy than before, once it is written or changed, and leaves none of the assembly
    /// without any code that policy does not let go.
    /// </summary>
    /// <param name="document">The document, unchanged.</param>
    /// <param name="changes">What is changed, of one annotation.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<bool> IsAllowedAsync(
        Document document, ImmutableArray<TextChange> changes, CancellationToken cancellationToken)
    {
        if (changes.IsEmpty
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || ProvenanceContext.For(model.Compilation, document.Project.AnalyzerOptions) is var provenance
            && !PolicyJudge.For(provenance).HasPolicy)
        {
            return true;
        }

        var known = Known.GetValue(model.Compilation, _ => new ConcurrentDictionary<Trial, bool>());
        var trial = HasDefaultToLose(provenance) ? null : TrialOf(changes, model, provenance, cancellationToken);
        if (trial == null || !known.TryGetValue(trial, out var isAllowed))
        {
            isAllowed = await TryAsync(document, changes, cancellationToken).ConfigureAwait(false);
            if (trial != null)
            {
                known.TryAdd(trial, isAllowed);
            }
        }

        return isAllowed;
    }

    private static async Task<bool> TryAsync(
        Document document, ImmutableArray<TextChange> changes, CancellationToken cancellationToken)
    {
        var first = changes.OrderBy(change => change.Span).First();
        var inserted = first.NewText!.IndexOf(Annotation, StringComparison.Ordinal);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changed = document.WithText(ProvenanceCodeFixProvider.Apply(text, changes));
        var before = inserted < 0 ? await BrokenAsync(document, first.Span.Start, cancellationToken).ConfigureAwait(false) : [];
        var after = await BrokenAsync(changed, first.Span.Start + Math.Max(inserted, 0), cancellationToken).ConfigureAwait(false);
        return after.All(id => after.Count(other => other == id) <= before.Count(other => other == id))
            && await CountLostAsync(changed, cancellationToken).ConfigureAwait(false)
                <= await CountLostAsync(document, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether an annotation of the assembly says that an AI made what it names, under a policy that lets nobody say otherwise of it all.
    /// </summary>
    private static bool HasDefaultToLose(ProvenanceContext provenance) =>
        !provenance.Facts.Policies.IsEmpty && provenance.AssemblyAnnotations.All.Any(annotation => annotation.IsAIMade);

    /// <summary>How many annotations of the assembly say what is lost, since all that is nearer says something else.</summary>
    private static async Task<int> CountLostAsync(Document document, CancellationToken cancellationToken)
    {
        if (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || ProvenanceContext.For(compilation, document.Project.AnalyzerOptions) is var provenance && !HasDefaultToLose(provenance))
        {
            return 0;
        }

        var held = HeldAnnotations.For(provenance);
        return provenance.AssemblyAnnotations.All.Count(annotation =>
            held.IsLost(annotation, annotation.HasTarget ? TargetPattern.Parse(annotation.Target, out _) : null));
    }

    /// <summary>
    /// What decides whether an annotation may be inserted on a type or member that has one part; null of anything else, and where it would
    /// hold for snapshots too, which may lie elsewhere.
    /// </summary>
    private static Trial? TrialOf(
        ImmutableArray<TextChange> changes, SemanticModel model, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (changes is not [{ Span.IsEmpty: true, NewText: { } text } insertion]
            || AssemblyAnnotationInsertion.Is(insertion)
            || model.SyntaxTree.GetRoot(cancellationToken).FindToken(insertion.Span.Start).Parent is not { } node
            || node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || !HasOnePart(type))
        {
            return null;
        }

        var isTest = provenance.TestClasses.HoldCode(type);
        return isTest && !provenance.Fixtures.All.IsEmpty
            ? null
            : new Trial(provenance.Files.Of(model.SyntaxTree).Options, isTest, text.Trim());
    }

    private static bool HasOnePart(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer != null; outer = outer.ContainingType)
        {
            if (outer.DeclaringSyntaxReferences.Length != 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The ids of the rules that the annotation at a position breaks, each as often as it does; not that it names neither tool nor model,
    /// which says nothing of what it will name.
    /// </summary>
    private static async Task<IReadOnlyList<string>> BrokenAsync(Document document, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindToken(position).Parent?.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return [];
        }

        var provenance = ProvenanceContext.For(model.Compilation, document.Project.AnalyzerOptions);
        return Placed(attribute, model, provenance, cancellationToken) is { } placed
            ? [.. PolicyJudge.For(provenance).ViolationsOf(placed)
                .Where(violation => !violation.IsOfUnnamed)
                .Select(violation => violation.Rule.Id)]
            : [];
    }

    private static PlacedAnnotation? Placed(
        AttributeSyntax attribute, SemanticModel model, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var inner = provenance.Attributes.In(attribute.SyntaxTree).Inner.FirstOrDefault(one => IsWritten(one.Attribute));
        var symbol = inner != null ? inner.Holder : attribute.Parent?.Parent switch
        {
            null or CompilationUnitSyntax => null,
            BaseFieldDeclarationSyntax { Declaration.Variables: [var field, ..] } => model.GetDeclaredSymbol(field, cancellationToken),
            var owner => model.GetDeclaredSymbol(owner, cancellationToken),
        };
        var written = inner?.Attribute
            ?? (symbol?.GetAttributes() ?? model.Compilation.Assembly.GetAttributes()).FirstOrDefault(IsWritten);
        return written != null && provenance.Annotations.TryRead(written) is { } annotation
            ? new PlacedAnnotation(annotation, symbol, provenance)
            : null;

        bool IsWritten(AttributeData one) => one.ApplicationSyntaxReference is { } syntax
            && syntax.SyntaxTree == attribute.SyntaxTree
            && syntax.Span == attribute.Span;
    }

    /// <summary>Equal ones have the same outcome.</summary>
    /// <param name="Options">The options of the file.</param>
    /// <param name="IsTest">Whether it is test code.</param>
    /// <param name="Annotation">What is inserted.</param>
    private sealed record Trial(ProvenanceOptions Options, bool IsTest, string Annotation);
}
