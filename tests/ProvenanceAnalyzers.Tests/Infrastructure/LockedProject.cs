using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>A project in the folder <c>/0/</c> with a locked policy, <c>/0/company.provenance</c>, analyzed as a build would.</summary>
internal sealed record LockedProject
{
    /// <summary>The policy's lines.</summary>
    public required string Policy { get; init; }

    /// <summary>Lines of <c>/0/.editorconfig</c>; without a section they hold for all C# files.</summary>
    public string Options { get; init; } = string.Empty;

    /// <summary>Lines of a <c>.globalconfig</c>.</summary>
    public string GlobalOptions { get; init; } = string.Empty;

    /// <summary>Source files by their path relative to the project.</summary>
    public (string Path, string Text)[] Files { get; init; } =
        [("C.cs", "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class C { }")];

    /// <summary>Severities given to the compiler, as <c>NoWarn</c> does.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    /// <summary>Paths of fixture files that the build has found.</summary>
    public string[] Fixtures { get; init; } = [];

    /// <summary>Where some of them lie, by their path, relative to the project; <c>:</c> and where links lead to may follow.</summary>
    public Dictionary<string, string> Places { get; init; } = [];

    /// <summary>A test framework that the project references.</summary>
    public Framework? References { get; init; }

    /// <summary>Whether warnings are errors, as <c>TreatWarningsAsErrors</c> makes them.</summary>
    public bool TreatsWarningsAsErrors { get; init; }

    /// <summary>Whether the build says that it is CI.</summary>
    public bool IsContinuousIntegration { get; init; }

    /// <summary>Further facts of the build, as <see cref="TestFacts.Text"/> has them.</summary>
    public string Facts { get; init; } = string.Empty;

    /// <summary>What is reported after everything that hides diagnostics has had its way.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        const string PolicyPath = "/0/company.provenance";
        var sections = Options.TrimStart().StartsWith('[') ? Options : "[*.cs]\n" + Options;
        var config = new ConfigFiles(
            ("/0/.editorconfig", "root = true\n" + sections),
            ("/.globalconfig", "is_global = true\n" + GlobalOptions));
        var compilation = CSharpCompilation.Create(
            "Locked",
            Files.Select(file => (file.Path, file.Text))
                .Concat(Annotations.Sources.Select(source => ("Annotations/" + source.FileName, source.Text)))
                .Select(file => CSharpSyntaxTree.ParseText(file.Item2, path: "/0/" + file.Item1)),
            TestReferences.Net
                .Concat(References is { } framework ? TestFrameworks.References(framework) : []),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
                .WithSyntaxTreeOptionsProvider(config.Severities)
                .WithGeneralDiagnosticOption(TreatsWarningsAsErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default)
                .WithSpecificDiagnosticOptions(Severities));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var facts = TestFacts.File(lines: (IsContinuousIntegration ? "ci\n" : string.Empty) + Facts, policy: Policy);
        var list = ProvenanceTest.FixtureListOf(Fixtures)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Places.TryGetValue(line.Split('\t')[^1], out var place) ? $"{line}\t{place.Replace(':', '\t')}" : line);
        var fixtures = new InMemoryText("/0/obj/Provenance.Fixtures.tsv", string.Join('\n', list));
        var options = new AnalyzerOptions([new InMemoryText(PolicyPath, Policy), facts, fixtures], config);
        var diagnostics = await compilation.WithAnalyzers(Analyzers.All, options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>The ids of <see cref="DiagnosticsAsync"/>, with a comma in between.</summary>
    public async Task<string> IdsAsync() => string.Join(", ", (await DiagnosticsAsync()).Select(diagnostic => diagnostic.Id));
}
