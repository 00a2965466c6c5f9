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
    private readonly AnalyzerConfigOptionsProvider _config;
    private readonly BuildFacts _facts;
    private readonly Lazy<Dictionary<SyntaxTree, SourceFile>> _byTree;
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> _ofOthers = new(Concurrency.Level, capacity: 0);
    private readonly Lazy<ILookup<string, SyntaxTree>> _byPath;

    private SourceFile? _last;

    public SourceFiles(Compilation compilation, AnalyzerConfigOptionsProvider config, BuildFacts facts)
    {
        _compilation = compilation;
        _config = config;
        _facts = facts;
        _byTree = new Lazy<Dictionary<SyntaxTree, SourceFile>>(ReadAll);
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

        // An editor's compilation refers to others, whose symbols have files of theirs.
        return _last = _byTree.Value.TryGetValue(tree, out var known)
            ? known
            : _ofOthers.GetOrAdd(tree, other => Create(other, others: null, ofWritten: null));
    }

    /// <summary>The source file of a path relative to the project, or null.</summary>
    public SourceFile? Named(string path) => _byPath.Value[path].FirstOrDefault() is { } tree ? Of(tree) : null;

    /// <summary>Whether a path or glob matches any of them.</summary>
    public bool Any(TargetPattern target) => All.Any(file => target.IsMatch(file.Path));

    /// <summary>
    /// Reads all at once: some rule asks for each of them before anything else, and one file's options are mostly those of the one before.
    /// </summary>
    private Dictionary<SyntaxTree, SourceFile> ReadAll()
    {
        var files = new Dictionary<SyntaxTree, SourceFile>(_compilation.SyntaxTrees.Count());
        var firstWritten = _compilation.SyntaxTrees.FirstOrDefault(tree => !IsOfBuild(tree)) is { } written
            ? Create(written, others: null, ofWritten: null)
            : null;
        var last = firstWritten;
        foreach (var tree in _compilation.SyntaxTrees)
        {
            files[tree] = last = tree == firstWritten?.Tree ? firstWritten : Create(tree, last?.Options, firstWritten?.Options);
        }

        return files;
    }

    private SourceFile Create(SyntaxTree tree, ProvenanceOptions? others, ProvenanceOptions? ofWritten) =>
        new(tree, _config.GetOptions(tree), _facts, others, ofWritten);

    private bool IsOfBuild(SyntaxTree tree)
    {
        var known = _facts.Find(tree.FilePath);
        return GenerationRule.IsOfBuild(known, tree.FilePath, known?.PhysicalPath ?? _facts.PhysicalPathOf(tree.FilePath), _facts);
    }
}
