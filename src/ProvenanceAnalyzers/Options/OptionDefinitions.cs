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
        [RuleIds.UndeclaredType, RuleIds.UndeclaredMember, RuleIds.UndeclaredTopLevelStatements, RuleIds.UnmatchedTarget];

    /// <summary>A wrong marker does not count, and hides that one is missing.</summary>
    private static readonly ImmutableArray<string> MarkerRules =
    [
        RuleIds.MalformedAnnotation,
        RuleIds.StaleReview,
        RuleIds.RefusedReviewer,
        RuleIds.SelfReview,
        RuleIds.TooFewReviews,
        RuleIds.OutdatedReview,
        RuleIds.ReviewWithoutDigest,
    ];

    /// <summary>
    /// AI-made code that names no tool, or one that nobody knows, passes by all that is said of tools, and so does what names no code.
    /// </summary>
    private static readonly ImmutableArray<string> AnnotationRules =
        [RuleIds.MalformedAnnotation, RuleIds.UnknownTool, RuleIds.UnmatchedTarget];

    private static readonly ImmutableArray<string> ToolRules = [RuleIds.DisallowedTool, .. AnnotationRules];

    private static readonly ImmutableArray<string> ContradictionRules = [RuleIds.ContradictedOrigin, RuleIds.ContradictedTool];

    private static readonly ImmutableArray<string> TestRules = [RuleIds.DisallowedInTests, .. AnnotationRules];

    public static readonly OptionDefinition<RequiredOn> RequiredOn = new(
        "provenance.required_on",
        "types, members, none",
        Options.RequiredOn.Types,
        "types",
        "What must be declared outside tests. `types`: types that are not nested; `members`: each member with a body, and each type "
        + "that has none or has code beside them, such as an initializer; both also files of top-level statements.",
        () => OptionParsers.Choice(
            ("types", Options.RequiredOn.Types), ("members", Options.RequiredOn.Members), ("none", Options.RequiredOn.None)))
    {
        Locks = () => OptionLocks.FromLoosest(
            ("none", Options.RequiredOn.None), ("types", Options.RequiredOn.Types), ("members", Options.RequiredOn.Members)),
        Rules = DeclarationRules,
    };

    public static readonly OptionDefinition<TestsRequiredOn> TestsRequiredOn = new(
        "provenance.tests.required_on",
        "classes, methods, none",
        Options.TestsRequiredOn.Classes,
        "classes",
        "What must be declared in tests. `methods`: each test method, and each test class that has none or has other code beside them.",
        () => OptionParsers.Choice(
            ("classes", Options.TestsRequiredOn.Classes),
            ("methods", Options.TestsRequiredOn.Methods),
            ("none", Options.TestsRequiredOn.None)))
    {
        Locks = () => OptionLocks.FromLoosest(
            ("none", Options.TestsRequiredOn.None),
            ("classes", Options.TestsRequiredOn.Classes),
            ("methods", Options.TestsRequiredOn.Methods)),
        Rules = [RuleIds.UndeclaredTestClass, RuleIds.UndeclaredFixtures, RuleIds.UnmatchedTarget],
    };

    public static readonly OptionDefinition<ApiSurface> ApiSurface = new(
        "provenance.api_surface",
        "all, public",
        Options.ApiSurface.All,
        "all",
        "Which types and members outside tests must be declared. `public`: those that other assemblies can see.",
        () => OptionParsers.Choice(("all", Options.ApiSurface.All), ("public", Options.ApiSurface.Public)))
    {
        Locks = () => OptionLocks.FromLoosest(("public", Options.ApiSurface.Public), ("all", Options.ApiSurface.All)),
        Rules = DeclarationRules,
    };

    public static readonly OptionDefinition<Exempt> Exempt = new(
        "provenance.exempt",
        "none, trivial",
        Options.Exempt.None,
        "none",
        "Which types need no provenance. `trivial`: those without any member that has a body, such as most enums and interfaces.",
        () => OptionParsers.Choice(("none", Options.Exempt.None), ("trivial", Options.Exempt.Trivial)))
    {
        Locks = () => OptionLocks.FromLoosest(("trivial", Options.Exempt.Trivial), ("none", Options.Exempt.None)),
        Rules = [RuleIds.UndeclaredType],
    };

    public static readonly OptionDefinition<bool> AssemblyDefaultDeclares = new(
        "provenance.assembly_default_declares",
        "false, true",
        false,
        "false",
        "Whether `[assembly: AIProvenance(...)]` without `Target` makes all code of the assembly declared, new code too.",
        () => OptionParsers.Boolean)
    {
        Locks = () => OptionLocks.Boolean(strict: false),
        Rules = [RuleIds.MalformedAnnotation, RuleIds.UndeclaredType, RuleIds.UndeclaredTestClass, RuleIds.UndeclaredTopLevelStatements],
    };

    public static readonly OptionDefinition<RequiredFields> RequiredFields = new(
        "provenance.required_fields",
        "any of model, on, requested_by, reference",
        Options.RequiredFields.None,
        string.Empty,
        "What an annotation of AI-made code must say beside the tool.",
        () => OptionParsers.Flags(
            (left, right) => left | right,
            Options.RequiredFields.None,
            ("model", Options.RequiredFields.Model),
            ("on", Options.RequiredFields.On),
            ("requested_by", Options.RequiredFields.RequestedBy),
            ("reference", Options.RequiredFields.Reference)))
    {
        StrictDefault = Options.RequiredFields.Model | Options.RequiredFields.On | Options.RequiredFields.RequestedBy,
        StrictDefaultText = "model, on, requested_by",
        Locks = () => OptionLocks.Fields,
        Rules = [RuleIds.MalformedAnnotation],
    };

    public static readonly OptionDefinition<Origin?> DefaultOrigin = new(
        "provenance.default_origin",
        "unknown, assisted, generated, autonomous",
        null,
        OptionDefinition.NotSet,
        "What fix-all and `dotnet format` declare at this path; where it is not set, nothing. Other than `unknown` it needs "
        + "`provenance.tools`. `human` is not allowed: no fix claims human authorship in bulk.",
        () => OptionParsers.Optional(OptionParsers.Choice(
            ("unknown", Origin.Unknown),
            ("assisted", Origin.Assisted),
            ("generated", Origin.Generated),
            ("autonomous", Origin.Autonomous))));

    public static readonly OptionDefinition<ImmutableArray<string>> Tools = new(
        "provenance.tools",
        "tool ids",
        [],
        string.Empty,
        "The tools that the fixes offer, in order.",
        () => OptionParsers.Tools);

    public static readonly OptionDefinition<ImmutableDictionary<string, string>> CustomTools = new(
        "provenance.custom_tools",
        "tool=provider pairs",
        ImmutableDictionary<string, string>.Empty,
        string.Empty,
        "Ids of your own tools and their providers.",
        () => OptionParsers.TryParseCustomTools)
    {
        Locks = () => OptionLocks.CustomTools,
    };

    public static readonly OptionDefinition<ImmutableArray<AttributeAlias>> AttributeAliases = new(
        "provenance.attribute_aliases",
        "Attribute:origin, Attribute:origin:tool or Attribute:review",
        [],
        string.Empty,
        "Attributes of other libraries that stand in for ours, by simple or full name.",
        () => OptionParsers.TryParseAttributeAliases)
    {
        Locks = () => OptionLocks.Aliases,
    };

    public static readonly OptionDefinition<ImmutableArray<TargetPattern>> GeneratedFiles = new(
        "provenance.generated_files",
        "globs of paths",
        [],
        string.Empty,
        "Which files outside the intermediate output path rightly count as generated: paths or globs as in `Target`, but of where a "
        + "file lies, whatever its `Link` is. Where there is a policy file, it alone can say so.",
        () => OptionParsers.TryParseTargets)
    {
        Locks = () => OptionLocks.GeneratedFiles,
        Rules = [RuleIds.UnjudgedFiles],
    };

    public static readonly OptionDefinition<bool> Exclude = new(
        "provenance.exclude",
        "false, true",
        false,
        "false",
        "Whether nothing at this path needs provenance or a review.",
        () => OptionParsers.Boolean)
    {
        Locks = () => OptionLocks.Boolean(strict: false),
    };

    public static readonly OptionDefinition<ReviewRequired> ReviewRequired = new(
        "provenance.review_required",
        "ai, all, none",
        Options.ReviewRequired.AI,
        "ai",
        "Which code outside tests must have a human-review marker. `ai`: AI-made code; `all`: all declared code, a human's too.",
        () => ReviewRequiredParser)
    {
        Locks = () => ReviewRequiredLock,
        Rules = [RuleIds.UnreviewedCode, .. MarkerRules],
    };

    public static readonly OptionDefinition<ReviewRequired> TestsReviewRequired = new(
        "provenance.tests.review_required",
        "ai, all, none",
        Options.ReviewRequired.AI,
        "ai",
        "Which test code must have a human-review marker; the values mean what they mean in `provenance.review_required`.",
        () => ReviewRequiredParser)
    {
        Locks = () => ReviewRequiredLock,
        Rules = [RuleIds.UnreviewedTest, .. MarkerRules],
    };

    public static readonly OptionDefinition<ReviewOn> ReviewOn = new(
        "provenance.review_on",
        "types, members",
        Options.ReviewOn.Types,
        "types",
        "At which level markers are asked for. `types`: types that are not nested, and what has an annotation of its own; "
        + "`members`: each member with a body, and what is left of each type.",
        () => OptionParsers.Choice(("types", Options.ReviewOn.Types), ("members", Options.ReviewOn.Members)))
    {
        Locks = () => OptionLocks.FromLoosest(("types", Options.ReviewOn.Types), ("members", Options.ReviewOn.Members)),
        Rules = [RuleIds.UnreviewedCode, RuleIds.UnreviewedTest],
    };

    public static readonly OptionDefinition<int> ReviewsRequired = new(
        "provenance.reviews_required",
        "a whole number from 1 on",
        1,
        "1",
        "How many different people must have reviewed.",
        () => OptionParsers.TryParseCount)
    {
        Locks = () => OptionLocks.AtLeast,
        Rules = [RuleIds.TooFewReviews],
    };

    public static readonly OptionDefinition<ImmutableArray<string>> Reviewers = new(
        "provenance.reviewers",
        "globs",
        [],
        string.Empty,
        "Who may review: patterns with `*` and `?` for an address or a whole name, in any case. Empty: any human.",
        () => OptionParsers.TryParsePatterns)
    {
        Locks = () => OptionLocks.Reviewers,
        Rules = [RuleIds.RefusedReviewer],
    };

    public static readonly OptionDefinition<bool> RequireDigest = new(
        "provenance.require_digest",
        "true, false",
        true,
        "true",
        "Whether a marker must have a digest, without which nobody can tell whether the code is still what was reviewed.",
        () => OptionParsers.Boolean)
    {
        Locks = () => OptionLocks.Boolean(strict: true),
        Rules = [RuleIds.StaleReview, RuleIds.ReviewWithoutDigest],
    };

    public static readonly OptionDefinition<bool> IndependentReview = new(
        "provenance.independent_review",
        "true, false",
        true,
        "true",
        "Whether the reviewer must be someone else than the one who requested the code.",
        () => OptionParsers.Boolean)
    {
        Locks = () => OptionLocks.Boolean(strict: true),
        Rules = [RuleIds.SelfReview, RuleIds.DependentReview],
    };

    public static readonly OptionDefinition<int?> ReviewMaxAgeDays = new(
        "provenance.review_max_age_days",
        "a whole number from 1 on",
        null,
        string.Empty,
        "After how many days a review is too old; counts only while the MSBuild property `ProvenanceToday` is set.",
        () => OptionParsers.Optional<int>(OptionParsers.TryParseCount))
    {
        Locks = () => OptionLocks.AtMost,
        Rules = [RuleIds.OutdatedReview],
    };

    public static readonly OptionDefinition<bool> ShowDigest = new(
        "provenance.show_digest",
        "true, false",
        true,
        "true",
        "Whether messages that ask for a marker show the digest to write into it.",
        () => OptionParsers.Boolean);

    public static readonly ScopedOption<Origin> AllowedOrigins = Scoped(
        "allowed_origins",
        Origins,
        "Which origins are allowed. Empty: all.",
        () => OptionParsers.TryParseOrigins,
        isTest => OptionLocks.Allows(policy => policy.AllowedOrigins, null, isTest),
        [RuleIds.DisallowedOrigin, RuleIds.MalformedAnnotation, RuleIds.UnmatchedTarget]);

    public static readonly ScopedOption<string> AllowedTools = Scoped(
        "allowed_tools",
        "tool ids",
        "Which tools are allowed. Empty: all.",
        () => OptionParsers.Tools,
        isTest => OptionLocks.Allows(policy => policy.AllowedTools, policy => policy.DeniedTools, isTest),
        ToolRules);

    public static readonly ScopedOption<string> DeniedTools = Scoped(
        "denied_tools",
        "tool ids",
        "Which tools are not allowed, though another option allows them.",
        () => OptionParsers.Tools,
        _ => OptionLocks.Adds<string>(),
        ToolRules,
        denies: true);

    public static readonly ScopedOption<string> AllowedProviders = Scoped(
        "allowed_providers",
        "provider ids",
        "Whose tools and models are allowed. Empty: everyone's. Both the tool's provider and the model's must be allowed.",
        () => OptionParsers.Providers,
        isTest => OptionLocks.Allows(policy => policy.AllowedProviders, policy => policy.DeniedProviders, isTest),
        ToolRules);

    public static readonly ScopedOption<string> DeniedProviders = Scoped(
        "denied_providers",
        "provider ids",
        "Whose tools and models are not allowed, though another option allows them.",
        () => OptionParsers.Providers,
        _ => OptionLocks.Adds<string>(),
        ToolRules,
        denies: true);

    public static readonly OptionDefinition<ImmutableArray<string>> DeniedModels = new(
        "provenance.denied_models",
        "globs",
        [],
        string.Empty,
        "Which models are not allowed: patterns with `*` and `?` for the model with or without its provider, in any case.",
        () => OptionParsers.TryParsePatterns)
    {
        Denies = true,
        Locks = () => OptionLocks.Adds<string>(),
        Rules = ToolRules,
    };

    public static readonly OptionDefinition<ImmutableArray<ToolSuspension>> SuspendedTools = new(
        "provenance.suspended_tools",
        "tool:from..to with days, each of which may be left out",
        [],
        string.Empty,
        "Which tools were not to be used on which days, both included. What does not say when it was made counts as made then.",
        () => OptionParsers.TryParseSuspensions)
    {
        Denies = true,
        Locks = () => OptionLocks.Adds<ToolSuspension>(),
        Rules = [RuleIds.SuspendedTool, .. AnnotationRules],
    };

    public static readonly OptionDefinition<bool> TrainingCorpus = new(
        "provenance.training_corpus",
        "false, true",
        false,
        "false",
        "Whether code at this path goes into a training corpus, and so may hold no output whose provider's terms restrict training on it.",
        () => OptionParsers.Boolean)
    {
        Locks = () => OptionLocks.TrainingCorpus,
        Rules = [RuleIds.RestrictedTraining, .. AnnotationRules],
    };

    public static readonly OptionDefinition<ImmutableArray<string>> TrainingExemptProviders = new(
        "provenance.training_exempt_providers",
        "provider ids",
        [],
        string.Empty,
        "Providers whose terms do not bind you: your own company, or one you have a licence from.",
        () => OptionParsers.Providers)
    {
        Locks = () => OptionLocks.Exempt,
        Rules = [RuleIds.RestrictedTraining],
    };

    public static readonly OptionDefinition<EvidenceStrength> EvidenceContradicts = new(
        "provenance.evidence_contradicts",
        "commit, line, trailer",
        EvidenceStrength.Commit,
        "commit",
        "The weakest evidence that contradicts an annotation. `line`: what a tool noted for each line; `commit`: also what an AI's own "
        + "account committed without a human's help; `trailer`: also commits that an AI had a hand in.",
        () => OptionParsers.Choice(
            ("commit", EvidenceStrength.Commit), ("line", EvidenceStrength.Line), ("trailer", EvidenceStrength.Trailer)))
    {
        Locks = () => OptionLocks.FromLoosest(
            ("line", EvidenceStrength.Line), ("commit", EvidenceStrength.Commit), ("trailer", EvidenceStrength.Trailer)),
        Rules = ContradictionRules,
    };

    public static readonly OptionDefinition<int> EvidenceTolerance = new(
        "provenance.evidence_tolerance",
        "a whole number from 0 to 100",
        10,
        "10",
        "How many per cent of the counted lines of some code may be an AI's before that contradicts its annotation. Fewer than 5 lines "
        + "never do. Blank lines, braces, comments, `using` directives and annotations are not counted.",
        () => OptionParsers.TryParsePerCent)
    {
        Locks = () => OptionLocks.AtMostOf,
        Rules = ContradictionRules,
    };

    public static readonly OptionDefinition<ReviewAttestation> ReviewAttestation = new(
        "provenance.review_attestation",
        "human, reviewer, none",
        Options.ReviewAttestation.Human,
        "human",
        "Who must be author, committer or co-author of the commit that has a marker's line, where evidence is collected. `human`: some "
        + "human; `reviewer`: the reviewer whom it names.",
        () => OptionParsers.Choice(
            ("human", Options.ReviewAttestation.Human),
            ("reviewer", Options.ReviewAttestation.Reviewer),
            ("none", Options.ReviewAttestation.None)))
    {
        Locks = () => OptionLocks.FromLoosest(
            ("none", Options.ReviewAttestation.None),
            ("human", Options.ReviewAttestation.Human),
            ("reviewer", Options.ReviewAttestation.Reviewer)),
        Rules = [RuleIds.UnattestedReview],
    };

    public static readonly OptionDefinition<int?> ReviewLinesPerCommit = new(
        "provenance.review_lines_per_commit",
        "a whole number from 1 on",
        null,
        string.Empty,
        "How many counted lines the markers of one commit may sign together, where evidence is collected; empty: any number.",
        () => OptionParsers.Optional<int>(OptionParsers.TryParseCount))
    {
        Locks = () => OptionLocks.AtMost,
        Rules = [RuleIds.BulkReview],
    };

    /// <summary>How hard a policy file asks for what is due.</summary>
    public static readonly OptionDefinition<Due> Due = new(
        "provenance.due",
        "error, warning",
        Options.Due.ErrorInCI,
        "not set",
        "In a policy file alone: what code that is not declared, not reviewed or contradicted is under this policy. Not set: an error in a "
        + "build that says it is CI, elsewhere a warning that cannot be lowered.",
        () => OptionParsers.Choice(("error", Options.Due.Error), ("warning", Options.Due.Warning)))
    {
        IsForPolicyAlone = true,
        Locks = () => OptionLocks.FromLoosest(
            ("warning", Options.Due.Warning), ("not set", Options.Due.ErrorInCI), ("error", Options.Due.Error)),
    };

    /// <summary>Whether a baseline may hold back what a policy file asks for.</summary>
    public static readonly OptionDefinition<bool> Baseline = new(
        "provenance.baseline",
        "true, false",
        true,
        "true",
        "In a policy file alone: whether a baseline may hold back what this policy asks for.",
        () => OptionParsers.Boolean)
    {
        IsForPolicyAlone = true,
        Locks = () => OptionLocks.Boolean(strict: false),
    };

    /// <summary>Whether a policy file asks for evidence from history.</summary>
    public static readonly OptionDefinition<bool> Evidence = new(
        "provenance.evidence",
        "false, true",
        false,
        "false",
        "In a policy file alone: whether history must be asked who wrote the code, so that a build without `ProvenanceEvidence=true`, or "
        + "with a history that is incomplete, is reported.",
        () => OptionParsers.Boolean)
    {
        IsForPolicyAlone = true,
        Locks = () => OptionLocks.Boolean(strict: true),
        Rules = [RuleIds.IncompleteEvidence, .. ContradictionRules, RuleIds.UnattestedReview, RuleIds.DependentReview],
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
        EvidenceContradicts,
        EvidenceTolerance,
        ReviewAttestation,
        ReviewLinesPerCommit,
        Due,
        Baseline,
        Evidence,
    ];

    /// <summary>Every option by its key.</summary>
    public static IReadOnlyDictionary<string, OptionDefinition> ByKey { get; } =
        All.ToDictionary(definition => definition.Key, StringComparer.Ordinal);

    /// <summary>The ids of the rules without which some option does nothing: those that a policy can ask for.</summary>
    public static HashSet<string> RulesThatCanBeLocked { get; } =
        new(All.SelectMany(definition => definition.Rules), StringComparer.Ordinal);

    private static OptionLock<ReviewRequired> ReviewRequiredLock =>
        OptionLocks.FromLoosest(
        ("none", Options.ReviewRequired.None), ("ai", Options.ReviewRequired.AI), ("all", Options.ReviewRequired.All));

    private static OptionParser<ReviewRequired> ReviewRequiredParser => OptionParsers.Choice(
        ("ai", Options.ReviewRequired.AI), ("all", Options.ReviewRequired.All), ("none", Options.ReviewRequired.None));

    private static ScopedOption<T> Scoped<T>(
        string name,
        string values,
        string documentation,
        Func<OptionParser<ImmutableArray<T>>> parser,
        Func<bool, OptionLock<ImmutableArray<T>>> locks,
        ImmutableArray<string> rules,
        bool denies = false) => new(
            new OptionDefinition<ImmutableArray<T>>(OptionDefinition.Prefix + name, values, [], string.Empty, documentation, parser)
            {
                Denies = denies,
                Locks = () => locks(false),
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
                Locks = () => locks(true),
                Rules = TestRules,
            });
}
