using Microsoft.CodeAnalysis;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// An annotation or a marker on what is no unit of its own: a local function, a lambda, an accessor, a parameter, a type parameter, a
/// member of an enumeration, what is returned, the field of a property.
/// </summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Holder">
/// The member or type that it counts for; of top-level statements the method that the compiler makes of them.
/// </param>
internal sealed record InnerAttribute(AttributeData Attribute, ISymbol Holder)
{
    /// <summary>Whether it counts for a file of top-level statements, and for no type or member.</summary>
    public bool IsInStatements => Holder.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName;
}
