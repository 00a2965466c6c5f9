using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>
/// What was reviewed before a fix declares it, wherever the markers stand: on it, in it or around it, on another part of the type, or in
/// any file that names it. Of that the day and the requester are others than those of this click: a marker that is older than the code,
/// or whose reviewer requested it, would count no more.
/// </summary>
internal sealed class EarlierReviews
{
    private readonly ImmutableArray<(SemanticModel Model, ProvenanceContext Provenance)> _compilations;

    private EarlierReviews(ImmutableArray<(SemanticModel Model, ProvenanceContext Provenance)> compilations) =>
        _compilations = compilations;

    /// <summary>What was reviewed in the projects and target frameworks that compile a file.</summary>
    public static async Task<EarlierReviews> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var compilations = ImmutableArray.CreateBuilder<(SemanticModel, ProvenanceContext)>();
        foreach (var id in document.GetLinkedDocumentIds().Prepend(document.Id))
        {
            if (document.Project.Solution.GetDocument(id) is { } compiled
                && (await compiled.GetTextAsync(cancellationToken).ConfigureAwait(false)).ContentEquals(text)
                && await compiled.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
            {
                compilations.Add((model, ProvenanceContext.For(model.Compilation, compiled.Project.AnalyzerOptions)));
            }
        }

        return new EarlierReviews(compilations.ToImmutable());
    }

    /// <summary>Whether any of a declaration, or of the code for which an annotation of it holds, was reviewed.</summary>
    /// <param name="declaration">The declaration; the root of a file for its top-level statements.</param>
    public bool Cover(SyntaxNode declaration) => _compilations.Any(one => Cover(declaration, one.Model, one.Provenance));

    /// <summary>The fields that a fix may write of a declaration, or of a whole file.</summary>
    /// <param name="fields">Those that it would write of what nobody has reviewed.</param>
    /// <param name="declaration">What it declares; the root of a file for its top-level statements.</param>
    public ClaimedFields Limit(ClaimedFields fields, SyntaxNode declaration) =>
        IsOfThisMachine(fields) && Cover(declaration)
            ? fields with { IsOfThisMachine = false }
            : fields;

    /// <summary>The fields that a fix may write of fixture files.</summary>
    /// <param name="fields">Those that it would write of what nobody has reviewed.</param>
    /// <param name="fixtures">The paths of the files.</param>
    public ClaimedFields Limit(ClaimedFields fields, IReadOnlyList<string> fixtures) =>
        IsOfThisMachine(fields) && _compilations.Any(one => fixtures.Any(path => IsNamed(path, one.Provenance)))
            ? fields with { IsOfThisMachine = false }
            : fields;

    private static bool IsOfThisMachine(ClaimedFields fields) => fields.IsOfThisMachine && fields.Required != RequiredFields.None;

    private static bool Cover(SyntaxNode declaration, SemanticModel model, ProvenanceContext provenance)
    {
        if (SameIn(model.SyntaxTree, declaration) is not { } same)
        {
            return false;
        }

        var symbol = same is CompilationUnitSyntax ? null : model.GetDeclaredSymbol(Declarations.Declarator(same));
        return Cover(same, isDeclaredAnew: true, provenance)
            || (symbol != null
                && (OtherPartsOf(symbol, same, provenance).Any(part => Cover(part, isDeclaredAnew: !HasOwn(part, provenance), provenance))
                    || CoverSnapshots(symbol, provenance)));
    }

    /// <summary>Whether any marker is of a part of a declaration, or of what it is in.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isDeclaredAnew">
    /// Whether what is declared holds for what stands in it too. A marker around it or of its file covers the whole declaration, or nothing
    /// of it.
    /// </param>
    /// <param name="provenance">What is known of the compilation.</param>
    private static bool Cover(SyntaxNode part, bool isDeclaredAnew, ProvenanceContext provenance)
    {
        var model = new Lazy<SemanticModel>(() => provenance.Compilation.GetSemanticModel(part.SyntaxTree));
        var lists = part.Ancestors().SelectMany(around => AnnotationInsertion.AttributeListsOf(around));
        return (isDeclaredAnew ? part.DescendantNodes().OfType<AttributeListSyntax>().Concat(lists) : lists)
            .Where(list => list.Parent is not CompilationUnitSyntax)
            .SelectMany(list => list.Attributes)
            .Any(attribute => IsMarker(attribute, model))
            || IsNamed(provenance.Files.Of(part.SyntaxTree).Path, provenance);
    }

