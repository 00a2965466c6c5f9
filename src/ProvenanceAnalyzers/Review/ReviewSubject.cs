using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Review;

/// <summary>What a marker covers: a declaration, a source file, or a fixture file.</summary>
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

    /// <summary>The declaration, or the root of a file; null for a fixture file.</summary>
    public SyntaxNode? Code { get; }

    /// <summary>Whether it is what is left of a type without the members that are reviewed by themselves.</summary>
    public bool IsRest { get; }

    /// <summary>The fixture file, or null.</summary>
    public FixtureFile? Fixture { get; }

    /// <summary>What messages call it.</summary>
    public string Name => Fixture != null ? $"The fixture file '{Fixture.Path}'" : "The code";

    /// <summary>The path that an assembly marker must name; null where a marker stands on the declaration.</summary>
    public string? TargetIn(ProvenanceContext provenance) =>
        Fixture?.Path ?? (Code is CompilationUnitSyntax ? provenance.Files.Of(Code.SyntaxTree).Path : null);

    /// <summary>The digest of it as it is; null for a fixture file that could not be read.</summary>
    public string? DigestIn(ProvenanceContext provenance) =>
        Code == null ? Fixture!.Digest : IsRest ? provenance.Digests.RestOf(Code) : provenance.Digests.Of(Code);
}
