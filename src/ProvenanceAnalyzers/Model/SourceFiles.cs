using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>The source files of a compilation.</summary>
internal sealed class SourceFiles
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> _byTree;
    private readonly Func<SyntaxTree, SourceFile> _create;
    private readonly Lazy<ILookup<string, SyntaxTree>> _byPath;

    private ProvenanceOptions? _anyOptions;
    private SourceFile? _last;

    public SourceFiles(Compilation compilation, AnalyzerConfigOptionsProvider config, BuildFacts facts)
    {
        _compilation = compilation;
        _byTree = new ConcurrentDictionary<SyntaxTree, SourceFile>(Concurrency.Level, Concurrency.CapacityFor(compilation));
        var firstWritten = new Lazy<SourceFile?>(
            () => compilation.SyntaxTrees.FirstOrDefault(tree => !IsOfBuild(tree, facts)) is { } written ? Of(written) : null);
        Func<ProvenanceOptions?> ofWritten = () => firstWritten.Value?.Options;
        _create = tree =>
        {
            var file = new SourceFile(tree, config.GetOptions(tree), facts, _anyOptions, ofWritten);
            _anyOptions = file.Options;
            return file;
        };
        _byPath = new Lazy<ILookup<string, SyntaxTree>>(
            () => compilation.SyntaxTrees.ToLookup(tree => Of(tree).Path, StringComparer.Ordinal));
    }

    /// <summary>All of them, in the order in which they are compiled.</summary>
    public IEnumerable<SourceFile> All => _compilation.SyntaxTrees.Select(Of);

    /// <summary>Whether the options of any of them satisfy a condition.</summary>
    public bool AnyOptions(Func<ProvenanceOptions, bool> condition)
    {
        ProvenanceOptions? last = null;
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var options = Of(tree).Options;
            if (options != last && condition(options))
            {
                return true;
            }

            last = options;
        }

        return false;
    }

    /// <summary>The source file of a tree.</summary>
    public SourceFile Of(SyntaxTree tree)
    {
        // The rules ask one after the other for the same.
        if (_last is { } last && ReferenceEquals(last.Tree, tree))
        {
            return last;
        }

        return _last = _byTree.GetOrAdd(tree, _create);
    }

    /// <summary>The source file of a path relative to the project, or null.</summary>
    public SourceFile? Named(string path) => _byPath.Value[path].FirstOrDefault() is { } tree ? Of(tree) : null;

    /// <summary>Whether a path or glob matches any of them.</summary>
    public bool Any(TargetPattern target) => All.Any(file => target.IsMatch(file.Path));

    private static bool IsOfBuild(SyntaxTree tree, BuildFacts facts)
    {
        var known = facts.Find(tree.FilePath);
        return GenerationRule.IsOfBuild(known, tree.FilePath, known?.PhysicalPath ?? facts.PhysicalPathOf(tree.FilePath), facts);
    }
}
