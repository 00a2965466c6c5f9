using System.Text;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Locks;

/// <summary>Whatever is tried against a locked policy ends in an error: in the finding that it was to hide, or in one about the attempt.</summary>
public sealed class WaysAroundTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task Each_ends_in_an_error()
    {
        using var workspace = package.NewWorkspace();
        var locked = WaysAround.All
            .Where(way => way.Policy.Length > 0 && (way.Link.Length == 0 || !OperatingSystem.IsWindows()))
            .ToList();
        foreach (var way in locked)
        {
            Add(workspace, way, way.Name);
        }

        await RestoreAsync(workspace, locked);
        var build = await BuildAsync(workspace, locked.Select(way => (way.Name + way.Extension, way.Properties, way.IsBuiltBefore)));

        var errors = build.Messages.Where(message => message.Level == "error")
            .ToLookup(
                message => Path.GetFileNameWithoutExtension(message.Project.Length > 0 ? message.Project : message.Origin),
                message => message.Code);
        var passed = string.Join("\n", locked
            .Where(way => !Array.TrueForAll(
                way.Expected.Split(' '), code => errors[way.Name].Any(error => error.StartsWith(code, StringComparison.Ordinal))))
            .Select(way => $"{way.Name}: expected {way.Expected}, errors are {string.Join(", ", errors[way.Name].Distinct())}"));
        Assert.True(passed.Length == 0, passed);
    }

    [Fact]
    public async Task What_is_annotated_anywhere_in_a_file_keeps_it_out_of_the_training_data()
    {
        using var workspace = package.NewWorkspace();
        var listed = WaysAround.All.Where(way => way.NotIncluded.Length > 0).ToList();
        foreach (var way in listed)
        {
            Add(workspace, way with { Policy = string.Empty }, way.Name);
        }

        await RestoreAsync(workspace, listed);
        await BuildAsync(
            workspace,
            listed.Select(way => (
                way.Name + way.Extension,
                $"{way.Properties};ContinuousIntegrationBuild=false;ProvenanceTrainingLists=true",
                false)));

        var included = string.Join("\n", listed.SelectMany(way =>
        {
            var list = workspace.PathOf($"{way.Name}/bin/Debug/net10.0/{way.Name}.training/include.txt");
            return !File.Exists(list) ? [$"{way.Name}: no list was written"]
                : File.ReadAllLines(list)
                    .Where(line => way.NotIncluded.Any(end => line.EndsWith(end, StringComparison.Ordinal)))
                    .Select(line => $"{way.Name}: {line} is included");
        }));
        Assert.True(included.Length == 0, included);
    }

    [Fact]
    public void Each_has_a_name_of_its_own() =>
        Assert.Equal(WaysAround.All.Count, WaysAround.All.Select(way => way.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    private static void Add(Workspace workspace, WayAround way, string name)
    {
        var project = new TestProject
        {
            Packages = way.Packages,
            Items = way.Items + (way.Policy.Length > 0 ? "<ProvenancePolicyFile Include=\"company.provenance\" />" : string.Empty),
        };
        workspace.Add(name, project, FilesOf(way, workspace));
        if (way.Extension != ".csproj")
        {
            File.Move(workspace.PathOf($"{name}/{name}.csproj"), workspace.PathOf($"{name}/{name}{way.Extension}"));
        }

        if (way.Link.Split('>') is [var link, var target])
        {
            Directory.CreateSymbolicLink(workspace.PathOf($"{name}/{link}"), target);
        }

        if (way.Props.Length > 0)
        {
            workspace.Write($"{name}/Directory.Build.props", $"<Project>\n  {way.Props}\n</Project>\n");
        }

        workspace.Write($"{name}/company.provenance", PolicyOf(way.Policy));
        if (way.Options.Length > 0)
        {
            workspace.Write($"{name}/.editorconfig", (way.Options[0] == '[' ? string.Empty : "[*.cs]\n") + way.Options + "\n");
        }

        if (way.GlobalOptions.Length > 0)
        {
            workspace.Write($"{name}/.globalconfig", "is_global = true\n" + way.GlobalOptions + "\n");
        }

        if (way.Targets.Length > 0)
        {
            workspace.Write(
                $"{name}/Directory.Build.targets",
                $"<Project>\n  <Import Project=\"../Directory.Build.targets\" />\n  {way.Targets}\n</Project>\n");
        }
    }

    private static string PolicyOf(string lines)
    {
        var policy = new StringBuilder();
        foreach (var line in lines.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var end = line.IndexOf("] ", StringComparison.Ordinal) + 1;
            policy.Append(end > 0 ? line[..end] + "\n" : string.Empty).Append($"provenance.{line[end..].Trim()}\n");
        }

        return policy.ToString();
    }

    /// <summary>Restores each project by itself: a solution takes no project of a name that no language has.</summary>
    private static async Task RestoreAsync(Workspace workspace, IReadOnlyList<WayAround> ways)
    {
        var calls = ways.Select(way => $"    <MSBuild Projects=\"{way.Name}/{way.Name}{way.Extension}\" Targets=\"Restore\" />\n");
        workspace.Write(
            "Restore.proj", $"<Project>\n  <Target Name=\"Restore\">\n{string.Concat(calls)}  </Target>\n</Project>\n");
        (await workspace.DotnetAsync("msbuild", "Restore.proj", "-t:Restore", "-nologo", "-v:quiet", "-m:1")).MustSucceed();

        // A package that is being installed takes everything out of its folder.
        foreach (var way in ways)
        {
            foreach (var (path, text) in FilesOf(way, workspace))
            {
                workspace.Write($"{way.Name}/{path}", text);
            }
        }
    }

    private static (string Path, string Text)[] FilesOf(WayAround way, Workspace workspace) =>
        [.. way.Files.Select(file => (file.Path.Replace("{version}", workspace.PackageVersion, StringComparison.Ordinal), file.Text))];

    /// <summary>Builds each project with properties that are its own, all in one build.</summary>
    private static async Task<BuildResult> BuildAsync(
        Workspace workspace, IEnumerable<(string Project, string Properties, bool IsBuiltBefore)> projects)
    {
        var calls = new StringBuilder();
        foreach (var (project, properties, isBuiltBefore) in projects)
        {
            var path = $"{Path.GetFileNameWithoutExtension(project)}/{project}";
            if (isBuiltBefore)
            {
                calls.Append($"    <MSBuild Projects=\"{path}\" Targets=\"Build\" ContinueOnError=\"true\" />\n");
            }

            calls.Append($"    <MSBuild Projects=\"{path}\" Targets=\"Build\" ContinueOnError=\"true\"")
                .Append($" Properties=\"{properties.Trim(';')}\" />\n");
        }

        workspace.Write("Each.proj", $"<Project>\n  <Target Name=\"Build\">\n{calls}  </Target>\n</Project>\n");
        return await workspace.BuildProjectAsync("Each.proj", "--no-restore");
    }
}
