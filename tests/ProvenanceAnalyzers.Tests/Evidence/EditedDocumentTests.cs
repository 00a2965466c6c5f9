using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Evidence;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Evidence;

/// <summary>
/// What an editor asks for: the findings of one document, from the list of the last build, while the buffer has what nobody has saved.
/// </summary>
public sealed class EditedDocumentTests
{
    private const string Path = "/0/Test0.cs";

    private static readonly string Source = EvidencedCode.Class("[AIProvenance(AIOrigin.Human)]").ReplaceLineEndings("\n");

    [Fact]
    public async Task Findings_show_for_an_unchanged_file_vanish_at_a_keystroke_and_are_back_when_it_is_undone()
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace);
        Assert.Equal(["PROV4001"], await FindingsAsync(document));

        await Gen.Select(Gen.Int[0, Source.Length], Gen.OneOf("x", " ", "\n", "\"", "}", "// ")).SampleAsync(
            async (position, typed) =>
            {
                var changed = document.WithText(SourceText.From(Source.Insert(position, typed)));
                Assert.DoesNotContain("PROV4001", await FindingsAsync(changed));
                Assert.Equal(["PROV4001"], await FindingsAsync(changed.WithText(SourceText.From(Source))));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task The_line_ends_of_an_editor_change_nothing()
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace).WithText(SourceText.From(Source.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(["PROV4001"], await FindingsAsync(document));
    }

    private static Document Open(AdhocWorkspace workspace)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            filePath: "/0/Test.csproj",
            compilationOptions: new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: TestReferences.Net));
        foreach (var (name, content) in Infrastructure.Annotations.Sources)
        {
            project = project.AddDocument(name, content, filePath: $"/0/Annotations/{name}").Project;
        }

        var history = TestHistory.Text($"{EvidencedCode.ByCopilot}file Test0.cs;lines 6 14 0", _ => Source);
        project = Add(project, TestFacts.FileName, TestFacts.Text());
        project = Add(project, "Provenance.Evidence.tsv", history);
        return project.AddDocument("Test0.cs", Source, filePath: Path);

        static Project Add(Project project, string name, string text) =>
            project.AddAdditionalDocument(name, text, filePath: $"/0/obj/{name}").Project;
    }

    private static async Task<IEnumerable<string>> FindingsAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var result = await compilation
            .WithAnalyzers([new EvidenceAnalyzer()], document.Project.AnalyzerOptions)
            .GetAnalysisResultAsync(compilation.GetSemanticModel((await document.GetSyntaxTreeAsync())!), null, CancellationToken.None);
        return result.GetAllDiagnostics().Select(diagnostic => diagnostic.Id).Distinct();
    }
}
