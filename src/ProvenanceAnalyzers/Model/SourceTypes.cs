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
    private readonly AttributeSearch _attributes;
    private readonly ConcurrentDictionary<INamedTypeSymbol, SourceType> _bySymbol;

    private SourceType? _last;

    public SourceTypes(Compilation compilation, SourceFiles files, AnnotationReader annotations, AttributeSearch attributes)
    {
        _files = files;
        _annotations = annotations;
        _attributes = attributes;
        _bySymbol = new ConcurrentDictionary<INamedTypeSymbol, SourceType>(
            Concurrency.Level, Concurrency.CapacityFor(compilation), SymbolEqualityComparer.Default);
    }

    /// <summary>What is known of a type.</summary>
    public SourceType Of(INamedTypeSymbol type)
    {
        // The rules ask one after the other for the same.
        if (_last is { } last && ReferenceEquals(last.Type, type))
        {
            return last;
        }

        if (!_bySymbol.TryGetValue(type, out var known))
        {
            known = Create(type);

            // Of what the build makes the rules ask one after the other, and then no more.
            if (known.Parts is not [var part] || !_files.Of(part.SyntaxTree).IsOfBuild)
            {
                known = _bySymbol.GetOrAdd(type, known);
            }
        }

        return _last = known;
    }

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

    /// <summary>
    /// What stands inside of a type or member and counts for it: not what stands inside of a type's members.
    /// </summary>
    public IEnumerable<InnerAttribute> InnerOf(ISymbol symbol)
    {
        var definition = Declarations.DefinitionOf(symbol);
        return InnerOfTypeOf(symbol).Where(inner => SymbolEqualityComparer.Default.Equals(inner.Holder, definition));
    }

    /// <summary>What stands inside of a type's members and of itself; empty for nearly all.</summary>
    public ImmutableArray<InnerAttribute> InnerOfTypeOf(ISymbol symbol) =>
        (symbol as INamedTypeSymbol ?? symbol.ContainingType) is { } type ? Of(type).Inner : [];

    private SourceType Create(INamedTypeSymbol type)
    {
        var parts = type.DeclaringSyntaxReferences;
        ImmutableArray<ISymbol> annotatedMembers = [];
        foreach (var part in parts)
        {
            if (_attributes.In(part.SyntaxTree).AnyInTypeAt(part.Span))
            {
                annotatedMembers = _annotations.AnnotatedMembers(type);
                break;
            }
        }

        return new SourceType(type, parts, annotatedMembers, FindInner(type, parts));
    }

    private ImmutableArray<InnerAttribute> FindInner(INamedTypeSymbol type, ImmutableArray<SyntaxReference> parts)
    {
        ImmutableArray<InnerAttribute> found = [];
        SyntaxTree? last = null;
        foreach (var part in parts)
        {
            // Parts of one type often share a file; what a file holds is taken once.
            if (part.SyntaxTree != last && _attributes.In(part.SyntaxTree).Inner is { IsEmpty: false } inner)
            {
                found = found.AddRange(inner.Where(one => !one.IsInStatements && !found.Contains(one) && IsIn(one.Holder)));
            }

            last = part.SyntaxTree;
        }

        return found;

        bool IsIn(ISymbol holder) => SymbolEqualityComparer.Default.Equals(holder as INamedTypeSymbol ?? holder.ContainingType, type);
    }
}
