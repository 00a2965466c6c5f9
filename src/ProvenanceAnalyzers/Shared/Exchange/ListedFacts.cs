namespace ProvenanceAnalyzers.Shared.Exchange;

/// <summary>
/// What the build tells the analyzers of a project: what they must know and no configuration file may change. Paths are relative to the
/// project's folder, with <c>/</c> between folders.
/// </summary>
internal sealed class ListedFacts
{
    /// <summary>The name of the file that has them, so that another project's is not taken for it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The mode: <c>Strict</c>.</summary>
    public string Mode { get; set; } = string.Empty;

    /// <summary>The day that reviews are held against, <c>yyyy-MM-dd</c>, or nothing.</summary>
    public string Today { get; set; } = string.Empty;

    /// <summary>Whether a record of every unit is wanted.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>Whether files of the usual names are fixture files.</summary>
    public bool HasDefaultFixtures { get; set; }

    /// <summary>Whether somebody has said that files of the usual names are none, and there are such files.</summary>
    public bool LeavesOutDefaultFixtures { get; set; }

    /// <summary>Whether the build runs where nobody tries things out.</summary>
    public bool IsContinuousIntegration { get; set; }

    /// <summary>The target framework that is compiled.</summary>
    public string TargetFramework { get; set; } = string.Empty;

    /// <summary>All target frameworks of a project that has several.</summary>
    public string TargetFrameworks { get; set; } = string.Empty;

    /// <summary>Where the compiler leaves what source generators make, or nothing.</summary>
    public string GeneratorFolder { get; set; } = string.Empty;

    /// <summary>
    /// The project's folder, relative to the folder of the file that has the facts; and, where a link leads there, as the compiler
    /// knows it.
    /// </summary>
    public List<string> ProjectFolders { get; } = [];

    /// <summary>The folders that hold what the build makes on its way, each with <c>/</c> at its end.</summary>
    public List<string> OutputFolders { get; } = [];

    /// <summary>The presets that <c>ProvenancePolicy</c> names.</summary>
    public List<string> Presets { get; } = [];

    /// <summary>The other lists that the build has written for the analyzers.</summary>
    public List<PlacedFact> Lists { get; } = [];

    /// <summary>The policy files, with the hash of what they say.</summary>
    public List<PlacedFact> Policies { get; } = [];

    /// <summary>The baseline files, with the hash of what they say.</summary>
    public List<PlacedFact> Baselines { get; } = [];

    /// <summary>The configuration files, with the hash of what they say: one that is exchanged for an older one is a change too.</summary>
    public List<PlacedFact> ConfigFiles { get; } = [];

    /// <summary>The files that are compiled, as far as the build knows them.</summary>
    public List<SourceFact> Sources { get; } = [];

    /// <summary>Where configuration files set what concerns this package.</summary>
    public List<SettingFact> Settings { get; } = [];
}

/// <summary>A file that the build knows.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Hash">The hash of its text (<see cref="FactsFile.HashOf"/>); empty where it could not be read.</param>
/// <param name="Passed">How the compiler is told of it where that is no relative path; else empty.</param>
internal sealed record PlacedFact(string Path, string Hash, string Passed);

/// <summary>A file that is compiled.</summary>
/// <param name="PhysicalPath">Where it lies.</param>
/// <param name="Path">What it is called in ids and <c>Target</c>: where it lies, its link, or a name that no other file can have.</param>
/// <param name="Kind">What the build knows of its making.</param>
/// <param name="Passed">How the compiler is told of it where that is no relative path; else empty.</param>
internal sealed record SourceFact(string PhysicalPath, string Path, SourceKind Kind, string Passed)
{
    /// <summary>Where it lies when symbolic links are followed, where that is elsewhere; else empty.</summary>
    public string RealPath { get; init; } = string.Empty;
}

/// <summary>A line of a configuration file that concerns this package.</summary>
/// <param name="Key">The key, lower case.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">Which line it is, from 1.</param>
internal sealed record SettingFact(string Key, string Value, string Path, int Line)
{
    /// <summary>
    /// What stands between the brackets of the section that the line is in, if some section of some file adds to the list of this key; else
    /// empty, as before the first section.
    /// </summary>
    public string Section { get; init; } = string.Empty;
}

/// <summary>What the build knows of the making of a file that is compiled.</summary>
internal enum SourceKind
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Its item says that a template makes it.</summary>
    Generated,

    /// <summary>A package brought it.</summary>
    Package,

    /// <summary>This package brought it: the annotations themselves.</summary>
    Injected,
}
