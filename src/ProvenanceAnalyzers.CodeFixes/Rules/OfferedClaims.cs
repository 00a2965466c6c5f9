using System.Collections.Immutable;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>
/// What is offered to be declared: by what <see cref="DiagnosticProperties.ForDeclaration"/> tells of the options, as diagnostics have it
/// among their properties.
/// </summary>
internal static class OfferedClaims
{
    private static readonly string[] WellKnownTools = ["claude-code", "codex", "github-copilot", "cursor", "gemini-cli"];

    /// <summary>
    /// The claims that are offered, in order: the one that options ask for; then by each tool that options name, or by the well-known ones;
    /// unknown; and last human authorship.
    /// </summary>
    public static IEnumerable<ProvenanceClaim> For(ImmutableDictionary<string, string?> properties) =>
        (InBulk(properties) is { } first ? new[] { first } : [])
            .Concat(ByTools(properties))
            .Append(new ProvenanceClaim(Origin.Unknown))
            .Append(new ProvenanceClaim(Origin.Human))
            .Distinct();

    /// <summary>What history tells, one claim a tool; mostly none.</summary>
    public static IReadOnlyList<ProvenanceClaim> ByHistory(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(DiagnosticProperties.Evidence, out var joined)
            ? [.. EvidencedAnnotation.Split(joined).Select(one => new ProvenanceClaim(one.Origin, one.Tool) { History = one })]
            : [];

    /// <summary>The claims by each tool that options name, or by the well-known ones.</summary>
    public static IEnumerable<ProvenanceClaim> ByTools(ImmutableDictionary<string, string?> properties) => Tools(properties)
        .SelectMany(tool => new[] { new ProvenanceClaim(Origin.Generated, tool), new ProvenanceClaim(Origin.Assisted, tool) });

    /// <summary>The tools that options name, or the well-known ones.</summary>
    public static IReadOnlyList<string> Tools(ImmutableDictionary<string, string?> properties) =>
        NamedTools(properties) is { Count: > 0 } tools ? tools : WellKnownTools;

    /// <summary>
    /// What <c>dotnet format</c> and a fix-all declare: what the options of the diagnostic's own file ask for; null: nothing, since nobody
    /// asked.
    /// </summary>
    public static ProvenanceClaim? InBulk(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(DiagnosticProperties.DefaultOrigin, out var text) && Enum.TryParse(text, out Origin origin)
            ? new ProvenanceClaim(origin, origin.IsAIMade() && NamedTools(properties) is [var first, ..] ? first : null)
            : null;

    /// <summary>The fields that a claim has beside the tool.</summary>
    /// <param name="properties">What tells of the options.</param>
    /// <param name="isOfThisMachine">Whether today and whoever sits before this machine are meant.</param>
    public static ClaimedFields FieldsFor(ImmutableDictionary<string, string?> properties, bool isOfThisMachine) => new(
        properties.TryGetValue(DiagnosticProperties.RequiredFields, out var text) && Enum.TryParse(text, out RequiredFields required)
            ? required
            : RequiredFields.None,
        isOfThisMachine);

    private static IReadOnlyList<string> NamedTools(ImmutableDictionary<string, string?> properties) =>
        DiagnosticProperties.List(properties, DiagnosticProperties.Tools);
}
