using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0004: the <c>Target</c> of an assembly annotation matches nothing. Decided for targets that only C# files can match:
/// of other files an analyzer knows nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmatchedTargetAnalyzer() : AnnotationAnalyzer(Descriptors.UnmatchedTarget)
{
    private protected override void Analyze(PlacedAnnotation annotation, Action<Diagnostic> report)
    {
        if (!annotation.IsOnAssembly
            || !annotation.Value.HasTarget
            || TargetPattern.Parse(annotation.Value.Target, out _) is not { MatchesOnlySourceFiles: true } target)
        {
            return;
        }

        var provenance = annotation.Provenance;
        string? similar = null;
        foreach (var tree in provenance.Compilation.SyntaxTrees)
        {
            var path = provenance.FileOf(tree).Path;
            if (target.IsMatch(path))
            {
                return;
            }

            if (IsSimilar(path, target.Text) && (similar == null || string.CompareOrdinal(path, similar) < 0))
            {
                similar = path;
            }
        }

        report(Diagnostic.Create(
            Descriptor,
            annotation.LocationOf(nameof(AIProvenance.Target)),
            ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Target, target.Text),
            target.Text,
            similar != null ? $"; did you mean \"{similar}\"?" : string.Empty));
    }

    private static bool IsSimilar(string path, string target) =>
        string.Equals(FileName(path), FileName(target), StringComparison.OrdinalIgnoreCase);

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
