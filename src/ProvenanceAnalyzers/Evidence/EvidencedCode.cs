using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>
/// The code of a compilation that is declared and that history tells something of: whatever is declared by itself, with the lines of it
/// that nothing inside declares otherwise. Found once for all rules.
/// </summary>
internal sealed class EvidencedCode
{
    private readonly ProvenanceContext _provenance;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<DeclaredCode>> _ofTypes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<DeclaredCode>> _ofFiles = new();
    private readonly Lazy<ILookup<SyntaxTree, DeclaredCode>> _fixtures;

    private EvidencedCode(ProvenanceContext provenance)
    {
        _provenance = provenance;
        _fixtures = new Lazy<ILookup<SyntaxTree, DeclaredCode>>(() => FindFixtures()
            .ToLookup(fixture => fixture.Place.SourceTree!));
    }

    /// <summary>That of a compilation.</summary>
    public static EvidencedCode For(ProvenanceContext provenance) => provenance.Share(static created => new EvidencedCode(created));

    /// <summary>A type and its members, each if it has an annotation of its own; a type that is not nested in any case.</summary>
    public ImmutableArray<DeclaredCode> Of(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _ofTypes.TryGetValue(type, out var known) ? known : _ofTypes.GetOrAdd(type, [.. Find(type, cancellationToken)]);

    /// <summary>The top-level statements of a file, and the fixture files that history knows and an annotation of the file names.</summary>
    public ImmutableArray<DeclaredCode> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        _ofFiles.TryGetValue(tree, out var known) ? known : _ofFiles.GetOrAdd(tree, [.. Find(tree, cancellationToken)]);

    private IEnumerable<DeclaredCode> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!DeclarationDuty.CanBeDue(type) || _provenance.Units.IsGeneratedAsAWhole(type, cancellationToken))
        {
            return [];
        }

        var own = type.ContainingType == null || _provenance.Resolution.HasOwn(type) ? Find((ISymbol)type, cancellationToken) : [];
        return own.Concat(_provenance.Types.Of(type).AnnotatedMembers
            .Where(_provenance.Resolution.HasOwn)
            .SelectMany(member => Find(Declarations.ImplementationOf(member), cancellationToken)));
    }

    /// <summary>Parts of a type that declare different things are held against history by themselves.</summary>
    private IEnumerable<DeclaredCode> Find(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (!_provenance.Units.TryGet(symbol, cancellationToken, out var unit))
        {
            yield break;
        }

        var byDeclared = new List<DeclaredParts>();
        foreach (var part in _provenance.Units.HandWrittenParts(symbol, cancellationToken))
        {
            var declared = _provenance.Resolution.Of(symbol, part);
            if (byDeclared.Find(others => others.Declare(declared)) is { } same)
            {
                same.Parts.Add(part);
            }
            else if (!declared.Annotations.IsEmpty)
            {
                byDeclared.Add(new DeclaredParts(declared) { Parts = { part } });
            }
        }

        foreach (var parts in byDeclared)
        {
            if (_provenance.Evidence.Of(symbol, parts.Parts, cancellationToken) is { } evidence)
            {
                var first = parts.Parts[0];
                var syntax = parts.Parts.Exists(part => part.SyntaxTree == unit.File.Tree)
                    ? unit.Syntax(cancellationToken)
                    : new UnitSyntax(first.GetSyntax(cancellationToken));
                yield return new DeclaredCode(
                    $"{SymbolText.Kind(symbol)} '{SymbolText.Name(symbol)}'",
                    parts.Declared,
                    evidence,
                    syntax.Identifier.GetLocation(),
                    _provenance.Files.Of(syntax.Node.SyntaxTree).Options,
                    _provenance);
            }
        }
    }

    private IEnumerable<DeclaredCode> Find(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var file = _provenance.Files.Of(tree);
        if (file.IsGenerated(cancellationToken) || file.Options.Exclude)
        {
            yield break;
        }

        if (_provenance.Units.CanHaveStatements
            && new UnitSyntax(tree.GetRoot(cancellationToken)) is { HasStatements: true } statements
            && _provenance.Evidence.OfStatements(file, cancellationToken) is { } evidence)
        {
            yield return new DeclaredCode(
                $"file '{file.Path}'",
                _provenance.Resolution.Of(file),
                evidence,
                statements.Identifier.GetLocation(),
                file.Options,
                _provenance)
            {
                IsFile = true,
            };
        }

        foreach (var fixture in _fixtures.Value[tree])
        {
            yield return fixture;
        }
    }

    /// <summary>The fixture files that history knows and an annotation names, each with the first such annotation.</summary>
    private IEnumerable<DeclaredCode> FindFixtures()
    {
        foreach (var fixture in _provenance.Fixtures.All)
        {
            if (_provenance.Evidence.Of(fixture) is { } evidence
                && _provenance.Resolution.OfFixture(fixture.Path) is var declared
                && declared.Annotations.FirstOrDefault() is { Attribute: not null, Syntax: { } syntax })
            {
                yield return new DeclaredCode(
                    $"fixture file '{fixture.Path}'",
                    declared,
                    evidence,
                    Location.Create(syntax.SyntaxTree, syntax.Span),
                    _provenance.Fixtures.OptionsOf(fixture, _provenance.Files.Of(syntax.SyntaxTree)),
                    _provenance);
            }
        }
    }

    /// <summary>Parts of a type that declare the same.</summary>
    private sealed class DeclaredParts(DeclaredProvenance declared)
    {
        public DeclaredProvenance Declared { get; } = declared;

        public List<SyntaxReference> Parts { get; } = [];

        public bool Declare(DeclaredProvenance other) =>
            other.Annotations.Length == Declared.Annotations.Length
            && other.Annotations.All(one => Declared.Annotations.Any(own => own.Attribute == one.Attribute));
    }
}
