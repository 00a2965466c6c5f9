using System.Globalization;
using System.Text;

namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>What was reported of the units of a labelled history, against what is right.</summary>
internal sealed class ScenarioScores(IReadOnlyList<LabelledUnit> units, IReadOnlySet<(LabelledUnit Unit, string Rule)> reported)
{
    /// <summary>The rules that labels are about.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["PROV4001", "PROV4002", "PROV4003", "PROV4004"];

    /// <summary>What was reported and must not be, and what was not and must be.</summary>
    public IReadOnlyList<string> Mistakes =>
    [
        .. Answers(units).Where(answer => answer.Verdict == Verdict.MustNot && answer.IsReported)
            .Select(answer => $"{answer.Rule} is false: {answer.Unit}"),
        .. Answers(units).Where(answer => answer.Verdict == Verdict.Must && !answer.IsReported)
            .Select(answer => $"{answer.Rule} is missed: {answer.Unit}"),
    ];

    /// <summary>A table of Markdown, a row a scenario.</summary>
    public string ToTable()
    {
        var table = new StringBuilder()
            .Append("| Scenario | Types | Due | Reported | False | Missed | Precision | Recall |\n")
            .Append("|---|---|---|---|---|---|---|---|\n");
        foreach (var scenario in units.GroupBy(unit => unit.Scenario).OrderBy(scenario => scenario.Key))
        {
            Append(table, scenario.Key.ToString(), [.. scenario]);
        }

        Append(table, "all", units);
        return table.ToString();
    }

    private void Append(StringBuilder table, string name, IReadOnlyList<LabelledUnit> some)
    {
        var answers = Answers(some).ToList();
        var due = answers.Count(answer => answer.Verdict == Verdict.Must);
        var shown = answers.Count(answer => answer.IsReported);
        var wrong = answers.Count(answer => answer.IsReported && answer.Verdict == Verdict.MustNot);
        var missed = answers.Count(answer => !answer.IsReported && answer.Verdict == Verdict.Must);
        table.Append(CultureInfo.InvariantCulture, $"| {name} | {some.Count} | {due} | {shown} | {wrong} | {missed} | ")
            .Append(CultureInfo.InvariantCulture, $"{Share(shown - wrong, shown)} | {Share(due - missed, due)} |\n");
    }

    private IEnumerable<(LabelledUnit Unit, string Rule, Verdict Verdict, bool IsReported)> Answers(IEnumerable<LabelledUnit> some) =>
        some.SelectMany(unit => Rules.Select(rule => (unit, rule, unit.Of(rule), reported.Contains((unit, rule)))));

    private static string Share(int part, int whole) =>
        whole == 0 ? "none" : ((double)part / whole).ToString("P0", CultureInfo.InvariantCulture);
}
