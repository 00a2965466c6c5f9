using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// What the build says of a whole project. It stands in an additional file that the package's targets write, and nothing in a configuration
/// file changes it; a host without those targets says nothing, and the defaults hold.
/// </summary>
internal sealed class BuildFacts
{
    private readonly ListedFacts _listed = new();
    private readonly ImmutableArray<string> _roots;
    private readonly ImmutableArray<ScopedPolicy> _generalPolicies = [];
    private readonly bool _haveSections;
    private readonly Dictionary<string, SourceFact> _sources;
    private readonly FartherSettings? _fartherSettings;

    public BuildFacts(AnalyzerOptions options)
    {
        var problems = new List<FactsProblem>();
        foreach (var file in options.AdditionalFiles)
        {
            if (FactsFile.IsNameOf(file.Path))
            {
                if (File == null)
                {
                    File = file;
                }
                else
                {
                    problems.Add(new FactsProblem(file.Path, 1, $"is there beside '{File.Path}'"));
                }
            }
        }

        if (File != null)
        {
            var text = File.GetText()?.ToString();
            _listed = FactsFile.Read(text, out var unreadable);
            foreach (var problem in unreadable)
            {
                problems.Add(new FactsProblem(File.Path, problem.Line, problem.Explanation));
            }

            if (unreadable.Count == 0 && _listed.Name != Paths.NameOf(File.Path))
            {
                problems.Add(new FactsProblem(File.Path, 1, $"is the one of '{_listed.Name}'"));
            }

            IsBaselineUpdated = options.AdditionalFiles.Any(file => IsBaselineUpdate(file, text));
        }

        Mode = ModeNamed(_listed.Mode);
        _roots = FindRoots(options);
        _sources = IndexSources();
        _fartherSettings = FartherSettings.Read(_listed.Settings, ProjectDirectory);
        if (_listed.Policies.Count > 0)
        {
            Policies = ReadPolicies(options.AdditionalFiles, problems);
            _generalPolicies = [.. Policies.Select(policy => policy.General)];
            _haveSections = Policies.Any(policy => !policy.HoldsEverywhere);
        }

        if (_listed.Presets.Count > 0)
        {
            Presets = [.. _listed.Presets.Select(name => Preset.All.FirstOrDefault(preset => preset.Name == name)).OfType<Preset>()];
        }

        foreach (var file in options.AdditionalFiles)
        {
            if (IsForeign(file))
            {
                problems.Add(new FactsProblem(
                    file.Path, 1, "is not of this build, which has written no such file; remove it from the AdditionalFiles"));
            }
        }

        Problems = problems;
    }

    /// <summary>The additional file that has the facts; null in a host without the package's targets.</summary>
    public AdditionalText? File { get; }

    /// <summary>Whether there are any.</summary>
    public bool AreKnown => File != null;

    /// <summary>What is wrong with the files by which the build tells the analyzers what it knows.</summary>
    public IReadOnlyList<FactsProblem> Problems { get; }

    /// <summary>The mode, which sets the defaults of options; a wrong one is an error of the targets, and counts as the default.</summary>
    public AnalysisMode Mode { get; }

    /// <summary>The policy files, each once.</summary>
    public ImmutableArray<PolicyFile> Policies { get; } = [];

    /// <summary>The policy files as the build has read them: path and hash.</summary>
    public IReadOnlyList<PlacedFact> ListedPolicies => _listed.Policies;

    /// <summary>The presets.</summary>
    public ImmutableArray<Preset> Presets { get; } = [];

    /// <summary>Whether the build runs where nobody tries things out, so that what is due is due now.</summary>
    public bool IsContinuousIntegration => _listed.IsContinuousIntegration;

    /// <summary>The project's folder with <c>/</c> at its end; empty where the host does not say.</summary>
    public string ProjectDirectory => _roots.IsEmpty ? string.Empty : _roots[0];

    /// <summary>The day that reviews are held against; null: none is too old.</summary>
    public DateTime? Today => Day.Parse(_listed.Today);

    /// <summary>Whether a record of every unit is wanted.</summary>
    public bool IsRecorded => _listed.IsRecorded;

