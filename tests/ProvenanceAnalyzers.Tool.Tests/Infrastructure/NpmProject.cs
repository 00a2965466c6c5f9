using CliWrap;
using CliWrap.Buffered;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Tests.Infrastructure;

/// <summary>
/// A copy of a folder of this repository that has a <c>package.json</c>, with what that names installed. It needs Node.js.
/// </summary>
internal sealed class NpmProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("provenance-npm-");

    private NpmProject()
    {
    }

    /// <summary>Copies a folder and installs what it names.</summary>
    /// <param name="folder">The folder, relative to the repository.</param>
    public static async Task<NpmProject> CreateAsync(string folder)
    {
        var project = new NpmProject();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder)))
        {
            File.Copy(file, project.PathOf(Path.GetFileName(file)));
        }

        // Without a lock file, which would name the registry of whoever wrote it: the versions are exact, and their own few are theirs.
        await project.RunAsync("npm", "install --no-package-lock --no-audit --no-fund");
        return project;
    }

    /// <summary>The path of a file in the copy.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs a program in the copy, which must succeed.</summary>
    /// <returns>Its standard output.</returns>
    public async Task<string> RunAsync(string program, string arguments, string input = "") =>
        (await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(_folder.FullName)
            .WithStandardInputPipe(PipeSource.FromString(input))
            .ExecuteBufferedAsync()).StandardOutput;

    public void Dispose() => _folder.Delete(recursive: true);
}
