namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>What the files of a folder may use.</summary>
/// <param name="Folder">The folder, by its name in the table.</param>
/// <param name="Uses">The folders right below it; what those may use, it may use too. <c>Shared</c> is all folders of it.</param>
/// <param name="BaseClassLibraryOnly">Whether it may use no assembly but those of the base class library.</param>
internal sealed record DependencyRow(string Folder, string[] Uses, bool BaseClassLibraryOnly = false);

/// <summary>
/// Which folder may use which. A row names only rows above it, so that the arrows point one way. A folder is where a file lies, whatever
/// its namespace is.
/// </summary>
internal sealed class DependencyTable
{
    private const string Shared = "Shared";
    private const string ToolProject = "src/ProvenanceAnalyzers.Tool";
    private const string BuildProject = "src/ProvenanceAnalyzers.Build";

    /// <summary>The projects that are held against the table, and what their folders' names begin with in it.</summary>
    private static readonly Dictionary<string, string> ProjectPrefixes = new()
    {
        ["src/ProvenanceAnalyzers"] = "",
        ["src/ProvenanceAnalyzers.CodeFixes"] = "CodeFixes/",
        [BuildProject] = "Build/",
        [ToolProject] = "Tool/",
    };

    private readonly Dictionary<string, DependencyRow> _rows = [];
    private readonly Dictionary<string, HashSet<string>> _allowed = [];

    public DependencyTable(IEnumerable<DependencyRow> rows)
    {
        foreach (var row in rows)
        {
            var below = row.Uses.SelectMany(name => name == Shared ? _rows.Keys.Where(IsInShared) : [name]).ToList();
            Assert.All(
                below, name => Assert.True(_rows.ContainsKey(name), $"The row of {row.Folder} uses {name}, which has no row above it."));
            _rows.Add(row.Folder, row);
            _allowed.Add(row.Folder, [row.Folder, .. below.SelectMany(name => _allowed[name])]);
        }
    }

    /// <summary>What ships in the package.</summary>
    public static IEnumerable<string> Projects => ProjectPrefixes.Keys.Where(project => project != ToolProject);

    /// <summary>The tool, and what it is built on.</summary>
    public static IEnumerable<string> ToolProjects => ProjectPrefixes.Keys.Where(project => project != BuildProject);

    public static IReadOnlyList<DependencyRow> Rows { get; } =
    [
        // Tools and digests know nothing of each other; what is exchanged may name both.
        new("Shared/Text", [], BaseClassLibraryOnly: true),
        new("Shared/Git", [], BaseClassLibraryOnly: true),
        new("Shared/Catalogue", ["Shared/Text"], BaseClassLibraryOnly: true),
        new("Shared/Digests", ["Shared/Text"], BaseClassLibraryOnly: true),
        new("Shared/Exchange", ["Shared/Catalogue", "Shared/Digests"], BaseClassLibraryOnly: true),

        new("Options", [Shared]),
        new("Symbols", []),
        new("Annotations", ["Options", "Symbols"]),
        new("Model", ["Annotations"]),
        new("Rules", ["Model"]),

        // The families do not know each other.
        new("Configuration", ["Rules"]),
        new("Declaration", ["Rules"]),
        new("Review", ["Rules"]),
        new("Policy", ["Rules"]),
        new("Evidence", ["Rules"]),

        // What is recorded is what the rules find.
        new("Record", ["Configuration", "Declaration", "Review", "Policy", "Evidence"]),

        // A fix knows what its rule knows.
        new("CodeFixes/Annotations", ["Annotations"]),
        new("CodeFixes/Rules", ["Rules", "CodeFixes/Annotations"]),
        new("CodeFixes/Policy", ["Policy", "CodeFixes/Rules"]),
        new("CodeFixes/Configuration", ["Configuration", "CodeFixes/Policy"]),
        new("CodeFixes/Declaration", ["Declaration", "CodeFixes/Policy"]),
        new("CodeFixes/Review", ["Review", "CodeFixes/Rules"]),
        new("CodeFixes/Evidence", ["Evidence", "CodeFixes/Rules"]),

        new("Build/Infrastructure", [Shared]),
        new("Build/Facts", ["Build/Infrastructure"]),
        new("Build/Fixtures", ["Build/Infrastructure", "Build/Facts"]),
        new("Build/Evidence", ["Build/Fixtures"]),
        new("Build/Record", ["Build/Infrastructure", "Build/Fixtures"]),
        new("Build/Outputs", ["Build/Record", "Build/Evidence"]),
        new("Build/Shipping", ["Build/Infrastructure"]),
    ];

