using System.Globalization;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>
/// The examples of the pages about evidence, each in a repository with the history that the page tells: the first is reported as the page
/// prints it, and the fixed one is silent.
/// </summary>
public sealed partial class EvidencePageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Fixed = "Fixed";

    private static readonly string[] Pages = ["PROV4001", "PROV4002", "PROV4003", "PROV4004", "PROV4005"];

    [Fact]
    public async Task They_are_reported_as_printed_and_silent_when_fixed()
    {
        using var workspace = package.NewWorkspace();
        var expected = new Dictionary<string, string>();
        foreach (var page in Pages)
        {
            var sections = (await File.ReadAllTextAsync(
                Path.Combine(PackedPackage.RepositoryRoot, $"src/ProvenanceAnalyzers.Package/docs/rules/{page}.md"))).Split("\n## ");
            var example = sections.Single(section => section.StartsWith("Example\n", StringComparison.Ordinal));
            var howToFix = sections.Single(section => section.StartsWith("How to fix\n", StringComparison.Ordinal));
            await AddAsync(workspace, page, example);
            expected.Add(page, Output().Match(example).Groups["lines"].Value);
            if (CodeOf(howToFix) != null || ConfigOf(howToFix) != null)
            {
                await AddAsync(workspace, page + Fixed, example);
                workspace.Write($"{page}{Fixed}/Cart.cs", CodeOf(howToFix) ?? CodeOf(example)!);
                workspace.Write($"{page}{Fixed}/.editorconfig", ConfigOf(howToFix) ?? ConfigOf(example) ?? string.Empty);
                expected.Add(page + Fixed, string.Empty);
            }
        }

        var build = (await workspace.BuildAsync(
            "-p:ProvenanceEvidence=true", $"-p:ProvenanceEvidenceCache={workspace.PathOf(".sarif/cache")}")).MustSucceed();

        var reported = build.ErrorLogs.ToDictionary(
            log => log.Key.Split('.')[0],
            log => string.Concat(log.Value
                .Where(diagnostic => diagnostic.Id.StartsWith("PROV4", StringComparison.Ordinal))
                .Select(diagnostic => $"{Path.GetFileName(diagnostic.File)}({diagnostic.Line},{diagnostic.Column}): warning "
                    + $"{diagnostic.Id}: {diagnostic.Message}\n")));
        Assert.All(expected, page => Assert.Equal(page.Value, reported[page.Key]));
    }

    /// <summary>A project in a repository of its own, with the code of an example and the history that it tells.</summary>
    private static async Task AddAsync(Workspace workspace, string name, string example)
    {
        var code = CodeOf(example)!;
        workspace.Add(name, new TestProject().With("EnableSourceControlManagerQueries", "false"), ("Cart.cs", code));
        workspace.Write($"{name}/.editorconfig", ConfigOf(example) ?? string.Empty);
        var commits = Row().Matches(example)
            .Select(row => (
                Day: row.Groups["day"].Value,
                Name: row.Groups["name"].Value,
                Address: row.Groups["address"].Value,
                Trailer: row.Groups["trailer"].Value,
                First: NumberIn(row.Groups["first"]),
                Last: NumberIn(row.Groups["last"]) ?? NumberIn(row.Groups["first"])))
            .ToList();
        Assert.NotEmpty(commits);
        Assert.Null(commits[0].First);
        var lines = code.Split('\n');
        await GitAsync(workspace, name, new Dictionary<string, string>(), "init", "--quiet");
        for (var index = 0; index < commits.Count; index++)
        {
            var later = commits.Skip(index + 1).ToList();
            workspace.Write($"{name}/Cart.cs", string.Join(
                '\n', lines.Where((_, line) => !later.Exists(commit => line + 1 >= commit.First && line + 1 <= commit.Last))));
            var (day, person, address, trailer, _, _) = commits[index];
            var environment = new Dictionary<string, string>
            {
                ["GIT_AUTHOR_NAME"] = person,
                ["GIT_AUTHOR_EMAIL"] = address,
                ["GIT_AUTHOR_DATE"] = $"{day}T12:00:00Z",
                ["GIT_COMMITTER_NAME"] = person,
                ["GIT_COMMITTER_EMAIL"] = address,
                ["GIT_COMMITTER_DATE"] = $"{day}T12:00:00Z",
            };
            await GitAsync(workspace, name, environment, "add", "Cart.cs");
            await GitAsync(workspace, name, environment, "commit", "--quiet", "--message", $"Work\n\n{trailer}".TrimEnd());
        }
    }

    private static async Task GitAsync(
        Workspace workspace, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        (await ChildProcess.GitAsync(
            workspace.PathOf(folder), environment, null, ["-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", .. arguments]))
            .MustSucceed();

    private static int? NumberIn(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null;

    private static string? CodeOf(string section) => Source().Match(section) is { Success: true } code ? code.Groups["code"].Value : null;

    private static string? ConfigOf(string section) =>
        Config().Match(section) is { Success: true } config ? config.Groups["text"].Value : null;

    [GeneratedRegex(
        @"^\| (?<day>\d{4}-\d\d-\d\d) \| `(?<name>[^`<]+) <(?<address>[^`>]+)>`(, with `(?<trailer>[^`]+)`)? \| "
        + @"(all others|`Cart\.cs` (?<first>\d+)( to (?<last>\d+))?) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"`Cart\.cs`\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Source();

    [GeneratedRegex(@"`\.editorconfig`\n\n```ini\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Config();

    [GeneratedRegex(@"```text\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();
}
