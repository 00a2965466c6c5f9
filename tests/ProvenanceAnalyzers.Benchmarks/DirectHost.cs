using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// Calls the actions that analyzers register, and nothing else. The compiler's driver binds every method body around them, whose cost
/// varies by more between two runs than all our analyzers cost.
/// </summary>
internal sealed class DirectHost
{
    private readonly CSharpCompilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly ImmutableArray<INamedTypeSymbol> _types;
    private readonly ImmutableArray<SyntaxTree> _trees;

    /// <summary>Has the compiler declare everything, as it would before it calls an analyzer.</summary>
    public DirectHost(CSharpCompilation compilation, AnalyzerOptions options)
    {
        _ = compilation.GetDeclarationDiagnostics();
        _compilation = compilation;
        _options = options;
        _types = [.. TypesIn(compilation.Assembly.GlobalNamespace)];
        _trees = [.. compilation.SyntaxTrees.Where(IsOfProject)];
    }

#pragma warning disable CS0618 // Obsolete for a host that shows what it finds; this one only counts.
    /// <summary>Runs analyzers on the whole compilation.</summary>
    /// <returns>The number of diagnostics.</returns>
    public int Run(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var diagnostics = 0;
        Action<Diagnostic> report = _ => diagnostics++;
        var actions = new Actions(_compilation, _options);
        foreach (var analyzer in analyzers)
        {
            analyzer.Initialize(new Registration(actions));
        }

        // As the driver does it: all that is to be said of a type, and then the next. One context for all actions, since its constructor
        // allocates, and that is not theirs.
        foreach (var type in _types)
        {
            var context = new SymbolAnalysisContext(type, _compilation, _options, report, _ => true, CancellationToken.None);
            foreach (var action in actions.OnType)
            {
                action(context);
            }
        }

        foreach (var tree in _trees)
        {
            var context = new SyntaxTreeAnalysisContext(tree, _options, report, _ => true, CancellationToken.None);
            foreach (var action in actions.OnTree)
            {
                action(context);
            }
        }

        return diagnostics;
    }
#pragma warning restore CS0618

    /// <summary>Whether a file is one of the project's, hand-written or generated, and not the annotations themselves.</summary>
    private static bool IsOfProject(SyntaxTree tree) =>
        tree.FilePath.Contains("/Area", StringComparison.Ordinal) || BenchmarkedCompilation.IsMadeByBuild(tree);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type && IsOfProject(type.DeclaringSyntaxReferences[0].SyntaxTree))
            {
                yield return type;
            }

            foreach (var inner in TypesIn(member))
            {
                yield return inner;
            }
        }
    }

    private sealed class Registration(Actions actions) : AnalysisContext
    {
        public override void EnableConcurrentExecution()
        {
        }

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode)
        {
        }

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => action(actions);

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw Unexpected();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Unexpected();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) =>
            throw Unexpected();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(
            Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
            throw Unexpected();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Unexpected();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw Unexpected();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
            Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Unexpected();
    }

    private sealed class Actions(Compilation compilation, AnalyzerOptions options)
        : CompilationStartAnalysisContext(compilation, options, CancellationToken.None)
    {
        public List<Action<SymbolAnalysisContext>> OnType { get; } = [];

        public List<Action<SyntaxTreeAnalysisContext>> OnTree { get; } = [];

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds)
        {
            if (symbolKinds is not [SymbolKind.NamedType])
            {
                throw Unexpected();
            }

            OnType.Add(action);
        }

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => OnTree.Add(action);

        /// <summary>Its context cannot be made outside of the compiler; the benchmarks of whole compilations have these actions.</summary>
        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action)
        {
        }

        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => throw Unexpected();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw Unexpected();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(
            Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) =>
            throw Unexpected();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw Unexpected();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
            Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw Unexpected();
    }

    // Then the numbers would leave something out.
    private static NotSupportedException Unexpected() => new("An analyzer registers a kind of action that this host does not call.");
}
