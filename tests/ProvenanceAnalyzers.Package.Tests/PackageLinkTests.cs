using System.IO.Compression;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The pages that are packed link to what is packed with them, or to the tag of their version.</summary>
public sealed class PackageLinkTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private static readonly LinkCheck Check = new(PackedPackage.RepositoryUrl, PackedPackage.ReleaseVersion, ReadRepository);

    [Fact]
    public void Each_link_of_a_page_leads_somewhere()
    {
        using var content = package.Open();
        var pages = content.Entries.Where(entry => entry.FullName.EndsWith(".md", StringComparison.Ordinal)).ToList();

        Assert.Contains(pages, page => page.FullName == "docs/rules/PROV1001.md");
        Assert.Empty(pages.SelectMany(page => Check.WrongLinks(page.FullName, Read(page)!, path => Read(content.GetEntry(path)))));
    }

    [Fact]
    public void What_a_package_site_shows_links_to_addresses_alone()
    {
        using var content = package.Open();
        using var tool = ZipFile.OpenRead(package.Files.ToolPath);
        foreach (var (page, link) in new[] { ("PACKAGE.md", "docs/rules/PROV1001.md"), ("TOOL.md", "docs/tool.md") })
        {
            var text = Read((page == "TOOL.md" ? tool : content).GetEntry(page))!;

            Assert.Empty(Check.WrongLinks(page, text, _ => null));
            Assert.Contains(
                $"{PackedPackage.RepositoryUrl}/blob/v{PackedPackage.ReleaseVersion}/src/ProvenanceAnalyzers.Package/{link}",
                new MarkdownPage(text).Links);

            // But for its links it is the page of the repository.
            var source = Directory.EnumerateFiles(Path.Combine(PackedPackage.RepositoryRoot, "src"), page, SearchOption.AllDirectories)
                .Single(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("\\obj\\", StringComparison.Ordinal));
            Assert.Equal(WithoutLinks(File.ReadAllText(source)), WithoutLinks(text));
        }
    }

    private static string WithoutLinks(string text) =>
        string.Join("](", text.ReplaceLineEndings("\n").Split("](").Select((part, index) => index == 0 ? part : part[part.IndexOf(')')..]));

    private static string? ReadRepository(string path)
    {
        var file = Path.Combine(PackedPackage.RepositoryRoot, path);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
    }

    private static string? Read(ZipArchiveEntry? entry)
    {
        if (entry == null)
        {
            return null;
        }

        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
