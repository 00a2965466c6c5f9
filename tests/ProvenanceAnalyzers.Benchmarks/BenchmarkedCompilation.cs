using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Declaration;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Benchmarks;

/// <summary>
/// A generated project that is parsed once and compiled anew each time: analyzers and compiler keep what they know of a compilation.
/// </summary>
internal sealed class BenchmarkedCompilation(int types, bool isDeclared, int percentReviewed = 0, int typesPerFile = 1)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private readonly ImmutableArray<SyntaxTree> _trees =
    [
        .. GeneratedProject.Annotations
            .Select(file => (Path: $"/0/{file.FileName}", file.Text))
            .Concat(Enumerable.Range(0, types).Chunk(typesPerFile).Select(indices => (
                Path: $"/0/Area{indices[0] / 50}/Type{indices[0]}.cs",
                Text: GeneratedProject.Join(indices.Select(index =>
                    GeneratedProject.File(index, isDeclared, isReviewed: index % 100 < percentReviewed))))))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path)),
    ];

    /// <summary>Every analyzer of the package. The suppressor has nothing to do but while a baseline is written.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(ProvenanceRule).Assembly.GetTypes()
            .Where(
                type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract && type != typeof(BaselineUpdateSuppressor))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The options of a project that has an <c>.editorconfig</c> with code style in it, as most have.</summary>
    public static AnalyzerOptions Options { get; } = OptionsWith([]);

    /// <summary>The same options in a project that asks for a review of what an AI made.</summary>
    public static AnalyzerOptions ReviewOptions { get; } = OptionsWith([], reviewRequired: "ai");

    // One thread: then the time that passes is the processor's time, and that is what a budget can be held against.
    public CSharpCompilation Create() => CSharpCompilation.Create(
        "Benchmark",
        _trees,
        Net100.References.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    public static int Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        Diagnose(compilation, analyzers, Options).Length;

    public static ImmutableArray<Diagnostic> Diagnose(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options) => compilation
        .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>The same options in a project that has a baseline, whose build writes a record, or that asks for reviews.</summary>
    public static AnalyzerOptions OptionsWith(
        ImmutableArray<AdditionalText> additionalFiles, bool isRecorded = false, string reviewRequired = "none") =>
        new([new FactsText(isRecorded), .. additionalFiles], new ConfigOptionsProvider(reviewRequired));

    /// <summary>What the build says of the project.</summary>
    private sealed class FactsText(bool isRecorded) : AdditionalText
    {
        private const string Name = "Benchmark.net10.0" + FactsFile.NameEnding;

        private readonly SourceText _text = SourceText.From(FactsFile.Write(new ListedFacts
        {
            Name = Name,
            IsRecorded = isRecorded,
            ProjectFolders = { "../" },
            OutputFolders = { "obj/" },
        }));

        public override string Path => "/0/obj/" + Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class ConfigOptionsProvider(string reviewRequired) : AnalyzerConfigOptionsProvider
    {
        private readonly ConfigOptions _options = new(Enumerable.Range(0, 60)
            .ToImmutableDictionary(index => $"dotnet_diagnostic.ide{index:0000}.severity", _ => "warning")
            .Add("provenance.required_on", "types")
            .Add("provenance.tools", "claude-code, codex")
            .Add("provenance.review_required", reviewRequired));

        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new ConfigOptions(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;
    }

    private sealed class ConfigOptions(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            options.TryGetValue(key, out value);
    }
}
