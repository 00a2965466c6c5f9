using Microsoft.CodeAnalysis;
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

    /// <summary>Reads the provenance annotations among a symbol's attributes.</summary>
    public IEnumerable<AIProvenance> Read(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsAIProvenance(attribute.AttributeClass))
            {
                yield return AIProvenance.Read(attribute);
            }
            else if (FindAlias(attribute) is { Origin: { } origin } alias)
            {
                yield return AIProvenance.FromAlias(attribute, origin, alias.Tool);
            }
        }
    }

    /// <summary>Whether an attribute is ours, injected or copied by hand, in whichever assembly it is defined.</summary>
    public static bool IsAIProvenance(INamedTypeSymbol? attributeClass) =>
        attributeClass is
        {
            Name: AIProvenanceTypeName,
            ContainingType: null,
            ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true },
        };

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
