using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>
/// Runs every analyzer and every fix on a project that has the injected attributes. Diagnostics are marked in the sources,
/// <c>{|PROV1001:C|}</c>; those that are not marked fail the test. The project's folder is <c>/0/</c>.
/// </summary>
/// <example><c>await new ProvenanceTest { Source = "class {|PROV1001:C|} { }" }.RunAsync();</c></example>
internal sealed class ProvenanceTest : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    /// <summary>The option without which nothing is declared in bulk, as the tests of the fixes want it.</summary>
    public const string UnknownInBulk = "provenance.default_origin = unknown\n";

    private const string PolicyPath = "/0/company.provenance";

    public ProvenanceTest()
    {
        Action = "Default";

        // Each rule that a policy can ask for has locked descriptors of the same id, which come after its own.
        MarkupOptions = MarkupOptions.UseFirstDescriptor;

        // What a fix leaves to a person may be reported, by a rule that has a fix of its own.
        FixedState.MarkupHandling = MarkupMode.Allow;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(TestReferences.Net);
        foreach (var (fileName, text) in Annotations.Sources)
        {
            TestState.Sources.Add(($"/0/Annotations/{fileName}", text));
        }
    }

    /// <summary>The file <c>/0/Test0.cs</c>.</summary>
    public string Source
    {
        init => Files = [("Test0.cs", value)];
    }

    /// <summary><see cref="Source"/> after the fix.</summary>
    public string Fixed
    {
        init => FixedFiles = [("Test0.cs", value)];
    }

    /// <summary>Files by their path relative to the project.</summary>
    public (string Path, string Text)[] Files
    {
        init => AddFiles(TestState, value);
    }

    /// <summary><see cref="Files"/> after the fix.</summary>
    public (string Path, string Text)[] FixedFiles
    {
        init
        {
            foreach (var (fileName, text) in Annotations.Sources)
            {
                FixedState.Sources.Add(($"/0/Annotations/{fileName}", text));
            }

            AddFiles(FixedState, value);
        }
    }

    /// <summary>Lines of <c>/0/.editorconfig</c>; without a section they hold for all C# files.</summary>
    public string Options { get; init; } = string.Empty;

    /// <summary>Whether AI-made code must be reviewed, as it must be by default; tests of other rules do not ask for it.</summary>
    public bool RequiresReview { get; init; }

    /// <summary>Paths of fixture files that the build has found. Each has a digest that <see cref="DigestOf"/> makes of its path.</summary>
    public string[] Fixtures
    {
        init => FixtureList = FixtureListOf(value);
    }

    /// <summary>The list of fixture files, as the build writes it.</summary>
    public string FixtureList
    {
        init => TestState.AdditionalFiles.Add(("/0/obj/Provenance.Fixtures.tsv", value));
    }

    /// <summary>
    /// What the build has found in history: lines as it writes them, separated by <c>;</c>, with blanks where the file has tabs. A line
    /// <c>file Test0.cs</c> gets the hash of that file; it must be set behind the files.
    /// </summary>
    public string History
    {
        init => TestState.AdditionalFiles.Add(("/0/obj/Provenance.Evidence.tsv", TestHistory.Text(
            value, path => TestState.Sources.Single(source => source.filename == "/0/" + path).content.ToString())));
    }

    /// <summary>The list of fixture files with these paths.</summary>
    public static string FixtureListOf(string[] paths) => string.Concat(paths.Order(StringComparer.Ordinal).Select(path =>
        $"{DigestOf(path)}\t1\t{ProvenanceAnalyzers.Shared.Exchange.FixtureFile.KindOf(path)}\t{path}\n"));

    /// <summary>The digest of a fixture file in <see cref="Fixtures"/>.</summary>
    public static string DigestOf(string path) =>
        "h1:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path)))[..32];

    /// <summary>Lines of a <c>.globalconfig</c>.</summary>
    public string GlobalOptions { get; init; } = string.Empty;

    /// <summary>What the build says of the project beside its folder: <c>mode Strict; today 2026-11-20</c>; null: nothing.</summary>
    public string? Facts { get; init; } = string.Empty;

    /// <summary>The rules whose findings have no place, one a finding.</summary>
    public string[] Unplaced
    {
        init => ExpectedDiagnostics.AddRange(value.Select(id => new DiagnosticResult(
            id, Descriptors.All.Single(descriptor => descriptor.Id == id).DefaultSeverity)));
    }

    /// <summary>Whether what counts as generated is listed, as it is by default; tests of other rules let all of it be so.</summary>
    public bool ListsGeneratedFiles { get; init; }

    /// <summary>The text of a locked policy, <c>/0/company.provenance</c>; null: the project has none.</summary>
    public string? Policy { get; init; }

    /// <summary>A test framework that the project references.</summary>
    public Framework? References
    {
        init => TestState.AdditionalReferences.AddRange(TestFrameworks.References(value!.Value));
    }

    /// <summary>The equivalence key of the action to apply.</summary>
    public string Action
    {
        init => CodeActionEquivalenceKey = value;
    }

    /// <summary>Whether the project is an application, which may have top-level statements.</summary>
    public bool IsApplication
    {
        init => TestState.OutputKind = value ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
    }

    private string ReviewOptions =>
        (AsksForReviews ? string.Empty : "provenance.review_required = none\nprovenance.tests.review_required = none\n")
        + (ListsGeneratedFiles || Policy != null ? string.Empty : "provenance.generated_files = **\n");

    /// <summary>A policy that asks for reviews would be weakened by an option that switches them off.</summary>
    private bool AsksForReviews => RequiresReview || Policy?.Contains("review", StringComparison.Ordinal) == true;

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Analyzers.All;

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => Analyzers.Fixes;

    protected override ParseOptions CreateParseOptions() =>
        ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Preview);

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        // The library's check takes the tags of locked descriptors for those of the rule. Each rule has a test of how it is suppressed.
        TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        var sections = Options.TrimStart().StartsWith('[') ? Options : "[*.cs]\n" + Options;
        TestState.AnalyzerConfigFiles.Add(("/0/.editorconfig", "root = true\n" + sections));
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + ReviewOptions + GlobalOptions));
        if (Policy != null)
        {
            // By its tags the library takes a locked warning for one of the compiler's, and leaves those out.
            CompilerDiagnostics = CompilerDiagnostics.Warnings;
            TestState.AdditionalFiles.Add((PolicyPath, Policy));

            // Under a policy what counts as generated is listed.
            TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
        }

        if (Facts != null)
        {
            TestState.AdditionalFiles.Add(($"/0/obj/{TestFacts.FileName}", TestFacts.Text(Facts, Policy)));
        }

        await base.RunImplAsync(cancellationToken);
    }

    private static void AddFiles(SolutionState state, (string Path, string Text)[] files) =>
        state.Sources.AddRange(files.Select(file => ($"/0/{file.Path}", Microsoft.CodeAnalysis.Text.SourceText.From(file.Text))));
}
