using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What a project pays on its first day, whoever reports: a diagnostic for each type that is not nested and has no annotation, at its name.
/// Only a configuration that sets its severity turns it on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TypeReportingAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The id of what it reports.</summary>
    public const string Id = "BENCH0003";

    private static readonly DiagnosticDescriptor Undeclared = new(
        Id, "Undeclared", "The class '{0}' has no annotation", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: false);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Undeclared];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol is { ContainingType: null, IsImplicitlyDeclared: false } type && type.GetAttributes().IsEmpty)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Undeclared, type.Locations[0], type.Name));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(_ => { });
        });
    }
}
