using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>Dependencies between the folders of the analyzers point one way.</summary>
public sealed partial class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Catalogue"] = [],
        ["Symbols"] = [],
        ["Options"] = ["Catalogue"],
        ["Annotations"] = ["Catalogue", "Options"],
        ["Baseline"] = [],
        ["Fixtures"] = ["Annotations"],
        ["Configuration"] = ["Annotations", "Baseline", "Catalogue", "Fixtures", "Options", "Symbols"],
        ["Declaration"] = ["Annotations", "Catalogue", "Fixtures", "Options", "Symbols"],
        ["Policy"] = ["Annotations", "Catalogue", "Fixtures", "Options", "Symbols"],
        ["Review"] = ["Annotations", "Catalogue", "Fixtures", "Options", "Symbols"],

        // What is recorded is what the rules find.
        ["Record"] = ["Annotations", "Baseline", "Catalogue", "Fixtures", "Options", "Policy", "Review", "Symbols"],
    };

    [Fact]
    public void Each_folder_uses_only_what_lies_below_it()
    {
        var source = Repository.PathOf("src/ProvenanceAnalyzers");
        var folders = Directory.GetDirectories(source).Select(Path.GetFileName).Except(["bin", "obj"]).OfType<string>().Order().ToList();
        Assert.Equal(Allowed.Keys.Order(), folders);

        foreach (var folder in folders)
        {
            var used = Directory.EnumerateFiles(Path.Combine(source, folder), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Used().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups[1].Value)
                .Distinct();
            Assert.Empty(used.Except(Allowed[folder]).Except([folder]));
        }
    }

    [GeneratedRegex(@"using ProvenanceAnalyzers\.(\w+)")]
    private static partial Regex Used();
}
