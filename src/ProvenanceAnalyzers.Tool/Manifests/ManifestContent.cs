using System.Text.Json.Serialization;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Tool.Manifests;

/// <summary>What stands at the beginning of a manifest, and of each line of one in JSON Lines.</summary>
internal sealed record ManifestHeader
{
    /// <summary>What a line of JSON Lines is about; null of a manifest in one object.</summary>
    [JsonPropertyName(RecordNames.Record)]
    public string? Record { get; init; }

    [JsonPropertyName(RecordNames.SchemaVersion)]
    public required string SchemaVersion { get; init; }

    [JsonPropertyName(RecordNames.Assembly)]
    public required string Assembly { get; init; }

    /// <summary>The project file, relative to the repository.</summary>
    [JsonPropertyName(RecordNames.Project)]
    public required string Project { get; init; }
}

/// <summary>A manifest, or a line of one in JSON Lines, as far as the tool asks; docs/manifest.md says what each field is.</summary>
internal sealed record ManifestContent
{
    /// <summary>What a line of JSON Lines is about; null of a manifest in one object.</summary>
    [JsonPropertyName(RecordNames.Record)]
    public string? Record { get; init; }

    [JsonPropertyName(RecordNames.SchemaVersion)]
    public required string SchemaVersion { get; init; }

    [JsonPropertyName(RecordNames.Assembly)]
    public required string Assembly { get; init; }

    /// <summary>The project file, relative to the repository.</summary>
    [JsonPropertyName(RecordNames.Project)]
    public required string Project { get; init; }

    /// <summary>The revision that it was built from; null where nobody knows it.</summary>
    [JsonPropertyName(RecordNames.Source)]
    public ManifestSource? Source { get; init; }

    /// <summary>By what it was judged; null where an older version of the package has written it, which did not say so.</summary>
    [JsonPropertyName(RecordNames.InForce)]
    public IReadOnlyList<ManifestInForce>? InForce { get; init; }

    /// <summary>Its baseline; null where there is none.</summary>
    [JsonPropertyName(RecordNames.Baseline)]
    public ManifestBaseline? Baseline { get; init; }

    [JsonPropertyName(RecordNames.Units)]
    public IReadOnlyList<ManifestUnit> Units { get; init; } = [];

    /// <summary>How many lines follow this one in JSON Lines; null of a manifest in one object.</summary>
    [JsonPropertyName(RecordNames.Lines)]
    public int? Lines { get; init; }

    /// <summary>The numbers of the line that the build prints.</summary>
    [JsonPropertyName(RecordNames.Summary)]
    public ManifestSummary? Summary { get; init; }

    /// <summary>The files that hold no unit, or something beside their units.</summary>
    [JsonPropertyName(RecordNames.Files)]
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];

    /// <summary>The findings that are in no unit.</summary>
    [JsonPropertyName(RecordNames.Findings)]
    public IReadOnlyList<ManifestFinding> Findings { get; init; } = [];
}

/// <summary>The revision that a project was built from.</summary>
internal sealed record ManifestSource
{
    [JsonPropertyName(RecordNames.Revision)]
    public required string Revision { get; init; }

    /// <summary>Whether what was judged is as it is there.</summary>
    [JsonPropertyName(RecordNames.Clean)]
    public required bool IsClean { get; init; }
}

/// <summary>By what a project was judged.</summary>
internal sealed record ManifestInForce
{
    [JsonPropertyName(RecordNames.Version)]
    public required string Version { get; init; }

    /// <summary>The SHA-256 of the assembly that judged; empty where nobody knows it.</summary>
    [JsonPropertyName(RecordNames.Analyzers)]
    public required string Analyzers { get; init; }

    [JsonPropertyName(RecordNames.Mode)]
    public required string Mode { get; init; }

    [JsonPropertyName(RecordNames.Policies)]
    public required IReadOnlyList<ManifestPolicy> Policies { get; init; }

    [JsonPropertyName(RecordNames.Severities)]
    public required IReadOnlyList<ManifestSeverity> Severities { get; init; }

    /// <summary>The files in which nothing was judged.</summary>
    [JsonPropertyName(RecordNames.Unjudged)]
    public required IReadOnlyList<string> Unjudged { get; init; }

    /// <summary>Whether history was asked.</summary>
    [JsonPropertyName(RecordNames.Evidence)]
    public required bool HasEvidence { get; init; }

    /// <summary>The target frameworks for which that is so.</summary>
    [JsonPropertyName(RecordNames.Frameworks)]
    public IReadOnlyList<string> Frameworks { get; init; } = [];
}

