using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Record;

/// <summary>The severities that a project gives the rules, where they are other than the rules' own.</summary>
internal static class ChangedSeverities
{
    /// <summary>
    /// Finds them: the id of a rule and a severity, in the words of a configuration file; one that differs between files stands there for
    /// each severity.
    /// </summary>
    public static IEnumerable<(string Rule, string Severity)> Find(ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var errors = ConfiguredErrors.For(provenance);
        var written = provenance.Files.All.Where(file => !file.IsGenerated(cancellationToken)).ToList();
        foreach (var rule in Descriptors.All.Where(IsConfigurable).OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            // All files of the same settings have one answer, and asking the compiler for it takes longer than all else.
            var isSetForAll = errors.IsSetForAll(rule);
            var severities = written
                .GroupBy(file => (
                    Own: errors.SeverityOf(rule, file.Tree),
                    OfMany: isSetForAll ? null : ConfiguredErrors.SeverityOfMany(rule, file)))
                .Select(files => files.Key is { Own: null, OfMany: { } ofMany }
                    ? Limited(ofMany, provenance.Compilation)
                    : Effective(rule, files.ElementAt(0).Tree, provenance.Compilation))
                .Distinct()
                .OrderBy(severity => severity);
            foreach (var severity in severities)
            {
                if (severity != Default(rule))
                {
                    yield return (rule.Id, Name(severity));
                }
            }
        }
    }

    private static bool IsConfigurable(DiagnosticDescriptor rule) =>
        !rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticSeverity? Default(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity : null;

    /// <summary>What the compiler makes of a finding there; null: nothing.</summary>
    private static DiagnosticSeverity? Effective(DiagnosticDescriptor rule, SyntaxTree tree, Compilation compilation) =>
        CompilationWithAnalyzers.GetEffectiveDiagnostics(
            [Diagnostic.Create(rule, Location.Create(tree, default(TextSpan)))], compilation)
            .Select(effective => (DiagnosticSeverity?)effective.Severity)
            .FirstOrDefault();

    /// <summary>What an analyzer configuration says of many rules, with what the project makes of all warnings.</summary>
    private static DiagnosticSeverity? Limited(ReportDiagnostic severity, Compilation compilation) => severity switch
    {
        ReportDiagnostic.Error => DiagnosticSeverity.Error,
        ReportDiagnostic.Warn when compilation.Options.GeneralDiagnosticOption == ReportDiagnostic.Error => DiagnosticSeverity.Error,
        ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
        ReportDiagnostic.Info => DiagnosticSeverity.Info,
        ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
        _ => null,
    };

    private static string Name(DiagnosticSeverity? severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        DiagnosticSeverity.Hidden => "silent",
        _ => "none",
    };
}
