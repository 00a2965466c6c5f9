using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>
/// Writes down for the analyzers what they must know of a project and no configuration file may change. The file changes only when it says
/// something else: then the compiler runs, and otherwise it does not.
/// </summary>
public sealed class WriteProvenanceFacts : RecordTask
{
    /// <summary>The file to write. It stays as it is where it would say the same.</summary>
    [Required]
    public string File { get; set; } = string.Empty;

    /// <summary>The project.</summary>
    [Required]
    public string Project { get; set; } = string.Empty;

    /// <summary>The mode.</summary>
    public string Mode { get; set; } = string.Empty;

    /// <summary>The day that reviews are held against, or nothing.</summary>
    public string Today { get; set; } = string.Empty;

    /// <summary>Whether a record of every unit is wanted.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>Whether a baseline is about to be written.</summary>
    public bool IsBaselineUpdated { get; set; }

    /// <summary>Whether files of the usual names are fixture files.</summary>
    public bool HasDefaultFixtures { get; set; }

    /// <summary>Whether files of the usual names are said to be no fixture files.</summary>
    public bool LeavesOutDefaultFixtures { get; set; }

    /// <summary>The target framework that is compiled.</summary>
    public string Framework { get; set; } = string.Empty;

    /// <summary>All target frameworks of a project that has several.</summary>
    public string Frameworks { get; set; } = string.Empty;

    /// <summary>
    /// The properties that say whether the build is one of continuous integration. What the environment says counts beside them, so that no
    /// property takes it away.
    /// </summary>
    public string[] ContinuousIntegration { get; set; } = [];

    /// <summary>The folders that hold what the build makes on its way.</summary>
    public string[] OutputFolders { get; set; } = [];

    /// <summary>Where the compiler leaves what source generators make, or nothing.</summary>
    public string GeneratorFolder { get; set; } = string.Empty;

    /// <summary>The presets.</summary>
    public string[] Presets { get; set; } = [];

    /// <summary>The policy files.</summary>
    public ITaskItem[] Policies { get; set; } = [];

    /// <summary>The other lists that the build has written for the analyzers.</summary>
    public ITaskItem[] Lists { get; set; } = [];

    /// <summary>What the compiler compiles.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The configuration files that the compiler reads.</summary>
    public ITaskItem[] ConfigFiles { get; set; } = [];

    /// <summary>
    /// The additional files of the compiler. The baseline files among them are listed: one that is deleted is a change too, and the
    /// compiler would not run again for it.
    /// </summary>
    public ITaskItem[] AdditionalFiles { get; set; } = [];

    /// <summary>Whether the build is one of continuous integration.</summary>
    [Output]
    public bool IsContinuousIntegration { get; set; }

    /// <summary>The hash of what the file holds.</summary>
    [Output]
    public string Hash { get; set; } = string.Empty;

    private protected override void Run()
    {
        var file = Path.GetFullPath(File);
        var paths = new FactPaths(Path.GetFullPath(Project));
        IsContinuousIntegration = ContinuousIntegration.Append(Environment.GetEnvironmentVariable("CI")).Any(IsTrue);
        var facts = new ListedFacts
        {
            Name = Path.GetFileName(file),
            Mode = Mode,
            Today = Today,
            IsRecorded = IsRecorded,
            HasDefaultFixtures = HasDefaultFixtures,
            LeavesOutDefaultFixtures = LeavesOutDefaultFixtures,
            IsContinuousIntegration = IsContinuousIntegration,
            TargetFramework = Framework,
            TargetFrameworks = Frameworks,
            GeneratorFolder = GeneratorFolder.Length > 0 ? paths.FolderOf(GeneratorFolder) : string.Empty,
        };
        facts.ProjectFolders.AddRange(paths.ProjectFoldersFrom(file));
        facts.OutputFolders.AddRange(OutputFolders.Where(folder => folder.Length > 0)
            .Select(paths.FolderOf)
            .Where(folder => !FactPaths.HoldsProject(folder))
            .Distinct());
        facts.Presets.AddRange(Presets);
        facts.Lists.AddRange(Lists.Select(list => new PlacedFact(paths.Of(list.ItemSpec), string.Empty, FactPaths.Passed(list.ItemSpec))));
        facts.Policies.AddRange(Read(Policies, paths).Select(read => read.Fact));
        var baselines = Array.FindAll(AdditionalFiles, file => BaselineFile.IsNameOf(file.ItemSpec));
        facts.Baselines.AddRange(Read(baselines, paths).Select(read => read.Fact));
        var settings = new List<SettingFact>();
        foreach (var (fact, text) in Read(ConfigFiles, paths))
        {
            facts.ConfigFiles.Add(fact);
            settings.AddRange(ConfigSettings.Find(fact.Path, text));
        }

        facts.Settings.AddRange(ConfigSettings.WorthTelling(settings));

        facts.Sources.AddRange(SourcesOf(paths));
        var written = FactsFile.Write(facts);
        AtomicFile.Write(File, written);
        Hash = FactsFile.HashOf(written);
        var baselineUpdate = FactsFile.BaselineUpdateBeside(File);
        if (IsBaselineUpdated)
        {
            AtomicFile.Write(baselineUpdate, Hash + "\n");
        }
        else
        {
            AtomicFile.Delete(baselineUpdate);
        }
    }

    private IEnumerable<SourceFact> SourcesOf(FactPaths paths)
    {
        var sources = paths.SourcesOf(Sources);
        return Policies.Length == 0
            ? sources
            : sources.Select(new RealSourcePaths(paths, Policies.Select(policy => paths.FullPathOf(policy.ItemSpec))).Of);
    }

    private static bool IsTrue(string? text) => text?.Trim() is { } value
        && (value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Each file once, with its text; one that cannot be read has no hash, which no text has.</summary>
    private static IEnumerable<(PlacedFact Fact, string Text)> Read(ITaskItem[] items, FactPaths paths)
    {
        foreach (var item in items.GroupBy(item => paths.Of(item.ItemSpec), Paths.Comparer).Select(same => same.First()))
        {
            var text = TextOf(paths.FullPathOf(item.ItemSpec));
            yield return (
                new PlacedFact(
                    paths.Of(item.ItemSpec),
                    text != null ? FactsFile.HashOf(text) : string.Empty,
                    FactPaths.Passed(item.ItemSpec)),
                text ?? string.Empty);
        }
    }

    private static string? TextOf(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