/// <summary>A policy file that was in force.</summary>
internal sealed record ManifestPolicy
{
    /// <summary>Where it lies, relative to the project.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonPropertyName(RecordNames.Sha256)]
    public required string Sha256 { get; init; }
}

/// <summary>The severity that a project gives a rule.</summary>
internal sealed record ManifestSeverity
{
    [JsonPropertyName(RecordNames.Rule)]
    public required string Rule { get; init; }

    [JsonPropertyName(RecordNames.Severity)]
    public required string Severity { get; init; }
}

/// <summary>The baseline of a project.</summary>
internal sealed record ManifestBaseline
{
    [JsonPropertyName(RecordNames.Sha256)]
    public required string Sha256 { get; init; }

    [JsonPropertyName(RecordNames.Entries)]
    public required int Entries { get; init; }
}

/// <summary>How much there is in a project.</summary>
internal sealed record ManifestSummary
{
    /// <summary>How many units there are that are not excluded.</summary>
    [JsonPropertyName(RecordNames.Units)]
    public required int Units { get; init; }
}

/// <summary>A unit of a manifest.</summary>
internal sealed record ManifestUnit
{
    [JsonPropertyName(RecordNames.Id)]
    public required string Id { get; init; }

    [JsonPropertyName(RecordNames.Kind)]
    public string Kind { get; init; } = string.Empty;

    /// <summary>The digest of all hand-written parts; null of a fixture file that could not be read.</summary>
    [JsonPropertyName(RecordNames.Digest)]
    public string? Digest { get; init; }

    /// <summary>The strongest of its annotations; unknown where there is none.</summary>
    [JsonPropertyName(RecordNames.Origin)]
    public string Origin { get; init; } = string.Empty;

    /// <summary>Where its annotations stand.</summary>
    [JsonPropertyName(RecordNames.Level)]
    public string Level { get; init; } = string.Empty;

    [JsonPropertyName(RecordNames.Declared)]
    public bool IsDeclared { get; init; }

    /// <summary>The rules of the policy that it breaks.</summary>
    [JsonPropertyName(RecordNames.Policy)]
    public IReadOnlyList<string> Policy { get; init; } = [];

    /// <summary>Whether a model may be trained on it.</summary>
    [JsonPropertyName(RecordNames.Training)]
    public ManifestTraining? Training { get; init; }

    /// <summary>What history tells; null where that is nothing, or nobody has asked.</summary>
    [JsonPropertyName(RecordNames.Evidence)]
    public ManifestEvidence? Evidence { get; init; }

    /// <summary>The target frameworks in which it is so.</summary>
    [JsonPropertyName(RecordNames.Frameworks)]
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    [JsonPropertyName(RecordNames.Test)]
    public bool IsTest { get; init; }

    [JsonPropertyName(RecordNames.Parts)]
    public IReadOnlyList<ManifestPart> Parts { get; init; } = [];

    /// <summary>The rule that asks for a declaration which is missing, or null.</summary>
    [JsonPropertyName(RecordNames.Due)]
    public string? Due { get; init; }

    [JsonPropertyName(RecordNames.Baseline)]
    public bool IsInBaseline { get; init; }

    [JsonPropertyName(RecordNames.Excluded)]
    public bool IsExcluded { get; init; }

    [JsonPropertyName(RecordNames.Suppressed)]
    public bool IsSuppressed { get; init; }

    [JsonPropertyName(RecordNames.Annotations)]
    public IReadOnlyList<ManifestAnnotation> Annotations { get; init; } = [];

    /// <summary>How far its review has come.</summary>
    [JsonPropertyName(RecordNames.Review)]
    public string Review { get; init; } = string.Empty;

    [JsonPropertyName(RecordNames.ReviewsRequired)]
    public int ReviewsRequired { get; init; }

    [JsonPropertyName(RecordNames.Reviews)]
    public IReadOnlyList<ManifestReview> Reviews { get; init; } = [];

    /// <summary>Whether history contradicts what is declared, and somebody has said why that is wrong.</summary>
    [JsonPropertyName(RecordNames.Contested)]
    public bool IsContested { get; init; }

    [JsonPropertyName(RecordNames.Findings)]
    public IReadOnlyList<ManifestFinding> Findings { get; init; } = [];
}

/// <summary>A part of a unit.</summary>
internal sealed record ManifestPart
{
    /// <summary>The file, relative to the project.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    /// <summary>Its first line, from 1; null of a fixture file.</summary>
    [JsonPropertyName(RecordNames.StartLine)]
    public int? StartLine { get; init; }

    /// <summary>Its last line, from 1; null of a fixture file.</summary>
    [JsonPropertyName(RecordNames.EndLine)]
    public int? EndLine { get; init; }

