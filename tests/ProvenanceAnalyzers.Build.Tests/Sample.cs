using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Tests;

/// <summary>Records of a project in which everything is in order, for tests to change.</summary>
internal static class Sample
{
    public const string Digest = "h1:11111111111111111111111111111111";

    public static UnitRecord Unit(string id) => new()
    {
        Id = id,
        Kind = "class",
        IsTest = false,
        Digest = Digest,
        Size = null,
        Parts = [Part("A.cs", 1, 5)],
        Due = null,
        IsDeclared = true,
        IsInBaseline = false,
        IsExcluded = false,
        Providers = [],
        Level = ProvenanceLevel.Type,
        Annotations = [],
        Review = ReviewState.NotRequired,
        ReviewsRequired = 0,
        Reviews = [],
        BrokenPolicyRules = [],
        Evidence = null,
        Training = new TrainingRecord { Status = TrainingUse.Allowed, Provider = null, Document = null, Date = null, Terms = [] },
    };

    /// <summary>What history tells of a unit of ten lines of which a commit of codex wrote eight.</summary>
    public static EvidenceRecord Evidence(params string[] undeclaredTools) => new()
    {
        Lines = 10,
        NotedLines = 0,
        CommittedLines = 8,
        AssistedLines = 0,
        SuggestedLines = 0,
        Tools = ["codex"],
        UndeclaredTools = undeclaredTools,
        Models = [],
        FirstDay = "2026-11-20",
        LastDay = "2026-11-20",
        Commits = ["4f0e"],
    };

    public static PartRecord Part(string path, int? startLine, int? endLine) =>
        new() { Path = path, StartLine = startLine, EndLine = endLine, Digest = Digest };

    public static AnnotationRecord Annotation(string? requestedBy = null) => new()
    {
        Origin = Origin.Generated,
        Tool = "codex",
        Provider = "openai",
        Model = null,
        RequestedBy = requestedBy,
        On = null,
        Reference = null,
    };

    public static AssemblyAnnotationRecord AssemblyAnnotation(string? target = null, string? requestedBy = null) => new()
    {
        Origin = Origin.Generated,
        Tool = "codex",
        Provider = "openai",
        Model = null,
        RequestedBy = requestedBy,
        On = null,
        Reference = null,
        Target = target,
    };

    public static ReviewRecord Review(string? reviewer) =>
        new() { Reviewer = reviewer, On = "2026-11-20", Digest = Digest, IsValid = true, Faults = ReviewFault.None };

    public static FileRecord SourceFile(string path, FileReason reason, params (int Start, int End)[] outside) => new()
    {
        Path = path,
        Reason = reason,
        Outside = [.. outside.Select(lines => Lines(lines.Start, lines.End))],
        OutsideAnnotations = [],
    };

    public static LinesRecord Lines(int start, int end) => new() { StartLine = start, EndLine = end };

    public static FindingRecord Finding(string rule, string path, int line, bool isSuppressed = false) => new()
    {
        Rule = rule,
        Level = FindingLevel.Warning,
        Path = path,
        Line = line,
        Column = 1,
        Message = "Text.",
        IsSuppressed = isSuppressed,
        Justification = null,
    };

    public static FrameworkRecord Framework(string framework, params UnitRecord[] units) => new()
    {
        Framework = framework,
        Assembly = "Lib",
        InForce = InForce(),
        Annotations = [],
        Units = units,
        Files = [],
        Findings = [],
    };

    public static InForceRecord InForce(params PolicyFileRecord[] policies) => new()
    {
        Mode = "default",
        Presets = [],
        Policies = policies,
        Severities = [],
        Unjudged = [],
        HasEvidence = false,
    };

    public static Manifest Manifest(params FrameworkRecord[] frameworks) => FrameworkMerge.Of(frameworks, "src/Lib.csproj");
}
