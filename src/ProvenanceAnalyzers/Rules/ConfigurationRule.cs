using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// What the rules about configuration share: they report where it is set, and never in a source file, where it could be hidden. They do so
/// when the file with the build's facts is analyzed; a host that has none gets it at the end, without a place.
/// </summary>
internal abstract class ConfigurationRule : ProvenanceRule
{
    protected ConfigurationRule(DiagnosticDescriptor descriptor, params DiagnosticDescriptor[] variants)
        : base(descriptor, variants)
    {
    }

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        if (provenance.Facts.File is { } facts)
        {
            start.RegisterAdditionalFileAction(context =>
            {
                if (context.AdditionalFile.Path == facts.Path)
                {
                    Report(provenance, context.ReportDiagnostic, context.CancellationToken);
                }
            });
        }
        else
        {
            start.RegisterCompilationEndAction(context => Report(provenance, context.ReportDiagnostic, context.CancellationToken));
        }
    }

    /// <summary>Finds what there is to report.</summary>
    protected abstract IEnumerable<Diagnostic> Find(ProvenanceContext provenance, CancellationToken cancellationToken);

    /// <summary>
    /// The severity that configuration files set for the rule at a source file: they have none for a finding that stands elsewhere. Null
    /// where they say nothing.
    /// </summary>
    protected ReportDiagnostic? SeverityAt(SourceFile file, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var severities = provenance.Compilation.Options.SyntaxTreeOptionsProvider;
        if (severities != null
            && (severities.TryGetDiagnosticValue(file.Tree, Descriptor.Id, cancellationToken, out var severity)
                || severities.TryGetGlobalDiagnosticValue(Descriptor.Id, cancellationToken, out severity))
            && severity != ReportDiagnostic.Default)
        {
            return severity;
        }

        return ConfiguredErrors.SeverityOfMany(Descriptor, file);
    }

    /// <summary>A diagnostic of the rule with another severity than its own, or null where it is to be suppressed.</summary>
    protected Diagnostic? Create(Location location, ReportDiagnostic? severity, params object[] arguments) =>
        severity == ReportDiagnostic.Suppress ? null : Diagnostic.Create(
            Descriptor,
            location,
            severity switch
            {
                ReportDiagnostic.Error => DiagnosticSeverity.Error,
                ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
                ReportDiagnostic.Info => DiagnosticSeverity.Info,
                ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
                _ => Descriptor.DefaultSeverity,
            },
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty,
            arguments);

    private void Report(ProvenanceContext provenance, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in Find(provenance, cancellationToken))
        {
            report(diagnostic);
        }
    }
}
