using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Rules;

/// <summary>The descriptor of every rule.</summary>
internal static class Descriptors
{
    /// <summary>
    /// The row of a rule, with its id behind it, which leads to the rule's page. Every line of a build ends with it, and the page's own
    /// address is twice as long.
    /// </summary>
    public const string RuleRow = "https://github.com/ProvenanceAnalyzers/ProvenanceAnalyzers#";

    /// <summary>How a message that asks for a declaration ends, behind the line to copy: what to write instead of its origin.</summary>
    private const string OtherOrigins = ", with Assisted if one helped, Human if none did, else Unknown";

    private const string Annotation = "[AIProvenance(AIOrigin.Generated, Tool = \"...\")]";

    private const string BrokenPolicyTitle = "Policy file, or what the build tells, cannot be relied on";

    private const string BrokenPolicyDescription =
        "What cannot be read locks nothing, and nobody would notice. A lock that cannot be read is closed.";

    public static readonly DiagnosticDescriptor InvalidOption = new(
        RuleIds.InvalidOption,
        "Option is unknown, invalid or contradicts another",
        "Option '{0} = {1}', which holds for '{2}', {3}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An option that is misspelled or has an invalid value does nothing, and nobody would notice.",
        RuleRow + RuleIds.InvalidOption,
        RuleTags.Configuration);

    public static readonly DiagnosticDescriptor MalformedAnnotation = new(
        RuleIds.MalformedAnnotation,
        "Provenance annotation is malformed",
        "Malformed provenance: {0}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An annotation that lacks a field or has an invalid one says less than it seems to, and records that are made from it are wrong.",
        RuleRow + RuleIds.MalformedAnnotation,
        RuleTags.Configuration);

    public static readonly DiagnosticDescriptor UnknownTool = new(
        RuleIds.UnknownTool,
        "Tool is not known",
        "Tool '{0}' is not known; {1}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A policy that allows, denies or suspends a tool knows it by its id; a tool of another name passes by all of them.",
        RuleRow + RuleIds.UnknownTool,
        RuleTags.Configuration);

    public static readonly DiagnosticDescriptor UnmatchedTarget = new(
        RuleIds.UnmatchedTarget,
        "Target of an assembly annotation matches nothing",
        "Target \"{0}\" matches no source or fixture file of this project; paths are relative to the project and case-sensitive{1}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An assembly annotation whose Target matches nothing declares nothing: its file was renamed or removed, or the path is misspelled.",
        RuleRow + RuleIds.UnmatchedTarget,
        RuleTags.Configuration);

    public static readonly DiagnosticDescriptor ObsoleteBaselineEntry = new(
        RuleIds.ObsoleteBaselineEntry,
        "Baseline entry no longer applies",
        BaselineFile.ObsoleteMessage,
        RuleFamily.Configuration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A baseline is a list of what is still to be looked at. It should hold nothing else.",
        RuleRow + RuleIds.ObsoleteBaselineEntry,
        RuleTags.Configuration);

    /// <summary>
    /// Not configurable: what a developer may not weaken, a developer may not hide either. An error, since no setting can make it one.
    /// </summary>
    public static readonly DiagnosticDescriptor WeakenedPolicy = new(
        RuleIds.WeakenedPolicy,
        "Option or severity weakens the locked policy",
        "'{0} = {1}', which holds for '{2}', would weaken the locked policy: {3}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "An .editorconfig is the developer's. What the organisation has decided stands in its policy file, and changes there.",
        RuleRow + RuleIds.WeakenedPolicy,
        RuleTags.CannotBeHidden(RuleTags.Configuration));

    public static readonly DiagnosticDescriptor MalformedBaseline = new(
        RuleIds.MalformedBaseline,
        "Baseline file is malformed",
        "The baseline line '{0}' {1}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A line that cannot be read holds for nothing, and lines that are out of order get lost when branches are merged.",
        RuleRow + RuleIds.MalformedBaseline,
        RuleTags.Configuration);

    /// <summary>Not configurable, and an error: a lock that cannot be read is closed, and no setting may open it.</summary>
    public static readonly DiagnosticDescriptor BrokenPolicy = new(
        RuleIds.BrokenPolicy,
        BrokenPolicyTitle,
        "{0}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        BrokenPolicyDescription,
        RuleRow + RuleIds.BrokenPolicy,
        RuleTags.CannotBeHidden(RuleTags.Configuration));