    /// <summary>The rows of the tool, and of what it is built on.</summary>
    public static IReadOnlyList<DependencyRow> ToolRows { get; } =
    [
        .. Rows.Where(row => !row.Folder.StartsWith("Build/", StringComparison.Ordinal)),

        new("Tool/Infrastructure", ["Shared/Git", "Shared/Text"]),
        new("Tool/Units", ["Symbols"]),
        new("Tool/Manifests", [Shared, "Tool/Infrastructure"]),
        new("Tool/Workspaces", ["Record", "Tool/Infrastructure"]),
        new("Tool/History", ["Model", "Tool/Infrastructure"]),
        new("Tool/Due", ["CodeFixes/Annotations", "Tool/Manifests", "Tool/Workspaces", "Tool/History", "Tool/Units"]),
        new("Tool/Output", ["Tool/Due"]),
        new("Tool/Review", ["CodeFixes/Review", "Tool/Due"]),
        new("Tool/Declare", ["CodeFixes/Declaration", "Tool/Infrastructure", "Tool/Units"]),
        new("Tool/Hooks", ["Tool/Declare"]),
        new("Tool/Init", ["Tool/Hooks", "Tool/Workspaces"]),
        new("Tool/Verify", ["Record", "Tool/Declare", "Tool/Manifests"]),
        new("Tool/Tables", ["Tool/Manifests"]),
        new("Tool/Report", ["Rules", "Tool/Tables"]),
        new("Tool/Export", ["Tool/Manifests"]),
        new("Tool/Commands", ["Tool/Output", "Tool/Review", "Tool/Init", "Tool/Verify", "Tool/Report", "Tool/Export"]),
    ];

    /// <summary>The files and folders that stand where the table has no row, and the rows that no folder stands for; a line each.</summary>
    public IReadOnlyList<string> WrongFolders(SourceDependencies sources)
    {
        var folders = sources.Files.Select(file => (Project: ProjectOf(file), Folder: FolderOf(file), File: file)).ToList();
        return
        [
            .. folders.Where(place => place.Folder == null)
                .Select(place => $"{place.File}: the root of a project must not hold a .cs file"),
            .. folders.Where(place => place.Folder != null && !_rows.ContainsKey(place.Folder)).DistinctBy(place => place.Folder)
                .Select(place =>
                    $"{place.Project}/{place.Folder![ProjectPrefixes[place.Project].Length..]}: "
                    + $"add a row to {nameof(DependencyTable)} that says what {place.Folder} may use"),
            .. _rows.Keys.Except(folders.Select(place => place.Folder)).Select(folder => $"{folder}: remove its row: it has no file"),
        ];
    }

    /// <summary>What a file uses though its folder must not; a line for each folder or assembly that it uses.</summary>
    public IReadOnlyList<string> WrongArrows(SourceDependencies sources, string file)
    {
        if (FolderOf(file) is not { } folder || !_rows.TryGetValue(folder, out var row))
        {
            return [];
        }

        return
        [
            .. sources.TypesUsedIn(file)
                .SelectMany(type => TargetsOf(type, row).Select(target => (Target: target, Type: type)))
                .Where(arrow => !_allowed[folder].Contains(arrow.Target))
                .GroupBy(arrow => arrow.Target, arrow => arrow.Type)
                .Select(types =>
                    $"{file}({types.First().Position.Line + 1},{types.First().Position.Character + 1}): "
                    + $"{folder} must not use {types.Key} ({string.Join(", ", types.Select(type => type.Name).Distinct())})"),
        ];
    }

    private static IEnumerable<string> TargetsOf(UsedType type, DependencyRow user) =>
        !type.Files.IsEmpty ? type.Files.Select(FolderOf).OfType<string>().Distinct()
        : user.BaseClassLibraryOnly && !type.IsInBaseClassLibrary ? [type.Assembly]
        : [];

    /// <summary>The name that a file's folder has in the table; null at the root of a project.</summary>
    private static string? FolderOf(string file)
    {
        var project = ProjectOf(file);
        var folders = file[(project.Length + 1)..].Split('/')[..^1];
        return folders.Length == 0 ? null : ProjectPrefixes[project] + string.Join('/', folders.Take(folders[0] == Shared ? 2 : 1));
    }

    private static string ProjectOf(string file) =>
        ProjectPrefixes.Keys.Single(project => file.StartsWith(project + "/", StringComparison.Ordinal));

    private static bool IsInShared(string folder) => folder.StartsWith(Shared + "/", StringComparison.Ordinal);
}
