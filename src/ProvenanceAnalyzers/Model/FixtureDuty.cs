using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Decides which fixture files must declare their provenance and do not. The options that hold are those of the C# file that says so.
/// </summary>
internal static class FixtureDuty
{
    /// <summary>The rule by which a fixture file is due, or null; whether a baseline has it is another question.</summary>
    public static string? RuleOf(FixtureFile fixture, ProvenanceContext provenance) =>
        provenance.Fixtures.Anchor is { } anchor
        && provenance.Fixtures.OptionsOf(fixture, anchor.File) is { Exclude: false, TestsRequiredOn: not TestsRequiredOn.None }
        && !IsDeclared(fixture, provenance)
            ? RuleIds.UndeclaredFixtures
            : null;

    /// <summary>Whether an annotation names it, or one without <c>Target</c> is enough.</summary>
    public static bool IsDeclared(FixtureFile fixture, ProvenanceContext provenance) =>
        provenance.Resolution.IsFixtureDeclared(
            fixture.Path,
            provenance.Fixtures.Anchor is { } anchor ? provenance.Fixtures.OptionsOf(fixture, anchor.File) : null);
}
