using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>The types of a compilation and their declarations.</summary>
internal sealed class SourceTypes
{
    private readonly SourceFiles _files;
    private readonly AnnotationReader _annotations;
    private readonly ConcurrentDictionary<INamedTypeSymbol, SourceType> _bySymbol;
    private readonly Func<INamedTypeSymbol, SourceType> _create;

    public SourceTypes(Compilation compilation, SourceFiles files, AnnotationReader annotations)
    {
        _files = files;
        _annotations = annotations;
        _bySymbol = new ConcurrentDictionary<INamedTypeSymbol, SourceType>(
            Concurrency.Level, Concurrency.CapacityFor(compilation), SymbolEqualityComparer.Default);
        _create = Create;
    }

    /// <summary>What is known of a type.</summary>
    public SourceType Of(INamedTypeSymbol type) => _bySymbol.GetOrAdd(type, _create);

    /// <summary>The declarations of a type or member.</summary>
    public ImmutableArray<SyntaxReference> PartsOf(ISymbol symbol) =>
        symbol is INamedTypeSymbol type ? Of(type).Parts : symbol.DeclaringSyntaxReferences;

    /// <summary>Whether the options of any part of a type satisfy a condition.</summary>
    public bool AnyPart(INamedTypeSymbol type, Func<ProvenanceOptions, bool> condition)
    {
        foreach (var part in PartsOf(type))
        {
            if (condition(_files.Of(part.SyntaxTree).Options))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type holds a member of its own with a body, in any part.</summary>
    public bool HoldsOwnBody(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        PartsOf(type).Any(part => Declarations.HoldsOwnBody(part.GetSyntax(cancellationToken)));

    private SourceType Create(INamedTypeSymbol type)
    {
        var parts = type.DeclaringSyntaxReferences;
        foreach (var part in parts)
        {
            if (Declarations.HoldsAttributes(part.GetSyntax()))
            {
                return new SourceType(parts, _annotations.AnnotatedMembers(type));
            }
        }

        return new SourceType(parts, AnnotatedMembers: []);
    }
}
