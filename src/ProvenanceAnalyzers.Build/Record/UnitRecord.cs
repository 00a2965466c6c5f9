using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>A unit as the manifest has it.</summary>
internal sealed record UnitRecord : RecordObject
{
    /// <summary>What the record is of.</summary>
    [OnlyInLog]
    [JsonProperty(RecordNames.Record)]
    public RecordKind Record { get; init; }

    /// <summary>What it is known by in all records.</summary>
    [JsonProperty(RecordNames.Id)]
    public required string Id { get; init; }

    [JsonProperty(RecordNames.Kind)]
    public required string Kind { get; init; }

    /// <summary>Whether it is test code.</summary>
    [JsonProperty(RecordNames.Test)]
    public required bool IsTest { get; init; }

    /// <summary>The file of its first part, relative to the project.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Path)]
    public string Path => Parts[0].Path;

    /// <summary>Where its first part begins; null of a fixture file.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.StartLine, Required = Required.AllowNull)]
    public int? StartLine => Parts[0].StartLine;

    /// <summary>Where its first part ends; null of a fixture file.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.EndLine, Required = Required.AllowNull)]
    public int? EndLine => Parts[0].EndLine;

    /// <summary>The digest of all parts; null of a fixture file that could not be read.</summary>
    [JsonProperty(RecordNames.Digest, Required = Required.AllowNull)]
    public required string? Digest { get; init; }

    /// <summary>How many bytes a fixture file has; null of code.</summary>
    [JsonProperty(RecordNames.Size, Required = Required.AllowNull)]
    public required long? Size { get; init; }

    /// <summary>Its hand-written parts.</summary>
    [JsonProperty(RecordNames.Parts)]
    public required IReadOnlyList<PartRecord> Parts { get; init; }

    /// <summary>The rule that asks for a declaration which is missing, or null.</summary>
    [JsonProperty(RecordNames.Due, Required = Required.AllowNull)]
    [JsonConverter(typeof(RuleIdConverter), RuleFamily.Declaration)]
    public required string? Due { get; init; }

    /// <summary>Whether an annotation declares it.</summary>
    [JsonProperty(RecordNames.Declared)]
    public required bool IsDeclared { get; init; }

    /// <summary>Whether the baseline has it as it is.</summary>
    [JsonProperty(RecordNames.Baseline)]
    public required bool IsInBaseline { get; init; }

    /// <summary>Whether an option says that nothing at its path is a unit.</summary>
    [JsonProperty(RecordNames.Excluded)]
    public required bool IsExcluded { get; init; }

    /// <summary>Whether the code suppresses the rule that asks.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Suppressed)]
    public bool IsSuppressed => Suppression != null;

    /// <summary>Why, where the attribute says so.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Justification, Required = Required.AllowNull)]
    public string? Justification => Suppression?.Justification;

    /// <summary>Of all its annotations' origins the one that a consumer must care about most.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Origin)]
    public Origin Origin => Annotations
        .Select(annotation => annotation.Origin)
        .DefaultIfEmpty(Origin.Unknown)
        .OrderByDescending(Concern)
        .First();

    /// <summary>The tools that annotations name.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Tools)]
    public IReadOnlyList<string> Tools => Distinct(Annotations.Select(annotation => annotation.Tool));

    /// <summary>The companies behind the tools and the models.</summary>
    [JsonProperty(RecordNames.Providers)]
    public required IReadOnlyList<string> Providers { get; init; }

    /// <summary>The models that annotations name.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Models)]
    public IReadOnlyList<string> Models => Distinct(Annotations.Select(annotation => annotation.Model));

    /// <summary>Where its annotations stand.</summary>
    [JsonProperty(RecordNames.Level)]
    public required ProvenanceLevel Level { get; init; }

    /// <summary>The annotations that hold for it.</summary>
    [JsonProperty(RecordNames.Annotations)]
    public required IReadOnlyList<AnnotationRecord> Annotations { get; init; }

    /// <summary>How far its review has come.</summary>
    [JsonProperty(RecordNames.Review)]
    public required ReviewState Review { get; init; }

    /// <summary>How many people must review it.</summary>
    [JsonProperty(RecordNames.ReviewsRequired)]
    public required int ReviewsRequired { get; init; }

    /// <summary>The markers that cover it.</summary>
    [JsonProperty(RecordNames.Reviews)]
    public required IReadOnlyList<ReviewRecord> Reviews { get; init; }

    /// <summary>The rules of a policy that it breaks.</summary>
    [JsonProperty(
        RecordNames.Policy, ItemConverterType = typeof(RuleIdConverter), ItemConverterParameters = new object[] { RuleFamily.Policy })]
    public required IReadOnlyList<string> BrokenPolicyRules { get; init; }

    /// <summary>What history tells of it; null where that is nothing, or nobody has asked.</summary>
    [JsonProperty(RecordNames.Evidence, Required = Required.AllowNull)]
    public required EvidenceRecord? Evidence { get; init; }

    /// <summary>Whether history contradicts what is declared, and somebody who knows better has said why.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Contested)]
    public bool IsContested => Findings.Any(finding =>
        finding is { Rule: RuleIds.ContradictedOrigin, IsSuppressed: true } && !string.IsNullOrWhiteSpace(finding.Justification));

    /// <summary>Whether a model may be trained on it.</summary>
    [JsonProperty(RecordNames.Training)]
    public required TrainingRecord Training { get; init; }

    /// <summary>The diagnostics inside of it.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Findings)]
    public IReadOnlyList<FindingRecord> Findings { get; init; } = [];

    /// <summary>Whether an AI had a hand in it, as it is declared.</summary>
    public bool IsAIMade => Origin.IsAIMade() || Annotations.Any(annotation => annotation.Tool != null || annotation.Model != null);

    /// <summary>Whether history contradicts what is declared, and nobody has said that he knows better.</summary>
    public bool IsContradicted => Findings.Any(finding =>
        finding is { Rule: RuleIds.ContradictedOrigin or RuleIds.ContradictedTool, IsSuppressed: false });

    /// <summary>Whether a rule asks for a declaration that is not there.</summary>
    public bool IsDue => Due != null;

    /// <summary>
    /// Whether a baseline of today has it: where it is due, or has been and its review is held back since; not where somebody has said in
    /// the code why it needs none, and only what a line can say. Of a fixture file that could not be read there is no digest, and its name
    /// may have any characters in it.
    /// </summary>
    public bool BelongsInBaseline =>
        ((IsDue && !IsSuppressed) || (IsDeclared && IsInBaseline)) && Digest != null && BaselineFile.CanName(Id);

    private FindingRecord? Suppression => Findings.FirstOrDefault(finding => finding.Rule == Due && finding.IsSuppressed);

    /// <inheritdoc/>
    public override void Check()
    {
        if (Parts.Count == 0)
        {
            throw new JsonSerializationException($"The unit '{Id}' has no part.");
        }
    }

    /// <summary>
    /// How much a consumer must care: the more, the larger an AI's share may be, and the least about what is known to be human.
    /// </summary>
    private static int Concern(Origin origin) => origin == Origin.Human ? -1 : (int)origin;

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> values) =>
        [.. values.OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(value => value, StringComparer.Ordinal)];
}