    /// <summary>Whether what is undeclared is about to be taken into the baseline.</summary>
    public bool IsBaselineUpdated { get; }

    /// <summary>Whether files of the usual names are fixture files, so that a data file which is not listed is none.</summary>
    public bool HasDefaultFixtures => _listed.HasDefaultFixtures;

    /// <summary>The target framework that is compiled; empty where the host does not say.</summary>
    public string TargetFramework => _listed.TargetFramework;

    /// <summary>Whether the project has several target frameworks, so that code which is missing here may exist in another.</summary>
    public bool IsMultiTargeted => _listed.TargetFrameworks.Length > 0;

    /// <summary>Whether somebody has said that files of the usual names are no fixture files, and there are such files.</summary>
    public bool LeavesOutDefaultFixtures => _listed.LeavesOutDefaultFixtures;

    /// <summary>What the policy files say for a file; where a link leads to it, for both ends of the link.</summary>
    /// <param name="physicalPath">Its path relative to the project.</param>
    /// <param name="realPath">The same with links followed, where that is another; else empty.</param>
    public ImmutableArray<ScopedPolicy> PoliciesAt(string physicalPath, string realPath)
    {
        if (!_haveSections)
        {
            return _generalPolicies;
        }

        var place = Paths.Resolve(physicalPath, ProjectDirectory);
        var here = Policies.Select(policy => policy.At(place));
        if (realPath.Length == 0)
        {
            return [.. here];
        }

        var target = Paths.Resolve(realPath, ProjectDirectory);
        return [.. here.Concat(Policies.Select(policy => policy.At(target))).Distinct()];
    }

    /// <summary>
    /// What finds, for a file, the list to which the value of a key adds, with the value; null where no list of the project adds to one.
    /// </summary>
    /// <param name="physicalPath">The file's path relative to the project.</param>
    public Func<string, string, string>? WholeListsAt(string physicalPath)
    {
        if (_fartherSettings == null)
        {
            return null;
        }

        var place = Paths.Resolve(physicalPath, ProjectDirectory);
        return (key, value) => _fartherSettings.WholeList(key, value, place);
    }

    /// <summary>Whether any file that the build knows is among some; what packages bring into every project says nothing.</summary>
    public bool KnowsAny(SourceFiles files) =>
        !_listed.Sources.Exists(IsOwn) || files.All.Any(file => file.Known is { } known && IsOwn(known));

    /// <summary>What the build knows of a file that is compiled, or null.</summary>
    /// <param name="path">Its path as the compiler has it.</param>
    public SourceFact? Find(string path)
    {
        if (_sources.Count == 0)
        {
            return null;
        }

        var resolved = Paths.Resolve(path, string.Empty);
        foreach (var root in _roots)
        {
            if (_sources.TryGetValue(Paths.Relative(resolved, root), out var known))
            {
                return known;
            }
        }

        return _sources.TryGetValue(resolved, out var passed) ? passed : null;
    }

    /// <summary>A path relative to the project's folder, with <c>../</c> where it lies elsewhere.</summary>
    public string PhysicalPathOf(string path) => Paths.Relative(Paths.Resolve(path, string.Empty), ProjectDirectory);

    /// <summary>Whether a file lies among what the build makes on its way.</summary>
    /// <param name="physicalPath">Its path relative to the project.</param>
    public bool IsOutput(string physicalPath) =>
        _listed.OutputFolders.Exists(folder => physicalPath.StartsWith(folder, Paths.Comparison));

    /// <summary>
    /// Whether a file that the build does not know is what a source generator made: it was never on a disk, or lies where such files are
    /// written to.
    /// </summary>
    /// <param name="path">Its path as the compiler has it.</param>
    /// <param name="physicalPath">Its path relative to the project.</param>
    public bool IsOfGenerator(string path, string physicalPath) => AreKnown
        && (!Paths.IsRooted(path)
            || (_listed.GeneratorFolder.Length > 0 && physicalPath.StartsWith(_listed.GeneratorFolder, Paths.Comparison)));

