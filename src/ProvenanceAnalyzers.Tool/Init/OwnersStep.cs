namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>
/// Who must approve a change of what decides what is asked for: policy, baselines, options, the files by which the package is there, what
/// CI and agents run, and who approves.
/// docs/policy.md and docs/verify.md say why each.
/// </summary>
internal sealed class OwnersStep : IInitStep
{
    private const string Name = "CODEOWNERS";

    private static readonly string[] Folders = [".github", "", "docs", ".gitlab"];

    private static readonly string[] Patterns =
    [
        "Provenance.Baseline*.txt", ".editorconfig", "*.globalconfig", "*.csproj", "*.props", "*.targets", "Directory.Build.rsp",
        "NuGet.config", "global.json", ".config/dotnet-tools.json", Name,
    ];

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        if (request.Owners.Count == 0)
        {
            return;
        }

        var path = Folders.Select(folder => Path.Combine(place.Root, folder, Name)).FirstOrDefault(files.Exists)
            ?? Path.Combine(place.Root, FolderOf(CiStep.HostsOf(request, place)), Name);
        var policy = PolicyStep.PathOf(request, place) is { } file ? new[] { "/" + place.NameOf(file) } : [];
        var lines = policy.Concat(Patterns)
            .Concat(CiStep.HostsOf(request, place).Select(host => "/" + CiStep.RecipeOf(host)))
            .Concat(HookStep.SetupsOf(request, place).Select(setup => "/" + setup.File))
            .Select(pattern => $"{pattern.Replace(" ", "\\ ", StringComparison.Ordinal)} {string.Join(' ', request.Owners)}")
            .ToList();
        if (MarkedSection.Hash.In(files.Read(path) ?? string.Empty) is not { } there)
        {
            files.WriteSection(path, MarkedSection.Hash, string.Join('\n', lines));
            files.Note("Review markers stand in C# files, which no pattern of paths tells apart. Who approves them, the host's rules for "
                + "reviews decide.");
        }
        else if (lines.Except(there.Split('\n')).Any())
        {
            // A policy file that an earlier run named needs not be named again.
            files.WriteSection(path, MarkedSection.Hash, string.Join('\n', lines));
        }
    }

    /// <summary>Where a new file belongs: the top folder is right for every host.</summary>
    private static string FolderOf(IReadOnlyList<string> hosts) => hosts switch
    {
        [CiStep.GitHub, ..] => ".github",
        [CiStep.GitLab, ..] => ".gitlab",
        _ => string.Empty,
    };
}
