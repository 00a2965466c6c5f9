using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>
/// The links of all pages lead somewhere: in what is packed to something that is packed too, or to this version's tag. The tests of the
/// package look at what is in it.
/// </summary>
public sealed class LinkTests
{
    private const string Tool = "src/ProvenanceAnalyzers.Tool/TOOL.md";

    private const string Tag = "https://example.com/a/b/blob/v1.0.0/";

    private static readonly LinkCheck Check = new(DerivedVersion.RepositoryUrl, DerivedVersion.Current, ReadIfExists);

    private static readonly string[] Readmes = [$"{DerivedFiles.Package}/PACKAGE.md", Tool];

    public static TheoryData<string> Pages =>
    [
        .. new[] { ".github", "samples", "src", "tests" }.SelectMany(PagesBelow).Append("README.md").Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_link_leads_somewhere(string page)
    {
        // Beside a package's page is what the package holds.
        var isPacked = page.StartsWith($"{DerivedFiles.Package}/docs/", StringComparison.Ordinal);
        var packed = DerivedPackageList.Text().Split('\n');

        var wrong = Check.WrongLinks(page, Repository.Read(page), path =>
            !isPacked || packed.Contains(Path.GetRelativePath(DerivedFiles.Package, path).Replace('\\', '/')) ? ReadIfExists(path) : null);

        Assert.Empty(wrong);
    }

    /// <summary>Packing makes addresses of those that begin in one of these ways.</summary>
    [Fact]
    public void What_a_package_site_shows_has_no_link_that_packing_leaves_relative() => Assert.All(Readmes, page =>
    {
        var relative = new MarkdownPage(Repository.Read(page)).Links
            .Where(link => !link.Contains("://", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(relative);
        Assert.All(relative, link => Assert.True(
            link.StartsWith("docs/", StringComparison.Ordinal) || link.StartsWith("../", StringComparison.Ordinal), $"{page}: {link}"));
    });

    [Theory]
    [InlineData("[a](b.md)", null)]
    [InlineData("[a](b.md#one-two-three)", null)]
    [InlineData("[a](b.md#one-two-three-1)", null)]
    [InlineData("[a](b.md#a-b)", null)]
    [InlineData("[a](b.md#ID)", null)]
    [InlineData("[a](#here)\n\n## Here", null)]
    [InlineData("![a](../image.png)", null)]
    [InlineData("[a](https://example.com/other)", null)]
    [InlineData("[a](https://example.com/a/b)", null)]
    [InlineData($"[a]({Tag}docs/b.md#a-b)", null)]
    [InlineData("`[a](c.md)`", null)]
    [InlineData("```md\n[a](c.md)\n```\n", null)]
    [InlineData("[a](c.md)", "docs/a.md: c.md leads to no file")]
    [InlineData("[a](../../image.png)", "docs/a.md: ../../image.png leads to no file")]
    [InlineData("[a](b.md#one)", "docs/a.md: b.md#one leads to no heading")]
    [InlineData("[a](b.md#in-code)", "docs/a.md: b.md#in-code leads to no heading")]
    [InlineData("[a](#b)", "docs/a.md: #b leads to no heading")]
    [InlineData("[a](../image.png#b)", "docs/a.md: ../image.png#b leads to no heading")]
    [InlineData($"[a]({Tag}docs/c.md)", $"docs/a.md: {Tag}docs/c.md leads to no file")]
    [InlineData("[a](https://example.com/a/b#rules)", $"docs/a.md: https://example.com/a/b#rules is not at {Tag}")]
    [InlineData(
        "[a](https://example.com/a/b/blob/main/docs/b.md)",
        $"docs/a.md: https://example.com/a/b/blob/main/docs/b.md is not at {Tag}")]
    public void A_link_that_leads_nowhere_is_found(string text, string? wrong)
    {
        var files = new Dictionary<string, string>
        {
            ["docs/b.md"] = "# One two (three)\n\n## One two, three\n\n## `A` [b](c.md)\n<a id=\"ID\"></a>\n```sh\n# In code\n```\n",
            ["image.png"] = string.Empty,
        };

        var found = new LinkCheck("https://example.com/a/b", "1.0.0", files.GetValueOrDefault)
            .WrongLinks("docs/a.md", text, files.GetValueOrDefault);

        Assert.Equal(wrong == null ? [] : [wrong], found);
    }

    private static string? ReadIfExists(string path)
    {
        if (Directory.Exists(Repository.PathOf(path)))
        {
            return string.Empty;
        }

        return File.Exists(Repository.PathOf(path)) ? Repository.Read(path) : null;
    }

    private static IEnumerable<string> PagesBelow(string folder) => Directory
        .EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(name => name is "bin" or "obj" or "artifacts" or ".packages" or "TestResults"));
}
