namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>The ids of the rules. An id is never reused; the block of a thousand is the rule's family.</summary>
internal static class RuleIds
{
    public const string InvalidOption = "PROV0001";
    public const string MalformedAnnotation = "PROV0002";
    public const string UnknownTool = "PROV0003";
    public const string UnmatchedTarget = "PROV0004";
    public const string ObsoleteBaselineEntry = "PROV0005";
    public const string WeakenedPolicy = "PROV0006";
    public const string MalformedBaseline = "PROV0007";
    public const string BrokenPolicy = "PROV0008";
    public const string UnjudgedFiles = "PROV0009";

    public const string UndeclaredType = "PROV1001";
    public const string UndeclaredTestClass = "PROV1002";
    public const string UndeclaredFixtures = "PROV1003";
    public const string UndeclaredMember = "PROV1004";
    public const string UndeclaredTopLevelStatements = "PROV1005";
    public const string UnknownOrigin = "PROV1006";

    public const string UnreviewedCode = "PROV2001";
    public const string UnreviewedTest = "PROV2002";
    public const string StaleReview = "PROV2003";
    public const string RefusedReviewer = "PROV2004";
    public const string SelfReview = "PROV2005";
    public const string TooFewReviews = "PROV2006";
    public const string OutdatedReview = "PROV2007";
    public const string ReviewWithoutDigest = "PROV2008";

    public const string DisallowedTool = "PROV3001";
    public const string SuspendedTool = "PROV3002";
    public const string DisallowedOrigin = "PROV3003";
    public const string DisallowedInTests = "PROV3004";
    public const string RestrictedTraining = "PROV3005";

    public const string ContradictedOrigin = "PROV4001";
    public const string ContradictedTool = "PROV4002";
    public const string UnattestedReview = "PROV4003";
    public const string DependentReview = "PROV4004";
    public const string BulkReview = "PROV4005";
    public const string IncompleteEvidence = "PROV4006";

    public const string UnitRecord = "PROV9001";
}
