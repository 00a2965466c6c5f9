using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>Every option there is; the option reference and the check for unknown keys are made from <see cref="All"/>.</summary>
internal static class OptionDefinitions
{
    private const string Origins = "any of unknown, human, assisted, generated, autonomous";

    private static readonly ImmutableArray<string> DeclarationRules =
        [RuleIds.UndeclaredType, RuleIds.UndeclaredMember, RuleIds.UndeclaredTopLevelStatements];

    /// <summary>A wrong marker does not count, and hides that one is missing.</summary>
    private static readonly ImmutableArray<string> MarkerRules =
    [
        RuleIds.StaleReview,
        RuleIds.RefusedReviewer,
        RuleIds.SelfReview,
        RuleIds.TooFewReviews,
        RuleIds.OutdatedReview,
        RuleIds.ReviewWithoutDigest,
    ];

    /// <summary>AI-made code that names no tool, or one that nobody knows, passes by all that is said of tools.</summary>
    private static readonly ImmutableArray<string> ToolRules =
        [RuleIds.DisallowedTool, RuleIds.MalformedAnnotation, RuleIds.UnknownTool];

    private static readonly ImmutableArray<string> TestRules =
        [RuleIds.DisallowedInTests, RuleIds.MalformedAnnotation, RuleIds.UnknownTool];

    public static OptionDefinition<RequiredOn> RequiredOn { get; } = new(
        "provenance.required_on",
        "types, members, none",
        Options.RequiredOn.Types,
        "types",
        "What must be declared outside tests. `types`: types that are not nested; `members`: each member with a body, and each type "
        + "that has none or has code beside them, such as an initializer; both also files of top-level statements.",
        OptionParsers.Choice(
            ("types", Options.RequiredOn.Types), ("members", Options.RequiredOn.Members), ("none", Options.RequiredOn.None)))
    {
        Lock = OptionLocks.FromLoosest(
            ("none", Options.RequiredOn.None), ("types", Options.RequiredOn.Types), ("members", Options.RequiredOn.Members)),
        Rules = DeclarationRules,
    };

    public static OptionDefinition<TestsRequiredOn> TestsRequiredOn { get; } = new(
        "provenance.tests.required_on",
        "classes, methods, none",
        Options.TestsRequiredOn.Classes,
        "classes",
        "What must be declared in tests. `methods`: each test method, and each test class with none.",
        OptionParsers.Choice(
            ("classes", Options.TestsRequiredOn.Classes),
            ("methods", Options.TestsRequiredOn.Methods),
            ("none", Options.TestsRequiredOn.None)))
    {
        Lock = OptionLocks.FromLoosest(
            ("none", Options.TestsRequiredOn.None),
            ("classes", Options.TestsRequiredOn.Classes),
            ("methods", Options.TestsRequiredOn.Methods)),
        Rules = [RuleIds.UndeclaredTestClass, RuleIds.UndeclaredFixtures],
    };

    public static OptionDefinition<ApiSurface> ApiSurface { get; } = new(
        "provenance.api_surface",
        "all, public",
        Options.ApiSurface.All,
        "all",
        "Which types and members outside tests must be declared. `public`: those that other assemblies can see.",
        OptionParsers.Choice(("all", Options.ApiSurface.All), ("public", Options.ApiSurface.Public)))
    {
        Lock = OptionLocks.FromLoosest(("public", Options.ApiSurface.Public), ("all", Options.ApiSurface.All)),
        Rules = DeclarationRules,
    };

    public static OptionDefinition<Exempt> Exempt { get; } = new(
        "provenance.exempt",
        "none, trivial",
        Options.Exempt.None,
        "none",
        "Which types need no provenance. `trivial`: those without any member that has a body, such as most enums and interfaces.",
        OptionParsers.Choice(("none", Options.Exempt.None), ("trivial", Options.Exempt.Trivial)))
    {
        Lock = OptionLocks.FromLoosest(("trivial", Options.Exempt.Trivial), ("none", Options.Exempt.None)),
        Rules = [RuleIds.UndeclaredType],
    };

