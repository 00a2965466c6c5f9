using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>Recognises annotations by what their attribute is, never by how it is written.</summary>
/// <param name="optionsOf">The options of a source file, for its aliases.</param>
internal sealed class AnnotationReader(Func<SyntaxTree, ProvenanceOptions> optionsOf)
{
    /// <summary>The namespace of the injected attributes.</summary>
    public const string Namespace = "ProvenanceAnalyzers";

    /// <summary>The type name of the provenance attribute.</summary>
    public const string AIProvenanceTypeName = "AIProvenanceAttribute";

    /// <summary>The metadata name of the provenance attribute.</summary>
    public const string AIProvenanceMetadataName = $"{Namespace}.{AIProvenanceTypeName}";

    /// <summary>Whether a symbol has a provenance annotation of its own.</summary>
    public bool IsAnnotated(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsAIProvenance(attribute.AttributeClass) || FindAlias(attribute) is { Origin: not null })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the provenance annotations on a type and on its members, nested types aside, as far as they stand in source.</summary>
    public ImmutableArray<AIProvenance> ReadAll(INamedTypeSymbol type)
    {
        ImmutableArray<AIProvenance>.Builder? annotations = null;
        Add(type);
        foreach (var member in type.GetMembers())
        {
            if (member is not INamedTypeSymbol)
            {
                Add(member);
            }
        }

        return annotations?.DrainToImmutable() ?? [];

        void Add(ISymbol symbol)
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (attribute.ApplicationSyntaxReference != null && TryRead(attribute) is { } annotation && IsFirstDeclarator(symbol))
                {
                    (annotations ??= ImmutableArray.CreateBuilder<AIProvenance>(1)).Add(annotation);
                }
            }
        }
    }

    /// <summary>Reads the provenance annotations among a symbol's attributes.</summary>
    public IEnumerable<AIProvenance> Read(ISymbol symbol) => symbol.GetAttributes().Select(TryRead).OfType<AIProvenance>();

    private AIProvenance? TryRead(AttributeData attribute) =>
        IsAIProvenance(attribute.AttributeClass) ? AIProvenance.Read(attribute)
        : FindAlias(attribute) is { Origin: { } origin } alias ? AIProvenance.FromAlias(attribute, origin, alias.Tool)
        : null;

    /// <summary>Whether an attribute is ours, injected or copied by hand, in whichever assembly it is defined.</summary>
    public static bool IsAIProvenance(INamedTypeSymbol? attributeClass) =>
        attributeClass is
        {
            Name: AIProvenanceTypeName,
            ContainingType: null,
            ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true },
        };

    /// <summary>Fields that are declared together, <c>int a, b;</c>, have their attributes in common.</summary>
    private static bool IsFirstDeclarator(ISymbol symbol) =>
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
