using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Baseline;

namespace ProvenanceAnalyzers;

/// <summary>The descriptor of every rule.</summary>
internal static class Descriptors
{
    /// <summary>Where the rule pages are, one a rule: <c>PROV1001.md</c>.</summary>
    public const string RulePages =
        "https://github.com/ProvenanceAnalyzers/ProvenanceAnalyzers/blob/main/src/ProvenanceAnalyzers.Package/docs/rules/";

    private const string Configuration = "Provenance.Configuration";
    private const string Declaration = "Provenance.Declaration";
    private const string Review = "Provenance.Review";
    private const string Policy = "Provenance.Policy";
    private const string Information = "Provenance.Information";

    /// <summary>The first keeps configuration and pragmas from hiding a diagnostic, the second the attribute <c>SuppressMessage</c>.</summary>
    private static readonly string[] CannotBeHidden = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    public static readonly DiagnosticDescriptor InvalidOption = new(
        DiagnosticIds.InvalidOption,
        "Option is unknown, invalid or contradicts another",
        "Option '{0} = {1}', which holds for '{2}', {3}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An option that is misspelled or has an invalid value does nothing, and nobody would notice.",
        RulePages + DiagnosticIds.InvalidOption + ".md");

    public static readonly DiagnosticDescriptor MalformedAnnotation = new(
        DiagnosticIds.MalformedAnnotation,
        "Provenance annotation is malformed",
        "Malformed provenance: {0}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An annotation that lacks a field or has an invalid one says less than it seems to, and records that are made from it are wrong.",
        RulePages + DiagnosticIds.MalformedAnnotation + ".md");

    public static readonly DiagnosticDescriptor UnknownTool = new(
        DiagnosticIds.UnknownTool,
        "Tool is not known",
        "Tool '{0}' is not known; {1}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A policy that allows, denies or suspends a tool knows it by its id; a tool of another name passes by all of them.",
        RulePages + DiagnosticIds.UnknownTool + ".md");

    public static readonly DiagnosticDescriptor UnmatchedTarget = new(
        DiagnosticIds.UnmatchedTarget,
        "Target of an assembly annotation matches nothing",
        "Target \"{0}\" matches no source or fixture file of this project; paths are relative to the project and case-sensitive{1}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An assembly annotation whose Target matches nothing declares nothing: its file was renamed or removed, or the path is misspelled.",
        RulePages + DiagnosticIds.UnmatchedTarget + ".md");

    public static readonly DiagnosticDescriptor ObsoleteBaselineEntry = new(
        DiagnosticIds.ObsoleteBaselineEntry,
        "Baseline entry no longer applies",
        BaselineFile.ObsoleteMessage,
        Configuration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A baseline is a list of what is still to be looked at. It should hold nothing else.",
        RulePages + DiagnosticIds.ObsoleteBaselineEntry + ".md");

    /// <summary>Not configurable: what a developer may not weaken, a developer may not hide either. An error, since no setting can make it one.</summary>
    public static readonly DiagnosticDescriptor WeakenedPolicy = new(
        DiagnosticIds.WeakenedPolicy,
        "Option or severity weakens the locked policy",
        "'{0} = {1}', which holds for '{2}', would weaken the locked policy: {3}",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "An .editorconfig is the developer's. What the organisation has decided stands in its policy file, and changes there.",
        RulePages + DiagnosticIds.WeakenedPolicy + ".md",
        CannotBeHidden);

    public static readonly DiagnosticDescriptor MalformedBaseline = new(
        DiagnosticIds.MalformedBaseline,
        "Baseline file is malformed",
        "The baseline line '{0}' {1}",
        Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A line that cannot be read holds for nothing, and lines that are out of order get lost when branches are merged.",
        RulePages + DiagnosticIds.MalformedBaseline + ".md");

    /// <summary>Likewise.</summary>
    public static readonly DiagnosticDescriptor BrokenPolicy = new(
        DiagnosticIds.BrokenPolicy,
        "Policy file cannot be read",
        "Line {1} of the policy file '{0}': {2}",
        Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A line that cannot be read locks nothing, and nobody would notice. A lock that cannot be read is closed.",
        RulePages + DiagnosticIds.BrokenPolicy + ".md",
        CannotBeHidden);

