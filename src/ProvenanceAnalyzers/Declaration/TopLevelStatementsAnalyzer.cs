using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1005: a file of top-level statements does not declare its provenance.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopLevelStatementsAnalyzer() : ProvenanceDiagnosticAnalyzer(Descriptors.UndeclaredTopLevelStatements)
{
    private protected override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        // A library has none; there a statement outside a method is half-typed code.
        if (start.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication)
        {
            start.RegisterSyntaxTreeAction(context => Analyze(context, provenance));
        }
    }

    private void Analyze(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        if (context.Tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax root
            || root.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is not { } statement)
        {
            return;
        }

        var file = provenance.FileOf(context.Tree);
        var options = file.Options;
        if (options.Exclude
            || options.RequiredOn == RequiredOn.None
            || options.ApiSurface == ApiSurface.Public
            || provenance.AssemblyAnnotations.AnyFor(file.Path)
            || (options.AssemblyDefaultDeclares && !provenance.AssemblyAnnotations.Defaults.IsEmpty))
        {
            return;
        }

        var properties = DiagnosticProperties.ForDeclaration(options);
        if (TargetPattern.Parse(file.Path, out _) is { HasWildcard: false })
        {
            properties = properties.Add(DiagnosticProperties.Target, file.Path);
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptor, statement.GetFirstToken().GetLocation(), properties, file.Path));
    }
}
