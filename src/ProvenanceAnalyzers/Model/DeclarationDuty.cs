using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Model;

/// <summary>Decides which code must declare its provenance and does not; whether a baseline has it is another question.</summary>
internal static class DeclarationDuty
{
    /// <summary>The rule by which a type or member is due, or null where none is.</summary>
    public static string? RuleOf(ISymbol symbol, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (symbol is INamedTypeSymbol type)
        {
            return CanBeDue(type) ? RuleOfType(type, provenance, cancellationToken) : null;
        }

        if (!TryGetUndeclaredMember(symbol, provenance, cancellationToken, out var member))
        {
            return null;
        }

        if (provenance.TestClasses.HoldCode(symbol))
        {
            return IsTestMethodDue(member, provenance) ? RuleIds.UndeclaredTestClass : null;
        }

        return IsMemberDue(member, cancellationToken) ? RuleIds.UndeclaredMember : null;
    }

    /// <summary>Whether it is a type that somebody wrote: not half-typed, and not made by the compiler.</summary>
    public static bool CanBeDue(INamedTypeSymbol type) =>
        !type.IsImplicitlyDeclared && (type.CanBeReferencedByName || Declarations.IsExtensionBlock(type));

    /// <summary>
    /// Whether an annotation holds that stands where one may stand: not on the assembly without <c>Target</c>, unless an option says so.
    /// </summary>
    public static bool IsDeclared(ISymbol symbol, ProvenanceOptions options, ProvenanceContext provenance) =>
        provenance.Resolution.LevelOf(symbol) switch
        {
            ProvenanceLevel.None => false,
            ProvenanceLevel.Assembly => options.AssemblyDefaultDeclares,
            _ => true,
        };

    /// <summary>
    /// Whether an annotation holds for a file of top-level statements, by its <c>Target</c> or, where an option says so, without one.
    /// </summary>
    public static bool IsDeclared(SourceFile file, ProvenanceContext provenance) =>
        provenance.AssemblyAnnotations.AnyFor(file.Path)
        || (file.Options.AssemblyDefaultDeclares && !provenance.AssemblyAnnotations.Defaults.IsEmpty);

    /// <summary>Whether a type that is no test must be declared and is not.</summary>
    public static bool IsTypeDue(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit) =>
        provenance.Units.TryGet(type, cancellationToken, out unit)
        && IsAsked(type, unit, provenance, cancellationToken)
        && !IsDeclared(type, unit.File.Options, provenance)
        && (unit.File.Options.ApiSurface == ApiSurface.All || Declarations.IsExternallyVisible(type))
        && (unit.File.Options.Exempt == Exempt.None || HoldsBody(type, provenance, cancellationToken))
        && !provenance.TestClasses.HoldCode(type);

    /// <summary>Whether a test class must be declared and is not.</summary>
    public static bool IsTestClassDue(
        INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit)
    {
        unit = default;
        return type.ContainingType == null
            && provenance.Units.TryGet(type, cancellationToken, out unit)
            && unit.File.Options.TestsRequiredOn != TestsRequiredOn.None
            && !IsDeclared(type, unit.File.Options, provenance)
            && provenance.TestClasses.Contains(type)
            && (unit.File.Options.TestsRequiredOn == TestsRequiredOn.Classes || !provenance.TestClasses.HasTestMethods(type));
    }

    /// <summary>Finds a member that has no annotation of its own.</summary>
    public static bool TryGetUndeclaredMember(
        ISymbol member, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit)
    {
        unit = default;
        return !member.IsImplicitlyDeclared
            && member is IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol
            && !provenance.Annotations.IsAnnotated(member)
            && provenance.Units.TryGet(Declarations.ImplementationOf(member), cancellationToken, out unit);
    }

    /// <summary>Whether the options ask an undeclared member, which is no test, for an annotation of its own.</summary>
    public static bool IsMemberDue(Unit member, CancellationToken cancellationToken) =>
        member.File.Options.RequiredOn == RequiredOn.Members
        && (member.File.Options.ApiSurface == ApiSurface.All || Declarations.IsExternallyVisible(member.Symbol))
        && member.Syntax(cancellationToken).HasBody;

    /// <summary>Whether the options ask an undeclared member of a test class for an annotation of its own.</summary>
    public static bool IsTestMethodDue(Unit member, ProvenanceContext provenance) =>
        member.File.Options.TestsRequiredOn == TestsRequiredOn.Methods
        && member.Symbol is IMethodSymbol method
        && provenance.TestClasses.IsTestMethod(method);

    /// <summary>Whether a file's top-level statements must be declared and are not.</summary>
    public static bool AreStatementsDue(SourceFile file, ProvenanceContext provenance) =>
        !file.Options.Exclude
        && file.Options.RequiredOn != RequiredOn.None
        && file.Options.ApiSurface != ApiSurface.Public
        && !IsDeclared(file, provenance);

    private static string? RuleOfType(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (IsTestClassDue(type, provenance, cancellationToken, out _))
        {
            return RuleIds.UndeclaredTestClass;
        }

        return IsTypeDue(type, provenance, cancellationToken, out _) ? RuleIds.UndeclaredType : null;
    }

    private static bool IsAsked(INamedTypeSymbol type, Unit unit, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        unit.File.Options.RequiredOn switch
        {
            RequiredOn.Types => type.ContainingType == null,
            RequiredOn.Members => !Declarations.IsExtensionBlock(type) && !provenance.Types.HoldsOwnBody(type, cancellationToken),
            _ => false,
        };

    private static bool HoldsBody(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Types.PartsOf(type).Any(part =>
            !provenance.Files.Of(part.SyntaxTree).IsGenerated(cancellationToken)
            && Declarations.HoldsBody(part.GetSyntax(cancellationToken)));
}
