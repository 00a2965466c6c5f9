using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>
/// The fields that a fix writes beside the tool: those that options ask for. What only a person knows is left to be filled in, and is
/// reported until it is.
/// </summary>
/// <param name="Required">What options ask for.</param>
/// <param name="IsOfThisMachine">
/// Whether today and whoever sits before this machine are meant, as where one place is declared; of old code in bulk nobody knows either.
/// </param>
internal readonly record struct ClaimedFields(RequiredFields Required, bool IsOfThisMachine)
{
    private const string ToBeFilledIn = "...";

    /// <summary>The fields as C# writes them, each behind a comma; none for code that no AI made.</summary>
    public string Write(ProvenanceClaim claim)
    {
        if (claim.Tool == null)
        {
            return string.Empty;
        }

        var reviewer = ReviewSignature.OfThisMachine().Reviewer;
        return Field(RequiredFields.Model, nameof(ProvenanceAnnotation.Model), null)
            + Field(RequiredFields.RequestedBy, nameof(ProvenanceAnnotation.RequestedBy), reviewer.Length > 0 ? reviewer : null)
            + Field(RequiredFields.On, nameof(ProvenanceAnnotation.On), Day.Format(DateTime.Today))
            + Field(RequiredFields.Reference, nameof(ProvenanceAnnotation.Reference), null);
    }

    private string Field(RequiredFields field, string name, string? ofThisMachine) => (Required & field) != field
        ? string.Empty
        : $", {name} = {AnnotationText.Literal((IsOfThisMachine ? ofThisMachine : null) ?? ToBeFilledIn)}";
}
