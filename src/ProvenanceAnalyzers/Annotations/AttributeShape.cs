using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>
/// What our attributes look like. Somebody's own copy of one counts as long as it looks the same; what it says otherwise nobody reads.
/// </summary>
internal static class AttributeShape
{
    private static readonly string[] AnnotationFields =
    [
        nameof(ProvenanceAnnotation.Tool),
        nameof(ProvenanceAnnotation.Model),
        nameof(ProvenanceAnnotation.RequestedBy),
        nameof(ProvenanceAnnotation.On),
        nameof(ProvenanceAnnotation.Reference),
        nameof(ProvenanceAnnotation.Target),
    ];

    private static readonly string[] MarkerFields = [nameof(ReviewMarker.Digest), nameof(ReviewMarker.Target)];

    /// <summary>What of a provenance attribute is not as ours has it, as the end of a sentence; null where all is.</summary>
    public static string? MisfitOf(ProvenanceAnnotation annotation) => annotation.IsAlias ? null : MisfitOf(
        annotation.Attribute,
        AnnotationReader.IsAIProvenance(annotation.Attribute.AttributeClass),
        parameters => parameters is [{ Type.TypeKind: TypeKind.Enum }],
        AnnotationFields);

    /// <summary>The same of a review marker.</summary>
    public static string? MisfitOf(ReviewMarker marker) => marker.IsAlias ? null : MisfitOf(
        marker.Attribute,
        AnnotationReader.IsHumanReviewed(marker.Attribute.AttributeClass),
        parameters => parameters is [var reviewer, var on] && IsText(reviewer, "reviewer") && IsText(on, "on"),
        MarkerFields);

    private static bool IsText(IParameterSymbol parameter, string name) =>
        parameter.Name == name && parameter.Type.SpecialType == SpecialType.System_String;

    private static string? MisfitOf(
        AttributeData attribute, bool isOurs, Func<ImmutableArray<IParameterSymbol>, bool> areOurs, string[] fields)
    {
        if (!isOurs)
        {
            return $"'{attribute.AttributeClass?.Name}' derives from ours, and nobody reads what its constructor says; write ours itself";
        }

        // Without a constructor the compiler has an error.
        if (attribute.AttributeConstructor is { } constructor && !areOurs(constructor.Parameters))
        {
            return $"'{attribute.AttributeClass?.Name}' is a copy of ours whose constructor has other parameters, and nobody reads those; "
                + "copy ours anew, or let the package inject it";
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (Array.IndexOf(fields, argument.Key) < 0)
            {
                return $"'{attribute.AttributeClass?.Name}' is a copy of ours with a field '{argument.Key}', and nobody reads that; "
                    + "copy ours anew, or let the package inject it";
            }
        }

        return null;
    }
}
