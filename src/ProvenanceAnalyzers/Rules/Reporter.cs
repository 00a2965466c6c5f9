using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Rules;

/// <summary>Reports to the context of an action. A delegate would do, but it is allocated where there is nothing to report, too.</summary>
internal readonly struct Reporter
{
    private readonly SymbolAnalysisContext? _symbol;
    private readonly SyntaxTreeAnalysisContext? _tree;

    public Reporter(SymbolAnalysisContext context) => _symbol = context;

    public Reporter(SyntaxTreeAnalysisContext context) => _tree = context;

    public void Report(Diagnostic diagnostic)
    {
        _symbol?.ReportDiagnostic(diagnostic);
        _tree?.ReportDiagnostic(diagnostic);
    }
}
