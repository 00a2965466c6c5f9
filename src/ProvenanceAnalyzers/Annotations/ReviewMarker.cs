using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>
/// A review marker as it stands in source: a <c>HumanReviewed</c> attribute, or one that an alias makes to stand in for it.
/// </summary>
/// <param name="attribute">The attribute, of which each field is read when it is asked for: a marker costs no memory of its own.</param>
/// <param name="isAlias">Whether another library's attribute stands in for ours.</param>
internal readonly struct ReviewMarker(AttributeData attribute, bool isAlias)
{
    /// <summary>The attribute.</summary>
    public AttributeData Attribute { get; } = attribute;

    /// <summary>Whether another library's attribute stands in for ours; it has no fields to check.</summary>
    public bool IsAlias { get; } = isAlias;

    /// <summary>Who reviewed, as written; null when missing, null or no constant.</summary>
    public string? Reviewer => Argument(0);

    /// <summary>The day of the review as written; null when missing, null or no constant.</summary>
    public string? On => Argument(1);

    /// <summary>The digest of the code that was reviewed as written; null when missing, null or no constant.</summary>
    public string? Digest => Field(nameof(Digest));

    /// <summary>The path of the file that an assembly marker is about as written; null when missing, null or no constant.</summary>
    public string? Target => Field(nameof(Target));

    /// <summary>Where the attribute stands; null for one that comes from metadata.</summary>
    public SyntaxReference? Syntax => Attribute.ApplicationSyntaxReference;

    private string? Argument(int index) =>
        !IsAlias && index < Attribute.ConstructorArguments.Length ? ProvenanceAnnotation.Text(Attribute.ConstructorArguments[index]) : null;

    private string? Field(string name) => IsAlias ? null : ProvenanceAnnotation.Field(Attribute, name);
}