    public static OptionDefinition<bool> AssemblyDefaultDeclares { get; } = new(
        "provenance.assembly_default_declares",
        "false, true",
        false,
        "false",
        "Whether `[assembly: AIProvenance(...)]` without `Target` makes all code of the assembly declared, new code too.",
        OptionParsers.Boolean)
    {
        Lock = OptionLocks.Boolean(strict: false),
        Rules = [RuleIds.MalformedAnnotation, RuleIds.UndeclaredType, RuleIds.UndeclaredTestClass, RuleIds.UndeclaredTopLevelStatements],
    };

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
        Lock = OptionLocks.Fields,
        Rules = [RuleIds.MalformedAnnotation],
    };

    public static OptionDefinition<Origin?> DefaultOrigin { get; } = new(
        "provenance.default_origin",
        "unknown, assisted, generated, autonomous",
        null,
        OptionDefinition.NotSet,
        "What fix-all and `dotnet format` declare at this path; where it is not set, nothing. Other than `unknown` it needs "
        + "`provenance.tools`. `human` is not allowed: no fix claims human authorship in bulk.",
        OptionParsers.Optional(OptionParsers.Choice(
            ("unknown", Origin.Unknown),
            ("assisted", Origin.Assisted),
            ("generated", Origin.Generated),
            ("autonomous", Origin.Autonomous))));

    public static OptionDefinition<ImmutableArray<string>> Tools { get; } = new(
        "provenance.tools",
        "tool ids",
        [],
        string.Empty,
        "The tools that the fixes offer, in order.",
        OptionParsers.Tools);

    public static OptionDefinition<ImmutableDictionary<string, string>> CustomTools { get; } = new(
        "provenance.custom_tools",
        "tool=provider pairs",
        ImmutableDictionary<string, string>.Empty,
        string.Empty,
        "Ids of your own tools and their providers.",
        OptionParsers.TryParseCustomTools)
    {
        Lock = OptionLocks.CustomTools,
    };

    public static OptionDefinition<ImmutableArray<AttributeAlias>> AttributeAliases { get; } = new(
        "provenance.attribute_aliases",
        "Attribute:origin, Attribute:origin:tool or Attribute:review",
        [],
        string.Empty,
        "Attributes of other libraries that stand in for ours, by simple or full name.",
        OptionParsers.TryParseAttributeAliases)
    {
        Lock = OptionLocks.Aliases,
    };

    public static OptionDefinition<ImmutableArray<TargetPattern>> GeneratedFiles { get; } = new(
        "provenance.generated_files",
        "globs of paths",
        [],
        string.Empty,
        "Which files outside the intermediate output path rightly count as generated: paths or globs as in `Target`. "
        + "Where there is a policy file, it alone can say so.",
        OptionParsers.TryParseTargets)
    {
        Lock = OptionLocks.GeneratedFiles,
        Rules = [RuleIds.UnjudgedFiles],
    };

    public static OptionDefinition<bool> Exclude { get; } = new(
        "provenance.exclude",
        "false, true",
        false,
        "false",
        "Whether nothing at this path needs provenance or a review.",
        OptionParsers.Boolean)
    {
        Lock = OptionLocks.Boolean(strict: false),
    };

    public static OptionDefinition<ReviewRequired> ReviewRequired { get; } = new(
        "provenance.review_required",
        "ai, all, none",
        Options.ReviewRequired.AI,
        "ai",
        "Which code outside tests must have a human-review marker. `ai`: AI-made code; `all`: all declared code, a human's too.",
        ReviewRequiredParser)
    {
        Lock = ReviewRequiredLock,
        Rules = [RuleIds.UnreviewedCode, .. MarkerRules],
    };

    public static OptionDefinition<ReviewRequired> TestsReviewRequired { get; } = new(
        "provenance.tests.review_required",
        "ai, all, none",
        Options.ReviewRequired.AI,
        "ai",
        "Which test code must have a human-review marker; the values mean what they mean in `provenance.review_required`.",
        ReviewRequiredParser)
    {
        Lock = ReviewRequiredLock,
        Rules = [RuleIds.UnreviewedTest, .. MarkerRules],
    };

    public static OptionDefinition<ReviewOn> ReviewOn { get; } = new(
        "provenance.review_on",
        "types, members",
        Options.ReviewOn.Types,
        "types",
        "At which level markers are asked for. `types`: types that are not nested, and what has an annotation of its own; "
        + "`members`: each member with a body, and what is left of each type.",
        OptionParsers.Choice(("types", Options.ReviewOn.Types), ("members", Options.ReviewOn.Members)))
    {
        Lock = OptionLocks.FromLoosest(("types", Options.ReviewOn.Types), ("members", Options.ReviewOn.Members)),
        Rules = [RuleIds.UnreviewedCode, RuleIds.UnreviewedTest],
    };

    public static OptionDefinition<int> ReviewsRequired { get; } = new(
        "provenance.reviews_required",
        "a whole number from 1 on",
        1,
        "1",
        "How many different people must have reviewed.",
        OptionParsers.TryParseCount)
    {
        Lock = OptionLocks.AtLeast,
        Rules = [RuleIds.TooFewReviews],
    };

    public static OptionDefinition<ImmutableArray<string>> Reviewers { get; } = new(
        "provenance.reviewers",
        "globs",
        [],
        string.Empty,
        "Who may review: patterns with `*` and `?` for an address or a whole name, in any case. Empty: any human.",
        OptionParsers.TryParsePatterns)
    {
        Lock = OptionLocks.Reviewers,
        Rules = [RuleIds.RefusedReviewer],
    };

    public static OptionDefinition<bool> RequireDigest { get; } = new(
        "provenance.require_digest",
        "true, false",
        true,
        "true",
        "Whether a marker must have a digest, without which nobody can tell whether the code is still what was reviewed.",
        OptionParsers.Boolean)
    {
        Lock = OptionLocks.Boolean(strict: true),
        Rules = [RuleIds.StaleReview, RuleIds.ReviewWithoutDigest],
    };

    public static OptionDefinition<bool> IndependentReview { get; } = new(
        "provenance.independent_review",
        "true, false",
        true,
        "true",
        "Whether the reviewer must be someone else than the one who requested the code.",
        OptionParsers.Boolean)
    {
        Lock = OptionLocks.Boolean(strict: true),
        Rules = [RuleIds.SelfReview],
    };

    public static OptionDefinition<int?> ReviewMaxAgeDays { get; } = new(
        "provenance.review_max_age_days",
        "a whole number from 1 on",
        null,
        string.Empty,
        "After how many days a review is too old; counts only while the MSBuild property `ProvenanceToday` is set.",
        OptionParsers.Optional<int>(OptionParsers.TryParseCount))
    {
        Lock = OptionLocks.AtMost,
        Rules = [RuleIds.OutdatedReview],
    };

    public static OptionDefinition<bool> ShowDigest { get; } = new(
        "provenance.show_digest",
        "true, false",
        true,
        "true",
        "Whether messages that ask for a marker show the digest to write into it.",
        OptionParsers.Boolean);

    public static ScopedOption<Origin> AllowedOrigins { get; } = Scoped(
        "allowed_origins",
        Origins,
        "Which origins are allowed. Empty: all.",
        OptionParsers.TryParseOrigins,
        isTest => OptionLocks.Allows(policy => policy.AllowedOrigins, null, isTest),
        [RuleIds.DisallowedOrigin, RuleIds.MalformedAnnotation]);

    public static ScopedOption<string> AllowedTools { get; } = Scoped(
        "allowed_tools",
        "tool ids",
        "Which tools are allowed. Empty: all.",
        OptionParsers.Tools,
        isTest => OptionLocks.Allows(policy => policy.AllowedTools, policy => policy.DeniedTools, isTest),
        ToolRules);

    public static ScopedOption<string> DeniedTools { get; } = Scoped(
        "denied_tools",
        "tool ids",
        "Which tools are not allowed, though another option allows them.",
        OptionParsers.Tools,
        _ => OptionLocks.Adds<string>(),
        ToolRules,
        denies: true);

    public static ScopedOption<string> AllowedProviders { get; } = Scoped(
        "allowed_providers",
        "provider ids",
        "Whose tools and models are allowed. Empty: everyone's. Both the tool's provider and the model's must be allowed.",
        OptionParsers.Providers,
        isTest => OptionLocks.Allows(policy => policy.AllowedProviders, policy => policy.DeniedProviders, isTest),
        ToolRules);

    public static ScopedOption<string> DeniedProviders { get; } = Scoped(
        "denied_providers",
        "provider ids",
        "Whose tools and models are not allowed, though another option allows them.",
        OptionParsers.Providers,
        _ => OptionLocks.Adds<string>(),
        ToolRules,
        denies: true);

    public static OptionDefinition<ImmutableArray<string>> DeniedModels { get; } = new(
        "provenance.denied_models",
        "globs",
        [],
        string.Empty,
        "Which models are not allowed: patterns with `*` and `?` for the model with or without its provider, in any case.",
        OptionParsers.TryParsePatterns)
    {
        Denies = true,
        Lock = OptionLocks.Adds<string>(),
        Rules = ToolRules,
    };

    public static OptionDefinition<ImmutableArray<ToolSuspension>> SuspendedTools { get; } = new(
        "provenance.suspended_tools",
        "tool:from..to with days, each of which may be left out",
        [],
        string.Empty,
        "Which tools were not to be used on which days, both included. What does not say when it was made counts as made then.",
        OptionParsers.TryParseSuspensions)
    {
        Denies = true,
        Lock = OptionLocks.Adds<ToolSuspension>(),
        Rules = [RuleIds.SuspendedTool, RuleIds.MalformedAnnotation, RuleIds.UnknownTool],
    };

    public static OptionDefinition<bool> TrainingCorpus { get; } = new(
        "provenance.training_corpus",
        "false, true",
        false,
        "false",
        "Whether code at this path goes into a training corpus, and so may hold no output whose provider's terms restrict training on it.",
        OptionParsers.Boolean)
    {
        Lock = OptionLocks.TrainingCorpus,
        Rules = [RuleIds.RestrictedTraining, RuleIds.MalformedAnnotation, RuleIds.UnknownTool],
    };

    public static OptionDefinition<ImmutableArray<string>> TrainingExemptProviders { get; } = new(
        "provenance.training_exempt_providers",
        "provider ids",
        [],
        string.Empty,
        "Providers whose terms do not bind you: your own company, or one you have a licence from.",
        OptionParsers.Providers)
    {
        Lock = OptionLocks.Exempt,
        Rules = [RuleIds.RestrictedTraining],
    };

    /// <summary>How hard a policy file asks for what is due.</summary>
    public static OptionDefinition<Due> Due { get; } = new(
        "provenance.due",
        "error, warning",
        Options.Due.ErrorInCI,
        "not set",
        "In a policy file alone: what code that is not declared, not reviewed or contradicted is under this policy. Not set: an error in a "
        + "build that says it is CI, elsewhere a warning that cannot be lowered.",
        OptionParsers.Choice(("error", Options.Due.Error), ("warning", Options.Due.Warning)))
    {
        IsForPolicyAlone = true,
        Lock = OptionLocks.FromLoosest(
            ("warning", Options.Due.Warning), ("not set", Options.Due.ErrorInCI), ("error", Options.Due.Error)),
    };

    /// <summary>Whether a baseline may hold back what a policy file asks for.</summary>
    public static OptionDefinition<bool> Baseline { get; } = new(
        "provenance.baseline",
        "true, false",
        true,
        "true",
        "In a policy file alone: whether a baseline may hold back what this policy asks for.",
        OptionParsers.Boolean)
    {
        IsForPolicyAlone = true,
        Lock = OptionLocks.Boolean(strict: false),
    };

    /// <summary>The options that name tools, providers or models, or ask for their terms.</summary>
    public static ImmutableArray<OptionDefinition> AboutTools { get; } =
    [
        AllowedTools.General,
        AllowedTools.Tests,
        DeniedTools.General,
        DeniedTools.Tests,
        AllowedProviders.General,
        AllowedProviders.Tests,
        DeniedProviders.General,
        DeniedProviders.Tests,
        DeniedModels,
        SuspendedTools,
        TrainingCorpus,
        TrainingExemptProviders,
    ];

    /// <summary>The options that say which AI output may be where.</summary>
    public static ImmutableArray<OptionDefinition> AboutOutput { get; } =
        [AllowedOrigins.General, AllowedOrigins.Tests, .. AboutTools.Where(option => option != TrainingExemptProviders)];

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
        GeneratedFiles,
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
        AllowedOrigins.General,
        AllowedOrigins.Tests,
        .. AboutTools,
        Due,
        Baseline,
    ];

    /// <summary>Every option by its key.</summary>
    public static ImmutableDictionary<string, OptionDefinition> ByKey { get; } =
        All.ToImmutableDictionary(definition => definition.Key, StringComparer.Ordinal);

    private static OptionLock<ReviewRequired> ReviewRequiredLock =>
        OptionLocks.FromLoosest(
        ("none", Options.ReviewRequired.None), ("ai", Options.ReviewRequired.AI), ("all", Options.ReviewRequired.All));

    private static OptionParser<ReviewRequired> ReviewRequiredParser => OptionParsers.Choice(
        ("ai", Options.ReviewRequired.AI), ("all", Options.ReviewRequired.All), ("none", Options.ReviewRequired.None));

    private static ScopedOption<T> Scoped<T>(
        string name,
        string values,
        string documentation,
        OptionParser<ImmutableArray<T>> parser,
        Func<bool, OptionLock<ImmutableArray<T>>> locks,
        ImmutableArray<string> rules,
        bool denies = false) => new(
            new OptionDefinition<ImmutableArray<T>>(OptionDefinition.Prefix + name, values, [], string.Empty, documentation, parser)
            {
                Denies = denies,
                Lock = locks(false),
                Rules = rules,
            },
            new OptionDefinition<ImmutableArray<T>>(
                $"{OptionDefinition.Prefix}tests.{name}",
                values,
                default,
                OptionDefinition.NotSet,
                $"Where it is set, it holds in test code and for fixture files instead of `{OptionDefinition.Prefix}{name}`.",
                parser)
            {
                Denies = denies,
                Lock = locks(true),
                Rules = TestRules,
            });
}
