using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// Reads each type's attributes, asks Roslyn once a type and once a file what ours must ask it, and keeps nothing of the answers: what it
/// allocates is Roslyn's. It copies a type's declarations, and its members where an attribute may stand on one, for each who asks.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RoslynAskingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Never = new(
        "BENCH0002", "Never reported", "Never reported", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

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
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    var answers = type.GetAttributes().Length;
                    foreach (var part in type.DeclaringSyntaxReferences)
                    {
                        answers += Declarations.HoldsAttributes(part.GetSyntax(symbol.CancellationToken)) ? type.GetMembers().Length : 0;
                    }

                    if (answers < 0)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Never, Location.None));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(tree =>
            {
                foreach (var key in tree.Options.AnalyzerConfigOptionsProvider.GetOptions(tree.Tree).Keys)
                {
                    if (key.Length == 0)
                    {
                        tree.ReportDiagnostic(Diagnostic.Create(Never, Location.None));
                    }
                }
            });
        });
    }
}
