using System.Collections.Immutable;
using ProvenanceAnalyzers.Fixtures;

namespace ProvenanceAnalyzers;

/// <summary>The fixture files of one folder and kind that must be declared and are not.</summary>
/// <param name="FolderAndKind">What names them all: <c>Fixtures/orders/*.json</c>.</param>
/// <param name="Files">The files.</param>
/// <param name="Targets">What annotations must name to declare them and no others.</param>
/// <param name="HasChanged">Whether the baseline has one of them as it was before.</param>
internal sealed record UndeclaredFixtures(string FolderAndKind, ImmutableArray<FixtureFile> Files, ImmutableArray<string> Targets, bool HasChanged);
