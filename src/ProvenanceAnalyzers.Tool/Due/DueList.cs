namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>All that is due, by project, file and place.</summary>
internal sealed class DueList
{
    /// <summary>Makes a list of what was found; what several target frameworks find is one.</summary>
    /// <param name="items">What was found.</param>
    /// <param name="notJudged">The names of the projects that do not use the package.</param>
    public DueList(IEnumerable<DueItem> items, IReadOnlyList<string> notJudged)
    {
        NotJudged = notJudged;
        Items =
        [
            .. items.Distinct()
                .OrderBy(item => item.Project, StringComparer.Ordinal)
                .ThenBy(item => item.Path, StringComparer.Ordinal)
                .ThenBy(item => item.Line)
                .ThenBy(item => item.Column)
                .ThenBy(item => item.Rule, StringComparer.Ordinal)
                .ThenBy(item => item.Message, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is due, in order.</summary>
    public IReadOnlyList<DueItem> Items { get; }

    /// <summary>The names of the projects that do not use the package.</summary>
    public IReadOnlyList<string> NotJudged { get; }

    /// <summary>How many lines somebody has to read: each place once, though several rules ask for it.</summary>
    public int LinesToRead => Items.Where(item => item.LinesToRead > 0)
        .DistinctBy(item => (item.Path, item.Name, item.LinesToRead))
        .Sum(item => item.LinesToRead);

    /// <summary>The kinds that there are, each with its number, in the order of <see cref="DueKind"/>.</summary>
    public IEnumerable<(DueKind Kind, int Count)> Kinds =>
        Items.GroupBy(item => item.Kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count()));

    /// <summary>The items of each project, in order.</summary>
    public IEnumerable<IGrouping<string, DueItem>> Projects => Items.GroupBy(item => item.Project);

    /// <summary>All in a sentence: <c>12 due in 2 projects: 8 undeclared, 4 unreviewed; 812 lines to read</c>.</summary>
    public string Summary => Items.Count == 0
        ? "nothing is due"
        : $"{Items.Count:N0} due in {Count(Projects.Count(), "project")}: "
            + string.Join(", ", Kinds.Select(kind => $"{kind.Count:N0} {DueKinds.Name(kind.Kind)}"))
            + (LinesToRead > 0 ? $"; {Count(LinesToRead, "line")} to read" : string.Empty);

    /// <summary>A number with its noun: <c>1 line</c>, <c>1,024 lines</c>.</summary>
    public static string Count(int number, string noun) => $"{number:N0} {noun}{(number == 1 ? string.Empty : "s")}";
}
