using System.Collections.Immutable;
using ProvenanceAnalyzers.Catalogue;

namespace ProvenanceAnalyzers.Options;

/// <summary>Every option there is; the option reference and the check for unknown keys are made from <see cref="All"/>.</summary>
internal static class OptionDefinitions
{
    public static OptionDefinition<RequiredOn> RequiredOn { get; } = new(
        "provenance.required_on",
        "types, members, none",
        Options.RequiredOn.Types,
        "types",
        "What must be declared outside tests. `types`: types that are not nested; `members`: each member with a body, and each type "
        + "with none; both also files of top-level statements.",
        OptionParsers.Choice(
            ("types", Options.RequiredOn.Types), ("members", Options.RequiredOn.Members), ("none", Options.RequiredOn.None)));

    public static OptionDefinition<TestsRequiredOn> TestsRequiredOn { get; } = new(
        "provenance.tests.required_on",
        "classes, methods, none",
        Options.TestsRequiredOn.Classes,
        "classes",
        "What must be declared in tests. `methods`: each test method, and each test class with none.",
        OptionParsers.Choice(
            ("classes", Options.TestsRequiredOn.Classes),
            ("methods", Options.TestsRequiredOn.Methods),
            ("none", Options.TestsRequiredOn.None)));

    public static OptionDefinition<ApiSurface> ApiSurface { get; } = new(
        "provenance.api_surface",
        "all, public",
        Options.ApiSurface.All,
        "all",
        "Which types and members outside tests must be declared. `public`: those that other assemblies can see.",
        OptionParsers.Choice(("all", Options.ApiSurface.All), ("public", Options.ApiSurface.Public)));

    public static OptionDefinition<Exempt> Exempt { get; } = new(
        "provenance.exempt",
        "none, trivial",
        Options.Exempt.None,
        "none",
        "Which types need no provenance. `trivial`: those without any member that has a body, such as most enums and interfaces.",
        OptionParsers.Choice(("none", Options.Exempt.None), ("trivial", Options.Exempt.Trivial)));

    public static OptionDefinition<bool> AssemblyDefaultDeclares { get; } = new(
        "provenance.assembly_default_declares",
        "false, true",
        false,
        "false",
        "Whether `[assembly: AIProvenance(...)]` without `Target` makes all code of the assembly declared, new code too.",
        OptionParsers.Boolean);

    public static OptionDefinition<RequiredFields> RequiredFields { get; } = new(
        "provenance.required_fields",
        "any of model, on, requested_by, reference",
        Options.RequiredFields.None,
        string.Empty,
        "What an annotation of AI-made code must say beside the tool.",
        OptionParsers.Flags(
            (left, right) => left | right,
            Options.RequiredFields.None,
            ("model", Options.RequiredFields.Model),
            ("on", Options.RequiredFields.On),
            ("requested_by", Options.RequiredFields.RequestedBy),
            ("reference", Options.RequiredFields.Reference)))
    {
        StrictDefault = Options.RequiredFields.Model | Options.RequiredFields.On | Options.RequiredFields.RequestedBy,
        StrictDefaultText = "model, on, requested_by",
    };

    public static OptionDefinition<AIOrigin> DefaultOrigin { get; } = new(
        "provenance.default_origin",
        "unknown, assisted, generated, autonomous",
        AIOrigin.Unknown,
        "unknown",
        "What the first fix declares, and so what `dotnet format` declares everywhere; other than `unknown` it needs `provenance.tools`. "
        + "`human` is not allowed: no fix claims human authorship in bulk.",
        OptionParsers.Choice(
            ("unknown", AIOrigin.Unknown),
            ("assisted", AIOrigin.Assisted),
            ("generated", AIOrigin.Generated),
            ("autonomous", AIOrigin.Autonomous)));

    public static OptionDefinition<ImmutableArray<string>> Tools { get; } = new(
        "provenance.tools",
        "tool ids",
        [],
        string.Empty,
        "The tools that the fixes offer, in order.",
        OptionParsers.TryParseTools);

    public static OptionDefinition<ImmutableDictionary<string, string>> CustomTools { get; } = new(
        "provenance.custom_tools",
        "tool=provider pairs",
        ImmutableDictionary<string, string>.Empty,
        string.Empty,
        "Ids of your own tools and their providers.",
        OptionParsers.TryParseCustomTools);

