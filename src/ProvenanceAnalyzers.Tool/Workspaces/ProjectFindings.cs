using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Record;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Workspaces;

/// <summary>What the rules of this package report of a project, as its build reports it.</summary>
/// <param name="Project">The project, for one target framework.</param>
/// <param name="Provenance">What is known of its code.</param>
/// <param name="Diagnostics">Its warnings and errors that nothing suppresses.</param>
internal sealed record ProjectFindings(Project Project, ProvenanceContext Provenance, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>All analyzers but the one that writes records.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(Descriptors).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract && type != typeof(RecordAnalyzer)
                && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Asks the rules about all files of a project.</summary>
    /// <exception cref="ToolException">The project does not compile, so that nobody can say what the rules would find.</exception>
    public static async Task<ProjectFindings> OfAsync(Project project, CancellationToken cancellationToken)
    {
        var compilation = await CompilationOfAsync(project, cancellationToken).ConfigureAwait(false);
        RequireDeclarations(project, compilation, cancellationToken);
        var diagnostics = await AskAsync(
            project, compilation, analyzed => analyzed.GetAnalyzerDiagnosticsAsync(cancellationToken)).ConfigureAwait(false);
        return new ProjectFindings(project, ProvenanceContext.For(compilation, project.AnalyzerOptions), diagnostics);
    }

    /// <summary>Asks the rules about one file.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfFileAsync(Document document, CancellationToken cancellationToken)
    {
        var compilation = await CompilationOfAsync(document.Project, cancellationToken).ConfigureAwait(false);
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        return await AskAsync(
            document.Project,
            compilation,
            async analyzed =>
            {
                var ofTree = await analyzed.GetAnalysisResultAsync(tree!, cancellationToken).ConfigureAwait(false);
                var ofCode = await analyzed.GetAnalysisResultAsync(
                    compilation.GetSemanticModel(tree!), null, cancellationToken).ConfigureAwait(false);
                return [.. ofTree.GetAllDiagnostics().Concat(ofCode.GetAllDiagnostics()).Distinct()];
            }).ConfigureAwait(false);
    }

    private static async Task<Compilation> CompilationOfAsync(Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new ToolException($"'{project.Name}' cannot be compiled.");

    private static async Task<ImmutableArray<Diagnostic>> AskAsync(
        Project project, Compilation compilation, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask)
    {
        var failures = new List<string>();
        var analyzed = compilation.WithAnalyzers(
            Analyzers,
            new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions,
                (exception, analyzer, _) =>
                {
                    lock (failures)
                    {
                        failures.Add($"{analyzer.GetType().Name}: {exception.Message}");
                    }
                },
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        var diagnostics = await ask(analyzed).ConfigureAwait(false);
        return failures.Count == 0
            ? [.. diagnostics.Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false })]
            : throw new ToolException($"A rule failed on '{project.Name}', please report it: {failures[0]}");
    }

    /// <summary>Attributes are read from declarations: where those have errors, annotations are overlooked.</summary>
    private static void RequireDeclarations(Project project, Compilation compilation, CancellationToken cancellationToken)
    {
        var errors = compilation.GetParseDiagnostics(cancellationToken)
            .Concat(compilation.GetDeclarationDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (errors.FirstOrDefault() is { } error)
        {
            throw new ToolException($"'{project.Name}' does not compile, so that nobody can say what is due in it: {error}");
        }
    }
}
