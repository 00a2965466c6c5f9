using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.CodeFixes;

/// <summary>
/// Projects in a workspace, as an IDE or <c>dotnet format</c> has them: with every analyzer, and with options from files.
/// </summary>
internal static class TestSolution
{
    private const string AnnotationsFolder = "/Annotations/";

    private static readonly ConditionalWeakTable<Compilation, Task<ImmutableArray<Diagnostic>>> Analyzed = [];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. TestReferences.Net.Select(reference => reference.FilePath == "System.Xml.ReaderWriter.dll"
            ? reference.WithAliases(["global", "SystemXml"])
            : reference),
        .. TestFrameworks.References(Framework.XUnit2),
    ];

    public static Solution Create() => new AdhocWorkspace().CurrentSolution;

    /// <summary>Adds a project whose folder is <c>/name/</c>; it is an application if one of its files has top-level statements.</summary>
    /// <param name="solution">Where to add it.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="files">File names and texts.</param>
    /// <param name="options">Lines of its <c>.editorconfig</c> for all C# files.</param>
    /// <param name="symbols">The preprocessor symbols that are defined.</param>
    /// <param name="hasAnnotations">Whether the injected attributes are there.</param>
    /// <param name="fixtures">The paths of its fixture files.</param>
    /// <param name="history">What the build has found in history; see <see cref="ProvenanceTest.History"/>.</param>
    /// <param name="folder">The name of its folder, where that is not the project's: as of another target framework.</param>
    public static Solution AddProject(
        Solution solution,
        string name,
        IEnumerable<(string Name, SourceText Text)> files,
        string options = "",
        string[]? symbols = null,
        bool hasAnnotations = true,
        string[]? fixtures = null,
        string? folder = null,
        string? history = null)
    {
        folder ??= name;
        var id = ProjectId.CreateNewId(name);
        var parseOptions = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose, preprocessorSymbols: symbols)
            .WithFeatures([new("FileBasedProgram", "true")]);
        var isApplication = files.Any(file =>
            ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(file.Text, parseOptions).GetRoot()).Members
                .Any(member => member is GlobalStatementSyntax));
        solution = solution
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                $"/{folder}/{name}.csproj",
                compilationOptions: new CSharpCompilationOptions(
                    isApplication ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    allowUnsafe: true,
                    nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: parseOptions,
                metadataReferences: References))
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".editorconfig",
                SourceText.From($"root = true\n[*.cs]\n{options}\n"),
                filePath: $"/{folder}/.editorconfig")
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From(
                    "is_global = true\nprovenance.generated_files = **\nprovenance.review_required = none\n"
                    + "provenance.tests.review_required = none\n"),
                filePath: $"/{name}.globalconfig")
            .AddAdditionalDocument(
                DocumentId.CreateNewId(id),
                TestFacts.FileName,
                SourceText.From(TestFacts.Text()),
                filePath: $"/{folder}/obj/{TestFacts.FileName}");
        if (fixtures != null)
        {
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id),
                "Provenance.Fixtures.tsv",
                SourceText.From(ProvenanceTest.FixtureListOf(fixtures)),
                filePath: $"/{folder}/obj/Provenance.Fixtures.tsv");
        }

        if (history != null)
        {
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id),
                "Provenance.Evidence.tsv",
                SourceText.From(TestHistory.Text(history, path => files.Single(file => file.Name == path).Text.ToString())),
                filePath: $"/{folder}/obj/Provenance.Evidence.tsv");
        }

        foreach (var (fileName, text) in files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), fileName, text, filePath: $"/{folder}/{fileName}");
        }

        foreach (var (fileName, text) in hasAnnotations ? Infrastructure.Annotations.Sources : [])
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id), fileName, text, filePath: $"/{folder}{AnnotationsFolder}{fileName}");
        }

        return solution;
    }

    public static Project Single(this Solution solution, string projectName) =>
        solution.Projects.Single(project => project.Name == projectName);

    /// <summary>The documents of a solution or project, without the injected ones.</summary>
    public static IEnumerable<Document> Files(this Solution solution) => solution.Projects.SelectMany(Files);

    /// <inheritdoc cref="Files(Solution)"/>
    public static IEnumerable<Document> Files(this Project project) =>
        project.Documents.Where(document => !document.FilePath!.Contains(AnnotationsFolder, StringComparison.Ordinal));

    /// <summary>The solution with a preprocessor symbol defined or not.</summary>
    public static Solution WithSymbols(this Solution solution, params string[] symbols) => solution.ProjectIds.Aggregate(
        solution,
        (changed, id) => changed.WithProjectParseOptions(
            id, ((CSharpParseOptions)changed.GetProject(id)!.ParseOptions!).WithPreprocessorSymbols(symbols)));

    /// <summary>What all analyzers of the package report on a project; asked again for an unchanged one, the answer is the same.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(this Project project, CancellationToken cancellationToken = default)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        return await Analyzed.GetValue(compilation, _ => AnalyzerRun.DiagnosticsAsync(compilation, project.AnalyzerOptions));
    }

    /// <summary>What all analyzers of the package report on each project of a solution.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(this Solution solution)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            diagnostics.AddRange(await project.AnalyzeAsync());
        }

        return diagnostics.ToImmutable();
    }

    /// <summary>Errors and warnings of the compiler, as text that does not depend on where in its file a diagnostic is.</summary>
    public static async Task<ImmutableArray<string>> CompilerDiagnosticsAsync(this Solution solution)
    {
        var diagnostics = ImmutableArray.CreateBuilder<string>();
        foreach (var project in solution.Projects)
        {
            var compilation = await project.GetCompilationAsync();
            diagnostics.AddRange(compilation!.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic =>
                    $"{diagnostic.Location.SourceTree?.FilePath}: {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage()}")
                .Order(StringComparer.Ordinal));
        }

        return diagnostics.ToImmutable();
    }

    /// <summary>Applies the fix of a rule to all that it reports in a document.</summary>
    public static Task<Solution> FixAllAsync(this Document document, string id, string key) =>
        FixAllAsync(document.Project.Solution, new FixAllContext(
            document, Analyzers.FixOf(id), FixAllScope.Document, key, [id], DiagnosticsOf.Instance, CancellationToken.None));

    /// <summary>Applies the fix of a rule to all that it reports in a project or solution.</summary>
    public static Task<Solution> FixAllAsync(this Project project, FixAllScope scope, string id, string? key) =>
        project.FixAllAsync(scope, Analyzers.FixOf(id), [id], key);

    /// <summary>Applies a fix to all that some rules report in a project or solution.</summary>
    public static Task<Solution> FixAllAsync(
        this Project project, FixAllScope scope, CodeFixProvider fix, IEnumerable<string> ids, string? key) =>
        FixAllAsync(project.Solution, new FixAllContext(project, fix, scope, key, ids, DiagnosticsOf.Instance, CancellationToken.None));

    /// <summary>The actions that all fixes of the package offer for a diagnostic, provider by provider.</summary>
    public static async Task<ImmutableArray<(CodeFixProvider Fix, CodeAction Action)>> ActionsAsync(
        this Document document, Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<(CodeFixProvider, CodeAction)>();
        foreach (var fix in Analyzers.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(
                document, diagnostic, (action, _) => actions.Add((fix, action)), CancellationToken.None));
        }

        return actions.ToImmutable();
    }

    /// <summary>
    /// The actions that all refactorings of the package offer for a cursor or a selection, those of a menu in its place, each with the
    /// title of its menu.
    /// </summary>
    public static async Task<ImmutableArray<(CodeRefactoringProvider Refactoring, string? Menu, CodeAction Action)>> RefactoringsAsync(
        this Document document, TextSpan span)
    {
        var actions = ImmutableArray.CreateBuilder<(CodeRefactoringProvider, string?, CodeAction)>();
        foreach (var refactoring in Analyzers.Refactorings)
        {
            await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(
                document,
                span,
                action => actions.AddRange(action.NestedActions.IsEmpty
                    ? [(refactoring, null, action)]
                    : action.NestedActions.Select(nested => (refactoring, (string?)action.Title, nested))),
                CancellationToken.None));
        }

        return actions.ToImmutable();
    }

    /// <summary>The solution after an action.</summary>
    public static async Task<Solution> ApplyAsync(this CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<Solution> FixAllAsync(Solution solution, FixAllContext context) =>
        await context.CodeFixProvider.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await action.ApplyAsync() : solution;

    private sealed class DiagnosticsOf : FixAllContext.DiagnosticProvider
    {
        public static readonly DiagnosticsOf Instance = new();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            (await document.Project.AnalyzeAsync(cancellationToken))
                .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await project.AnalyzeAsync(cancellationToken);
    }
}
