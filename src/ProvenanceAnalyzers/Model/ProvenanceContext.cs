using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// What the rules ask of a compilation: parts with one job each, which all rules share. Those that cost something are made only when asked
/// for.
/// </summary>
internal sealed class ProvenanceContext
{
    private static readonly ConditionalWeakTable<Compilation, Contexts> ByCompilation = new();

    private readonly AnalyzerConfigOptionsProvider _config;
    private readonly ImmutableArray<AdditionalText> _additionalFiles;
    private readonly Lazy<AssemblyAnnotations> _assemblyAnnotations;
    private readonly Lazy<TestClasses> _testClasses;
    private readonly Lazy<Baseline> _baseline;
    private readonly Lazy<Fixtures> _fixtures;
    private readonly Lazy<EvidenceIndex> _evidence;
    private readonly ConcurrentDictionary<Type, object> _shared = new();

    private ProvenanceContext(Compilation compilation, AnalyzerOptions options)
    {
        _config = options.AnalyzerConfigOptionsProvider;
        _additionalFiles = options.AdditionalFiles;
        Compilation = compilation;
        Facts = new BuildFacts(options);
        Files = new SourceFiles(compilation, _config, Facts);
        ProvenanceOptions OptionsOf(SyntaxTree tree) => Files.Of(tree).Options;
        Annotations = new AnnotationReader(compilation, OptionsOf);
        _assemblyAnnotations = new Lazy<AssemblyAnnotations>(() => new AssemblyAnnotations(
            compilation.Assembly, Annotations, OptionsOf, tree => Files.Of(tree).IsGenerated(CancellationToken.None)));
        Attributes = new AttributeSearch(compilation, Files, Annotations);
        Types = new SourceTypes(compilation, Files, Annotations, Attributes);
        Units = new Units(compilation, Files, Types);
        Snapshots = new SnapshotClasses(Units, Files, () => TestClasses);
        Resolution = new ProvenanceResolution(Files, Types, Units, Annotations, Attributes, _assemblyAnnotations, Snapshots);
        Digests = new Digests(Units, Files, () => TestClasses);
        _testClasses = new Lazy<TestClasses>(() => new TestClasses(compilation));
        _baseline = new Lazy<Baseline>(() => new Baseline(options.AdditionalFiles, Digests));
        _fixtures = new Lazy<Fixtures>(
            () => new Fixtures(options.AdditionalFiles, Facts, () => FixtureAnchor.Find(Files, AssemblyAnnotations)));
        _evidence = new Lazy<EvidenceIndex>(
            () => new EvidenceIndex(options.AdditionalFiles, Facts, Files, Types, Units, () => Resolution));
    }

    public Compilation Compilation { get; }

    /// <summary>What the build says of the project.</summary>
    public BuildFacts Facts { get; }

    /// <summary>The source files.</summary>
    public SourceFiles Files { get; }

    /// <summary>The types and their declarations.</summary>
    public SourceTypes Types { get; }

    /// <summary>Types and members with the parts of their code.</summary>
    public Units Units { get; }

    /// <summary>What stands on symbols.</summary>
    public AnnotationReader Annotations { get; }

    /// <summary>What files write by the names of our attributes, beside what symbols show.</summary>
    public AttributeSearch Attributes { get; }

    /// <summary>What stands on the assembly.</summary>
    public AssemblyAnnotations AssemblyAnnotations => _assemblyAnnotations.Value;

    /// <summary>The test classes that snapshots have their names from.</summary>
    public SnapshotClasses Snapshots { get; }

    /// <summary>Which annotations hold.</summary>
    public ProvenanceResolution Resolution { get; }

    /// <summary>Which types hold tests.</summary>
    public TestClasses TestClasses => _testClasses.Value;

    /// <summary>The digests of code.</summary>
    public Digests Digests { get; }

    /// <summary>Code that was undeclared when the project began to ask for provenance.</summary>
    public Baseline Baseline => _baseline.Value;

    /// <summary>The data files that the project's tests read.</summary>
    public Fixtures Fixtures => _fixtures.Value;

    /// <summary>What history tells of the code.</summary>
    public EvidenceIndex Evidence => _evidence.Value;

    /// <summary>The day that nothing can be later than; null: nobody knows, and nothing is held against it.</summary>
    public DateTime? KnownDay => Facts.Today ?? Evidence.KnownDay;

    /// <summary>What messages call the known day: <c>2026-11-20 (ProvenanceToday)</c>.</summary>
    public string KnownDayText => Facts.Today is { } today ? $"{Day.Format(today)} (ProvenanceToday)"
        : Evidence.KnownDay is { } known ? $"{Day.Format(known)}, the day after the newest commit"
        : string.Empty;

    /// <summary>The context that all analyzers of a compilation share.</summary>
    public static ProvenanceContext For(Compilation compilation, AnalyzerOptions options) =>
        ByCompilation.GetOrCreateValue(compilation).For(compilation, options);

    /// <summary>Whether a path or glob matches any source or fixture file of the compilation.</summary>
    public bool HasFile(TargetPattern target) => Fixtures.Matching(target).Any() || Files.Any(target);

    /// <summary>What the rules of a family share beside this, made once.</summary>
    public T Share<T>(Func<ProvenanceContext, T> create)
        where T : class =>
        (T)(_shared.TryGetValue(typeof(T), out var known) ? known : _shared.GetOrAdd(typeof(T), create(this)));

    /// <summary>
    /// The contexts of one compilation. A host may ask for it with other options, and an editor does after the baseline was changed; the
    /// analyzers of each run share theirs all the same.
    /// </summary>
    private sealed class Contexts
    {
        /// <summary>Of those who ask again and again with other options, the newest are asked for.</summary>
        private const int Kept = 4;

        private readonly object _gate = new();

        private ImmutableArray<ProvenanceContext> _newestFirst = [];

        public ProvenanceContext For(Compilation compilation, AnalyzerOptions options)
        {
            lock (_gate)
            {
                foreach (var context in _newestFirst)
                {
                    if (ReferenceEquals(context._config, options.AnalyzerConfigOptionsProvider)
                        && context._additionalFiles == options.AdditionalFiles)
                    {
                        return context;
                    }
                }

                var created = new ProvenanceContext(compilation, options);
                _newestFirst = [created, .. _newestFirst.Take(Kept - 1)];
                return created;
            }
        }
    }
}
