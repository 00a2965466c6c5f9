using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Review;

/// <summary>A project in memory that has one file, and the attributes of the package.</summary>
internal static class ReviewedProject
{
    private const string Sources = "src/ProvenanceAnalyzers.Package/sources";

    /// <summary>The file of a project.</summary>
    /// <param name="code">What is in it.</param>
    /// <param name="options">What <c>.editorconfig</c> says.</param>
    public static Document Of(string code, string options = "")
    {
        var project = new AdhocWorkspace().AddProject("Shop", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences(Net100.References.All);
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf(Sources), "*.cs"))
        {
            var name = Path.GetFileName(path);
            project = project.AddDocument(name, File.ReadAllText(path), filePath: $"/obj/{name}").Project;
        }

        project = project.AddAnalyzerConfigDocument(
            ".editorconfig", SourceText.From($"root = true\n[*.cs]\n{options}\n"), filePath: "/shop/.editorconfig").Project;
        return project.AddDocument("Code.cs", $"using ProvenanceAnalyzers;\n{code}", filePath: "/shop/Code.cs");
    }
}
