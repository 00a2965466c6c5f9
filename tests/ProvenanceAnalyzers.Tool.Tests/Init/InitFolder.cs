using System.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

/// <summary>A throw-away repository, and what <c>provenance init</c> makes of it.</summary>
internal sealed class InitFolder : IDisposable
{
    public const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\">\n</Project>\n";

    public InitFolder(params (string Name, string Text)[] files)
    {
        Root = RealPath.Of(Directory.CreateTempSubdirectory("provenance-init-").FullName);
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    public string Root { get; }

    public string? Remote { get; init; }

    /// <summary>A request as somebody makes it without options, by a tool of a known version.</summary>
    public static InitRequest Request { get; } = new() { Version = "1.2.3" };

    /// <summary>Every file, with its bytes as Latin-1 so that each byte is seen.</summary>
    public IReadOnlyDictionary<string, string> All => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .ToDictionary(NameOf, path => Encoding.Latin1.GetString(File.ReadAllBytes(path)));

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Write(string name, string text) => WriteBytes(name, Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public InitPlace Place(string folder = "") =>
        new(Root, folder.Length == 0 ? Root : PathOf(folder), Remote) { IsRepository = true };

    public InitFiles Plan(InitRequest? request = null) => InitPlan.Make(request ?? Request, Place());

    /// <summary>What one step plans.</summary>
    public InitFiles Plan<T>(InitRequest? request = null, string folder = "")
        where T : IInitStep, new()
    {
        var files = new InitFiles(Place(folder));
        new T().Plan(request ?? Request, Place(folder), files);
        return files;
    }

    public void Run(InitRequest? request = null) =>
        Assert.True(new InitRun(TextWriter.Null, TextWriter.Null).Write(Plan(request)));

    public void Dispose()
    {
        foreach (var file in new DirectoryInfo(Root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            // git's own files are read-only, which on Windows keeps them from being removed.
            file.IsReadOnly = false;
        }

        Directory.Delete(Root, recursive: true);
    }

    private string NameOf(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');
}
