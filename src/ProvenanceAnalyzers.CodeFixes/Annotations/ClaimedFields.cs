using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
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
    /// <param name="claim">The claim that they belong to.</param>
    /// <param name="isWritten">Which of them the annotation has already; null: none.</param>
    public string Write(ProvenanceClaim claim, Func<string, bool>? isWritten = null) => claim.Tool == null
        ? string.Empty
        : Field(RequiredFields.Model, nameof(ProvenanceAnnotation.Model), null, isWritten)
            + Field(RequiredFields.RequestedBy, nameof(ProvenanceAnnotation.RequestedBy), RequesterOfThisMachine, isWritten)
            + Field(RequiredFields.On, nameof(ProvenanceAnnotation.On), Day.Format(DateTime.Today), isWritten)
            + Field(RequiredFields.Reference, nameof(ProvenanceAnnotation.Reference), null, isWritten);

    /// <summary>Whoever sits before this machine; null where nobody says who, or says nothing by it.</summary>
    public static string? RequesterOfThisMachine =>
        ReviewSignature.OfThisMachine().Reviewer is { Length: > 0 } reviewer
        && !Placeholders.Contain(reviewer, nameof(ProvenanceAnnotation.RequestedBy))
            ? reviewer
            : null;

    private string Field(RequiredFields field, string name, string? ofThisMachine, Func<string, bool>? isWritten) =>
        (Required & field) != field || isWritten?.Invoke(name) == true
            ? string.Empty
            : $", {name} = {AnnotationText.Literal((IsOfThisMachine ? ofThisMachine : null) ?? ToBeFilledIn)}";
}
