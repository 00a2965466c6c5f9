using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Options;

/// <summary>An attribute of another library that stands in for one of ours.</summary>
/// <param name="name">The attribute's simple or full name, with or without <c>Attribute</c> at its end.</param>
/// <param name="origin">The origin it declares, or null when it is a review marker.</param>
/// <param name="tool">The tool it declares, or null.</param>
internal sealed class AttributeAlias(string name, Origin? origin, string? tool)
{
    private const string Suffix = "Attribute";

    /// <summary>The name as written in the option.</summary>
    public string Name { get; } = name;

    /// <summary>The origin the attribute declares, or null when it is a review marker.</summary>
    public Origin? Origin { get; } = origin;

    /// <summary>The tool the attribute declares, or null.</summary>
    public string? Tool { get; } = tool;

    /// <summary>Whether the name contains a namespace.</summary>
    public bool IsFullName => Name.IndexOf('.') >= 0;

    /// <summary>The type names that the alias can mean.</summary>
    /// <example><c>["My.AiGenerated", "My.AiGeneratedAttribute"]</c></example>
    public string[] TypeNames { get; } = name.EndsWith(Suffix, StringComparison.Ordinal) ? [name] : [name, name + Suffix];

    /// <summary>Whether both aliases name the same attribute.</summary>
    public bool NamesSameAttributeAs(AttributeAlias other) =>
        TypeNames[TypeNames.Length - 1] == other.TypeNames[other.TypeNames.Length - 1];

    /// <summary>Whether both aliases mean the same.</summary>
    public bool MeansSameAs(AttributeAlias other) => Origin == other.Origin && Tool == other.Tool;
}
