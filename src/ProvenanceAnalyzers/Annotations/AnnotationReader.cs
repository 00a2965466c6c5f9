using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>Recognises annotations by what their attribute is, never by how it is written.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="optionsOf">The options of a source file, for its aliases.</param>
internal sealed class AnnotationReader(Compilation compilation, Func<SyntaxTree, ProvenanceOptions> optionsOf)
{
    /// <summary>The namespace of the injected attributes.</summary>
    public const string Namespace = "ProvenanceAnalyzers";

    /// <summary>The type name of the provenance attribute.</summary>
    public const string AIProvenanceTypeName = "AIProvenanceAttribute";

    /// <summary>The metadata name of the provenance attribute.</summary>
    public const string AIProvenanceMetadataName = $"{Namespace}.{AIProvenanceTypeName}";

    /// <summary>The type name of the review marker.</summary>
    public const string HumanReviewedTypeName = "HumanReviewedAttribute";

    private readonly Lazy<List<IAssemblySymbol>> _holdingOpenCopies = new(() =>
    [
        .. compilation.GetTypesByMetadataName(AIProvenanceMetadataName)
            .Concat(compilation.GetTypesByMetadataName($"{Namespace}.{HumanReviewedTypeName}"))
            .Where(type => !type.IsSealed)
            .Select(type => type.ContainingAssembly),
    ]);