    private static bool IsMarker(AttributeSyntax attribute, Lazy<SemanticModel> model) =>
        AnnotationInsertion.SimpleName(attribute) is var name
        && (name is "HumanReviewed" or "HumanReviewedAttribute"
            || (!CanonicalForm.AnnotationNames.Contains(name)
                && AnnotationReader.IsHumanReviewed(model.Value.GetTypeInfo(attribute).Type as INamedTypeSymbol)));

    /// <summary>Whether a part has annotations of its own, or its file has, so that those of another part do not hold for it.</summary>
    private static bool HasOwn(SyntaxNode part, ProvenanceContext provenance)
    {
        var model = new Lazy<SemanticModel>(() => provenance.Compilation.GetSemanticModel(part.SyntaxTree));
        return AnnotationInsertion.AttributeListsOf(part)
            .SelectMany(list => list.Attributes)
            .Any(attribute => AnnotationReader.IsAIProvenance(model.Value.GetTypeInfo(attribute).Type as INamedTypeSymbol))
            || !provenance.AssemblyAnnotations.ForSource(provenance.Files.Of(part.SyntaxTree).Path).IsEmpty;
    }

    private static IEnumerable<SyntaxNode> OtherPartsOf(ISymbol symbol, SyntaxNode declaration, ProvenanceContext provenance)
    {
        IEnumerable<SyntaxReference> parts = symbol is INamedTypeSymbol
            ? provenance.Types.PartsOf(symbol)
            : Declarations.DefinitionOf(symbol).DeclaringSyntaxReferences
                .Concat(Declarations.ImplementationOf(symbol).DeclaringSyntaxReferences);
        return parts.Select(part => part.GetSyntax()).Where(part => part != declaration);
    }

    /// <summary>Whether any marker names a snapshot that has its provenance from a type, or from a member of it.</summary>
    private static bool CoverSnapshots(ISymbol symbol, ProvenanceContext provenance)
    {
        var declared = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return declared != null
            && !provenance.AssemblyAnnotations.Reviews.IsEmpty
            && provenance.Fixtures.All.Any(fixture =>
                provenance.Snapshots.Of(fixture.Path) is { Type: var testClass }
                && provenance.AssemblyAnnotations.ForFixture(fixture.Path).IsEmpty
                && Around(testClass).Contains(declared, SymbolEqualityComparer.Default)
                && IsNamed(fixture.Path, provenance));
    }

    /// <summary>A class, the classes that it derives from, and those that these are in.</summary>
    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol testClass)
    {
        for (var current = testClass; current != null; current = current.BaseType)
        {
            for (var outer = current; outer != null; outer = outer.ContainingType)
            {
                yield return outer.OriginalDefinition;
            }
        }
    }

    /// <summary>Whether a marker names a file, by its path or a glob.</summary>
    private static bool IsNamed(string path, ProvenanceContext provenance) => provenance.AssemblyAnnotations.Reviews.Any(marker =>
        marker.Target != null && TargetPattern.Parse(marker.Target, out _)?.IsMatch(path) == true);

    private static SyntaxNode? SameIn(SyntaxTree tree, SyntaxNode declaration) =>
        declaration.SyntaxTree == tree ? declaration
        : declaration is CompilationUnitSyntax ? tree.GetRoot()
        : tree.GetRoot().FindNode(declaration.Span).AncestorsAndSelf()
            .FirstOrDefault(node => node.RawKind == declaration.RawKind && node.Span == declaration.Span);
}
