using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>Who signs a review, and when.</summary>
/// <param name="Reviewer">The reviewer; empty when nobody said who.</param>
/// <param name="Date">The day, <c>yyyy-MM-dd</c>.</param>
internal readonly record struct ReviewSignature(string Reviewer, string Date)
{
    /// <summary>
    /// The environment variable that says who sits before this machine. It is no MSBuild property: the repository could set
    /// that, and a person would become an input of the compiler.
    /// </summary>
    public const string ReviewerVariable = "PROVENANCE_REVIEWER";

    /// <summary>The signature of whoever sits before this machine, today.</summary>
    public static ReviewSignature OfThisMachine() => new(
        Environment.GetEnvironmentVariable(ReviewerVariable)?.Trim() ?? string.Empty,
        Day.Format(DateTime.Today));

    /// <summary>The end of an action's title: who signs.</summary>
    public string By => Reviewer.Length > 0 ? $" by {Reviewer}" : string.Empty;
}
