using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>A source file and what the rules ask of it, each read once.</summary>
internal sealed class SourceFile
{
    private readonly AnalyzerConfigOptions _config;
    private readonly BuildFacts _facts;

    /// <summary>Several threads ask at once; each would find the same.</summary>
    private volatile Generation _generation;

    /// <param name="tree">The file.</param>
    /// <param name="config">What the configuration files say for the file.</param>
    /// <param name="facts">What the build says of the project.</param>
    /// <param name="others">Options of another file of the compilation, or null.</param>
    /// <param name="ofWritten">The options of what is not made by the build; null where there is nothing else.</param>
    public SourceFile(
        SyntaxTree tree,
        AnalyzerConfigOptions config,
        BuildFacts facts,
        ProvenanceOptions? others,
        ProvenanceOptions? ofWritten)
    {
        _config = config;
        _facts = facts;
        Tree = tree;
        Known = facts.Find(tree.FilePath);
        PhysicalPath = Known?.PhysicalPath ?? facts.PhysicalPathOf(tree.FilePath);
        Path = Known?.Path ?? (Paths.LeadsOut(PhysicalPath) ? Paths.Normalize(tree.FilePath) : PhysicalPath);

        // Nobody configures what the build makes, and reading what is configured takes longer than anything else that is done with it.
        var policies = facts.PoliciesAt(PhysicalPath, Known?.RealPath ?? string.Empty);
        IsOfBuild = GenerationRule.IsOfBuild(Known, tree.FilePath, PhysicalPath, facts);
        Options = IsOfBuild && ofWritten != null
            ? ofWritten.Under(policies)
            : ProvenanceOptions.Read(config, facts.Mode, policies, facts.Presets, facts.WholeListsAt(PhysicalPath), others);
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Whether the build makes the file, by its place alone.</summary>
    public bool IsOfBuild { get; }

    /// <summary>What the build knows of the file, or null.</summary>
    public SourceFact? Known { get; }

    /// <summary>The options that hold for the file.</summary>
    public ProvenanceOptions Options { get; }

    /// <summary>
    /// What the file is called in ids and <c>Target</c>: its path relative to the project, or the <c>Link</c> of a linked file; with
    /// <c>/</c> between folders.
    /// </summary>
    public string Path { get; }

    /// <summary>Where the file lies, relative to the project; with <c>../</c> where that is elsewhere.</summary>
    public string PhysicalPath { get; }

    /// <summary>What the file writes by the names of our attributes; null until <see cref="AttributeSearch"/> has looked.</summary>
    public WrittenAttributes? Written { get; set; }

    /// <summary>Whether the file is generated code.</summary>
    public bool IsGenerated(CancellationToken cancellationToken) => GenerationOf(cancellationToken) != Generation.HandWritten;

    /// <summary>Why the file counts as generated, if it does.</summary>
    public Generation GenerationOf(CancellationToken cancellationToken)
    {
        if (_generation == Generation.NotAsked)
        {
            _generation = GenerationRule.Of(this, _facts, cancellationToken);
        }

        return _generation;
    }

    /// <summary>What the configuration files say for the file of a key that is not ours, or null.</summary>
    public string? Setting(string key) => _config.TryGetValue(key, out var value) ? value : null;
}
