using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>A source file and what the rules ask of it, each read once.</summary>
/// <param name="tree">The file.</param>
/// <param name="config">What the configuration files say for the file.</param>
/// <param name="facts">What the build says of the project.</param>
/// <param name="others">Options of another file of the compilation, or null.</param>
internal sealed class SourceFile(SyntaxTree tree, AnalyzerConfigOptions config, BuildFacts facts, ProvenanceOptions? others)
{
    private string? _path;
    private string? _physicalPath;

    /// <summary>Several threads ask at once; each would find the same.</summary>
    private volatile Generation _generation;

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The options that hold for the file.</summary>
    public ProvenanceOptions Options { get; } = ProvenanceOptions.Read(
        config, facts.Mode, facts.PoliciesOf(tree.FilePath), facts.Presets, others);

    /// <summary>
    /// What the file is called in ids and <c>Target</c>: its path relative to the project, or the <c>Link</c> of a linked file; with
    /// <c>/</c> between folders.
    /// </summary>
    public string Path => _path ??= facts.Find(Tree.FilePath)?.Path
        ?? (Paths.LeadsOut(PhysicalPath) ? Paths.Normalize(Tree.FilePath) : PhysicalPath);

    /// <summary>Where the file lies, relative to the project; with <c>../</c> where that is elsewhere.</summary>
    public string PhysicalPath => _physicalPath ??= facts.Find(Tree.FilePath)?.PhysicalPath ?? facts.PhysicalPathOf(Tree.FilePath);

    /// <summary>Whether the file is generated code.</summary>
    public bool IsGenerated(CancellationToken cancellationToken) => GenerationOf(cancellationToken) != Generation.HandWritten;

    /// <summary>Why the file counts as generated, if it does.</summary>
    public Generation GenerationOf(CancellationToken cancellationToken)
    {
        if (_generation == Generation.NotAsked)
        {
            _generation = GenerationRule.Of(this, facts, cancellationToken);
        }

        return _generation;
    }

    /// <summary>What the configuration files say for the file of a key that is not ours, or null.</summary>
    public string? Setting(string key) => config.TryGetValue(key, out var value) ? value : null;
}
