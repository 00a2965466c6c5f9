using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Digests;
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
    /// Whether in every hand-written part of it an annotation holds that stands where one may stand: not on the assembly without
    /// <c>Target</c>, unless an option says so.
    /// </summary>
    public static bool IsDeclared(ISymbol symbol, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Units.TryGet(symbol, cancellationToken, out _) && FirstUndeclaredPart(symbol, provenance, cancellationToken) == null;

    /// <summary>Whether a type that is no test must be declared and is not.</summary>
    public static bool IsTypeDue(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit) =>
        provenance.Units.TryGet(type, cancellationToken, out unit)
        && IsAsked(type, unit, provenance, cancellationToken)
        && IsUndeclared(ref unit, provenance, cancellationToken)
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
            && IsUndeclared(ref unit, provenance, cancellationToken)
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
            && !provenance.Resolution.DeclaresItself(member)
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
        && !provenance.Resolution.IsDeclared(file);

    /// <summary>
    /// Whether a unit is undeclared. It is then the part that is: where some parts are declared, the first that is not stands for it.
    /// </summary>
    private static bool IsUndeclared(ref Unit unit, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        var type = unit.Symbol;
        var parts = provenance.Types.PartsOf(type);
        if (parts.Length == 1)
        {
            return !provenance.Resolution.IsDeclared(type, parts[0]);
        }

        if (FirstUndeclaredPart(type, provenance, cancellationToken) is not { } undeclared)
        {
            return false;
        }

        if (provenance.Units.HandWrittenParts(type, cancellationToken).Any(part => provenance.Resolution.IsDeclared(type, part)))
        {
            unit = new Unit(type, undeclared, provenance.Files.Of(undeclared.SyntaxTree));
        }

        return true;
    }

    private static SyntaxReference? FirstUndeclaredPart(
        ISymbol symbol, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Units.HandWrittenParts(symbol, cancellationToken)
            .FirstOrDefault(part => !provenance.Resolution.IsDeclared(symbol, part));

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
            RequiredOn.Members => !Declarations.IsExtensionBlock(type)
                && (!provenance.Types.HoldsOwnBody(type, cancellationToken) || LeavesCode(type, provenance, cancellationToken)),
            _ => false,
        };

    /// <summary>Whether an undeclared part of a type has code beside the members that are asked by themselves.</summary>
    private static bool LeavesCode(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Units.HandWrittenParts(type, cancellationToken).Any(part =>
            part.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax
            && (Declarations.HoldsInitializer(syntax) || HoldsAttribute(syntax))
            && !provenance.Resolution.IsDeclared(type, part));

    /// <summary>Whether an attribute stands on a part of a type that runs or means something: one that is none of ours.</summary>
    private static bool HoldsAttribute(TypeDeclarationSyntax part) => part.AttributeLists.Any(list =>
        list.Attributes.Any(attribute => !CanonicalForm.AnnotationNames.Contains(AttributeNames.SimpleName(attribute.Name))));

    private static bool HoldsBody(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Types.PartsOf(type).Any(part =>
            !provenance.Files.Of(part.SyntaxTree).IsGenerated(cancellationToken)
            && Declarations.HoldsBody(part.GetSyntax(cancellationToken)));
}
