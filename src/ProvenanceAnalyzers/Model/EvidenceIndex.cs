using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// What history tells of the code of a compilation, as the build has listed it before. It holds for the very text that it was made from,
/// and tells nothing of any other, so that an editor's unsaved file has none.
/// </summary>
internal sealed class EvidenceIndex
{
    private readonly SourceFiles _files;
    private readonly SourceTypes _types;
    private readonly Units _units;
    private readonly Func<ProvenanceResolution> _resolution;
    private readonly Dictionary<string, FileEvidence> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FixtureEvidence> _fixtures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, EvidenceLines> _lines = new();
    private readonly ConcurrentDictionary<SyntaxTree, CountedLines> _counted = new();

    /// <summary>Reads the build's own list among the additional files of a compilation; without one history tells nothing.</summary>
    public EvidenceIndex(
        ImmutableArray<AdditionalText> additionalFiles,
        BuildFacts facts,
        SourceFiles files,
        SourceTypes types,
        Units units,
        Func<ProvenanceResolution> resolution)
    {
        (_files, _types, _units, _resolution) = (files, types, units, resolution);
        List = additionalFiles.FirstOrDefault(file => EvidenceFile.IsNameOf(file.Path) && !facts.IsForeign(file));
        if (List == null)
        {
            return;
        }

        var listed = EvidenceFile.Read(List.GetText()?.ToString(), out var problem);
        Problem = problem;
        Gaps = listed.Gaps;
        KnownDay = Day.Parse(listed.KnownDay);
        foreach (var file in listed.Files)
        {
            _byPath[file.Path] = file;
        }

        foreach (var fixture in listed.Fixtures)
        {
            _fixtures[fixture.Path] = fixture;
        }
    }

    /// <summary>The list; null where the build has made none.</summary>
    public AdditionalText? List { get; }

    /// <summary>What is wrong with the list, or null; then it tells nothing.</summary>
    public UnreadableLine? Problem { get; }

    /// <summary>What history does not tell, and why.</summary>
    public IReadOnlyList<string> Gaps { get; } = [];

    /// <summary>A day that has not come yet as far as history knows; null where nothing needs to be held against it.</summary>
    public DateTime? KnownDay { get; }

    /// <summary>Whether history tells anything of the code or the fixture files.</summary>
    public bool IsEmpty => _byPath.Count == 0 && _fixtures.Count == 0;

    /// <summary>What it tells of the lines of a file; null where it tells nothing of this text.</summary>
    public EvidenceLines? LinesOf(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_byPath.TryGetValue(_files.Of(tree).PhysicalPath, out var listed))
        {
            return null;
        }

        if (!_lines.TryGetValue(tree, out var lines))
        {
            lines = _lines.GetOrAdd(tree, new EvidenceLines(tree, listed, () => CountedOf(tree, cancellationToken), cancellationToken));
        }

        return lines.Fits ? lines : null;
    }

    /// <summary>Which lines of a file count, whether history tells anything of them or not.</summary>
    public CountedLines CountedOf(SyntaxTree tree, CancellationToken cancellationToken) =>
        _counted.TryGetValue(tree, out var known) ? known : _counted.GetOrAdd(tree, CountedLines.Of(tree, cancellationToken));

    /// <summary>
    /// What it tells of a type or member: of its hand-written parts, without what inside of them has an annotation of its own. Null where
    /// it tells nothing.
    /// </summary>
    public CodeEvidence? Of(ISymbol symbol, CancellationToken cancellationToken) =>
        Of(symbol, [.. _units.HandWrittenParts(symbol, cancellationToken)], cancellationToken);

    /// <summary>What it tells of some parts of a type or member, likewise.</summary>
    public CodeEvidence? Of(ISymbol symbol, IReadOnlyList<SyntaxReference> parts, CancellationToken cancellationToken)
    {
        if (_byPath.Count == 0 || !parts.Any(part => LinesOf(part.SyntaxTree, cancellationToken) != null))
        {
            return null;
        }

        var others = OfTheirOwn(symbol).ToList();
        var counter = new EvidenceCounter(this, cancellationToken);
        foreach (var part in parts)
        {
            counter.Add(part.GetSyntax(cancellationToken), others);
        }

        return counter.ToEvidence();
    }

    /// <summary>What it tells of the top-level statements of a file; null where that is nothing.</summary>
    public CodeEvidence? OfStatements(SourceFile file, CancellationToken cancellationToken)
    {
        if (LinesOf(file.Tree, cancellationToken) == null)
        {
            return null;
        }

        var counter = new EvidenceCounter(this, cancellationToken);
        foreach (var member in UnitWalker.DeclarationsIn(file.Tree.GetRoot(cancellationToken)))
        {
            if (member is GlobalStatementSyntax)
            {
                counter.Add(member, []);
            }
        }

        return counter.ToEvidence();
    }

    /// <summary>What it tells of a declaration as a whole; null where that is nothing.</summary>
    public CodeEvidence? OfDeclaration(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        if (LinesOf(declaration.SyntaxTree, cancellationToken) == null)
        {
            return null;
        }

        var counter = new EvidenceCounter(this, cancellationToken);
        counter.Add(declaration, []);
        return counter.ToEvidence();
    }

    /// <summary>What it tells of a fixture file; null where that is nothing, or it has changed since.</summary>
    public CodeEvidence? Of(FixtureFile fixture) =>
        _fixtures.TryGetValue(fixture.PhysicalPath, out var listed) && listed.Digest == fixture.Digest
            ? new CodeEvidence(listed.Lines, listed.Shares)
            : null;

    /// <summary>The declarations inside of a type that have an annotation of their own, which says what they are.</summary>
    private IEnumerable<SyntaxReference> OfTheirOwn(ISymbol symbol)
    {
        if (symbol is not INamedTypeSymbol type)
        {
            yield break;
        }

        foreach (var member in _types.Of(type).AnnotatedMembers.Concat<ISymbol>(type.GetTypeMembers()))
        {
            if (_resolution().HasOwn(member))
            {
                foreach (var part in member.DeclaringSyntaxReferences
                    .Concat(Declarations.ImplementationOf(member).DeclaringSyntaxReferences))
                {
                    yield return part;
                }
            }
            else
            {
                foreach (var part in OfTheirOwn(member))
                {
                    yield return part;
                }
            }
        }
    }
}
