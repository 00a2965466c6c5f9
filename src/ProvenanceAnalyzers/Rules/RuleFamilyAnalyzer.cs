using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Rules;

/// <summary>
/// What the compiler sees of a family of rules: one analyzer, since it starts some work for each, in each build. It runs concurrently. The
/// compiler hides no code from it: what that takes for generated may be hand-written, so that <see cref="GenerationRule"/> decides that.
/// </summary>
public abstract class RuleFamilyAnalyzer : DiagnosticAnalyzer
{
    private protected RuleFamilyAnalyzer(params ProvenanceRule[] rules)
    {
        Rules = rules;
        SupportedDiagnostics = [.. rules.SelectMany(rule => rule.SupportedDiagnostics)];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>The rules, in the order of their ids.</summary>
    internal IReadOnlyList<ProvenanceRule> Rules { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var provenance = ProvenanceContext.For(start.Compilation, start.Options);
            List<AnnotationRule>? ofAnnotations = null;
            foreach (var rule in Rules)
            {
                if (!rule.IsActive(provenance))
                {
                    continue;
                }

                if (rule is AnnotationRule ofAnnotation)
                {
                    (ofAnnotations ??= []).Add(ofAnnotation);
                }
                else
                {
                    rule.Register(start, provenance);
                }
            }

            if (ofAnnotations != null)
            {
                new AnnotationVisitor([.. ofAnnotations], provenance).Register(start);
            }
        });
    }
}
