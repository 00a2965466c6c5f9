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
    /// <param name="claim">
    /// The claim that they belong to; what history or somebody tells of its model, its day or its requester is written in any case.
    /// </param>
    /// <param name="isWritten">Which of them the annotation has already; null: none.</param>
    public string Write(ProvenanceClaim claim, Func<string, bool>? isWritten = null)
    {
        if (claim.Tool == null)
        {
            return string.Empty;
        }

        var history = claim.History;
        var told = claim.Told;
        var isOfThisMachine = IsOfThisMachine && history == null;
        var fields = new (RequiredFields Field, string Name, string? Value, bool IsKnown)[]
        {
            (RequiredFields.Model, nameof(ProvenanceAnnotation.Model), history?.Model ?? told?.Model,
                history?.Model.Length > 0 || told?.Model != null),
            (RequiredFields.RequestedBy, nameof(ProvenanceAnnotation.RequestedBy),
                history?.RequestedBy ?? told?.Requester ?? (isOfThisMachine ? RequesterOfThisMachine : null),
                told?.IsRequesterSaid == true),
            (RequiredFields.On, nameof(ProvenanceAnnotation.On),
                history != null ? history.On : isOfThisMachine ? Day.Format(DateTime.Today) : null, history != null),
            (RequiredFields.Reference, nameof(ProvenanceAnnotation.Reference), null, false),
        };
        var required = Required;
        return string.Concat(fields
            .Where(field => (field.IsKnown || (required & field.Field) == field.Field) && isWritten?.Invoke(field.Name) != true)
            .Select(field => (field.Name, Value: string.IsNullOrEmpty(field.Value) ? ToBeFilledIn : field.Value!))
            .Select(field => $", {field.Name} = {AnnotationText.Literal(field.Value)}"));
    }

    /// <summary>Whoever sits before this machine; null where nobody says who, or says nothing by it.</summary>
    public static string? RequesterOfThisMachine =>
        ReviewSignature.OfThisMachine().Reviewer is { Length: > 0 } reviewer
        && !Placeholders.Contain(reviewer, nameof(ProvenanceAnnotation.RequestedBy))
            ? reviewer
            : null;
}