    /// <summary>Its own digest; null of a fixture file that could not be read.</summary>
    [JsonPropertyName(RecordNames.Digest)]
    public string? Digest { get; init; }
}

/// <summary>An annotation that holds for a unit.</summary>
internal sealed record ManifestAnnotation
{
    [JsonPropertyName(RecordNames.Origin)]
    public string Origin { get; init; } = string.Empty;

    [JsonPropertyName(RecordNames.Tool)]
    public string? Tool { get; init; }

    /// <summary>The company behind the tool.</summary>
    [JsonPropertyName(RecordNames.Provider)]
    public string? Provider { get; init; }

    [JsonPropertyName(RecordNames.Model)]
    public string? Model { get; init; }

    [JsonPropertyName(RecordNames.RequestedBy)]
    public string? RequestedBy { get; init; }

    [JsonPropertyName(RecordNames.On)]
    public string? On { get; init; }
}

/// <summary>A marker that covers a unit.</summary>
internal sealed record ManifestReview
{
    [JsonPropertyName(RecordNames.Reviewer)]
    public string? Reviewer { get; init; }

    /// <summary>The day, as written.</summary>
    [JsonPropertyName(RecordNames.On)]
    public string? On { get; init; }

    /// <summary>The digest of what was reviewed, as written.</summary>
    [JsonPropertyName(RecordNames.Digest)]
    public string? Digest { get; init; }

    /// <summary>Whether it counted.</summary>
    [JsonPropertyName(RecordNames.Valid)]
    public required bool IsValid { get; init; }

    /// <summary>Why it did not.</summary>
    [JsonPropertyName(RecordNames.Faults)]
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>Whether a model may be trained on a unit.</summary>
internal sealed record ManifestTraining
{
    [JsonPropertyName(RecordNames.Status)]
    public required string Status { get; init; }

    /// <summary>Whose terms stand against it.</summary>
    [JsonPropertyName(RecordNames.Provider)]
    public string? Provider { get; init; }

    /// <summary>The document that has the terms.</summary>
    [JsonPropertyName(RecordNames.Document)]
    public string? Document { get; init; }

    /// <summary>The date of the document.</summary>
    [JsonPropertyName(RecordNames.Date)]
    public string? Date { get; init; }
}

/// <summary>What history tells of a unit.</summary>
internal sealed record ManifestEvidence
{
    /// <summary>How many lines of it count.</summary>
    [JsonPropertyName(RecordNames.Lines)]
    public required int Lines { get; init; }

    /// <summary>How many of them a tool noted as an AI's.</summary>
    [JsonPropertyName(RecordNames.NotedLines)]
    public required int NotedLines { get; init; }

    /// <summary>How many an AI's account committed.</summary>
    [JsonPropertyName(RecordNames.CommittedLines)]
    public required int CommittedLines { get; init; }

    /// <summary>In how many an AI had a hand.</summary>
    [JsonPropertyName(RecordNames.AssistedLines)]
    public required int AssistedLines { get; init; }

    /// <summary>In how many a suggestion was accepted.</summary>
    [JsonPropertyName(RecordNames.SuggestedLines)]
    public required int SuggestedLines { get; init; }

    [JsonPropertyName(RecordNames.Tools)]
    public required IReadOnlyList<string> Tools { get; init; }

    [JsonPropertyName(RecordNames.Models)]
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The commits that tell it.</summary>
    [JsonPropertyName(RecordNames.Commits)]
    public required IReadOnlyList<string> Commits { get; init; }
}

/// <summary>A file that holds no unit, or something beside its units.</summary>
internal sealed record ManifestFile
{
    /// <summary>Where it lies, relative to the project.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonPropertyName(RecordNames.Reason)]
    public required string Reason { get; init; }
}

/// <summary>A diagnostic of a build.</summary>
internal sealed record ManifestFinding
{
    [JsonPropertyName(RecordNames.Rule)]
    public required string Rule { get; init; }

    [JsonPropertyName(RecordNames.Level)]
    public required string Level { get; init; }

    /// <summary>The file, relative to the project; empty where it is in none.</summary>
    [JsonPropertyName(RecordNames.Path)]
    public required string Path { get; init; }

    [JsonPropertyName(RecordNames.Line)]
    public required int Line { get; init; }

    [JsonPropertyName(RecordNames.Column)]
    public required int Column { get; init; }

    /// <summary>What it says; null where people are hashed.</summary>
    [JsonPropertyName(RecordNames.Message)]
    public string? Message { get; init; }

    [JsonPropertyName(RecordNames.Suppressed)]
    public required bool IsSuppressed { get; init; }
}
