using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The instructions for contributors name what there is, and ask for no more edits than a rule is worth.</summary>
public sealed partial class ContributingTests
{
    private const int MaximumEdits = 7;

    private static string Document => Repository.Read(".github/CONTRIBUTING.md");

    [Fact]
    public void Each_path_that_it_names_exists() => Assert.All(
        NamedPath().Matches(Document).Select(match => match.Groups["path"].Value),
        path => Assert.True(Path.Exists(Repository.PathOf(path)), path));

    [Fact]
    public void It_names_the_command_that_writes_what_is_derived() =>
        Assert.Contains($"`{DerivedFile.Command}`", Document, StringComparison.Ordinal);

    [Fact]
    public void A_rule_is_added_by_seven_edits_at_most()
    {
        var section = Document.Split("\n## ").Single(section => section.StartsWith("Add a rule\n", StringComparison.Ordinal));

        Assert.InRange(Step().Count(section), 1, MaximumEdits);
    }

    [GeneratedRegex("`(?<path>(src|tests|samples)/[\\w./]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex("^[0-9]+\\. ", RegexOptions.Multiline)]
    private static partial Regex Step();
}
