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

    /// <summary>
    /// Whether a type that is no test must be declared and is not: in any hand-written part, by the options of the file that it is in.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="provenance">The context of the compilation.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="unit">The type at the part that is due; of several at the one that a policy holds most strictly.</param>
    public static bool IsTypeDue(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit) =>
        TryGetDuePart(type, RuleIds.UndeclaredType, provenance, cancellationToken, out unit)
        && !provenance.TestClasses.HoldCode(type);

    /// <summary>Whether a test class must be declared and is not, likewise.</summary>
    /// <inheritdoc cref="IsTypeDue"/>
    public static bool IsTestClassDue(
        INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit)
    {
        unit = default;
        return type.ContainingType == null
            && TryGetDuePart(type, RuleIds.UndeclaredTestClass, provenance, cancellationToken, out unit)
            && provenance.TestClasses.Contains(type);
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

    private static bool TryGetDuePart(
        INamedTypeSymbol type, string rule, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit)
    {
        var parts = provenance.Types.PartsOf(type);
        if (parts.Length == 1)
        {
            return provenance.Units.TryGet(type, cancellationToken, out unit)
                && IsPartDue(type, parts[0], unit.File.Options, rule, provenance, cancellationToken);
        }

        unit = default;
        var isDue = false;
        foreach (var part in provenance.Units.HandWrittenParts(type, cancellationToken))
        {
            var file = provenance.Files.Of(part.SyntaxTree);
            if (IsPartDue(type, part, file.Options, rule, provenance, cancellationToken)
                && (!isDue || IsStricter(file.Options, unit.File.Options, rule)))
            {
                unit = new Unit(type, part, file);
                isDue = true;
            }
        }

        return isDue;
    }

    private static bool IsStricter(ProvenanceOptions one, ProvenanceOptions other, string rule) =>
        one.LockOf(rule) is var held && other.LockOf(rule) is var otherHeld && held == otherHeld
            ? !one.AllowsBaseline && other.AllowsBaseline
            : held > otherHeld;

    private static bool IsPartDue(
        INamedTypeSymbol type,
        SyntaxReference part,
        ProvenanceOptions options,
        string rule,
        ProvenanceContext provenance,
        CancellationToken cancellationToken) => rule == RuleIds.UndeclaredTestClass
            ? options.TestsRequiredOn != TestsRequiredOn.None
                && !provenance.Resolution.IsDeclared(type, part)
                && (options.TestsRequiredOn == TestsRequiredOn.Classes
                    || !provenance.TestClasses.HasTestMethods(type)
                    || LeavesTestCode(type, part, provenance, cancellationToken))
            : IsAsked(type, options, provenance, cancellationToken)
                && !provenance.Resolution.IsDeclared(type, part)
                && (options.ApiSurface == ApiSurface.All || Declarations.IsExternallyVisible(type))
                && (options.Exempt == Exempt.None || HoldsBody(type, provenance, cancellationToken));

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

    private static bool IsAsked(
        INamedTypeSymbol type, ProvenanceOptions options, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        options.RequiredOn switch
        {
            RequiredOn.Types => type.ContainingType == null,
            RequiredOn.Members => !Declarations.IsExtensionBlock(type)
                && (!AsksMembers(type, provenance, cancellationToken) || LeavesCode(type, options, provenance, cancellationToken)),
            _ => false,
        };

    /// <summary>Whether a type holds a member with a body that is asked by itself.</summary>
    private static bool AsksMembers(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Types.PartsOf(type).Any(part =>
            provenance.Files.Of(part.SyntaxTree).Options.RequiredOn == RequiredOn.Members
            && Declarations.HoldsOwnBody(part.GetSyntax(cancellationToken)));

    /// <summary>
    /// Whether an undeclared part of a type has code beside the members that are asked by themselves: one that is held as the options say.
    /// </summary>
    private static bool LeavesCode(
        INamedTypeSymbol type, ProvenanceOptions options, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Units.HandWrittenParts(type, cancellationToken).Any(part =>
            provenance.Files.Of(part.SyntaxTree).Options is { RequiredOn: RequiredOn.Members } others
            && others.LockOf(RuleIds.UndeclaredType) == options.LockOf(RuleIds.UndeclaredType)
            && part.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax
            && (Declarations.HoldsInitializer(syntax) || HoldsAttribute(syntax))
            && !provenance.Resolution.IsDeclared(type, part));

    /// <summary>
    /// Whether a part of a test class has code beside its test methods that declares nothing itself: an initializer, or a member with a
    /// body, in nested types too.
    /// </summary>
    private static bool LeavesTestCode(
        INamedTypeSymbol type, SyntaxReference part, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        (part.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax && Declarations.HoldsInitializer(syntax))
        || type.GetMembers().Any(member => member is INamedTypeSymbol nested
            ? nested.DeclaringSyntaxReferences.Any(inner => IsWithin(inner, part)
                && !provenance.Resolution.IsDeclared(nested, inner)
                && LeavesTestCode(nested, inner, provenance, cancellationToken))
            : member is IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol
                && !(member is IMethodSymbol method && provenance.TestClasses.IsTestMethod(method))
                && Declarations.ImplementationOf(member).DeclaringSyntaxReferences.Any(code =>
                    IsWithin(code, part) && Declarations.HasBody(code.GetSyntax(cancellationToken)))
                && !provenance.Resolution.DeclaresItself(member));

    private static bool IsWithin(SyntaxReference code, SyntaxReference part) =>
        code.SyntaxTree == part.SyntaxTree && part.Span.Contains(code.Span);

    /// <summary>Whether an attribute stands on a part of a type that runs or means something: one that is none of ours.</summary>
    private static bool HoldsAttribute(TypeDeclarationSyntax part) => part.AttributeLists.Any(list =>
        list.Attributes.Any(attribute => !CanonicalForm.AnnotationNames.Contains(AttributeNames.SimpleName(attribute.Name))));

    private static bool HoldsBody(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.Types.PartsOf(type).Any(part =>
            !provenance.Files.Of(part.SyntaxTree).IsGenerated(cancellationToken)
            && Declarations.HoldsBody(part.GetSyntax(cancellationToken)));
}
