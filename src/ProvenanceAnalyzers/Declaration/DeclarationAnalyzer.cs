using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>What the rules about undeclared types, test classes and members share: when code is declared, and how it is reported.</summary>
public abstract class DeclarationAnalyzer : ProvenanceDiagnosticAnalyzer
{
    private protected DeclarationAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance) =>
        start.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (!type.IsImplicitlyDeclared && (type.CanBeReferencedByName || Declarations.IsExtensionBlock(type)))
                {
                    Analyze(type, provenance, context);
                }
            },
            SymbolKind.NamedType);

    private protected abstract void Analyze(INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context);

    /// <summary>Whether a type is, or is nested in, a test class.</summary>
    private protected static bool IsTestCode(INamedTypeSymbol type, ProvenanceContext provenance) =>
        provenance.TestClasses.Contains(OutermostType(type));

    /// <summary>Whether an annotation holds that stands where one may stand: not on the assembly without <c>Target</c>, unless an option says so.</summary>
    private protected static bool IsDeclared(Unit unit, ProvenanceContext provenance) =>
        provenance.LevelOf(unit.Symbol) switch
        {
            ProvenanceLevel.None => false,
            ProvenanceLevel.Assembly => unit.File.Options.AssemblyDefaultDeclares,
            _ => true,
        };

    private protected void Report(Unit unit, SymbolAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            unit.Location(context.CancellationToken),
            DiagnosticProperties.ForDeclaration(unit.File.Options),
            Kind(unit.Symbol),
            unit.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));

    /// <summary>Reports the members of a type that have no annotation of their own.</summary>
    /// <param name="type">The type.</param>
    /// <param name="provenance">The compilation's context.</param>
    /// <param name="context">Where to report.</param>
    /// <param name="isDue">Whether a member without annotation must have one.</param>
    private protected void ReportMembers(
        INamedTypeSymbol type, ProvenanceContext provenance, SymbolAnalysisContext context, Func<Unit, bool> isDue)
    {
        foreach (var member in type.GetMembers())
        {
            if (!member.IsImplicitlyDeclared
                && member is IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol
                && !provenance.Annotations.IsAnnotated(member)
                && provenance.TryGetUnit(ImplementationOf(member), context.CancellationToken, out var unit)
                && isDue(unit))
            {
                Report(unit, context);
            }
        }
    }

    /// <summary>Whether the options of any part of a type satisfy a condition.</summary>
    private protected static bool AnyPart(INamedTypeSymbol type, ProvenanceContext provenance, Func<ProvenanceOptions, bool> condition)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (condition(provenance.FileOf(part.SyntaxTree).Options))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part of a partial member that holds its code.</summary>
    private static ISymbol ImplementationOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.PartialImplementationPart ?? method,
        IPropertySymbol property => property.PartialImplementationPart ?? property,
        _ => member,
    };

    private static INamedTypeSymbol OutermostType(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } containing)
        {
            type = containing;
        }

        return type;
    }

    private static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        INamedTypeSymbol { IsRecord: true } => "record",
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "constructor",
        IMethodSymbol { MethodKind: MethodKind.Destructor } => "finalizer",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => "operator",
        IPropertySymbol { IsIndexer: true } => "indexer",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };
}
