using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>A source file and what the rules ask of it, each read once.</summary>
/// <param name="tree">The file.</param>
/// <param name="config">What the configuration files say for the file.</param>
/// <param name="facts">What the build says of the project.</param>
/// <param name="others">Options of another file of the compilation, or null.</param>
internal sealed class SourceFile(SyntaxTree tree, AnalyzerConfigOptions config, BuildFacts facts, ProvenanceOptions? others)
{
    private string? _path;

    /// <summary>Several threads ask at once, and half of a <c>bool?</c> would be seen by one.</summary>
    private volatile Generation _generation;

    private enum Generation
    {
        NotAsked,
        HandWritten,
        Generated,
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The options that hold for the file.</summary>
    public ProvenanceOptions Options { get; } = ProvenanceOptions.Read(config, facts.Mode, facts.Policies, others);

    /// <summary>The path relative to the project, or the <c>Link</c> of a linked file; with <c>/</c> between folders.</summary>
    public string Path => _path ??= config.TryGetValue(BuildProperties.Link, out var link) && link.Length > 0
        ? Paths.Normalize(link)
        : Paths.RelativeTo(Tree.FilePath, facts.ProjectDirectory);

    /// <summary>Whether the file is generated code.</summary>
    public bool IsGenerated(CancellationToken cancellationToken)
    {
        if (_generation == Generation.NotAsked)
        {
            _generation = GeneratedCode.Contains(Tree, config, cancellationToken) ? Generation.Generated : Generation.HandWritten;
        }

        return _generation == Generation.Generated;
    }

    /// <summary>What the configuration files say for the file of a key that is not ours, or null.</summary>
    public string? Setting(string key) => config.TryGetValue(key, out var value) ? value : null;
}
