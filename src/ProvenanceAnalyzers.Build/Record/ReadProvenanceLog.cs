using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Fixtures;
using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>
/// Reads the records of one compilation from its error log into a file, from which the manifest and the baseline are made.
/// </summary>
public sealed class ReadProvenanceLog : RecordTask
{
    private const string AnalyzersName = "ProvenanceAnalyzers.dll";

    /// <summary>The compiler's error log.</summary>
    [Required]
    public string ErrorLog { get; set; } = string.Empty;

    /// <summary>The file to write.</summary>
    [Required]
    public string Output { get; set; } = string.Empty;

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = string.Empty;

    /// <summary>The target framework that was compiled.</summary>
    public string Framework { get; set; } = string.Empty;

    /// <summary>The name of the assembly that was compiled.</summary>
    public string Assembly { get; set; } = string.Empty;

    /// <summary>The files that were compiled.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>The fixture files.</summary>
    public ITaskItem[] Fixtures { get; set; } = [];

    /// <summary>The analyzers of the compiler.</summary>
    public ITaskItem[] Analyzers { get; set; } = [];

    /// <summary>The folders that hold packages, separated by semicolons.</summary>
    public string PackageFolders { get; set; } = string.Empty;

    private protected override void Run()
    {
        var paths = new ProjectPaths(ProjectDirectory, PackageFolders.Split(';'));
        var compiled = new CompiledProject(Framework, Assembly, Sources.Select(source => source.GetMetadata("FullPath")));
        var fixtures = new FixturePaths(ProjectDirectory).PlacesOf(Fixtures);
        var analyzers = Analyzers.Select(item => item.GetMetadata("FullPath"))
            .FirstOrDefault(path => string.Equals(Path.GetFileName(path), AnalyzersName, StringComparison.OrdinalIgnoreCase));
        AtomicFile.Write(Output, Json.OneLine(FrameworkRecord.Of(CompilerLog.Read(ErrorLog, compiled), paths, fixtures, analyzers)));
    }
}