    public static readonly DiagnosticDescriptor UndeclaredType = new(
        DiagnosticIds.UndeclaredType,
        "Type does not declare its provenance",
        "The {0} '{1}' does not declare its provenance: add [AIProvenance(...)] to say whether a human or an AI wrote it, and with which tool{2}",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a declaration nobody can tell later whether an AI wrote the type, with which tool, and under whose terms.",
        RulePages + DiagnosticIds.UndeclaredType + ".md");

    public static readonly DiagnosticDescriptor UndeclaredTestClass = new(
        DiagnosticIds.UndeclaredTestClass,
        "Test class does not declare its provenance",
        "The test {0} '{1}' does not declare its provenance: add [AIProvenance(...)] to say whether a human or an AI wrote it, and with which tool{2}",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test that an AI wrote checks what the AI understood. Whoever relies on the test, or trains or evaluates a model on it, must know.",
        RulePages + DiagnosticIds.UndeclaredTestClass + ".md");

    public static readonly DiagnosticDescriptor UndeclaredFixtures = new(
        DiagnosticIds.UndeclaredFixtures,
        "Fixture files do not declare their provenance",
        "{0}; {1} to say whether a human or an AI made {2}, and with which tool{3}",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test is worth what its data is worth. Data that an AI made up checks what the AI expects, and golden files that nobody read check nothing.",
        RulePages + DiagnosticIds.UndeclaredFixtures + ".md");

    public static readonly DiagnosticDescriptor UndeclaredMember = new(
        DiagnosticIds.UndeclaredMember,
        "Member does not declare its provenance",
        "The {0} '{1}' does not declare a provenance of its own, which provenance.required_on = members asks for: add [AIProvenance(...)]{2}",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Where code of different origins shares a type, only a declaration on each member can tell them apart.",
        RulePages + DiagnosticIds.UndeclaredMember + ".md");

    public static readonly DiagnosticDescriptor UndeclaredTopLevelStatements = new(
        DiagnosticIds.UndeclaredTopLevelStatements,
        "File of top-level statements does not declare its provenance",
        "The top-level statements of '{0}' do not declare their provenance: add [assembly: AIProvenance(..., Target = \"{0}\")]{1}",
        Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Top-level statements have no type that an attribute could stand on; an assembly annotation with the file's path declares them.",
        RulePages + DiagnosticIds.UndeclaredTopLevelStatements + ".md");

    public static readonly DiagnosticDescriptor UnknownOrigin = new(
        DiagnosticIds.UnknownOrigin,
        "Provenance is declared unknown",
        "The provenance here is declared unknown: when someone finds out, say so",
        Declaration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Unknown is honest, and the right thing to say of old code; it is also what a policy about AI-made code can say nothing of.",
        RulePages + DiagnosticIds.UnknownOrigin + ".md");

    public static readonly DiagnosticDescriptor UnreviewedCode = new(
        DiagnosticIds.UnreviewedCode,
        "Code lacks a human review",
        "A human must review {0}{1}; an AI agent must not add the marker, which says that a human did{2}",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "AI output that nobody has read is nobody's responsibility. A marker says who has read exactly this code.",
        RulePages + DiagnosticIds.UnreviewedCode + ".md");

    public static readonly DiagnosticDescriptor UnreviewedTest = new(
        DiagnosticIds.UnreviewedTest,
        "Test lacks a human review",
        "A human must review {0}{1}; an AI agent must not add the marker, which says that a human did{2}",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test that an AI wrote and nobody read may check nothing, and everything that relies on it is unchecked too.",
        RulePages + DiagnosticIds.UnreviewedTest + ".md");

    public static readonly DiagnosticDescriptor StaleReview = new(
        DiagnosticIds.StaleReview,
        "Review is stale",
        "{0} has changed since {1} reviewed it: the marker has the digest {2}{3}; a human must review the change and renew the marker, an AI agent must not",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review is of the code that was read, not of its name. Whatever changed since was not reviewed.",
        RulePages + DiagnosticIds.StaleReview + ".md");

    public static readonly DiagnosticDescriptor RefusedReviewer = new(
        DiagnosticIds.RefusedReviewer,
        "Reviewer is missing, no human or not allowed",
        "{0}",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review marker stands for a human's judgement. A bot's or a tool's review is welcome, and is not one.",
        RulePages + DiagnosticIds.RefusedReviewer + ".md");

    public static readonly DiagnosticDescriptor SelfReview = new(
        DiagnosticIds.SelfReview,
        "Reviewer is the one who requested the code",
        "'{0}' reviewed what '{1}' requested, who is the same person; someone else must review it (provenance.independent_review)",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever asked an AI for code sees what they meant. A second person sees what is there.",
        RulePages + DiagnosticIds.SelfReview + ".md");

