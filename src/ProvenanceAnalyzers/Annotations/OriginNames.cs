using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>
/// The origins of an enumeration by the names of its constants: somebody's own copy may have other numbers for them.
/// </summary>
internal sealed class OriginNames
{
    private static readonly ConditionalWeakTable<ITypeSymbol, OriginNames> ByType = new();

    private readonly List<object> _values = [];
    private readonly List<string> _names = [];

    private OriginNames(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { ConstantValue: { } value } && Array.IndexOf(Origins.Names, member.Name) >= 0)
            {
                _values.Add(value);
                _names.Add(member.Name);
            }
        }
    }

    /// <summary>The origin that a constant means; one that does not exist where no origin's name stands for it.</summary>
    public static Origin Of(ITypeSymbol type, object constant)
    {
        var known = ByType.GetValue(type, static created => new OriginNames(created));
        var found = (Origin)(-1);
        for (var index = 0; index < known._values.Count; index++)
        {
            if (known._values[index].Equals(constant))
            {
                var origin = (Origin)Array.IndexOf(Origins.Names, known._names[index]);

                // Two names of one number: that an AI made it must not get lost.
                found = found.IsDefined() && !origin.IsAIMade() ? found : origin;
            }
        }

        return found;
    }
}
