using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// What the budget is relative to: an analyzer that registers the kinds of actions that ours do and reads each type's attributes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeReadingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Never = new(
        "BENCH0001", "Never reported", "Never reported", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Never];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            start.RegisterSymbolAction(
                symbol =>
                {
                    foreach (var attribute in symbol.Symbol.GetAttributes())
                    {
                        if (attribute.AttributeClass?.Name == "NeverThere")
                        {
                            symbol.ReportDiagnostic(Diagnostic.Create(Never, symbol.Symbol.Locations[0]));
                        }
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(_ => { });
        });
    }
}
