using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>What the findings of each rule wait for.</summary>
internal static class DueKinds
{
    private static readonly Dictionary<string, DueKind> ByRule = new()
    {
        [RuleIds.InvalidOption] = DueKind.Configuration,
        [RuleIds.MalformedAnnotation] = DueKind.Malformed,
        [RuleIds.UnknownTool] = DueKind.Malformed,
        [RuleIds.UnmatchedTarget] = DueKind.Malformed,
        [RuleIds.ObsoleteBaselineEntry] = DueKind.Configuration,
        [RuleIds.WeakenedPolicy] = DueKind.Configuration,
        [RuleIds.MalformedBaseline] = DueKind.Configuration,
        [RuleIds.BrokenPolicy] = DueKind.Configuration,
        [RuleIds.UnjudgedFiles] = DueKind.Configuration,
        [RuleIds.UndeclaredType] = DueKind.Undeclared,
        [RuleIds.UndeclaredTestClass] = DueKind.Undeclared,
        [RuleIds.UndeclaredFixtures] = DueKind.Undeclared,
        [RuleIds.UndeclaredMember] = DueKind.Undeclared,
        [RuleIds.UndeclaredTopLevelStatements] = DueKind.Undeclared,
        [RuleIds.UnknownOrigin] = DueKind.Undeclared,
        [RuleIds.UnreviewedCode] = DueKind.Unreviewed,
        [RuleIds.UnreviewedTest] = DueKind.Unreviewed,
        [RuleIds.StaleReview] = DueKind.Stale,
        [RuleIds.RefusedReviewer] = DueKind.Refused,
        [RuleIds.SelfReview] = DueKind.Refused,
        [RuleIds.TooFewReviews] = DueKind.Unreviewed,
        [RuleIds.OutdatedReview] = DueKind.Stale,
        [RuleIds.ReviewWithoutDigest] = DueKind.Refused,
        [RuleIds.DisallowedTool] = DueKind.Forbidden,
        [RuleIds.SuspendedTool] = DueKind.Forbidden,
        [RuleIds.DisallowedOrigin] = DueKind.Forbidden,
        [RuleIds.DisallowedInTests] = DueKind.Forbidden,
        [RuleIds.RestrictedTraining] = DueKind.Forbidden,
        [RuleIds.ContradictedOrigin] = DueKind.Contradicted,
        [RuleIds.ContradictedTool] = DueKind.Contradicted,
        [RuleIds.UnattestedReview] = DueKind.Contradicted,
        [RuleIds.DependentReview] = DueKind.Contradicted,
        [RuleIds.BulkReview] = DueKind.Contradicted,
        [RuleIds.IncompleteEvidence] = DueKind.Configuration,
    };

    /// <summary>What each kind asks somebody to do.</summary>
    private static readonly Dictionary<DueKind, string> ToDo = new()
    {
        [DueKind.Undeclared] = "say who made it: [AIProvenance(...)] by the lightbulb, by provenance declare or by hand",
        [DueKind.Malformed] = "complete or correct what is written",
        [DueKind.Unreviewed] = "read it and sign it: provenance review",
        [DueKind.Stale] = "read what has changed and sign again: provenance review",
        [DueKind.Refused] = "somebody else must sign, or the marker must say of which code it is",
        [DueKind.Forbidden] = "see the policy: another tool, another place, or no AI at all",
        [DueKind.Contradicted] = "correct what is written, or suppress the finding with a justification",
        [DueKind.Configuration] = "mend the settings",
    };

    /// <summary>The rules whose findings are known.</summary>
    public static IReadOnlyCollection<string> Rules => ByRule.Keys;

    /// <summary>What the findings of a rule wait for.</summary>
    public static DueKind Of(string rule) => ByRule.TryGetValue(rule, out var kind) ? kind : DueKind.Configuration;

    /// <summary>What somebody does about things of a kind, as the end of a line.</summary>
    public static string WhatToDo(DueKind kind) => ToDo[kind];

    /// <summary>The name that a kind has in lists: <c>unreviewed</c>.</summary>
    public static string Name(DueKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether somebody has to read code for it, and to sign.</summary>
    public static bool IsReview(DueKind kind) => kind is DueKind.Unreviewed or DueKind.Stale or DueKind.Refused;
}