    public static readonly DiagnosticDescriptor TooFewReviews = new(
        DiagnosticIds.TooFewReviews,
        "Too few people have reviewed",
        "A human must review {0}: it has {1} of the {2} reviews by different people that provenance.reviews_required asks for; an AI agent must not add one{3}",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that matters more is read by more than one person.",
        RulePages + DiagnosticIds.TooFewReviews + ".md");

    public static readonly DiagnosticDescriptor OutdatedReview = new(
        DiagnosticIds.OutdatedReview,
        "Review is out of date",
        "The review of {0} is {1}; review the code again, and renew the marker",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review that is older than the code it stands on cannot be of that code, and after a time a policy may want another look.",
        RulePages + DiagnosticIds.OutdatedReview + ".md");

    public static readonly DiagnosticDescriptor ReviewWithoutDigest = new(
        DiagnosticIds.ReviewWithoutDigest,
        "Review marker lacks a digest",
        "The marker of {0} has no digest: nobody can tell whether the code is still what was reviewed; {1}",
        Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a digest a marker stays when the code changes, and vouches for what nobody has read.",
        RulePages + DiagnosticIds.ReviewWithoutDigest + ".md");

    public static readonly DiagnosticDescriptor DisallowedTool = new(
        DiagnosticIds.DisallowedTool,
        "Tool, provider or model is not allowed",
        "{0} is not allowed here: {1}",
        Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An organisation decides whose AI it uses, and for what. What was made otherwise must not stay in the code unseen.",
        RulePages + DiagnosticIds.DisallowedTool + ".md");

    public static readonly DiagnosticDescriptor SuspendedTool = new(
        DiagnosticIds.SuspendedTool,
        "Tool was suspended",
        "{0} is not allowed here: {1}",
        Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A tool that was suspended, for an incident or a change of its terms, was not to be used on these days, whatever holds today.",
        RulePages + DiagnosticIds.SuspendedTool + ".md");

    public static readonly DiagnosticDescriptor DisallowedOrigin = new(
        DiagnosticIds.DisallowedOrigin,
        "Origin is not allowed here",
        "{0} is not allowed here: {1}",
        Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Some code must be written by humans, or at least not by an agent alone; the path says which.",
        RulePages + DiagnosticIds.DisallowedOrigin + ".md");

    public static readonly DiagnosticDescriptor DisallowedInTests = new(
        DiagnosticIds.DisallowedInTests,
        "Origin, tool or provider is not allowed in tests",
        "{0} is not allowed in test code and fixture files: {1}",
        Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Tests and their data say what is right. Where an AI is checked by them, it must not have written them.",
        RulePages + DiagnosticIds.DisallowedInTests + ".md");

    public static readonly DiagnosticDescriptor RestrictedTraining = new(
        DiagnosticIds.RestrictedTraining,
        "Output may not go into a training corpus",
        "{0} may not go into a training corpus: {1}",
        Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Most providers forbid training on their output. Once it is in a training corpus nobody can take it out again.",
        RulePages + DiagnosticIds.RestrictedTraining + ".md");

    public static readonly DiagnosticDescriptor UnitRecord = new(
        DiagnosticIds.UnitRecord,
        "Record of the provenance of code",
        "Provenance record of '{0}'",
        Information,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A build that writes a baseline or a manifest takes what it writes from these records in the compiler's error log.",
        RulePages + DiagnosticIds.UnitRecord + ".md",
        WellKnownDiagnosticTags.NotConfigurable,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Every descriptor, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        InvalidOption,
        MalformedAnnotation,
        UnknownTool,
        UnmatchedTarget,
        ObsoleteBaselineEntry,
        WeakenedPolicy,
        MalformedBaseline,
        BrokenPolicy,
        UndeclaredType,
        UndeclaredTestClass,
        UndeclaredFixtures,
        UndeclaredMember,
        UndeclaredTopLevelStatements,
        UnknownOrigin,
        UnreviewedCode,
        UnreviewedTest,
        StaleReview,
        RefusedReviewer,
        SelfReview,
        TooFewReviews,
        OutdatedReview,
        ReviewWithoutDigest,
        DisallowedTool,
        SuspendedTool,
        DisallowedOrigin,
        DisallowedInTests,
        RestrictedTraining,
        UnitRecord,
    ];
}
