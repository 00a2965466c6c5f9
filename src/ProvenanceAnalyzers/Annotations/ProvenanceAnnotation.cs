using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>
/// An annotation as it stands in source: an <c>AIProvenance</c> attribute, or one that an alias makes to stand in for it.
/// </summary>
/// <param name="attribute">
/// The attribute, of which each field is read when it is asked for: an annotation costs no memory of its own.
/// </param>
/// <param name="alias">What makes another library's attribute stand in for ours; null for ours.</param>
internal readonly struct ProvenanceAnnotation(AttributeData attribute, AttributeAlias? alias)
{
    private static readonly char[] ModelSeparators = [',', ';', '|', '&', '+', '\n', '\r'];
    private static readonly char[] ToolSeparators = [',', ';', '|', '&', '+', '\\', '\n', '\r', '/'];

    /// <summary>The attribute.</summary>
    public AttributeData Attribute { get; } = attribute;

    /// <summary>What makes another library's attribute stand in for ours; null for ours.</summary>
    public AttributeAlias? Alias => alias;

    /// <summary>Whether another library's attribute stands in for ours; it has no fields.</summary>
    public bool IsAlias => alias != null;

    /// <summary>Who made the code; null when the argument is missing or no constant.</summary>
    public Origin? Origin => alias != null ? alias.Origin : OriginOf(Attribute);

    /// <summary>
    /// Whether an AI had a hand in the code: by the origin, or because a tool or model is named, whatever the origin. Nobody names an AI
    /// for what it had no part in.
    /// </summary>
    public bool IsAIMade =>
        Origin?.IsAIMade() == true || !string.IsNullOrWhiteSpace(Tool) || !string.IsNullOrWhiteSpace(Model);

    /// <summary>
    /// Whether it says anything of who made the code. An origin that does not exist says nothing; where there is none at all the compiler
    /// has an error, or somebody's own copy of the attribute asks for none.
    /// </summary>
    public bool HasOrigin => Origin?.IsDefined() ?? Attribute.AttributeConstructor == null;

    /// <summary>The tool as written; null when missing, null or no constant.</summary>
    public string? Tool => alias != null ? alias.Tool : Field(nameof(Tool));

    /// <summary>The model as written; null when missing, null or no constant.</summary>
    public string? Model => Field(nameof(Model));

    /// <summary>Who asked for the code; null when missing, null or no constant.</summary>
    public string? RequestedBy => Field(nameof(RequestedBy));

    /// <summary>The day on which it was made as written; null when missing, null or no constant.</summary>
    public string? On => Field(nameof(On));

    /// <summary>What the code belongs to (a pull request, a ticket) as written; null when missing, null or no constant.</summary>
    public string? Reference => Field(nameof(Reference));

    /// <summary>The path or glob that an assembly annotation is about as written; null when missing, null or no constant.</summary>
    public string? Target => Field(nameof(Target));

    /// <summary>Whether <see cref="Target"/> is written, if only as null.</summary>
    public bool HasTarget => HasField(nameof(Target));

    /// <summary>Where the attribute stands; null for one that comes from metadata.</summary>
    public SyntaxReference? Syntax => Attribute.ApplicationSyntaxReference;

    /// <summary>
    /// The origin that an <c>AIProvenance</c> attribute says, by the name of the constant; null when the argument is missing or no
    /// constant, and of an attribute that derives from ours.
    /// </summary>
    public static Origin? OriginOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum, Value: { } value, Type: { } type }, ..]
        && AnnotationReader.IsAIProvenance(attribute.AttributeClass)
            ? OriginNames.Of(type, value)
            : null;

    /// <summary>A named argument that is a string; null when it is missing, null or no constant.</summary>
    public static string? Field(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return Text(argument.Value);
            }
        }

        return null;
    }

    /// <summary>A constant that is a string; null when it is null or no constant.</summary>
    public static string? Text(TypedConstant constant) =>
        constant is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>Whether a field is written, if only as null.</summary>
    public bool HasField(string name)
    {
        foreach (var argument in Attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a tool or model names several, with something in between that separates them.</summary>
    /// <param name="text">The tool or model as written.</param>
    /// <param name="isModel">Whether it is a model, in which <c>/</c> stands behind the provider, and <c>\</c> means that.</param>
    public static bool NamesSeveral(string text, bool isModel) =>
        text.IndexOfAny(isModel ? ModelSeparators : ToolSeparators) >= 0
        && text.Split(isModel ? ModelSeparators : ToolSeparators).Count(part => !string.IsNullOrWhiteSpace(part)) > 1;

    private string? Field(string name) => alias == null ? Field(Attribute, name) : null;
}
