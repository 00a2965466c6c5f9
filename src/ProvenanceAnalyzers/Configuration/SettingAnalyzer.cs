using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// What the rules about settings share: each is reported once a key and value, where a configuration file sets it. The message names the
/// ordinally first hand-written file it holds for, whose severity it has, too.
/// </summary>
public abstract class SettingAnalyzer : ConfigurationAnalyzer
{
    private protected SettingAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    private bool IsConfigurable => !Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Makes what finds the problems of one file.</summary>
    private protected abstract Func<SourceFile, IEnumerable<OptionProblem>> CreateFinder(ProvenanceContext provenance);

    private protected sealed override IEnumerable<Diagnostic> Find(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var find = CreateFinder(provenance);
        foreach (var found in FindFirstFiles(provenance, find, cancellationToken))
        {
            var (key, value) = found.Key;
            var explanations = find(found.Value)
                .Where(problem => (problem.Key, problem.Value) == found.Key)
                .Select(problem => problem.Explanation)
                .Distinct();
            var diagnostic = Create(
                provenance.Facts.PlaceOf(key, value),
                IsConfigurable ? SeverityAt(found.Value, provenance, cancellationToken) : null,
                key,
                value,
                found.Value.Path,
                string.Join("; and ", explanations));
            if (diagnostic != null)
            {
                yield return diagnostic;
            }
        }
    }

    private static Dictionary<(string Key, string Value), SourceFile> FindFirstFiles(
        ProvenanceContext provenance, Func<SourceFile, IEnumerable<OptionProblem>> find, CancellationToken cancellationToken)
    {
        var firstFiles = new Dictionary<(string Key, string Value), SourceFile>();
        foreach (var file in provenance.Files.All)
        {
            foreach (var problem in find(file))
            {
                var key = (problem.Key, problem.Value);
                if ((!firstFiles.TryGetValue(key, out var first)
                        || string.CompareOrdinal(file.Tree.FilePath, first.Tree.FilePath) < 0)
                    && !file.IsGenerated(cancellationToken))
                {
                    firstFiles[key] = file;
                }
            }
        }

        return firstFiles;
    }
}
