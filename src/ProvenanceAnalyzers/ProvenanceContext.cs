using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Baseline;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Fixtures;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers;

/// <summary>What the rules ask of a compilation, worked out once for all of them and only when asked.</summary>
internal sealed class ProvenanceContext
{
    private static readonly ConditionalWeakTable<Compilation, ProvenanceContext> Contexts = new();

    /// <summary>How many threads can add to a dictionary without waiting for each other; an analyzer must not ask for the processors.</summary>
    private const int Concurrency = 8;

    private readonly AnalyzerConfigOptionsProvider _config;
    private readonly ImmutableArray<AdditionalText> _additionalFiles;
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> _files;
    private readonly Func<SyntaxTree, SourceFile> _createFile;
    private readonly ConcurrentDictionary<INamedTypeSymbol, SourceType> _types;
    private readonly Func<INamedTypeSymbol, SourceType> _createType;
    private readonly Lazy<AssemblyAnnotations> _assemblyAnnotations;
    private readonly Lazy<TestClasses> _testClasses;
    private readonly Lazy<BaselineEntries> _baseline;
    private readonly Lazy<FixtureFiles> _fixtures;
    private readonly Lazy<FixtureAnchor?> _fixtureAnchor;
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), string> _digests = new();

    private ProvenanceOptions? _anyOptions;

    private ProvenanceContext(Compilation compilation, AnalyzerOptions options)
    {
        var config = options.AnalyzerConfigOptionsProvider;
        Compilation = compilation;
        _config = config;
        _additionalFiles = options.AdditionalFiles;
        Mode = ProvenanceOptions.ReadMode(config.GlobalOptions);
        Policies = ReadPolicies(options);
        ProjectDirectory = config.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory)
            ? SourceFile.NormalizeDirectory(directory)
            : string.Empty;

        // Room for all files and about as many types from the start, since a dictionary that grows copies what it has.
        var capacity = 2 * compilation.SyntaxTrees.Count();
        _files = new ConcurrentDictionary<SyntaxTree, SourceFile>(Concurrency, capacity);
        _types = new ConcurrentDictionary<INamedTypeSymbol, SourceType>(Concurrency, capacity, SymbolEqualityComparer.Default);
        _createFile = tree =>
        {
            var file = new SourceFile(tree, config.GetOptions(tree), Mode, Policies, _anyOptions, ProjectDirectory);
            _anyOptions = file.Options;
            return file;
        };
        ProvenanceOptions OptionsOf(SyntaxTree tree) => FileOf(tree).Options;
        Annotations = new AnnotationReader(OptionsOf);
        _createType = CreateType;
        _assemblyAnnotations = new Lazy<AssemblyAnnotations>(
            () => new AssemblyAnnotations(compilation.Assembly, Annotations, OptionsOf));
        _testClasses = new Lazy<TestClasses>(() => new TestClasses(compilation));
        _baseline = new Lazy<BaselineEntries>(() => new BaselineEntries(options.AdditionalFiles));
        _fixtures = new Lazy<FixtureFiles>(() => FixtureFiles.Read(options.AdditionalFiles));
        _fixtureAnchor = new Lazy<FixtureAnchor?>(() => ProvenanceAnalyzers.FixtureAnchor.Find(this));
    }

    public Compilation Compilation { get; }

    public AnalysisMode Mode { get; }

    /// <summary>The policy files, each once.</summary>
    public ImmutableArray<PolicyFile> Policies { get; }

    /// <summary>The project's folder with <c>/</c> at its end; empty where the host does not say.</summary>
    public string ProjectDirectory { get; }

    public AnnotationReader Annotations { get; }

    public AssemblyAnnotations AssemblyAnnotations => _assemblyAnnotations.Value;

    public TestClasses TestClasses => _testClasses.Value;

    /// <summary>The context that all analyzers of a compilation share.</summary>
    public static ProvenanceContext For(Compilation compilation, AnalyzerOptions options)
    {
        var config = options.AnalyzerConfigOptionsProvider;
        var context = Contexts.GetValue(compilation, created => new ProvenanceContext(created, options));

        // Another host may ask for the same compilation with other options, and an editor does after the baseline was changed.
        return ReferenceEquals(context._config, config) && context._additionalFiles == options.AdditionalFiles
            ? context
            : new ProvenanceContext(compilation, options);
    }

    /// <summary>Code that was undeclared when the project began to ask for provenance.</summary>
    public BaselineEntries Baseline => _baseline.Value;

    /// <summary>The data files that the project's tests read.</summary>
    public FixtureFiles Fixtures => _fixtures.Value;

    /// <summary>Whether the build looks for fixture files, so that a data file which is not among them is none.</summary>
    public bool KnowsFixtures => !Fixtures.All.IsEmpty || IsTrue("build_property.ProvenanceDefaultFixtures");

    /// <summary>Where it is said which fixture files are undeclared; null where no C# file could say it.</summary>
    public FixtureAnchor? FixtureAnchor => _fixtureAnchor.Value;

    /// <summary>Whether the build wants a record of every unit.</summary>
    public bool IsRecorded => IsTrue("build_property.ProvenanceRecord");

    /// <summary>Whether the build is about to take what is undeclared into the baseline.</summary>
    public bool IsBaselineUpdated => IsTrue("build_property.ProvenanceBaselineUpdate");

    /// <summary>What the build says for the whole project, or null.</summary>
    /// <param name="key">The key: <c>build_property.ProvenanceToday</c>.</param>
    public string? GlobalOption(string key) => _config.GlobalOptions.TryGetValue(key, out var value) ? value : null;

    /// <summary>Whether the options of any part of a type satisfy a condition.</summary>
    public bool AnyPart(INamedTypeSymbol type, Func<ProvenanceOptions, bool> condition)
    {
        foreach (var part in PartsOf(type))
        {
            if (condition(FileOf(part.SyntaxTree).Options))
            {
                return true;
            }
        }

        return false;
    }

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

    /// <summary>A type of the compilation.</summary>
    public SourceType TypeOf(INamedTypeSymbol type) => _types.GetOrAdd(type, _createType);

    /// <summary>The declarations of a type or member.</summary>
    public ImmutableArray<SyntaxReference> PartsOf(ISymbol symbol) =>
        symbol is INamedTypeSymbol type ? TypeOf(type).Parts : symbol.DeclaringSyntaxReferences;

    /// <summary>Whether a path or glob matches any source or fixture file of the compilation.</summary>
    public bool HasFile(TargetPattern target) =>
        Fixtures.Matching(target).Any() || Compilation.SyntaxTrees.Any(tree => target.IsMatch(FileOf(tree).Path));

    /// <summary>
    /// Finds the part of a type or member that stands for it: the ordinally first one that is hand-written and not excluded.
    /// A symbol without such a part is no unit.
    /// </summary>
    public bool TryGetUnit(ISymbol symbol, CancellationToken cancellationToken, out Unit unit)
    {
        SyntaxReference? first = null;
        var parts = PartsOf(symbol);
        foreach (var part in parts)
        {
            if ((first == null || IsBefore(part, first)) && IsHandWritten(symbol, part, parts.Length, cancellationToken))
            {
                first = part;
            }
        }

        unit = first != null ? new Unit(symbol, first, FileOf(first.SyntaxTree)) : default;
        return first != null;
    }

    /// <summary>The parts of a type or member that are hand-written and not excluded, the ordinally first one first.</summary>
    public IEnumerable<SyntaxReference> HandWrittenParts(ISymbol symbol, CancellationToken cancellationToken) =>
        WrittenParts(symbol, cancellationToken).Where(part => !FileOf(part.SyntaxTree).Options.Exclude);

    /// <summary>The parts of a type or member that are hand-written, excluded ones too, the ordinally first one first.</summary>
    public IEnumerable<SyntaxReference> WrittenParts(ISymbol symbol, CancellationToken cancellationToken)
    {
        var parts = PartsOf(symbol);
        return parts
            .Where(part => IsWritten(symbol, part, parts.Length, cancellationToken))
            .OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(part => part.Span.Start);
    }

    /// <summary>The digest of a declaration or of a file.</summary>
    /// <param name="node">The declaration; a file's root for the whole file.</param>
    public string DigestOf(SyntaxNode node) => _digests.GetOrAdd(
        (node.SyntaxTree, CodeDigest.SpanOf(node)), key => CodeDigest.Compute(key.Tree.GetText().ToString(key.Span)));

    /// <summary>The digest of a type or member, all its hand-written parts together.</summary>
    public string DigestOf(ISymbol symbol, CancellationToken cancellationToken) => CodeDigest.Combine(
        [.. HandWrittenParts(symbol, cancellationToken).Select(part => DigestOf(Declarations.AttributeOwner(part.GetSyntax(cancellationToken))))]);

    /// <summary>Whether a type or member was undeclared when the baseline was written, and has not changed since.</summary>
    public bool IsInBaseline(Unit unit, CancellationToken cancellationToken, out bool hasChanged)
    {
        hasChanged = false;
        if (Baseline.IsEmpty)
        {
            return false;
        }

        var id = UnitId.Of(unit.Symbol, unit.File.Path);
        hasChanged = Baseline.Knows(id) && !Baseline.Holds(new BaselineEntry(id, DigestOf(unit.Symbol, cancellationToken)));
        return Baseline.Knows(id) && !hasChanged;
    }

    /// <summary>Whether the top-level statements of a file were undeclared when the baseline was written, and it has not changed since.</summary>
    public bool IsInBaseline(SourceFile file, SyntaxNode root, out bool hasChanged)
    {
        hasChanged = Baseline.Knows(file.Path) && !Baseline.Holds(new BaselineEntry(file.Path, DigestOf(root)));
        return Baseline.Knows(file.Path) && !hasChanged;
    }

    /// <summary>Whether a fixture file was undeclared when the baseline was written, and has not changed since.</summary>
    public bool IsInBaseline(FixtureFile fixture) =>
        fixture.Digest is { } digest && Baseline.Holds(new BaselineEntry(fixture.Path, digest));

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

    /// <summary>Likewise for a whole source file.</summary>
    public Provenance Resolve(SourceFile file) => Resolve(file.Path);

    /// <summary>The annotations that hold for a whole file, source or fixture: those whose <c>Target</c> matches it, else those of the assembly.</summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public Provenance Resolve(string path)
    {
        var targeted = AssemblyAnnotations.For(path);
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
            foreach (var part in PartsOf(symbol))
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

    private SourceType CreateType(INamedTypeSymbol type)
    {
        var parts = type.DeclaringSyntaxReferences;
        foreach (var part in parts)
        {
            if (Declarations.HoldsAttributes(part.GetSyntax()))
            {
                return new SourceType(parts, Annotations.AnnotatedMembers(type));
            }
        }

        return new SourceType(parts, AnnotatedMembers: []);
    }

    private bool IsHandWritten(ISymbol symbol, SyntaxReference part, int partCount, CancellationToken cancellationToken) =>
        !FileOf(part.SyntaxTree).Options.Exclude && IsWritten(symbol, part, partCount, cancellationToken);

    private bool IsWritten(ISymbol symbol, SyntaxReference part, int partCount, CancellationToken cancellationToken) =>
        !IsTopLevelStatements(symbol, part, cancellationToken)

        // The driver has dropped symbols that are generated as a whole.
        && (partCount == 1 || !FileOf(part.SyntaxTree).IsGenerated(cancellationToken));

    /// <summary>
    /// Whether no part of a type or member is hand-written. The driver drops such symbols; who walks through a compilation must ask.
    /// </summary>
    public bool IsGeneratedAsAWhole(ISymbol symbol, CancellationToken cancellationToken) =>
        PartsOf(symbol).All(part => FileOf(part.SyntaxTree).IsGenerated(cancellationToken))
        || GeneratedCode.IsMarked(symbol);

    /// <summary>The build marks policy files: nothing in their name or text would tell them from others for sure.</summary>
    private static ImmutableArray<PolicyFile> ReadPolicies(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles
            .Where(file => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(
                "build_metadata.ProvenancePolicyFile.ProvenanceIsPolicy", out var isPolicy) && isPolicy == "true")
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .Select(same => PolicyFile.Read(same.Key, same.Select(file => file.GetText()?.ToString()).FirstOrDefault())),
    ];

    private bool IsTrue(string key) => string.Equals(GlobalOption(key), "true", StringComparison.OrdinalIgnoreCase);

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
