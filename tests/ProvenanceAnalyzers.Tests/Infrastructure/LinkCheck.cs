namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>Finds links that lead nowhere, or to another version than that of the page that has them.</summary>
/// <param name="repositoryUrl">The address of this repository.</param>
/// <param name="version">The version, whose tag is a <c>v</c> and it.</param>
/// <param name="readRepository">Reads a file of the repository by its path; null where there is none.</param>
internal sealed class LinkCheck(string repositoryUrl, string version, Func<string, string?> readRepository)
{
    /// <summary>The wrong links of a page, a line each.</summary>
    /// <param name="path">Where the page is, among the files that its relative links lead to.</param>
    /// <param name="text">The page.</param>
    /// <param name="read">Reads one of these files by its path; null where there is none.</param>
    public IEnumerable<string> WrongLinks(string path, string text, Func<string, string?> read)
    {
        foreach (var link in new MarkdownPage(text).Links)
        {
            var parts = link.Split('#', 2);
            var problem = parts[0].Contains("://", StringComparison.Ordinal)
                ? ProblemOfAddress(parts[0], parts.ElementAtOrDefault(1))
                : Problem(
                    parts[0].Length == 0 ? text : read(PathBeside(path, parts[0])),
                    parts[0].Length == 0 ? path : parts[0],
                    parts.ElementAtOrDefault(1));
            if (problem != null)
            {
                yield return $"{path}: {link} {problem}";
            }
        }
    }

    private string? ProblemOfAddress(string address, string? anchor)
    {
        var tag = $"{repositoryUrl}/blob/v{version}/";
        if (address.StartsWith(tag, StringComparison.Ordinal))
        {
            return Problem(readRepository(address[tag.Length..]), address, anchor);
        }

        // The address alone is that of the product; with an anchor it is a heading of the newest README.
        return address.StartsWith(repositoryUrl + "/", StringComparison.Ordinal) || (address == repositoryUrl && anchor != null)
            ? $"is not at {tag}"
            : null;
    }

    private static string? Problem(string? page, string target, string? anchor)
    {
        if (page == null)
        {
            return "leads to no file";
        }

        return anchor == null || (target.EndsWith(".md", StringComparison.Ordinal) && new MarkdownPage(page).Anchors.Contains(anchor))
            ? null
            : "leads to no heading";
    }

    /// <summary>The path that a relative link has among the files; with <c>..</c> in front where it leads out of them.</summary>
    private static string PathBeside(string page, string target)
    {
        var folders = new Stack<string>(page.Split('/')[..^1]);
        foreach (var name in target.Split('/'))
        {
            if (name == ".." && folders.TryPeek(out var last) && last != "..")
            {
                folders.Pop();
            }
            else if (name != ".")
            {
                folders.Push(name);
            }
        }

        return string.Join('/', folders.Reverse());
    }
}
