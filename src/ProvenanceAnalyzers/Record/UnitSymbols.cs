using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Record;

/// <summary>Finds the types and members of a compilation that a record speaks of.</summary>
/// <param name="provenance">The context of the compilation.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class UnitSymbols(ProvenanceContext provenance, CancellationToken cancellationToken)
{
    /// <summary>
    /// Each type that is not nested; and each nested type and member that has an annotation or a marker of its own, or that the options
    /// ask for one.
    /// </summary>
    public IEnumerable<ISymbol> Find() => provenance.Units.Types.SelectMany(FindIn);

    private IEnumerable<ISymbol> FindIn(INamedTypeSymbol type)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (provenance.Units.IsGeneratedAsAWhole(type, cancellationToken))
        {
            yield break;
        }

        if (DeclarationDuty.CanBeDue(type) && (type.ContainingType == null || IsUnit(type)))
        {
            yield return type;
        }

        foreach (var member in provenance.Units.MembersOf(type))
        {
            if (member is INamedTypeSymbol nested)
            {
                foreach (var symbol in FindIn(nested))
                {
                    yield return symbol;
                }
            }
            else if (Declarations.ImplementationOf(member) is var code
                && IsUnit(code)
                && !provenance.Units.IsGeneratedAsAWhole(code, cancellationToken))
            {
                yield return code;
            }
        }
    }

    private bool IsUnit(ISymbol symbol) =>
        provenance.Resolution.HasOwn(symbol)
        || (AnnotationReader.CanHaveOwn(symbol) && provenance.Annotations.IsReviewed(symbol))
        || DeclarationDuty.RuleOf(symbol, provenance, cancellationToken) != null
        || ReviewDuty.IsDue(symbol, provenance, isAboutTests: null, cancellationToken);
}
