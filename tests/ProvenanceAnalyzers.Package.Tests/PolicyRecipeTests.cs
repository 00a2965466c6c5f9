using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Package.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Package.Tests;

/// <summary>The recipes of docs/policy.md, read from the document: their files give exactly the output that it prints.</summary>
public sealed partial class PolicyRecipeTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string ReviewRecipe = "Two reviewers for security code";

    [Fact]
    public async Task Each_recipe_does_what_it_says()
    {
        var document = (await File.ReadAllTextAsync(
            Path.Combine(PackedPackage.RepositoryRoot, "src/ProvenanceAnalyzers.Package/docs/policy.md")))
            .ReplaceLineEndings("\n");
        var recipes = Section().Matches(document).Single(section => section.Groups["title"].Value == "Recipes").Groups["text"].Value
            .Split("\n### ")[1..]
            .Select(recipe => (Title: recipe[..recipe.IndexOf('\n', StringComparison.Ordinal)], Text: recipe))
            .ToArray();
        Assert.Equal(
            [
                "Deny a provider", "Suspend a tool", "Keep AI out of tests", "Protect a training corpus",
                "Allow only an in-house assistant",
                ReviewRecipe, "Lock it all",
            ],
            recipes.Select(recipe => recipe.Title));

        // All recipes are built at once, each a workspace of its own would restore anew.
        using var workspace = package.NewWorkspace();
        for (var index = 0; index < recipes.Length; index++)
        {
            var name = $"Recipe{index}";
            workspace.Add(
                name,
                new TestProject { Packages = ["xunit/2.9.3"] },
                [.. NamedFile().Matches(recipes[index].Text).Select(file => (file.Groups["path"].Value, file.Groups["content"].Value))]);
            if (recipes[index].Title != ReviewRecipe)
            {
                workspace.Write(
                    $"{name}/.globalconfig",
                    "is_global = true\nprovenance.review_required = none\nprovenance.tests.review_required = none\n");
            }
        }

        var build = (await workspace.BuildAsync()).MustFail();

        for (var index = 0; index < recipes.Length; index++)
        {
            var prefix = $"Recipe{index}/";
            Assert.Equal(
                $"{recipes[index].Title}\n{Output().Match(recipes[index].Text).Groups["lines"].Value}",
                $"{recipes[index].Title}\n" + string.Concat(build.OurOwn
                    .Where(diagnostic => diagnostic.File.StartsWith(prefix, StringComparison.Ordinal))
                    .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Line)
                    .ThenBy(diagnostic => diagnostic.Column)
                    .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
                    .Select(diagnostic => $"{diagnostic.Summary[prefix.Length..]}: {diagnostic.Message}\n")));
        }
    }

    [GeneratedRegex(@"^## (?<title>[^\n]+)\n(?<text>.*?)(?=^## |\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^`(?<path>[\w./]+)`\n\n```\w+\n(?<content>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"```text\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();
}
