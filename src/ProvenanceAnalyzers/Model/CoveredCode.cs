using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>What annotations can hold for, and which do: a hand-written part of a type, top-level statements, or a fixture file.</summary>
/// <param name="Declared">The annotations that hold for it.</param>
/// <param name="File">The source file it stands in; null for a fixture file.</param>
/// <param name="Type">The type that it is a part of, or null.</param>
/// <param name="Fixture">The fixture file, or null.</param>
internal sealed record CoveredCode(DeclaredProvenance Declared, SourceFile? File, INamedTypeSymbol? Type, FixtureFile? Fixture)
{
    /// <summary>Its path.</summary>
    public string Path => File?.Path ?? Fixture!.Path;

    /// <summary>All of a compilation, excluded code too, found once.</summary>
    public static IReadOnlyList<CoveredCode> AllIn(ProvenanceContext provenance) =>
        provenance.Share<List<CoveredCode>>(static created => [.. Find(created)]);

    /// <summary>The fixture files of a compilation.</summary>
    public static IEnumerable<CoveredCode> FixturesIn(ProvenanceContext provenance)
    {
        foreach (var fixture in provenance.Fixtures.All)
        {
            yield return new CoveredCode(provenance.Resolution.OfFixture(fixture.Path), File: null, Type: null, fixture);
        }
    }

    private static IEnumerable<CoveredCode> Find(ProvenanceContext provenance)
    {
        foreach (var type in provenance.Units.Types)
        {
            foreach (var part in provenance.Units.WrittenParts(type, CancellationToken.None))
            {
                yield return new CoveredCode(
                    provenance.Resolution.Of(type, part), provenance.Files.Of(part.SyntaxTree), type, Fixture: null);
            }
        }

        foreach (var file in provenance.Units.FilesOfStatements(CancellationToken.None))
        {
            yield return new CoveredCode(provenance.Resolution.Of(file), file, Type: null, Fixture: null);
        }

        foreach (var fixture in FixturesIn(provenance))
        {
            yield return fixture;
        }
    }
}
