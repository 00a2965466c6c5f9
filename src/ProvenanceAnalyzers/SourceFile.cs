using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers;

/// <summary>A source file and what the rules ask of it, each read once.</summary>
/// <param name="tree">The file.</param>
/// <param name="config">What the configuration files say for the file.</param>
/// <param name="mode">The mode, which sets the options' defaults.</param>
/// <param name="policies">The policy files of the project.</param>
/// <param name="others">Options of another file of the compilation, or null.</param>
/// <param name="projectDirectory">The project's folder with <c>/</c> at its end; empty where the host does not say.</param>
internal sealed class SourceFile(
    SyntaxTree tree,
    AnalyzerConfigOptions config,
    AnalysisMode mode,
    ImmutableArray<PolicyFile> policies,
    ProvenanceOptions? others,
    string projectDirectory)
{
    private static readonly StringComparison PathComparison =
        System.IO.Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private string? _path;
    private bool? _isGenerated;

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The options that hold for the file.</summary>
    public ProvenanceOptions Options { get; } = ProvenanceOptions.Read(config, mode, policies, others);

    /// <summary>The path relative to the project, or the <c>Link</c> of a linked file; with <c>/</c> between folders.</summary>
    public string Path => _path ??=
        config.TryGetValue("build_metadata.ProvenanceLinkedFile.Link", out var link) && link.Length > 0
            ? Normalize(link)
            : RelativePath(Tree.FilePath, projectDirectory);

    /// <summary>Whether the file is generated code.</summary>
    public bool IsGenerated(CancellationToken cancellationToken) =>
        _isGenerated ??= GeneratedCode.Contains(Tree, config, cancellationToken);

    /// <summary>What the configuration files say for the file of a key that is not ours, or null.</summary>
    public string? Setting(string key) => config.TryGetValue(key, out var value) ? value : null;

    /// <summary>A path relative to the project, with <c>/</c> between folders; a path outside the project stays absolute.</summary>
    public static string RelativePath(string path, string projectDirectory)
    {
        var normalized = Normalize(path);
        return projectDirectory.Length > 0 && normalized.StartsWith(projectDirectory, PathComparison)
            ? normalized.Substring(projectDirectory.Length)
            : normalized;
    }

    /// <summary>A folder's path with <c>/</c> between folders and at its end.</summary>
    public static string NormalizeDirectory(string path)
    {
        var normalized = Normalize(path);
        return normalized.Length == 0 || normalized[normalized.Length - 1] == '/' ? normalized : normalized + "/";
    }

    private static string Normalize(string path) => path.Replace('\\', '/');
}