    /// <summary>
    /// The attributes that derive from somebody's own copy of one of ours, in the compilation or what it references; ours are sealed, so
    /// that nearly no project has any.
    /// </summary>
    public IEnumerable<INamedTypeSymbol> Derived() => _holdingOpenCopies.Value.Count == 0
        ? []
        : compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => _holdingOpenCopies.Value.Exists(copy => SymbolEqualityComparer.Default.Equals(copy, assembly)
                || assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(copy.Identity))))
            .Append(compilation.Assembly)
            .SelectMany(assembly => DerivedIn(assembly.GlobalNamespace));

    /// <summary>Whether a symbol has a provenance annotation of its own.</summary>
    public bool IsAnnotated(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsAIProvenance(attribute.AttributeClass)
                || FindAlias(attribute) is { Origin: not null }
                || DerivesFromOurs(attribute.AttributeClass, AIProvenanceTypeName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The members of a type, nested types aside, that have an annotation or a review marker of their own. What stands on an accessor, on
    /// the field of a property or on a member of an enumeration is no member's own.
    /// </summary>
    public ImmutableArray<ISymbol> AnnotatedMembers(INamedTypeSymbol type)
    {
        ImmutableArray<ISymbol>.Builder? annotated = null;
        foreach (var member in type.GetMembers())
        {
            // The method that the compiler makes of a member of an extension block repeats the member's attributes.
            if (member is not (INamedTypeSymbol or IMethodSymbol { IsImplicitlyDeclared: true })
                && CanHaveOwn(member)
                && (IsAnnotated(member) || IsReviewed(member))
                && IsFirstDeclarator(member))
            {
                (annotated ??= ImmutableArray.CreateBuilder<ISymbol>()).Add(member);
            }
        }

        return annotated?.ToImmutable() ?? [];
    }

    /// <summary>Whether what stands on a symbol is its own, and not that of the member or type that holds it.</summary>
    public static bool CanHaveOwn(ISymbol symbol) => symbol is not (
        IMethodSymbol { AssociatedSymbol: not null }
        or IFieldSymbol { AssociatedSymbol: not null }
        or IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum });

    /// <summary>The provenance annotations among a symbol's attributes.</summary>
    public IEnumerable<ProvenanceAnnotation> Read(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TryRead(attribute) is { } annotation)
            {
                yield return annotation;
            }
        }
    }

    /// <summary>The provenance annotations that stand on one part of a type, or on a member.</summary>
    /// <param name="symbol">The type or member.</param>
    /// <param name="part">What attributes of it stand on.</param>
    public IEnumerable<ProvenanceAnnotation> ReadOn(ISymbol symbol, SyntaxNode part) => Read(symbol).Where(annotation =>
        symbol is not INamedTypeSymbol
        || (annotation.Syntax?.SyntaxTree == part.SyntaxTree && part.Span.Contains(annotation.Syntax.Span)));

    /// <summary>The review markers among a symbol's attributes.</summary>
    public IEnumerable<ReviewMarker> ReadReviews(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (TryReadReview(attribute) is { } review)
            {
                yield return review;
            }
        }
    }

    /// <summary>An attribute as a provenance annotation, or null when it is none.</summary>
    public ProvenanceAnnotation? TryRead(AttributeData attribute)
    {
        if (IsAIProvenance(attribute.AttributeClass))
        {
            return new ProvenanceAnnotation(attribute, alias: null);
        }

        return FindAlias(attribute) is { Origin: not null } alias ? new ProvenanceAnnotation(attribute, alias)
            : DerivesFromOurs(attribute.AttributeClass, AIProvenanceTypeName) ? new ProvenanceAnnotation(attribute, alias: null)
            : null;
    }

    /// <summary>An attribute as a review marker, or null when it is none.</summary>
    public ReviewMarker? TryReadReview(AttributeData attribute)
    {
        if (IsHumanReviewed(attribute.AttributeClass))
        {
            return new ReviewMarker(attribute, isAlias: false);
        }

        return FindAlias(attribute) is { Origin: null } ? new ReviewMarker(attribute, isAlias: true)
            : DerivesFromOurs(attribute.AttributeClass, HumanReviewedTypeName) ? new ReviewMarker(attribute, isAlias: false)
            : null;
    }

    /// <summary>Whether a symbol has a review marker of its own.</summary>
    public bool IsReviewed(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsOurs(attribute.AttributeClass, HumanReviewedTypeName)
                || FindAlias(attribute) is { Origin: null }
                || DerivesFromOurs(attribute.AttributeClass, HumanReviewedTypeName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute is ours, injected or copied by hand, in whichever assembly it is defined.</summary>
    public static bool IsAIProvenance(INamedTypeSymbol? attributeClass) => IsOurs(attributeClass, AIProvenanceTypeName);

    /// <summary>Whether an attribute is our review marker, injected or copied by hand, in whichever assembly it is defined.</summary>
    public static bool IsHumanReviewed(INamedTypeSymbol? attributeClass) => IsOurs(attributeClass, HumanReviewedTypeName);

    private static IEnumerable<INamedTypeSymbol> DerivedIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type && (HasBase(type, AIProvenanceTypeName) || HasBase(type, HumanReviewedTypeName)))
            {
                yield return type;
            }

            foreach (var inner in DerivedIn(member))
            {
                yield return inner;
            }
        }
    }

    private static bool IsOurs(INamedTypeSymbol? attributeClass, string typeName) =>
        attributeClass is { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } }
        && attributeClass.Name == typeName;

    /// <summary>Whether an attribute derives from somebody's own copy of ours; ours is sealed.</summary>
    private bool DerivesFromOurs(INamedTypeSymbol? attributeClass, string typeName) =>
        _holdingOpenCopies.Value.Count > 0 && HasBase(attributeClass, typeName);

    private static bool HasBase(INamedTypeSymbol? attributeClass, string typeName)
    {
        for (var current = attributeClass?.BaseType; current != null; current = current.BaseType)
        {
            if (IsOurs(current, typeName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a member is declared alone or first: fields that are declared together, <c>int a, b;</c>, have their attributes in common.
    /// </summary>
    public static bool IsFirstDeclarator(ISymbol symbol) =>
        symbol is not (IFieldSymbol or IEventSymbol)
        || symbol.DeclaringSyntaxReferences is not [var reference]
        || reference.GetSyntax() is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator
        || declaration.Variables[0] == declarator;

    private AttributeAlias? FindAlias(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { TypeKind: not TypeKind.Error } attributeClass
            || attribute.ApplicationSyntaxReference is not { } syntax)
        {
            return null;
        }

        foreach (var alias in optionsOf(syntax.SyntaxTree).AttributeAliases)
        {
            var name = alias.IsFullName ? attributeClass.OriginalDefinition.ToDisplayString(FullName) : attributeClass.Name;
            if (Array.IndexOf(alias.TypeNames, name) >= 0)
            {
                return alias;
            }
        }

        return null;
    }

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}
