using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>What the build says of a whole project.</summary>
internal sealed class BuildFacts
{
    private readonly AnalyzerConfigOptions _global;

    /// <summary>Reads what the package's targets pass on; a host without them says nothing, and the defaults hold.</summary>
    public BuildFacts(AnalyzerOptions options)
    {
        _global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        Mode = ProvenanceOptions.ReadMode(_global);
        Policies = ReadPolicies(options);
        ProjectDirectory = Text(BuildProperties.ProjectDirectory) is { } directory ? Paths.NormalizeDirectory(directory) : string.Empty;
    }

    /// <summary>The mode, which sets the defaults of options.</summary>
    public AnalysisMode Mode { get; }

    /// <summary>The policy files, each once.</summary>
    public ImmutableArray<PolicyFile> Policies { get; }

    /// <summary>The project's folder with <c>/</c> at its end; empty where the host does not say.</summary>
    public string ProjectDirectory { get; }

    /// <summary>The day that reviews are held against; null: none is too old.</summary>
    public DateTime? Today => Day.Parse(Text(BuildProperties.Today));

    /// <summary>Whether a record of every unit is wanted.</summary>
    public bool IsRecorded => IsTrue(BuildProperties.Record);

    /// <summary>Whether what is undeclared is about to be taken into the baseline.</summary>
    public bool IsBaselineUpdated => IsTrue(BuildProperties.BaselineUpdate);

    /// <summary>Whether files of the usual names are fixture files, so that a data file which is not listed is none.</summary>
    public bool HasDefaultFixtures => IsTrue(BuildProperties.DefaultFixtures);

    /// <summary>The target framework that is compiled; empty where the host does not say.</summary>
    public string TargetFramework => Text(BuildProperties.TargetFramework) ?? string.Empty;

    /// <summary>Whether the project has several target frameworks, so that code which is missing here may exist in another.</summary>
    public bool IsMultiTargeted => !string.IsNullOrEmpty(Text(BuildProperties.TargetFrameworks));

    /// <summary>The build marks policy files: nothing in their name or text would tell them from others for sure.</summary>
    private static ImmutableArray<PolicyFile> ReadPolicies(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles
            .Where(file =>
                options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(BuildProperties.IsPolicyFile, out var isPolicy)
                && isPolicy == "true")
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .Select(same => PolicyFile.Read(same.Key, same.Select(file => file.GetText()?.ToString()).FirstOrDefault())),
    ];

    private string? Text(string key) => _global.TryGetValue(key, out var value) ? value : null;

    private bool IsTrue(string key) => string.Equals(Text(key), "true", StringComparison.OrdinalIgnoreCase);
}
