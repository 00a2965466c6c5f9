using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Record;

/// <summary>Says how far the review of a unit has come.</summary>
internal static class ReviewStates
{
    /// <summary>The state of a unit.</summary>
    /// <param name="parts">
    /// For each hand-written part what the markers that cover it are worth; its own ones where none is asked for.
    /// </param>
    /// <param name="isDue">Whether the unit must be reviewed.</param>
    /// <param name="required">How many different people must have reviewed it.</param>
    public static ReviewState Of(IReadOnlyList<IReadOnlyList<ReviewJudgement>> parts, bool isDue, int required)
    {
        var needed = isDue ? required : 1;
        if (parts.Count > 0 && parts.All(part => ReviewJudgement.CountReviewers(part) >= needed))
        {
            return ReviewState.Reviewed;
        }

        if (parts.Any(part => part.Any(judgement => judgement.Faults.HasFlag(ReviewFault.Stale))))
        {
            return ReviewState.Stale;
        }

        return isDue ? ReviewState.Unreviewed : ReviewState.NotRequired;
    }
}
