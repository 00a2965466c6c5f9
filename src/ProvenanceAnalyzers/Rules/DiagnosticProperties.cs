using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Rules;

/// <summary>The keys of what a diagnostic tells its fix, beside its location.</summary>
internal static class DiagnosticProperties
{
    private static readonly ConditionalWeakTable<ProvenanceOptions, ImmutableDictionary<string, string?>> ByOptions = new();

    /// <summary>The origin that is declared in bulk, <c>Unknown</c>; null: none.</summary>
    public const string DefaultOrigin = nameof(DefaultOrigin);

    /// <summary>The tools that the fixes offer, in order; see <see cref="TextList.Join"/>.</summary>
    public const string Tools = nameof(Tools);

    /// <summary>
    /// The path that an assembly annotation must name, absent where the annotation stands on the declaration; or the path or glob that
    /// one names in vain.
    /// </summary>
    public const string Target = nameof(Target);

    /// <summary>The text that replaces the one at the location.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>The path of the file that an assembly marker is about, as the compiler knows it.</summary>
    public const string CoveredFile = nameof(CoveredFile);

    /// <summary>
    /// There where a review is due of what is left of a type without the members that are reviewed by themselves.
    /// </summary>
    public const string IsRest = nameof(IsRest);

    /// <summary>
    /// The paths and globs of fixture files that one assembly annotation each must name; see <see cref="TextList.Join"/>.
    /// </summary>
    public const string Targets = nameof(Targets);

    /// <summary>
    /// The glob that names these fixture files and others that are due for the same reason, and how many files it names; see
    /// <see cref="TextList.Join"/>. Absent where there is none.
    /// </summary>
    public const string WiderTarget = nameof(WiderTarget);

    /// <summary>The paths of the fixture files that the diagnostic is about; see <see cref="TextList.Join"/>.</summary>
    public const string Fixtures = LogProperties.Fixtures;

    /// <summary>
    /// Their digests, in the same order, empty for one that could not be read; or the one of all files that a marker names by a glob.
    /// </summary>
    public const string FixtureDigests = nameof(FixtureDigests);

    /// <summary>
    /// Who requested what is to be reviewed, where they may not review it themselves; see <see cref="TextList.Join"/>.
    /// </summary>
    public const string Requesters = nameof(Requesters);

    /// <summary>What AI-made code must say of itself beside the tool: the names of the fields.</summary>
    public const string RequiredFields = nameof(RequiredFields);

    /// <summary>The fields that an annotation lacks; see <see cref="TextList.Join"/>.</summary>
    public const string MissingFields = nameof(MissingFields);

    /// <summary>The field of an annotation at the location, which says nothing, or says what it may not.</summary>
    public const string Field = nameof(Field);

    /// <summary>The annotations that history would write; see <see cref="EvidencedAnnotation.Join"/>.</summary>
    public const string Evidence = nameof(Evidence);

    /// <summary>The elements of a list in a diagnostic's properties; none where there is no such list.</summary>
    public static IReadOnlyList<string> List(Diagnostic diagnostic, string key) => List(diagnostic.Properties, key);

    /// <inheritdoc cref="List(Diagnostic, string)"/>
    public static IReadOnlyList<string> List(ImmutableDictionary<string, string?> properties, string key) =>
        TextList.Split(properties.TryGetValue(key, out var text) ? text : null);

    /// <summary>What a fix of a diagnostic about the review of fixture files must know.</summary>
    public static ImmutableDictionary<string, string?> ForFixtures(IReadOnlyCollection<FixtureFile> fixtures) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Fixtures, TextList.Join(fixtures.Select(fixture => fixture.Path)))
            .Add(FixtureDigests, TextList.Join(fixtures.Select(fixture => fixture.Digest ?? string.Empty)));

    /// <summary>The properties of a diagnostic about a review, with whoever may not review, since they requested the code.</summary>
    public static ImmutableDictionary<string, string?> WithRequesters(
        ImmutableDictionary<string, string?> properties, ImmutableArray<ProvenanceAnnotation> annotations, ProvenanceOptions options)
    {
        var requesters = new List<string>();
        foreach (var annotation in annotations)
        {
            if (options.IndependentReview
                && annotation is { IsAIMade: true, RequestedBy: { } requester }
                && !requesters.Contains(requester))
            {
                requesters.Add(requester);
            }
        }

        return requesters.Count > 0 ? properties.Add(Requesters, TextList.Join(requesters)) : properties;
    }

    /// <summary>What a fix of a marker must know that names fixture files by a glob.</summary>
    public static ImmutableDictionary<string, string?> ForFixtureSet(IReadOnlyCollection<FixtureFile> fixtures) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Fixtures, TextList.Join(fixtures.Select(fixture => fixture.Path)))
            .Add(FixtureDigests, FixtureSet.DigestOf(fixtures));

    /// <summary>What a fix that declares provenance must know: the same for all diagnostics of a file, and mostly of a project.</summary>
    public static ImmutableDictionary<string, string?> ForDeclaration(ProvenanceOptions options) => ByOptions.GetValue(
        options,
        static read => ImmutableDictionary<string, string?>.Empty
            .Add(DefaultOrigin, read.DefaultOrigin?.ToString())
            .Add(Tools, TextList.Join(read.Tools))
            .Add(RequiredFields, read.RequiredFields.ToString()));

    /// <summary>What a fix must know that declares what history tells, or whatever else somebody says.</summary>
    /// <param name="options">The options that hold for the code.</param>
    /// <param name="annotations">The annotations that history would write; often none.</param>
    public static ImmutableDictionary<string, string?> ForEvidence(
        ProvenanceOptions options, IReadOnlyList<EvidencedAnnotation> annotations) =>
        annotations.Count == 0 ? ForDeclaration(options) : ForDeclaration(options).Add(Evidence, EvidencedAnnotation.Join(annotations));

    /// <summary>What a fix must know that completes an annotation.</summary>
    /// <param name="options">The options that hold for it.</param>
    /// <param name="required">What they ask for, and those of what it covers.</param>
    /// <param name="missing">The fields that it lacks.</param>
    public static ImmutableDictionary<string, string?> ForMissing(
        ProvenanceOptions options, Options.RequiredFields required, IEnumerable<string> missing) => ForDeclaration(options)
            .SetItem(RequiredFields, required.ToString())
            .Add(MissingFields, TextList.Join(missing));

    /// <summary>What a fix must know of a field that says nothing, or says what it may not.</summary>
    public static ImmutableDictionary<string, string?> ForField(ProvenanceOptions options, string field) =>
        ForDeclaration(options).Add(Field, field);
}
