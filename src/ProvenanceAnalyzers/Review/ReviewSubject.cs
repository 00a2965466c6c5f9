using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Review;

/// <summary>What a marker covers: a declaration, a source file, a fixture file, or the fixture files that a glob names.</summary>
internal sealed class ReviewSubject
{
    /// <summary>Code.</summary>
    /// <param name="code">The declaration, or the root of a file.</param>
    /// <param name="isRest">Whether it is what is left of a type without the members that are reviewed by themselves.</param>
    public ReviewSubject(SyntaxNode code, bool isRest = false)
    {
        Code = code;
        IsRest = isRest;
    }

    /// <summary>A fixture file.</summary>
    public ReviewSubject(FixtureFile fixture) => Fixture = fixture;

    /// <summary>Several fixture files.</summary>
    /// <param name="glob">The glob.</param>
    /// <param name="files">All files that it names.</param>
    public ReviewSubject(string glob, IReadOnlyCollection<FixtureFile> files)
    {
        Glob = glob;
        Files = files;
    }

    /// <summary>The declaration, or the root of a file; null for fixture files.</summary>
    public SyntaxNode? Code { get; }

    /// <summary>Whether it is what is left of a type without the members that are reviewed by themselves.</summary>
    public bool IsRest { get; }

    /// <summary>The fixture file, where it is one; else null.</summary>
    public FixtureFile? Fixture { get; }

    /// <summary>The glob that names several fixture files, or null.</summary>
    public string? Glob { get; }

    /// <summary>The files that the glob names, or null.</summary>
    public IReadOnlyCollection<FixtureFile>? Files { get; }

    /// <summary>What messages call it, as the beginning of a sentence.</summary>
    public string Name => Glob != null ? $"What '{Glob}' names"
        : Fixture != null ? $"The fixture file '{Fixture.Path}'"
        : "The code";

    /// <summary>The path or glob that an assembly marker must name; null where a marker stands on the declaration.</summary>
    public string? TargetIn(ProvenanceContext provenance) =>
        Glob ?? Fixture?.Path ?? (Code is CompilationUnitSyntax ? provenance.Files.Of(Code.SyntaxTree).Path : null);

    /// <summary>The digest of it as it is; null where a fixture file could not be read.</summary>
    public string? DigestIn(ProvenanceContext provenance) =>
        Code == null ? FixtureDigest : IsRest ? provenance.Digests.RestOf(Code) : provenance.Digests.Of(Code);

    private string? FixtureDigest => Files != null ? FixtureSet.DigestOf(Files) : Fixture!.Digest;
}
