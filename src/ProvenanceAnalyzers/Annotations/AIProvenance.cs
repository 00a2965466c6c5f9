using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Catalogue;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>An annotation as it stands in source: an <c>AIProvenance</c> attribute, or one that an alias makes to stand in for it.</summary>
internal sealed class AIProvenance
{
    private AIProvenance(AttributeData attribute, bool isAlias)
    {
        Attribute = attribute;
        IsAlias = isAlias;
    }

    /// <summary>The attribute that was read.</summary>
    public AttributeData Attribute { get; }

    /// <summary>Whether another library's attribute stands in for ours; it has no fields to check.</summary>
    public bool IsAlias { get; }

    /// <summary>Who made the code; null when the argument is missing or no constant.</summary>
    public AIOrigin? Origin { get; private init; }

    /// <summary>The tool as written; null when missing, null or no constant.</summary>
    public string? Tool { get; private init; }

    /// <summary>The model as written, likewise.</summary>
    public string? Model { get; private init; }

    /// <summary>Who asked for the code, likewise.</summary>
    public string? RequestedBy { get; private init; }

    /// <summary>The day on which it was made as written, likewise.</summary>
    public string? On { get; private init; }

    /// <summary>What the code belongs to (a pull request, a ticket) as written, likewise.</summary>
    public string? Reference { get; private init; }

    /// <summary>The path or glob that the assembly form is about as written, likewise.</summary>
    public string? Target { get; private init; }

    /// <summary>Whether <see cref="Target"/> is written, if only as null.</summary>
    public bool HasTarget => HasField(nameof(Target));

    /// <summary>Where the attribute stands; null for one that comes from metadata.</summary>
    public SyntaxReference? Syntax => Attribute.ApplicationSyntaxReference;

    /// <summary>Reads an <c>AIProvenance</c> attribute.</summary>
    public static AIProvenance Read(AttributeData attribute) => new(attribute, isAlias: false)
    {
        Origin = OriginOf(attribute),
        Tool = Field(attribute, nameof(Tool)),
        Model = Field(attribute, nameof(Model)),
        RequestedBy = Field(attribute, nameof(RequestedBy)),
        On = Field(attribute, nameof(On)),
        Reference = Field(attribute, nameof(Reference)),
        Target = Field(attribute, nameof(Target)),
    };

    /// <summary>The origin that an <c>AIProvenance</c> attribute says; null when the argument is missing or no constant.</summary>
    public static AIOrigin? OriginOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum, Value: int value }, ..] ? (AIOrigin)value : null;

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
    public static string? Text(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

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

    /// <summary>What an attribute of another library declares by its alias.</summary>
    public static AIProvenance FromAlias(AttributeData attribute, AIOrigin origin, string? tool) =>
        new(attribute, isAlias: true) { Origin = origin, Tool = tool };
}
