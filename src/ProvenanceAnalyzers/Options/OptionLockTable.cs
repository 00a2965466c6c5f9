using System.Collections.Immutable;

namespace ProvenanceAnalyzers.Options;

/// <summary>
/// What the options of a policy file rest on. A file that asks for something asks for the defaults of every option that it rests on, unless
/// it names them itself: else one line of an <c>.editorconfig</c> would take away what is asked for. What counts as looser than a locked
/// value is each option's own <see cref="OptionLock{T}"/>.
/// </summary>
internal static class OptionLockTable
{
    /// <summary>Which code must be declared: what nobody declares, no rule about declarations looks at.</summary>
    private static readonly ImmutableArray<OptionDefinition> Declarations =
    [
        OptionDefinitions.RequiredOn,
        OptionDefinitions.TestsRequiredOn,
        OptionDefinitions.ApiSurface,
        OptionDefinitions.Exempt,
        OptionDefinitions.AssemblyDefaultDeclares,
        OptionDefinitions.Exclude,
    ];

    private static readonly ImmutableArray<OptionDefinition> TestDeclarations =
        [OptionDefinitions.TestsRequiredOn, OptionDefinitions.AssemblyDefaultDeclares, OptionDefinitions.Exclude];

    private static readonly ImmutableArray<OptionDefinition> TestReviews =
    [
        OptionDefinitions.TestsReviewRequired,
        OptionDefinitions.ReviewOn,
        OptionDefinitions.Reviewers,
        OptionDefinitions.RequireDigest,
        OptionDefinitions.IndependentReview,
        OptionDefinitions.Exclude,
    ];

    private static readonly ImmutableArray<OptionDefinition> Reviews = [OptionDefinitions.ReviewRequired, .. TestReviews];

    /// <summary>What history is held against.</summary>
    private static readonly ImmutableArray<OptionDefinition> Evidence =
    [
        OptionDefinitions.EvidenceContradicts,
        OptionDefinitions.EvidenceTolerance,
        OptionDefinitions.ReviewAttestation,
        OptionDefinitions.IndependentReview,
        OptionDefinitions.Exclude,
    ];

    private static readonly ImmutableArray<(OptionDefinition Option, ImmutableArray<OptionDefinition> RestsOn)> Rows =
    [
        (OptionDefinitions.RequiredOn, Declarations),
        (OptionDefinitions.TestsRequiredOn, TestDeclarations),
        (OptionDefinitions.RequiredFields, [OptionDefinitions.Exclude]),
        (OptionDefinitions.ReviewRequired, Reviews),
        (OptionDefinitions.TestsReviewRequired, TestReviews),
        (OptionDefinitions.ReviewsRequired, Reviews),
        (OptionDefinitions.Reviewers, Reviews),
        (OptionDefinitions.ReviewMaxAgeDays, Reviews),
        (OptionDefinitions.Evidence, Evidence),
        (OptionDefinitions.EvidenceContradicts, Evidence),
        (OptionDefinitions.EvidenceTolerance, Evidence),
        (OptionDefinitions.ReviewAttestation, Evidence),
        (OptionDefinitions.ReviewLinesPerCommit, Evidence),
        .. OptionDefinitions.AboutOutput.Select(option => (option, option.IsForTests ? TestDeclarations : Declarations)),
    ];

    private static readonly ImmutableDictionary<OptionDefinition, ImmutableArray<OptionDefinition>> ByOption =
        Rows.ToImmutableDictionary(row => row.Option, row => row.RestsOn.Remove(row.Option));

    /// <summary>The options that an option rests on, in the order of the option reference; none for most.</summary>
    public static ImmutableArray<OptionDefinition> RestsOn(OptionDefinition option) =>
        ByOption.TryGetValue(option, out var others) ? others : [];
}
