using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>
/// Reads the records of one compilation from its error log into a file, from which the manifest and the baseline are made.
/// </summary>
public sealed class ReadProvenanceLog : RecordTask
{
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

    /// <summary>The folders that hold packages, separated by semicolons.</summary>
    public string PackageFolders { get; set; } = string.Empty;

    private protected override void Run()
    {
        var paths = new ProjectPaths(ProjectDirectory, PackageFolders.Split(';'));
        AtomicFile.Write(Output, Json.OneLine(FrameworkRecord.Of(CompilerLog.Read(ErrorLog, Framework), paths)));
    }
}
