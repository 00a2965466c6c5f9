namespace ProvenanceAnalyzers.Package.Tests.Evidence;

/// <summary>What must be reported of a unit.</summary>
internal enum Verdict
{
    MustNot,

    /// <summary>History shows enough, but not for certain: neither answer is wrong.</summary>
    Either,
    Must,
}

/// <summary>A type of the labelled history; what must be reported of it is counted from its lines.</summary>
internal sealed class LabelledUnit(HistoryScenario scenario, string name, UnitPlan plan)
{
    /// <summary>Below this number of lines nothing contradicts an annotation, whatever share they are.</summary>
    public const int FewestLines = 5;

    private const int TolerancePerCent = 10;

    private List<LabelledLine> _counted = [];

    public HistoryScenario Scenario { get; } = scenario;

    public string Name { get; } = name;

    public UnitPlan Plan { get; } = plan;

    /// <summary>The file that it is in at last.</summary>
    public string Path { get; private set; } = string.Empty;

    /// <summary>The id of the tool that its annotation names; null where it names none.</summary>
    public string? ClaimedTool { get; set; }

    /// <summary>The model that its annotation names; null where it names none.</summary>
    public string? ClaimedModel { get; set; }

    /// <summary>The address of who signed it; null where nobody did.</summary>
    public string? Reviewer { get; set; }

    /// <summary>Whether some human added, or had added, its marker.</summary>
    public bool HumanSigned { get; set; } = true;

    /// <summary>The counted lines, as they are at last.</summary>
    public IReadOnlyList<LabelledLine> Counted => _counted;

    public Verdict Contradicted => Plan.Claim is PlannedClaim.Human or PlannedClaim.Unknown ? AboveFloor : Verdict.MustNot;

    /// <summary>Of several tools, each of which has few lines, none needs to be named.</summary>
    public Verdict WrongTool
    {
        get
        {
            var shown = _counted.Where(IsShown).ToList();
            if (ClaimedTool == null || shown.All(line => line.Label.Tool == ClaimedTool && !IsOfOtherModel(line)))
            {
                return Verdict.MustNot;
            }

            return shown.Select(line => (line.Label.Tool, IsOfOtherModel(line))).Distinct().Count() == 1 ? AboveFloor
                : AboveFloor == Verdict.MustNot ? Verdict.MustNot
                : Verdict.Either;
        }
    }

    public Verdict UnattestedMarker => Reviewer != null && !HumanSigned ? Verdict.Must : Verdict.MustNot;

    /// <summary>Where the AI has few of the lines, a rule may be silent about who asked for them.</summary>
    public Verdict InvolvedReviewer
    {
        get
        {
            var ofAI = _counted.Count(line => line.Label.Least >= KeptEvidence.Trailer);
            var withReviewer = _counted.Where(line => Reviewer != null && line.Label.People.Contains(Reviewer)).ToList();
            return withReviewer.Count == 0 ? Verdict.MustNot
                : IsAboveFloor(ofAI) && withReviewer.Count(line => line.Label.Least >= KeptEvidence.Trailer) * 2 > ofAI ? Verdict.Must
                : Verdict.Either;
        }
    }

    private Verdict AboveFloor =>
        IsAboveFloor(_counted.Count(line => line.Label.Least >= KeptEvidence.Commit)) ? Verdict.Must
        : IsAboveFloor(_counted.Count(IsShown)) ? Verdict.Either
        : Verdict.MustNot;

    public Verdict Of(string rule) => rule switch
    {
        "PROV4001" => Contradicted,
        "PROV4002" => WrongTool,
        "PROV4003" => UnattestedMarker,
        "PROV4004" => InvolvedReviewer,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No label is about it."),
    };

    /// <summary>Takes the lines that the unit has at last.</summary>
    public void Settle(string path, IEnumerable<LabelledLine> lines)
    {
        Path = path;
        _counted = [.. lines.Where(line => line.Unit == this && line.IsCounted)];
    }

    /// <summary>How many of the lines a share is.</summary>
    public static int LinesOf(PlannedShare share, int lines) => share switch
    {
        PlannedShare.Nothing => 0,
        PlannedShare.JustBelowFloor => Math.Max(FewestLines - 1, lines * TolerancePerCent / 100),
        PlannedShare.JustAboveFloor => Math.Max(FewestLines, (lines * TolerancePerCent / 100) + 1),
        PlannedShare.Half => lines / 2,
        PlannedShare.Most => lines * 4 / 5,
        _ => lines,
    };

    public override string ToString() =>
        $"{Scenario} {Path} {Name} ({Plan.Share}, {Plan.Claim}, {Plan.Marker}): of {_counted.Count} lines "
        + $"{_counted.Count(line => line.Label.Least >= KeptEvidence.Commit)} to {_counted.Count(IsShown)} are an AI's by commit or line";

    private bool IsOfOtherModel(LabelledLine line) =>
        ClaimedModel != null && line.Label.Model is { } model && !ClaimedModel.EndsWith(model, StringComparison.Ordinal);

    private static bool IsShown(LabelledLine line) => line.Label.Most >= KeptEvidence.Commit;

    private bool IsAboveFloor(int lines) => lines >= FewestLines && lines * 100 > _counted.Count * TolerancePerCent;
}
