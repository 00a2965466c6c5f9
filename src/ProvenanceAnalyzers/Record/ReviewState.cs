using ProvenanceAnalyzers.Review;

namespace ProvenanceAnalyzers.Record;

/// <summary>How far the review of a unit has come.</summary>
internal static class ReviewState
{
    /// <summary>The state as the record names it.</summary>
    /// <param name="parts">For each hand-written part what the markers that cover it are worth; its own ones where none is asked for.</param>
    /// <param name="isDue">Whether the unit must be reviewed.</param>
    /// <param name="required">How many different people must have reviewed it.</param>
    public static string Of(IReadOnlyList<IReadOnlyList<ReviewJudgement>> parts, bool isDue, int required)
    {
        var needed = isDue ? required : 1;
        return parts.Count > 0 && parts.All(part => ReviewJudge.CountReviewers(part) >= needed) ? "reviewed"
            : parts.Any(part => part.Any(judgement => judgement.Faults.HasFlag(ReviewFault.Stale))) ? "stale"
            : isDue ? "unreviewed"
            : "notRequired";
    }
}