    public static OptionDefinition<ImmutableArray<AttributeAlias>> AttributeAliases { get; } = new(
        "provenance.attribute_aliases",
        "Attribute:origin, Attribute:origin:tool or Attribute:review",
        [],
        string.Empty,
        "Attributes of other libraries that stand in for ours, by simple or full name.",
        OptionParsers.TryParseAttributeAliases);

    public static OptionDefinition<bool> Exclude { get; } = new(
        "provenance.exclude",
        "false, true",
        false,
        "false",
        "Whether nothing at this path needs provenance or a review.",
        OptionParsers.Boolean);

    public static OptionDefinition<ReviewRequired> ReviewRequired { get; } = new(
        "provenance.review_required",
        "ai, all, none",
        Options.ReviewRequired.AI,
        "ai",
        "Which code outside tests must have a human-review marker. `ai`: AI-made code; `all`: all declared code, a human's too.",
        ReviewRequiredParser);

    public static OptionDefinition<ReviewRequired> TestsReviewRequired { get; } = new(
        "provenance.tests.review_required",
        "ai, all, none",
        Options.ReviewRequired.AI,
        "ai",
        "Which test code must have a human-review marker; the values mean what they mean in `provenance.review_required`.",
        ReviewRequiredParser);

    public static OptionDefinition<ReviewOn> ReviewOn { get; } = new(
        "provenance.review_on",
        "types, members",
        Options.ReviewOn.Types,
        "types",
        "At which level markers are asked for. `types`: types that are not nested, and what has an annotation of its own; "
        + "`members`: each member with a body, and each type with none.",
        OptionParsers.Choice(("types", Options.ReviewOn.Types), ("members", Options.ReviewOn.Members)));

    public static OptionDefinition<int> ReviewsRequired { get; } = new(
        "provenance.reviews_required",
        "a whole number from 1 on",
        1,
        "1",
        "How many different people must have reviewed.",
        OptionParsers.TryParseCount);

    public static OptionDefinition<ImmutableArray<string>> Reviewers { get; } = new(
        "provenance.reviewers",
        "globs",
        [],
        string.Empty,
        "Who may review: patterns with `*` and `?` for an address or a whole name, in any case. Empty: any human.",
        OptionParsers.TryParseReviewers);

    public static OptionDefinition<bool> RequireDigest { get; } = new(
        "provenance.require_digest",
        "true, false",
        true,
        "true",
        "Whether a marker must have a digest, without which nobody can tell whether the code is still what was reviewed.",
        OptionParsers.Boolean);

    public static OptionDefinition<bool> IndependentReview { get; } = new(
        "provenance.independent_review",
        "true, false",
        true,
        "true",
        "Whether the reviewer must be someone else than the one who requested the code.",
        OptionParsers.Boolean);

    public static OptionDefinition<int?> ReviewMaxAgeDays { get; } = new(
        "provenance.review_max_age_days",
        "a whole number from 1 on",
        null,
        string.Empty,
        "After how many days a review is too old; counts only while the MSBuild property `ProvenanceToday` is set.",
        OptionParsers.TryParseOptionalCount);

    public static OptionDefinition<bool> ShowDigest { get; } = new(
        "provenance.show_digest",
        "true, false",
        true,
        "true",
        "Whether messages that ask for a marker show the digest to write into it.",
        OptionParsers.Boolean);

    /// <summary>Every option, in the order of the option reference.</summary>
    public static ImmutableArray<OptionDefinition> All { get; } =
    [
        RequiredOn,
        TestsRequiredOn,
        ApiSurface,
        Exempt,
        AssemblyDefaultDeclares,
        RequiredFields,
        DefaultOrigin,
        Tools,
        CustomTools,
        AttributeAliases,
        Exclude,
        ReviewRequired,
        TestsReviewRequired,
        ReviewOn,
        ReviewsRequired,
        Reviewers,
        RequireDigest,
        IndependentReview,
        ReviewMaxAgeDays,
        ShowDigest,
    ];

    /// <summary>Every option's key.</summary>
    public static ImmutableHashSet<string> Keys { get; } = [.. All.Select(definition => definition.Key)];

    private static OptionParser<ReviewRequired> ReviewRequiredParser => OptionParsers.Choice(
        ("ai", Options.ReviewRequired.AI), ("all", Options.ReviewRequired.All), ("none", Options.ReviewRequired.None));
}
