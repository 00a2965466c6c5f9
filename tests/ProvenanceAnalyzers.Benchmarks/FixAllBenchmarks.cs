using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.CodeFixes.Declaration;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>Declaring a whole project with one click, once the diagnostics are known.</summary>
public class FixAllBenchmarks
{
    private static readonly UndeclaredTypeCodeFixProvider Fix = new();

    private Project? _original;
    private Project? _project;
    private FixAllContext? _context;
    private int _runs;

    [Params(1_000)]
    public int Types { get; set; }

    /// <summary>Whether a policy decides what may be declared.</summary>
    [Params(false, true)]
    public bool Policy { get; set; }

    [GlobalSetup]
    public void Open()
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "Benchmark",
            "Benchmark",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Net100.References.All));
        foreach (var (fileName, text) in GeneratedProject.Annotations)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), fileName, SourceText.From(text), filePath: $"/0/{fileName}");
        }

        for (var index = 0; index < Types; index++)
        {
            var text = SourceText.From(GeneratedProject.File(index, isDeclared: false));
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"Type{index}.cs", text, filePath: $"/0/Type{index}.cs");
        }

        solution = solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(id),
            ".globalconfig",
            SourceText.From(
                "is_global = true\nprovenance.default_origin = unknown\n"
                + (Policy ? "provenance.denied_providers = openai\n" : string.Empty)),
            filePath: "/.globalconfig");
        _original = solution.GetProject(id);
    }

    [IterationSetup]
    public void Analyze()
    {
        // Another assembly name: the files stay parsed, and nothing else is known of the compilation.
        _project = _original!.Solution.WithProjectAssemblyName(_original.Id, $"Benchmark{_runs++}").GetProject(_original.Id)!;
        var diagnostics = _project.GetCompilationAsync().GetAwaiter().GetResult()!
            .WithAnalyzers(BenchmarkedCompilation.All, _project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        _context = new FixAllContext(
            _project,
            Fix,
            FixAllScope.Project,
            DeclareProvenanceCodeFixProvider.DefaultKey,
            [RuleIds.UndeclaredType],
            new Known(diagnostics),
            CancellationToken.None);
    }

    [Benchmark]
    public int FixAll()
    {
        var action = Fix.GetFixAllProvider()!.GetFixAsync(_context!).GetAwaiter().GetResult()!;
        var changed = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult()
            .OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetChanges(_project!.Solution).GetProjectChanges().Single().GetChangedDocuments().Count();
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
