using System.Text;
using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>A throw-away git repository with a project in it that uses the package.</summary>
internal sealed class TestProject : IDisposable
{
    public const string ProjectFile = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ProvenanceAnalyzers" Version="9.9.9" />
          </ItemGroup>
        </Project>
        """;

    private TestProject()
    {
        Folder = RealPath.Of(Directory.CreateTempSubdirectory("provenance-declare-").FullName);
    }

    /// <summary>The top folder of the repository.</summary>
    public string Folder { get; }

    /// <summary>Makes a repository with one commit.</summary>
    /// <param name="files">Its files beside the project file: path and text.</param>
    public static async Task<TestProject> CreateAsync(params (string Path, string Text)[] files)
    {
        var project = CreateWithoutGit(files);
        await project.GitAsync("init", "--quiet");
        await project.GitAsync("config", "user.name", "Ada");
        await project.GitAsync("config", "user.email", "ada@example.com");
        await project.GitAsync("config", "commit.gpgsign", "false");
        await project.GitAsync("config", "core.autocrlf", "false");
        await project.CommitAsync();
        return project;
    }

    /// <summary>Makes the same without a repository.</summary>
    public static TestProject CreateWithoutGit(params (string Path, string Text)[] files)
    {
        var project = new TestProject();
        project.Write("src/App.csproj", ProjectFile);
        foreach (var (path, text) in files)
        {
            project.Write(path, text);
        }

        return project;
    }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text) => WriteBytes(path, Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
    }

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public async Task CommitAsync()
    {
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", "x");
    }

    public async Task<string> GitAsync(params string[] arguments) => (await Cli.Wrap("git")
        .WithArguments(arguments)
        .WithWorkingDirectory(Folder)
        .ExecuteBufferedAsync()).StandardOutput;

    /// <summary>Declares what changed in a file, as made by claude-code.</summary>
    /// <returns>What was declared, by name.</returns>
    public async Task<IReadOnlyList<string>> DeclareAsync(
        string path, string tool = "claude-code", bool isAutonomous = false, string? model = null, string? requester = null)
    {
        var request = new DeclareRequest(tool, new ToldFields(model, requester, requester != null), isAutonomous);
        var declared = await new FileDeclaration(request, CancellationToken.None).DeclareAsync(PathOf(path), []);
        return [.. declared.Select(one => one.Name)];
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            // git's own files are read-only.
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
