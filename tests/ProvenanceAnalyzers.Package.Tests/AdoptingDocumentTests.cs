using System.Text;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The commands of docs/adopting.md, read from the document, do what it says of them.</summary>
public sealed partial class AdoptingDocumentTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Trait("Case", "P16")]
    [Fact]
    public async Task What_formatting_would_damage_is_listed()
    {
        using var workspace = package.NewWorkspace();
        const string Text = "// Café\nclass C { }\n";
        workspace.Write("Ascii.cs", "class C { }\n");
        workspace.Write("Marked.cs", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]);
        workspace.Write("Utf8.cs", Text);
        workspace.Write("with blanks/Latin 1.cs", Encoding.Latin1.GetBytes(Text));
        workspace.Write("Latin1.txt", Encoding.Latin1.GetBytes(Text));
        workspace.Write("Wide.cs", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]);
        await workspace.CommitAsync();

        var output = (await ChildProcess.ShellAsync(workspace.Root, CommandBelow("Files that are not UTF-8."))).MustSucceed();

        Assert.Equal("Wide.cs\nwith blanks/Latin 1.cs\n", output.Text);
    }

    private static string CommandBelow(string title)
    {
        var document = File.ReadAllText(
            Path.Combine(PackedPackage.RepositoryRoot, "src", "ProvenanceAnalyzers.Package", "docs", "adopting.md"));
        return Command().Match(document, document.IndexOf($"**{title}**", StringComparison.Ordinal)).Groups["command"].Value;
    }

    [GeneratedRegex(@"```shell\n(?<command>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Command();
}
