using System.Text;

namespace ProvenanceAnalyzers.Package.Tests.Infrastructure;

/// <summary>Throw-away projects that use the packed package.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly TemporaryFolder _folder = new("workspace");
    private readonly PackedFiles _package;
    private readonly List<string> _projects = [];
    private readonly RestoredState _restored;

    public Workspace(PackedFiles package)
    {
        _package = package;
        _restored = new RestoredState(_folder.Path);
        Write("NuGet.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{package.Cache}" /></config>
              <fallbackPackageFolders><add key="machine" value="{package.MachineCache}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{package.Source}" /></packageSources>
            </configuration>
            """);
        // The compiler does not create the folder of its error log.
        Directory.CreateDirectory(ErrorLogFolder);
        // These files exist so that none is found further up.
        Write(".editorconfig", "root = true\n");
        Write("Directory.Build.props", "<Project />\n");
        Write("Directory.Packages.props", "<Project />\n");
        Write(".gitignore", "bin/\nobj/\n.sarif/\n");
        Write("Directory.Build.targets", $$"""
            <Project>
              <PropertyGroup>
                <ErrorLog>$(MSBuildThisFileDirectory).sarif/$(MSBuildProjectName).$(TargetFramework).sarif,version=2.1</ErrorLog>
                <!-- A compiler of this run's own: it never has an older analyzer loaded, and starts once. -->
                <UseSharedCompilation>true</UseSharedCompilation>
                <SharedCompilationId>{{package.Version}}</SharedCompilationId>
              </PropertyGroup>
            </Project>
            """);
    }

    public string Root => _folder.Path;

    public string PackageVersion => _package.Version;

    private string ErrorLogFolder => Path.Combine(Root, ".sarif");

    public string PathOf(string relativePath) => Path.Combine(Root, relativePath.Replace('/', Path.DirectorySeparatorChar));

    public string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    /// <summary>Writes a file as UTF-8 without a BOM.</summary>
    public Workspace Write(string relativePath, string content) => Write(relativePath, Encoding.UTF8.GetBytes(content));

    public Workspace Write(string relativePath, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relativePath))!);
        File.WriteAllBytes(PathOf(relativePath), content);
        return this;
    }

    /// <summary>Adds a project in a folder of its name, with its files by their path in that folder.</summary>
    public Workspace Add(string name, TestProject project, params (string Path, string Content)[] files)
    {
        Write($"{name}/{name}.csproj", project.ToXml(_package.Version));
        foreach (var (path, content) in files)
        {
            Write($"{name}/{path}", content);
        }

        _projects.Add(name);
        var members = _projects.Select(member => $"  <Project Path=\"{member}/{member}.csproj\" />\n");
        return Write("All.slnx", $"<Solution>\n{string.Concat(members)}</Solution>\n");
    }

    /// <summary>Adds lines that hold for all C# files, below those that are there.</summary>
    public Workspace Configure(string lines) => Write(".editorconfig", $"{Read(".editorconfig")}[*.cs]\n{lines}\n");

    /// <summary>Builds all projects; what an earlier build logged is forgotten.</summary>
    public Task<BuildResult> BuildAsync(params IEnumerable<string> arguments) => BuildProjectAsync("All.slnx", arguments);

    /// <summary>Builds one project, or what builds others; what an earlier build logged is forgotten.</summary>
    public async Task<BuildResult> BuildProjectAsync(string project, params IEnumerable<string> arguments)
    {
        Directory.Delete(ErrorLogFolder, recursive: true);
        Directory.CreateDirectory(ErrorLogFolder);
        var messages = Path.Combine(ErrorLogFolder, "messages.log");
        string[] command = ["build", project, .. arguments];
        var output = await DotnetAsync(
            [
                "build", project, "-nologo", "-tl:off", "-v:quiet", "-m:1", $"-flp:LogFile={messages};Verbosity=quiet;NoSummary",
                .. _restored.IsAsAfter(command) ? ["--no-restore"] : Array.Empty<string>(), .. arguments,
            ]);
        _restored.KeepAfter(command);
        var logs = new Dictionary<string, IReadOnlyList<Diagnostic>>();
        foreach (var path in Directory.EnumerateFiles(ErrorLogFolder, "*.sarif").Order(StringComparer.Ordinal))
        {
            logs.Add(Path.GetFileNameWithoutExtension(path), [.. Diagnostic.ReadErrorLog(path, Root)]);
        }

        return new BuildResult(output, File.Exists(messages) ? await File.ReadAllTextAsync(messages) : "", logs);
    }

    public Task<CommandOutput> DotnetAsync(params IEnumerable<string> arguments) => ChildProcess.DotnetAsync(Root, arguments);

    /// <summary>Runs <c>dotnet format analyzers</c> for one rule, on all projects; they must have been built before.</summary>
    public async Task FormatAsync(string ruleId, string severity = "warn")
    {
        var format = await DotnetAsync(
            "format", "analyzers", "All.slnx", "--no-restore", "--diagnostics", ruleId, "--severity", severity, "--verbosity", "normal");
        format.MustSucceed();
    }

    /// <summary>Puts the present state under version control.</summary>
    public async Task CommitAsync()
    {
        if (!Directory.Exists(PathOf(".git")))
        {
            (await GitAsync("init", "--quiet")).MustSucceed();
        }

        (await GitAsync("add", "--all")).MustSucceed();
        (await GitAsync(
            "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false",
            "commit", "--quiet", "--allow-empty", "--message", "state")).MustSucceed();
    }

    /// <summary>The lines that changed since the last commit, with their <c>+</c> or <c>-</c>.</summary>
    public async Task<IReadOnlyList<string>> ChangedLinesAsync()
    {
        (await GitAsync("add", "--all")).MustSucceed();
        var diff = (await GitAsync("diff", "--cached", "--unified=0", "--no-color", "--no-ext-diff")).MustSucceed();
        return [.. diff.Text.Split('\n')
            .Where(line => line.StartsWith('+') || line.StartsWith('-'))
            .Where(line => !line.StartsWith("+++ ", StringComparison.Ordinal) && !line.StartsWith("--- ", StringComparison.Ordinal))];
    }

    public void Dispose() => _folder.Dispose();

    // Bytes count here: a machine's own choice of line ends must not touch them.
    private Task<CommandOutput> GitAsync(params IEnumerable<string> arguments)
        => ChildProcess.GitAsync(Root, ["-c", "core.autocrlf=false", "-c", "core.safecrlf=false", .. arguments]);
}
