using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// Looks at each type and file once: it asks Roslyn what ours must ask it (a type's attributes and declarations, what is configured for a
/// written file) and searches a file's text for the names of our attributes and for what a name can be disguised in, an escape or a
/// character beyond ASCII, without which <c>[A\u0049Provenance]</c> would be overlooked. It keeps nothing of the answers: what it
/// allocates is Roslyn's, which copies a type's declarations for each who asks.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RoslynAskingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Never = new(
        "BENCH0002", "Never reported", "Never reported", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static readonly string[] Names = ["AIProvenance", "HumanReviewed"];

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
                        answers += part.Span.Length;
                    }

                    if (answers < 0)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Never, Location.None));
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSyntaxTreeAction(tree =>
            {
                var text = tree.Tree.GetText(tree.CancellationToken).ToString();
                var answers = Array.FindAll(Names, name => text.Contains(name, StringComparison.Ordinal)).Length
                    + (text.Contains('\\', StringComparison.Ordinal) ? 1 : 0)
                    + Encoding.UTF8.GetByteCount(text) - text.Length;
                if (!BenchmarkedCompilation.IsMadeByBuild(tree.Tree))
                {
                    foreach (var key in tree.Options.AnalyzerConfigOptionsProvider.GetOptions(tree.Tree).Keys)
                    {
                        answers += key.Length;
                    }
                }

                if (answers < 0)
                {
                    tree.ReportDiagnostic(Diagnostic.Create(Never, Location.None));
                }
            });
        });
    }
}