    public static readonly DiagnosticDescriptor UnjudgedFiles = new(
        RuleIds.UnjudgedFiles,
        "Files count as generated and are not judged",
        "{0}: {1}; if that is right, name them in provenance.generated_files{2}",
        RuleFamily.Configuration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "No rule looks at generated code. A comment, a name or a setting is enough to make a file generated, so the list is kept short.",
        RuleRow + RuleIds.UnjudgedFiles,
        RuleTags.Configuration);

    public static readonly DiagnosticDescriptor UndeclaredType = new(
        RuleIds.UndeclaredType,
        "Type does not declare its provenance",
        $"The {{0}} '{{1}}' does not declare its provenance: add {Annotation} if an AI wrote it{OtherOrigins}{{2}}",
        RuleFamily.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a declaration nobody can tell later whether an AI wrote the type, with which tool, and under whose terms.",
        RuleRow + RuleIds.UndeclaredType,
        RuleTags.Declaration);

    public static readonly DiagnosticDescriptor UndeclaredTestClass = new(
        RuleIds.UndeclaredTestClass,
        "Test class does not declare its provenance",
        $"The test {{0}} '{{1}}' does not declare its provenance: add {Annotation} if an AI wrote it{OtherOrigins}{{2}}",
        RuleFamily.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test that an AI wrote checks what the AI understood. Whoever relies on the test, or trains or evaluates a model on it, "
        + "must know.",
        RuleRow + RuleIds.UndeclaredTestClass,
        RuleTags.Declaration);

    public static readonly DiagnosticDescriptor UndeclaredFixtures = new(
        RuleIds.UndeclaredFixtures,
        "Fixture files do not declare their provenance",
        $"{{0}}; {{1}} if an AI made {{2}}{OtherOrigins}{{3}}",
        RuleFamily.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test is worth what its data is worth. Data that an AI made up checks what the AI expects, "
        + "and golden files that nobody read check nothing.",
        RuleRow + RuleIds.UndeclaredFixtures,
        RuleTags.Declaration);

    public static readonly DiagnosticDescriptor UndeclaredMember = new(
        RuleIds.UndeclaredMember,
        "Member does not declare its provenance",
        "The {0} '{1}' lacks a provenance of its own (provenance.required_on = members): "
        + $"add {Annotation} if an AI wrote it{OtherOrigins}{{2}}",
        RuleFamily.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Where code of different origins shares a type, only a declaration on each member can tell them apart.",
        RuleRow + RuleIds.UndeclaredMember,
        RuleTags.Declaration);

    public static readonly DiagnosticDescriptor UndeclaredTopLevelStatements = new(
        RuleIds.UndeclaredTopLevelStatements,
        "File of top-level statements does not declare its provenance",
        "These top-level statements do not declare their provenance: add "
        + $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"{{0}}\")] if an AI wrote them{OtherOrigins}{{1}}",
        RuleFamily.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Top-level statements have no type that an attribute could stand on; an assembly annotation with the file's path declares them.",
        RuleRow + RuleIds.UndeclaredTopLevelStatements,
        RuleTags.Declaration);

    public static readonly DiagnosticDescriptor UnknownOrigin = new(
        RuleIds.UnknownOrigin,
        "Provenance is declared unknown",
        "The provenance here is declared unknown: when someone finds out, say so",
        RuleFamily.Declaration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Unknown is honest, and the right thing to say of old code; it is also what a policy about AI-made code can say nothing of.",
        RuleRow + RuleIds.UnknownOrigin,
        RuleTags.Declaration);

