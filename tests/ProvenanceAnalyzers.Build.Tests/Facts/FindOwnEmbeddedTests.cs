using ProvenanceAnalyzers.Build.Facts;

namespace ProvenanceAnalyzers.Build.Tests.Facts;

/// <summary>Whether a project has an <c>EmbeddedAttribute</c> of its own that no second part may be added to.</summary>
[Trait("Case", "P11")]
public sealed class FindOwnEmbeddedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("EmbeddedAttribute.cs", "namespace Microsoft.CodeAnalysis { sealed class EmbeddedAttribute : Attribute { } }", true)]
    [InlineData("Embedded.cs", "namespace Microsoft.CodeAnalysis;\ninternal class EmbeddedAttribute : System.Attribute;", true)]
    [InlineData("MyEmbeddedAttributes.cs", "namespace Microsoft.CodeAnalysis\n{\n    class\n    EmbeddedAttribute { }\n}", true)]
    [InlineData("embedded.cs", "namespace Microsoft.CodeAnalysis; /* partial */ class EmbeddedAttribute { }", true)]
    [InlineData("EmbeddedAttribute.cs", "namespace Microsoft.CodeAnalysis { internal sealed partial class EmbeddedAttribute { } }", false)]
    [InlineData("EmbeddedAttribute.cs", "namespace Microsoft.CodeAnalysis.Mine { class EmbeddedAttribute { } }", false)]
    [InlineData("EmbeddedAttribute.cs", "namespace Mine { class EmbeddedAttribute { } }", false)]
    [InlineData("EmbeddedAttribute.cs", "class EmbeddedAttribute { }", false)]
    [InlineData("EmbeddedAttribute.cs", "namespace Microsoft.CodeAnalysis; class EmbeddedAttributes { }", false)]
    [InlineData("EmbeddedAttribute.cs", "namespace Microsoft.CodeAnalysis; // class EmbeddedAttribute\nclass C { }", false)]
    [InlineData("EmbeddedAttribute.cs", "#if X\nnamespace Microsoft.CodeAnalysis { class EmbeddedAttribute { } }\n#endif", false)]
    [InlineData("Other.cs", "namespace Microsoft.CodeAnalysis { class EmbeddedAttribute { } }", false)]
    public void It_is_found_by_the_name_of_its_file_and_what_it_says(string name, string text, bool isFound)
    {
        var task = new FindOwnEmbedded
        {
            BuildEngine = new RecordingEngine(),
            Sources =
            [
                Item(_folder.Write("A.cs", "class A { }")),
                Item(_folder.Write(name, text)),
                Item(_folder.PathOf("Embedded.Gone.cs")),
            ],
        };

        Assert.True(task.Execute());
        Assert.Equal(isFound, task.IsFound);
    }

    private static InMemoryItem Item(string path) => new(path, ("FullPath", path));
}
