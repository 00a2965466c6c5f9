namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>The names of the fields in records and manifests; docs/manifest.md says what each is.</summary>
internal static class RecordNames
{
    public const string Record = "record";
    public const string SchemaVersion = "schemaVersion";
    public const string Assembly = "assembly";
    public const string Project = "project";
    public const string Framework = "framework";
    public const string Frameworks = "frameworks";
    public const string Summary = "summary";
    public const string Annotations = "annotations";
    public const string Units = "units";
    public const string Files = "files";
    public const string Findings = "findings";

    public const string InForce = "inForce";
    public const string Mode = "mode";
    public const string Presets = "presets";
    public const string Policies = "policies";
    public const string Sha256 = "sha256";
    public const string Severities = "severities";
    public const string Severity = "severity";
    public const string Unjudged = "unjudged";
    public const string Version = "version";
    public const string Analyzers = "analyzers";
    public const string Entries = "entries";
    public const string Source = "source";
    public const string Revision = "revision";
    public const string Clean = "clean";

    public const string Undeclared = "undeclared";
    public const string AIMade = "aiMade";
    public const string Unreviewed = "unreviewed";
    public const string Stale = "stale";

    public const string Id = "id";
    public const string Kind = "kind";
    public const string Test = "test";
    public const string Path = "path";
    public const string File = "file";
    public const string StartLine = "startLine";
    public const string StartColumn = "startColumn";
    public const string EndLine = "endLine";
    public const string EndColumn = "endColumn";
    public const string Digest = "digest";
    public const string Size = "size";
    public const string Parts = "parts";
    public const string Due = "due";
    public const string Declared = "declared";
    public const string Baseline = "baseline";
    public const string Excluded = "excluded";
    public const string Suppressed = "suppressed";
    public const string Justification = "justification";

    public const string Origin = "origin";
    public const string Tools = "tools";
    public const string Providers = "providers";
    public const string Models = "models";
    public const string Level = "level";
    public const string Review = "review";
    public const string ReviewsRequired = "reviewsRequired";
    public const string Reviews = "reviews";
    public const string Policy = "policy";
    public const string Training = "training";

    public const string Tool = "tool";
    public const string Provider = "provider";
    public const string Model = "model";
    public const string RequestedBy = "requestedBy";
    public const string On = "on";
    public const string Reference = "reference";
    public const string Target = "target";

    public const string Reviewer = "reviewer";
    public const string Valid = "valid";
    public const string Faults = "faults";

    public const string Terms = "terms";
    public const string Status = "status";
    public const string Document = "document";
    public const string Date = "date";

    public const string Reason = "reason";
    public const string Outside = "outside";
    public const string OutsideAnnotations = "outsideAnnotations";

    public const string Evidence = "evidence";
    public const string Contested = "contested";
    public const string Contradicted = "contradicted";
    public const string Lines = "lines";
    public const string NotedLines = "notedLines";
    public const string CommittedLines = "committedLines";
    public const string AssistedLines = "assistedLines";
    public const string SuggestedLines = "suggestedLines";
    public const string UndeclaredTools = "undeclaredTools";
    public const string FirstDay = "firstDay";
    public const string LastDay = "lastDay";
    public const string Commits = "commits";

    public const string Rule = "rule";
    public const string Line = "line";
    public const string Column = "column";
    public const string Message = "message";
}
