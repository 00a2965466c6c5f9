using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Tests.Infrastructure;

/// <summary>Where a path leads when symbolic links are followed.</summary>
public sealed class RealPathsTests
{
    /// <summary>Each row: links as <c>name>target</c>, the path that is asked, and where it leads; <c>?</c>: nobody knows.</summary>
    [TheoryOnUnix]
    [InlineData("", "a/F.cs", "a/F.cs")]
    [InlineData("", "a/../b/Gone.cs", "b/Gone.cs")]
    [InlineData("l.cs>a/F.cs", "l.cs", "a/F.cs")]
    [InlineData("d>a", "d/F.cs", "a/F.cs")]
    [InlineData("d>a", "d/Gone.cs", "a/Gone.cs")]
    [InlineData("b/up>..", "b/up/a/F.cs", "a/F.cs")]
    [InlineData("d>e e>b/f b/f>../a", "d/F.cs", "a/F.cs")]
    [InlineData("d>a a/l.cs>../b/G.cs", "d/l.cs", "b/G.cs")]
    [InlineData("d>nowhere", "d/F.cs", "nowhere/F.cs")]
    [InlineData("x>y y>x", "x", "?")]
    [InlineData("x>x", "x/F.cs", "?")]
    public void Every_link_is_followed(string links, string path, string expected)
    {
        using var folder = new TemporaryFolder();
        var root = new RealPaths().OfFolder(folder.Path)!;
        Directory.CreateDirectory(folder.PathOf("a"));
        Directory.CreateDirectory(folder.PathOf("b"));
        folder.Write("a/F.cs", string.Empty);
        folder.Write("b/G.cs", string.Empty);
        foreach (var link in links.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(link => link.Split('>')))
        {
            File.CreateSymbolicLink(folder.PathOf(link[0]), link[1]);
        }

        Assert.Equal(expected == "?" ? null : root + expected, new RealPaths().Of(folder.PathOf(path)));
    }
}
