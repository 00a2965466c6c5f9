using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0001: an option is unknown, invalid or contradicts another; once a key and value, in the ordinally first file it holds for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAnalyzer() : ProvenanceDiagnosticAnalyzer(Descriptors.InvalidOption)
{
    private protected override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        var isNamed = new ConcurrentDictionary<AttributeAlias, bool>();
        var firstFiles = new Lazy<Dictionary<(string Key, string Value), SourceFile>>(
            () => FindFirstFiles(provenance, isNamed, start.CancellationToken));

        start.RegisterSyntaxTreeAction(context =>
        {
            var file = provenance.FileOf(context.Tree);
            if (file.Options is { Problems.IsEmpty: true, AttributeAliases.IsEmpty: true })
            {
                return;
            }

            foreach (var problems in ProblemsOf(file, provenance, isNamed).GroupBy(problem => (problem.Key, problem.Value)))
            {
                if (firstFiles.Value.TryGetValue(problems.Key, out var firstFile) && firstFile.Tree == context.Tree)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptor,
                        context.Tree.GetRoot(context.CancellationToken).GetFirstToken(includeZeroWidth: true).GetLocation(),
                        problems.Key.Key,
                        problems.Key.Value,
                        file.Path,
                        string.Join("; and ", problems.Select(problem => problem.Explanation))));
                }
            }
        });
    }

    private static Dictionary<(string Key, string Value), SourceFile> FindFirstFiles(
        ProvenanceContext provenance, ConcurrentDictionary<AttributeAlias, bool> isNamed, CancellationToken cancellationToken)
    {
        var firstFiles = new Dictionary<(string Key, string Value), SourceFile>();
        foreach (var tree in provenance.Compilation.SyntaxTrees)
        {
            var file = provenance.FileOf(tree);
            foreach (var problem in ProblemsOf(file, provenance, isNamed))
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

    private static IEnumerable<OptionProblem> ProblemsOf(
        SourceFile file, ProvenanceContext provenance, ConcurrentDictionary<AttributeAlias, bool> isNamed)
    {
        foreach (var problem in file.Options.Problems)
        {
            yield return problem;
        }

        foreach (var alias in file.Options.AttributeAliases)
        {
            if (!isNamed.GetOrAdd(alias, created => NamesType(created, provenance.Compilation)))
            {
                var key = OptionDefinitions.AttributeAliases.Key;
                yield return new OptionProblem(
                    key,
                    file.Options.Written[key],
                    $"names the attribute '{alias.Name}', but the project and its references have no type {string.Join(" or ", alias.TypeNames)}");
            }
        }
    }

    private static bool NamesType(AttributeAlias alias, Compilation compilation) => Array.Exists(alias.TypeNames, name =>
        alias.IsFullName
            ? MetadataNames(name).Any(metadataName => !compilation.GetTypesByMetadataName(metadataName).IsEmpty)
            : compilation.ContainsSymbolsWithName(name, SymbolFilter.Type)
                || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => assembly.TypeNames.Contains(name)));

    /// <summary>The metadata names that a full name can have: <c>A.B.C</c>, <c>A.B+C</c> where C is nested in B, and so on.</summary>
    private static IEnumerable<string> MetadataNames(string fullName)
    {
        yield return fullName;
        for (var dot = fullName.LastIndexOf('.'); dot > 0; dot = fullName.LastIndexOf('.'))
        {
            fullName = fullName.Remove(dot, 1).Insert(dot, "+");
            yield return fullName;
        }
    }
}
