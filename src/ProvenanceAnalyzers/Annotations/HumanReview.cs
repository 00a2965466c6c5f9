using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>A review marker as it stands in source: a <c>HumanReviewed</c> attribute, or one that an alias makes to stand in for it.</summary>
internal sealed class HumanReview
{
    private HumanReview(AttributeData attribute, bool isAlias)
    {
        Attribute = attribute;
        IsAlias = isAlias;
    }

    /// <summary>The attribute that was read.</summary>
    public AttributeData Attribute { get; }

    /// <summary>Whether another library's attribute stands in for ours; it has no fields to check.</summary>
    public bool IsAlias { get; }

    /// <summary>Who reviewed, as written; null when missing, null or no constant.</summary>
    public string? Reviewer { get; private init; }

    /// <summary>The day of the review as written, likewise.</summary>
    public string? On { get; private init; }

    /// <summary>The digest of the code that was reviewed as written, likewise.</summary>
    public string? Digest { get; private init; }

    /// <summary>The path of the file that the assembly form is about as written, likewise.</summary>
    public string? Target { get; private init; }

    /// <summary>Where the attribute stands; null for one that comes from metadata.</summary>
    public SyntaxReference? Syntax => Attribute.ApplicationSyntaxReference;

    /// <summary>Reads a <c>HumanReviewed</c> attribute.</summary>
    public static HumanReview Read(AttributeData attribute) => new(attribute, isAlias: false)
    {
        Reviewer = attribute.ConstructorArguments is [var reviewer, ..] ? AIProvenance.Text(reviewer) : null,
        On = attribute.ConstructorArguments is [_, var on, ..] ? AIProvenance.Text(on) : null,
        Digest = AIProvenance.Field(attribute, nameof(Digest)),
        Target = AIProvenance.Field(attribute, nameof(Target)),
    };

    /// <summary>A marker of another library.</summary>
    public static HumanReview FromAlias(AttributeData attribute) => new(attribute, isAlias: true);
}
