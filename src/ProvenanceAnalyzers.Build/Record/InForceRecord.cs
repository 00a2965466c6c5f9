using System.Diagnostics;
using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>By what a compilation was judged, so that somebody else can tell whether that is enough.</summary>
internal sealed record InForceRecord : RecordObject
{
    /// <summary>The version of the package; empty where it is not known.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Version)]
    public string Version { get; init; } = string.Empty;

    /// <summary>The SHA-256 of the assembly that judged; empty where it is not known.</summary>
    [NotInLog]
    [JsonProperty(RecordNames.Analyzers)]
    public string Analyzers { get; init; } = string.Empty;

    /// <summary>The mode.</summary>
    [JsonProperty(RecordNames.Mode)]
    public required string Mode { get; init; }

    /// <summary>The presets, by name.</summary>
    [JsonProperty(RecordNames.Presets)]
    public required IReadOnlyList<string> Presets { get; init; }

    /// <summary>The policy files.</summary>
    [JsonProperty(RecordNames.Policies)]
    public required IReadOnlyList<PolicyFileRecord> Policies { get; init; }

    /// <summary>The severities of rules that are other than the rules' own.</summary>
    [JsonProperty(RecordNames.Severities)]
    public required IReadOnlyList<SeverityRecord> Severities { get; init; }

    /// <summary>
    /// The files outside the intermediate output path that count as generated, so that nothing in them was judged, and that no option
    /// names.
    /// </summary>
    [JsonProperty(RecordNames.Unjudged)]
    public required IReadOnlyList<string> Unjudged { get; init; }

    /// <summary>Whether history was asked who wrote the lines.</summary>
    [JsonProperty(RecordNames.Evidence)]
    public required bool HasEvidence { get; init; }

    /// <summary>The same with paths that are so on every machine.</summary>
    /// <param name="paths">Names the files.</param>
    public InForceRecord With(ProjectPaths paths) => this with
    {
        Policies = [.. Policies.Select(policy => policy with { Path = paths.Named(policy.Path) })],
        Unjudged = [.. Unjudged.Select(paths.Named)],
    };

    /// <summary>The same with what the build knows of the assembly that judged.</summary>
    /// <param name="analyzers">Its path; nothing: it is not known.</param>
    public InForceRecord By(string? analyzers)
    {
        if (analyzers == null || !File.Exists(analyzers))
        {
            return this;
        }

        var version = FileVersionInfo.GetVersionInfo(analyzers).ProductVersion ?? string.Empty;
        return this with { Version = version.Split('+')[0], Analyzers = Hex.Sha256(File.ReadAllBytes(analyzers)) };
    }
}

/// <summary>A policy file that was in force.</summary>
internal sealed record PolicyFileRecord : RecordObject
{
    /// <summary>Where it lies, relative to the project.</summary>
    [JsonProperty(RecordNames.Path)]
    public required string Path { get; init; }

    /// <summary>The SHA-256 of its text; empty where it could not be read.</summary>
    [JsonProperty(RecordNames.Sha256)]
    public required string Sha256 { get; init; }
}

/// <summary>The severity that a project gives a rule.</summary>
internal sealed record SeverityRecord : RecordObject
{
    /// <summary>The rule.</summary>
    [JsonProperty(RecordNames.Rule)]
    public required string Rule { get; init; }

    /// <summary>The severity, in the words of a configuration file.</summary>
    [JsonProperty(RecordNames.Severity)]
    public required string Severity { get; init; }
}
