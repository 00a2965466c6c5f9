using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>
/// Fails a build that has a policy where something has taken from the compiler what the policy needs: right before it runs, and once more
/// afterwards, for what was done in between.
/// </summary>
public sealed class CheckProvenanceInputs : RecordTask
{
    private const string Assembly = "ProvenanceAnalyzers.dll";

    private static readonly HashSet<string> CompilerNames =
        new(["", "csc", "csc.exe", "csc.dll"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The project.</summary>
    [Required]
    public string Project { get; set; } = string.Empty;

    /// <summary>The file with the build's facts.</summary>
    [Required]
    public string FactsFile { get; set; } = string.Empty;

    /// <summary>The hash of what the build wrote into it.</summary>
    public string FactsHash { get; set; } = string.Empty;

    /// <summary>Whether a baseline is being written.</summary>
    public bool IsBaselineUpdated { get; set; }

    /// <summary>The policy files.</summary>
    public ITaskItem[] Policies { get; set; } = [];

    /// <summary>The compiler's additional files.</summary>
    public ITaskItem[] AdditionalFiles { get; set; } = [];

    /// <summary>The compiler's analyzers.</summary>
    public ITaskItem[] Analyzers { get; set; } = [];

    /// <summary>What is compiled because somebody wrote it, and not because a target made it.</summary>
    public ITaskItem[] EvaluatedSources { get; set; } = [];

    /// <summary>Where properties tell the SDK to write sources of its own; one that is there already is compiled as it is.</summary>
    public string[] SdkSources { get; set; } = [];

    /// <summary>The folders that hold what the build makes on its way.</summary>
    public string[] OutputFolders { get; set; } = [];

    /// <summary>The property <c>CompilerResponseFile</c>: what it names says more to the compiler than any item does.</summary>
    public string ResponseFile { get; set; } = string.Empty;

    /// <summary>
    /// What the compiler is told by lines of a file: the name of a property or of items, and what they say as the metadata <c>Value</c>; in
    /// <c>Between</c> the characters at which the compiler's task takes a list apart.
    /// </summary>
    public ITaskItem[] CompilerTexts { get; set; } = [];

    /// <summary>The property <c>CscToolPath</c>: the folder of the compiler; empty: the SDK's own.</summary>
    public string CompilerPath { get; set; } = string.Empty;

    /// <summary>The property <c>CscToolExe</c>: the name of the compiler; empty: the SDK's own.</summary>
    public string CompilerName { get; set; } = string.Empty;

    /// <summary>The property <c>CscEnvironment</c>: what the compiler finds in its environment beside what the build has.</summary>
    public string CompilerEnvironment { get; set; } = string.Empty;

    /// <summary>The folder of the SDK or of MSBuild, which no property changes.</summary>
    public string SdkFolder { get; set; } = string.Empty;

    /// <summary>The mode.</summary>
    public string Mode { get; set; } = string.Empty;

    /// <summary>The property <c>RunAnalyzers</c>.</summary>
    public string RunAnalyzers { get; set; } = string.Empty;

    /// <summary>The property <c>RunAnalyzersDuringBuild</c>.</summary>
    public string RunAnalyzersDuringBuild { get; set; } = string.Empty;

    /// <summary>Whether the compiler is told to leave the analyzers out.</summary>
    public bool SkipsAnalyzers { get; set; }

    /// <summary>Whether Visual Studio leaves them out by itself, to start a program or test sooner.</summary>
    public bool SkipsImplicitly { get; set; }

    /// <summary>The warnings that MSBuild shows as messages.</summary>
    public string[] WarningsAsMessages { get; set; } = [];

    private protected override void Run()
    {
        var paths = new FactPaths(Path.GetFullPath(Project));
        CheckInputs(paths);
        CheckSources(paths);
        CheckCompiler(paths);
        if (string.Equals(Mode.Trim(), "None", StringComparison.OrdinalIgnoreCase))
        {
            Fail(ErrorCodes.AnalyzersOff, "ProvenanceAnalysisMode is None", "choose another mode");
        }

        if (ResponseFile.Trim().Length > 0)
        {
            Fail(
                ErrorCodes.AnalyzersOff,
                $"the compiler reads '{ResponseFile.Trim()}', which can tell it to skip analyzers or to compile what nobody else sees",
                "remove CompilerResponseFile");
        }

        foreach (var (name, value) in new[]
            { (nameof(RunAnalyzers), RunAnalyzers), (nameof(RunAnalyzersDuringBuild), RunAnalyzersDuringBuild) })
        {
            if (string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase))
            {
                Fail(ErrorCodes.AnalyzersOff, $"{name} is false, so that no analyzer runs", "remove it");
            }
        }

        if (SkipsAnalyzers && !SkipsImplicitly && !Log.HasLoggedErrors)
        {
            Fail(ErrorCodes.AnalyzersOff, "the compiler is told to skip analyzers", "remove what sets _SkipAnalyzers");
        }

        var hidden = WarningsAsMessages.SelectMany(text => text.Split(',', ';', ' ')).Select(id => id.Trim())
            .Where(id => id.StartsWith(RuleFamily.IdPrefix, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (hidden.Count > 0)
        {
            Fail(
                ErrorCodes.HiddenRules,
                $"MSBuild is told to show {string.Join(", ", hidden)} as a message",
                "remove it from MSBuildWarningsAsMessages and from NoWarn");
        }
    }

    private void CheckInputs(FactPaths paths)
    {
        var additional = new HashSet<string>(AdditionalFiles.Select(file => paths.FullPathOf(file.ItemSpec)), Paths.Comparer);
        if (!additional.Contains(paths.FullPathOf(FactsFile)))
        {
            Missing($"'{FactsFile}', by which the analyzers know the policy, is not among the AdditionalFiles");
        }
        else if (HashOf(paths.FullPathOf(FactsFile)) != FactsHash)
        {
            Missing($"'{FactsFile}', by which the analyzers know the policy, is not as this build has written it");
        }

        foreach (var policy in Policies.Where(policy => !additional.Contains(paths.FullPathOf(policy.ItemSpec))))
        {
            Missing($"the policy file '{policy.ItemSpec}' is not among the AdditionalFiles");
        }

        if (!IsBaselineUpdated && additional.FirstOrDefault(Shared.Exchange.FactsFile.IsNameOfBaselineUpdate) is { } claim)
        {
            Fail(ErrorCodes.MissingInput, $"'{claim}' claims that a baseline is being written", "remove it from the AdditionalFiles");
        }

        var folder = Paths.NormalizeDirectory(FactPaths.PackageFolder);
        if (!Analyzers.Select(item => paths.FullPathOf(item.ItemSpec)).Any(path =>
            path.StartsWith(folder, Paths.Comparison) && Paths.NameOf(path) == Assembly))
        {
            Missing($"the analyzer '{Assembly}' of this package is not among the Analyzer items");
        }
    }

    private static string? HashOf(string path) => File.Exists(path) ? Shared.Exchange.FactsFile.HashOf(File.ReadAllText(path)) : null;

    private void CheckSources(FactPaths paths)
    {
        var folders = OutputFolders.Where(folder => folder.Trim().Length > 0).Select(paths.FolderOf).Distinct().ToList();
        var sdkSources = SdkSources.Where(source =>
            !Shared.Exchange.SdkSources.IsOfUsings(source) && !Shared.Exchange.SdkSources.IsOfAttributes(source));
        var below = EvaluatedSources.Select(source => source.ItemSpec).Concat(sdkSources).Select(paths.Of).FirstOrDefault(path =>
            folders.Exists(folder => FactPaths.HoldsProject(folder) || path.StartsWith(folder, Paths.Comparison)));
        if (below != null)
        {
            Fail(
                ErrorCodes.SourceInOutput,
                $"'{below}' is compiled from below the intermediate output path ({string.Join(", ", OutputFolders)}), "
                + "where all counts as generated",
                "move it, or choose another IntermediateOutputPath");
        }
    }

    private void CheckCompiler(FactPaths paths)
    {
        var isOther = CompilerPath.Trim().Length > 0
            && !Paths.NormalizeDirectory(paths.FullPathOf(CompilerPath.Trim()))
                .StartsWith(Paths.NormalizeDirectory(SdkFolder), Paths.Comparison);
        foreach (var (name, value) in new[]
        {
            ("CscToolPath", isOther ? CompilerPath.Trim() : string.Empty),
            ("CscToolExe", CompilerNames.Contains(CompilerName.Trim()) ? string.Empty : CompilerName.Trim()),
            ("CscEnvironment", CompilerEnvironment.Trim()),
        })
        {
            if (value.Length > 0)
            {
                Fail(ErrorCodes.AnalyzersOff, $"{name} is '{value}', so that the compiler may leave the analyzers out", $"remove {name}");
            }
        }

        foreach (var text in CompilerTexts.Where(HasLineBreak))
        {
            Fail(
                ErrorCodes.AnalyzersOff,
                $"{text.ItemSpec} has a line break, behind which the compiler reads another argument, such as one to skip analyzers",
                "remove the line break");
        }
    }

    /// <summary>Whether a text would be more than one line; not where it is a list, of which each element is trimmed.</summary>
    private static bool HasLineBreak(ITaskItem text)
    {
        var value = text.GetMetadata("Value");
        var between = text.GetMetadata("Between").ToCharArray();
        var elements = between.Length == 0 ? [value] : value.Split(between).Select(element => element.Trim());
        return elements.Any(element => element.IndexOfAny(['\r', '\n']) >= 0);
    }

    private void Missing(string what) => Fail(ErrorCodes.MissingInput, what, "remove what takes it away");

    private void Fail(string code, string what, string remedy) => Log.LogError(
        null, code, null, Project, 0, 0, 0, 0, "{0}", $"This project has a policy that cannot be held: {what}; {remedy}.");
}