    public static readonly DiagnosticDescriptor UnreviewedCode = new(
        RuleIds.UnreviewedCode,
        "Code lacks a human review",
        "A human must review {0}{1}, then add the marker, which an AI agent must not{2}",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "AI output that nobody has read is nobody's responsibility. A marker says who has read exactly this code.",
        RuleRow + RuleIds.UnreviewedCode,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor UnreviewedTest = new(
        RuleIds.UnreviewedTest,
        "Test lacks a human review",
        "A human must review {0}{1}, then add the marker, which an AI agent must not{2}",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A test that an AI wrote and nobody read may check nothing, and everything that relies on it is unchecked too.",
        RuleRow + RuleIds.UnreviewedTest,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor StaleReview = new(
        RuleIds.StaleReview,
        "Review is stale",
        "{0} has changed since {1} reviewed it: a human must review the change, then renew the marker, which an AI agent must not{2}",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review is of the code that was read, not of its name. Whatever changed since was not reviewed.",
        RuleRow + RuleIds.StaleReview,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor RefusedReviewer = new(
        RuleIds.RefusedReviewer,
        "Reviewer is missing, no human or not allowed",
        "{0}",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review marker stands for a human's judgement. A bot's or a tool's review is welcome, and is not one.",
        RuleRow + RuleIds.RefusedReviewer,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor SelfReview = new(
        RuleIds.SelfReview,
        "Reviewer is the one who requested the code",
        "'{0}' reviewed what '{1}' requested, who is the same person; someone else must review it (provenance.independent_review)",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever asked an AI for code sees what they meant. A second person sees what is there.",
        RuleRow + RuleIds.SelfReview,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor TooFewReviews = new(
        RuleIds.TooFewReviews,
        "Too few people have reviewed",
        "A human must review {0}: it has {1} of {2} reviews by different people (provenance.reviews_required); "
        + "an AI agent must not add one{3}",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that matters more is read by more than one person.",
        RuleRow + RuleIds.TooFewReviews,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor OutdatedReview = new(
        RuleIds.OutdatedReview,
        "Review is out of date",
        "The review of {0} is {1}; a human must review the code again, then renew the marker, which an AI agent must not",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review that is older than the code it stands on cannot be of that code, and after a time a policy may want another look.",
        RuleRow + RuleIds.OutdatedReview,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor ReviewWithoutDigest = new(
        RuleIds.ReviewWithoutDigest,
        "Review marker lacks a digest",
        "The marker of {0} has no digest: nobody can tell whether the code is still what was reviewed; {1}",
        RuleFamily.Review,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a digest a marker stays when the code changes, and vouches for what nobody has read.",
        RuleRow + RuleIds.ReviewWithoutDigest,
        RuleTags.Review);

    public static readonly DiagnosticDescriptor DisallowedTool = new(
        RuleIds.DisallowedTool,
        "Tool, provider or model is not allowed",
        "{0} is not allowed here: {1}",
        RuleFamily.Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An organisation decides whose AI it uses, and for what. What was made otherwise must not stay in the code unseen.",
        RuleRow + RuleIds.DisallowedTool,
        RuleTags.Policy);

    public static readonly DiagnosticDescriptor SuspendedTool = new(
        RuleIds.SuspendedTool,
        "Tool was suspended",
        "{0} is not allowed here: {1}",
        RuleFamily.Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A tool that was suspended, for an incident or a change of its terms, was not to be used on these days, whatever holds today.",
        RuleRow + RuleIds.SuspendedTool,
        RuleTags.Policy);

    public static readonly DiagnosticDescriptor DisallowedOrigin = new(
        RuleIds.DisallowedOrigin,
        "Origin is not allowed here",
        "{0} is not allowed here: {1}",
        RuleFamily.Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Some code must be written by humans, or at least not by an agent alone; the path says which.",
        RuleRow + RuleIds.DisallowedOrigin,
        RuleTags.Policy);

    public static readonly DiagnosticDescriptor DisallowedInTests = new(
        RuleIds.DisallowedInTests,
        "Origin, tool or provider is not allowed in tests",
        "{0} is not allowed in test code and fixture files: {1}",
        RuleFamily.Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Tests and their data say what is right. Where an AI is checked by them, it must not have written them.",
        RuleRow + RuleIds.DisallowedInTests,
        RuleTags.Policy);

    public static readonly DiagnosticDescriptor RestrictedTraining = new(
        RuleIds.RestrictedTraining,
        "Output may not go into a training corpus",
        "{0} may not go into a training corpus: {1}",
        RuleFamily.Policy,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Most providers forbid training on their output. Once it is in a training corpus nobody can take it out again.",
        RuleRow + RuleIds.RestrictedTraining,
        RuleTags.Policy);

    public static readonly DiagnosticDescriptor ContradictedOrigin = new(
        RuleIds.ContradictedOrigin,
        "History contradicts the declared origin",
        "The {0} is declared {1}, but {2}; if so, write [AIProvenance({3})], else suppress this with a justification",
        RuleFamily.Evidence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An annotation says what its author wants; the history of the repository says who committed the lines.",
        RuleRow + RuleIds.ContradictedOrigin,
        RuleTags.Evidence);

    public static readonly DiagnosticDescriptor ContradictedTool = new(
        RuleIds.ContradictedTool,
        "History contradicts the declared tool or model",
        "The {0} is declared as made with {1}, but {2}; if so, say {3}, else suppress this with a justification",
        RuleFamily.Evidence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Which tool wrote code decides whose terms hold for it; one annotation a tool says so.",
        RuleRow + RuleIds.ContradictedTool,
        RuleTags.Evidence);

    public static readonly DiagnosticDescriptor UnattestedReview = new(
        RuleIds.UnattestedReview,
        "Review marker was committed by nobody who may vouch for it",
        "The review by {0} is not attested: {1}; a human must review the code and commit the marker, which an AI agent must not",
        RuleFamily.Evidence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A marker is a claim. History knows whether a human had a hand in the commit that made it.",
        RuleRow + RuleIds.UnattestedReview,
        RuleTags.Evidence);

    public static readonly DiagnosticDescriptor DependentReview = new(
        RuleIds.DependentReview,
        "Reviewer had a hand in the code, by history",
        "By history '{0}' {1} {2} that {3} had a hand in here (last in {4}); somebody else must review them",
        RuleFamily.Evidence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever asked an AI for code, or committed it as their own, is no second pair of eyes.",
        RuleRow + RuleIds.DependentReview,
        RuleTags.Evidence);

    public static readonly DiagnosticDescriptor BulkReview = new(
        RuleIds.BulkReview,
        "One commit signs more than anybody reads",
        "Commit {0} signs {1} of {2} lines together, more than the {3} that {4} allows; review in smaller steps",
        RuleFamily.Evidence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A review that signs more than anybody can read in one go is none.",
        RuleRow + RuleIds.BulkReview,
        RuleTags.Evidence);

    public static readonly DiagnosticDescriptor IncompleteEvidence = new(
        RuleIds.IncompleteEvidence,
        "Evidence is incomplete",
        "Evidence is incomplete: {0}",
        RuleFamily.Evidence,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What history cannot tell is unknown: it is neither a human's nor an AI's, and nobody would notice that nothing was checked.",
        RuleRow + RuleIds.IncompleteEvidence,
        RuleTags.Evidence);

    public static readonly DiagnosticDescriptor UnitRecord = new(
        RuleIds.UnitRecord,
        "Record of the provenance of code",
        "Provenance record of '{0}'",
        RuleFamily.Information,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A build that writes a baseline or a manifest takes what it writes from these records in the compiler's error log.",
        RuleRow + RuleIds.UnitRecord,
        RuleTags.Product,
        RuleTags.InformationFamily,
        WellKnownDiagnosticTags.NotConfigurable,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary><see cref="BrokenPolicy"/> in a host that has no facts of the build, which may have its reasons.</summary>
    public static DiagnosticDescriptor MissingFacts { get; } = new(
        RuleIds.BrokenPolicy,
        BrokenPolicyTitle,
        "The build tells nothing of this project, so that no policy file, mode or day holds: ProvenanceAnalyzers.targets is not imported; "
        + "let IncludeAssets of the PackageReference name 'build' and 'buildTransitive', or import it by hand",
        RuleFamily.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        BrokenPolicyDescription,
        RuleRow + RuleIds.BrokenPolicy,
        RuleTags.Configuration);

    /// <summary>Every rule's descriptor, in the order of the ids.</summary>
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
        UnjudgedFiles,
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
        ContradictedOrigin,
        ContradictedTool,
        UnattestedReview,
        DependentReview,
        BulkReview,
        IncompleteEvidence,
        UnitRecord,
    ];
}
