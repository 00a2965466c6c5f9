using System.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Declare;

/// <summary>Every byte that is no annotation stays.</summary>
public sealed class BytesTests
{
    private const string Old = "// Käse 🧀\nclass A { int X() => 1; }\n";
    private const string New = "// Käse 🧀\nclass A { int X() => 2; }\n";
    private const string Declared = "// Käse 🧀\n[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\nclass A { int X() => 2; }\n";

    public static TheoryData<string> Encodings { get; } = ["utf-8", "utf-8 with a mark", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_encoding_stays(string name)
    {
        var encoding = name switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-8 with a mark" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            _ => Encoding.GetEncoding(name),
        };
        byte[] Bytes(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        using var project = await TestProject.CreateAsync();
        project.WriteBytes("src/A.cs", Bytes(Old));
        await project.CommitAsync();
        project.WriteBytes("src/A.cs", Bytes(New));

        await project.DeclareAsync("src/A.cs");

        Assert.Equal(Bytes(Declared), File.ReadAllBytes(project.PathOf("src/A.cs")));
    }

    [Fact]
    public async Task The_line_ends_stay_mixed_ones_too()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", "class A { }\r\nclass B { }\n"));
        project.Write("src/A.cs", "class A { int X; }\r\nclass B { int X; }\nclass C { }");

        await project.DeclareAsync("src/A.cs");

        Assert.Equal(
            "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\r\nclass A { int X; }\r\n"
            + "[AIProvenance(AIOrigin.Assisted, Tool = \"claude-code\")]\nclass B { int X; }\n"
            + "[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]\nclass C { }",
            project.Read("src/A.cs"));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'/', (byte)'/', 0xE4, (byte)'\n' })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'/', (byte)'/', 0xC3, (byte)'\n' })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'/', 0, (byte)'/' })]
    [InlineData(new byte[] { (byte)'/', (byte)'/', 0, (byte)'\n' })]
    public async Task Bytes_that_are_no_text_are_not_touched(byte[] bytes)
    {
        using var project = await TestProject.CreateAsync();
        project.WriteBytes("src/A.cs", bytes);

        var exception = await Assert.ThrowsAsync<ToolException>(() => project.DeclareAsync("src/A.cs"));

        Assert.Contains("is no text of the encoding that it says", exception.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(project.PathOf("src/A.cs")));
    }

    [Fact]
    public async Task A_read_only_file_is_not_written()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", Old));
        project.Write("src/A.cs", New);
        File.SetAttributes(project.PathOf("src/A.cs"), FileAttributes.ReadOnly);

        var exception = await Assert.ThrowsAsync<ToolException>(() => project.DeclareAsync("src/A.cs"));

        Assert.Contains("is read-only", exception.Message, StringComparison.Ordinal);
        Assert.Equal(New, project.Read("src/A.cs"));
        Assert.Equal(["A.cs", "App.csproj"], Directory.GetFiles(project.PathOf("src")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Permissions_stay_and_nothing_is_left_behind()
    {
        using var project = await TestProject.CreateAsync(("src/A.cs", Old));
        project.Write("src/A.cs", New);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(project.PathOf("src/A.cs"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await project.DeclareAsync("src/A.cs");

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(project.PathOf("src/A.cs")));
        }

        Assert.Equal(Declared, project.Read("src/A.cs"));
        Assert.Equal(["A.cs", "App.csproj"], Directory.GetFiles(project.PathOf("src")).Select(Path.GetFileName).Order());
    }
}