    /// <summary>Where a configuration file sets a key to a value; none where that is not known.</summary>
    public Location PlaceOf(string key, string value)
    {
        var setting = _listed.Settings.Find(setting =>
            string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase) && setting.Value == value);
        return setting != null ? LocationOf(Paths.Resolve(setting.Path, ProjectDirectory), setting.Line) : Location.None;
    }

    /// <summary>The beginning of a line of a file that is no source.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">Which line it is, from 1.</param>
    public static Location LocationOf(string path, int line)
    {
        var start = new Microsoft.CodeAnalysis.Text.LinePosition(line - 1, 0);
        return Location.Create(path, default, new Microsoft.CodeAnalysis.Text.LinePositionSpan(start, start));
    }

    /// <summary>Whether a file has a name that only the build gives, and it has not written it: then it counts for nothing.</summary>
    public bool IsForeign(AdditionalText file) =>
        AreKnown
        && IsReserved(file.Path)
        && !_listed.Lists.Exists(list => IsAt(file, list))
        && !(IsBaselineUpdated && file.Path == FactsFile.BaselineUpdateBeside(File!.Path));

    private static AnalysisMode ModeNamed(string text)
    {
        var names = Enum.GetNames(typeof(AnalysisMode));
        var index = Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? AnalysisMode.Default : (AnalysisMode)index;
    }

    private static bool IsOwn(SourceFact source) => source.Kind is SourceKind.Plain or SourceKind.Generated;

    private static bool IsReserved(string path) =>
        FactsFile.IsNameOfBaselineUpdate(path) || FixtureList.IsNameOf(path) || EvidenceFile.IsNameOf(path);

    private ImmutableArray<string> FindRoots(AnalyzerOptions options)
    {
        if (File != null)
        {
            var folder = Paths.FolderOf(File.Path);
            return [.. _listed.ProjectFolders.Select(root => Paths.NormalizeDirectory(Paths.Resolve(root, folder)))];
        }

        return options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(BuildProperties.ProjectDirectory, out var directory)
            && directory.Length > 0
                ? [Paths.NormalizeDirectory(directory)]
                : [];
    }

    private bool IsBaselineUpdate(AdditionalText file, string? facts) =>
        facts != null
        && file.Path == FactsFile.BaselineUpdateBeside(File!.Path)
        && file.GetText()?.ToString().Trim() == FactsFile.HashOf(facts);

    private ImmutableArray<PolicyFile> ReadPolicies(ImmutableArray<AdditionalText> files, List<FactsProblem> problems)
    {
        var policies = ImmutableArray.CreateBuilder<PolicyFile>();
        foreach (var listed in _listed.Policies)
        {
            var file = files.FirstOrDefault(file => IsAt(file, listed));
            var text = file?.GetText()?.ToString();
            var policy = PolicyFile.Read(
                file?.Path ?? Paths.Resolve(listed.Path, ProjectDirectory), text, Paths.Resolve(listed.Path, ProjectDirectory));
            policies.Add(policy);
            if (text != null && FactsFile.HashOf(text) != listed.Hash)
            {
                problems.Add(new FactsProblem(policy.Path, 1, "is not as the build has read it; build again"));
            }
        }

        return policies.ToImmutable();
    }

    private bool IsAt(AdditionalText file, PlacedFact listed)
    {
        var path = Paths.Resolve(file.Path, string.Empty);
        return Paths.Comparer.Equals(path, listed.Passed)
            || _roots.Any(root => Paths.Comparer.Equals(Paths.Relative(path, root), listed.Path));
    }

    private Dictionary<string, SourceFact> IndexSources()
    {
        var sources = new Dictionary<string, SourceFact>(_listed.Sources.Count, Paths.Comparer);
        foreach (var source in _listed.Sources)
        {
            sources[source.PhysicalPath] = source;
            if (source.Passed.Length > 0)
            {
                sources[source.Passed] = source;
            }
        }

        return sources;
    }
}

/// <summary>What is wrong with a file by which the build tells the analyzers what it knows.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Which line it is, from 1.</param>
/// <param name="Explanation">What is wrong, as the end of a sentence about the file.</param>
internal sealed record FactsProblem(string Path, int Line, string Explanation);
