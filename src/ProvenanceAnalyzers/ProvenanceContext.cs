using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers;

/// <summary>What the rules ask of a compilation, worked out once for all of them and only when asked.</summary>
internal sealed class ProvenanceContext
{
    private static readonly ConditionalWeakTable<Compilation, ProvenanceContext> Contexts = new();

    private readonly AnalyzerConfigOptionsProvider _config;
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> _files = new();
    private readonly Func<SyntaxTree, SourceFile> _createFile;
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeAnnotations> _annotations = new(SymbolEqualityComparer.Default);
    private readonly Func<INamedTypeSymbol, TypeAnnotations> _readAnnotations;
    private readonly Lazy<AssemblyAnnotations> _assemblyAnnotations;
    private readonly Lazy<TestClasses> _testClasses;

    private ProvenanceOptions? _anyOptions;

    private ProvenanceContext(Compilation compilation, AnalyzerConfigOptionsProvider config)
    {
        Compilation = compilation;
        _config = config;
        Mode = ProvenanceOptions.ReadMode(config.GlobalOptions);
        ProjectDirectory = config.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory)
            ? SourceFile.NormalizeDirectory(directory)
            : string.Empty;
        _createFile = tree =>
        {
            var file = new SourceFile(tree, config.GetOptions(tree), Mode, _anyOptions, ProjectDirectory);
            _anyOptions = file.Options;
            return file;
        };
        ProvenanceOptions OptionsOf(SyntaxTree tree) => FileOf(tree).Options;
        Annotations = new AnnotationReader(OptionsOf);
        _readAnnotations = Annotations.ReadAll;
        _assemblyAnnotations = new Lazy<AssemblyAnnotations>(
            () => new AssemblyAnnotations(compilation.Assembly, Annotations, OptionsOf));
        _testClasses = new Lazy<TestClasses>(() => new TestClasses(compilation));
    }

    public Compilation Compilation { get; }

    public AnalysisMode Mode { get; }

    /// <summary>The project's folder with <c>/</c> at its end; empty where the host does not say.</summary>
    public string ProjectDirectory { get; }

    public AnnotationReader Annotations { get; }

    public AssemblyAnnotations AssemblyAnnotations => _assemblyAnnotations.Value;

    public TestClasses TestClasses => _testClasses.Value;

    /// <summary>The context that all analyzers of a compilation share.</summary>
    public static ProvenanceContext For(Compilation compilation, AnalyzerOptions options)
    {
        var config = options.AnalyzerConfigOptionsProvider;
        var context = Contexts.GetValue(compilation, created => new ProvenanceContext(created, config));

        // Another host may ask for the same compilation with other options.
        return ReferenceEquals(context._config, config) ? context : new ProvenanceContext(compilation, config);
    }

    /// <summary>The annotations on a type and on its members, nested types aside; read once for all rules about annotations.</summary>
    public TypeAnnotations AnnotationsIn(INamedTypeSymbol type) => _annotations.GetOrAdd(type, _readAnnotations);

    /// <summary>What the build says for the whole project, or null.</summary>
    /// <param name="key">The key: <c>build_property.ProvenanceToday</c>.</param>
    public string? GlobalOption(string key) => _config.GlobalOptions.TryGetValue(key, out var value) ? value : null;

    /// <summary>Whether a type or member is, or is nested in, a test class.</summary>
    public bool IsTestCode(ISymbol symbol)
    {
        var outermost = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (outermost?.ContainingType is { } containing)
        {
            outermost = containing;
        }

        return outermost != null && TestClasses.Contains(outermost);
    }

    /// <summary>A source file of the compilation.</summary>
    public SourceFile FileOf(SyntaxTree tree) => _files.GetOrAdd(tree, _createFile);

    /// <summary>Whether a path or glob matches any source file of the compilation.</summary>
    public bool HasFile(TargetPattern target) => Compilation.SyntaxTrees.Any(tree => target.IsMatch(FileOf(tree).Path));

    /// <summary>
    /// Finds the part of a type or member that stands for it: the ordinally first one that is hand-written and not excluded.
    /// A symbol without such a part is no unit.
    /// </summary>
    public bool TryGetUnit(ISymbol symbol, CancellationToken cancellationToken, out Unit unit)
    {
        SyntaxReference? first = null;
        foreach (var part in symbol.DeclaringSyntaxReferences)
        {
            if ((first == null || IsBefore(part, first)) && IsHandWritten(symbol, part, cancellationToken))
            {
                first = part;
            }
        }

        unit = first != null ? new Unit(symbol, first, FileOf(first.SyntaxTree)) : default;
        return first != null;
    }

    /// <summary>The parts of a type or member that are hand-written and not excluded, the ordinally first one first.</summary>
    public IEnumerable<SyntaxReference> HandWrittenParts(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences
            .Where(part => IsHandWritten(symbol, part, cancellationToken))
            .OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(part => part.Span.Start);

    /// <summary>The level at which annotations hold for a type or member.</summary>
    public ProvenanceLevel LevelOf(ISymbol symbol) => LevelOf(symbol, out _, out _);

    /// <summary>The annotations that hold for a type or member: all those at the nearest level that has any.</summary>
    public Provenance Resolve(ISymbol symbol)
    {
        var level = LevelOf(symbol, out var annotated, out var path);
        return new Provenance(level, level switch
        {
            ProvenanceLevel.None => [],
            ProvenanceLevel.Assembly => AssemblyAnnotations.Defaults,
            ProvenanceLevel.File => AssemblyAnnotations.For(path!),
            _ => [.. Annotations.Read(annotated!)],
        });
    }

    /// <summary>The annotations that hold for a whole file: those whose <c>Target</c> matches it, else those of the assembly.</summary>
    public Provenance Resolve(SourceFile file)
    {
        var targeted = AssemblyAnnotations.For(file.Path);
        return !targeted.IsEmpty ? new Provenance(ProvenanceLevel.File, targeted)
            : new Provenance(
                AssemblyAnnotations.Defaults.IsEmpty ? ProvenanceLevel.None : ProvenanceLevel.Assembly, AssemblyAnnotations.Defaults);
    }

    /// <summary>Whether any annotation that holds for a type or member says that an AI had a hand in it.</summary>
    public bool IsAIMade(ISymbol symbol) => LevelOf(symbol, out var annotated, out var path) switch
    {
        ProvenanceLevel.None => false,
        ProvenanceLevel.Assembly => AssemblyAnnotations.Defaults.Any(annotation => annotation.Origin?.IsAIMade() == true),
        ProvenanceLevel.File => AssemblyAnnotations.For(path!).Any(annotation => annotation.Origin?.IsAIMade() == true),
        _ => Annotations.SaysAIMade(annotated!),
    };

    private ProvenanceLevel LevelOf(ISymbol symbol, out ISymbol? annotated, out string? path)
    {
        path = null;
        for (annotated = symbol; annotated is not null and not INamespaceSymbol; annotated = annotated.ContainingType)
        {
            if (Annotations.IsAnnotated(annotated))
            {
                return annotated is INamedTypeSymbol ? ProvenanceLevel.Type : ProvenanceLevel.Member;
            }
        }

        if (AssemblyAnnotations.HasTargets)
        {
            foreach (var part in symbol.DeclaringSyntaxReferences)
            {
                path = FileOf(part.SyntaxTree).Path;
                if (AssemblyAnnotations.AnyFor(path))
                {
                    return ProvenanceLevel.File;
                }
            }
        }

        return AssemblyAnnotations.Defaults.IsEmpty ? ProvenanceLevel.None : ProvenanceLevel.Assembly;
    }

    private bool IsHandWritten(ISymbol symbol, SyntaxReference part, CancellationToken cancellationToken)
    {
        var file = FileOf(part.SyntaxTree);
        return !file.Options.Exclude
            && !IsTopLevelStatements(symbol, part, cancellationToken)

            // The driver has dropped symbols that are generated as a whole.
            && (symbol.DeclaringSyntaxReferences.Length == 1 || !file.IsGenerated(cancellationToken));
    }

    private static bool IsBefore(SyntaxReference left, SyntaxReference right)
    {
        var order = string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        return order < 0 || (order == 0 && left.Span.Start < right.Span.Start);
    }

    /// <summary>Top-level statements are a part of the type <c>Program</c>, whose declaration is the whole file; they are a unit of their own.</summary>
    private static bool IsTopLevelStatements(ISymbol symbol, SyntaxReference part, CancellationToken cancellationToken) =>
        symbol.Name == WellKnownMemberNames.TopLevelStatementsEntryPointTypeName
        && part.GetSyntax(cancellationToken).IsKind(SyntaxKind.CompilationUnit);
}
