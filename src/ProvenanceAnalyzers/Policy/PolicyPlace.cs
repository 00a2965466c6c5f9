using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Policy;

/// <summary>A place that an annotation covers.</summary>
/// <param name="File">The source file: of a fixture file that in which the annotation stands.</param>
/// <param name="Options">The options that hold there.</param>
/// <param name="IsTest">Whether it is test code or a fixture file.</param>
/// <param name="Fixture">The path of the fixture file; null for code.</param>
internal readonly record struct PolicyPlace(SourceFile File, ProvenanceOptions Options, bool IsTest, string? Fixture = null)
{
    /// <summary>The path of what is covered.</summary>
    public string Path => Fixture ?? File.Path;

    /// <summary>A place in code.</summary>
    public static PolicyPlace InCode(SourceFile file, bool isTest) => new(file, file.Options, isTest);

    /// <summary>A fixture file.</summary>
    /// <param name="fixture">The fixture file.</param>
    /// <param name="file">The source file in which its annotation stands.</param>
    /// <param name="provenance">The context of the compilation.</param>
    public static PolicyPlace OfFixture(FixtureFile fixture, SourceFile file, ProvenanceContext provenance) =>
        new(file, provenance.Fixtures.OptionsOf(fixture, file), IsTest: true, fixture.Path);
}

/// <summary>A place, and the annotations that hold there.</summary>
/// <param name="Declared">The annotations.</param>
/// <param name="Place">The place.</param>
internal readonly record struct DeclaredPlace(DeclaredProvenance Declared, PolicyPlace Place);
