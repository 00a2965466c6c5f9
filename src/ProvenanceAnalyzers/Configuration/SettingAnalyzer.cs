using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// What the rules about settings share: each is reported once a key and value, on the first token of the ordinally first hand-written file
/// it holds for.
/// </summary>
public abstract class SettingAnalyzer : ProvenanceDiagnosticAnalyzer
{
    private protected SettingAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Makes what finds the problems of one file.</summary>
    private protected abstract Func<SourceFile, IEnumerable<OptionProblem>> CreateFinder(ProvenanceContext provenance);

    private protected sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        var find = CreateFinder(provenance);
        var firstFiles = new Lazy<Dictionary<(string Key, string Value), SourceFile>>(
            () => FindFirstFiles(provenance, find, start.CancellationToken));

        start.RegisterSyntaxTreeAction(context =>
        {
            var file = provenance.Files.Of(context.Tree);
            foreach (var problems in find(file).GroupBy(problem => (problem.Key, problem.Value)))
            {
                if (firstFiles.Value.TryGetValue(problems.Key, out var firstFile) && firstFile.Tree == context.Tree)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptor,
                        context.Tree.GetRoot(context.CancellationToken).GetFirstToken(includeZeroWidth: true).GetLocation(),
                        problems.Key.Key,
                        problems.Key.Value,
                        file.Path,
                        string.Join("; and ", problems.Select(problem => problem.Explanation).Distinct())));
                }
            }
        });
    }

    private static Dictionary<(string Key, string Value), SourceFile> FindFirstFiles(
        ProvenanceContext provenance, Func<SourceFile, IEnumerable<OptionProblem>> find, CancellationToken cancellationToken)
    {
        var firstFiles = new Dictionary<(string Key, string Value), SourceFile>();
        foreach (var tree in provenance.Compilation.SyntaxTrees)
        {
            var file = provenance.Files.Of(tree);
            foreach (var problem in find(file))
            {
                var key = (problem.Key, problem.Value);
                if ((!firstFiles.TryGetValue(key, out var first) || string.CompareOrdinal(tree.FilePath, first.Tree.FilePath) < 0)
                    && !file.IsGenerated(cancellationToken))
                {
                    firstFiles[key] = file;
                }
            }
        }

        return firstFiles;
    }
}
