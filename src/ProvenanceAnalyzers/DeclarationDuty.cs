using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers;

/// <summary>Decides which code must declare its provenance and does not; whether a baseline has it is another question.</summary>
internal static class DeclarationDuty
{
    /// <summary>The rule by which a type or member is due, or null where none is.</summary>
    public static string? RuleOf(ISymbol symbol, ProvenanceContext provenance, CancellationToken cancellationToken)
    {
        if (symbol is INamedTypeSymbol type)
        {
            return !CanBeDue(type) ? null
                : IsTestClassDue(type, provenance, cancellationToken, out _) ? DiagnosticIds.UndeclaredTestClass
                : IsTypeDue(type, provenance, cancellationToken, out _) ? DiagnosticIds.UndeclaredType
                : null;
        }

        return !TryGetUndeclaredMember(symbol, provenance, cancellationToken, out var member) ? null
            : provenance.IsTestCode(symbol) ? IsTestMethodDue(member, provenance) ? DiagnosticIds.UndeclaredTestClass : null
            : IsMemberDue(member, cancellationToken) ? DiagnosticIds.UndeclaredMember
            : null;
    }

    /// <summary>Whether it is a type that somebody wrote: not half-typed, and not made by the compiler.</summary>
    public static bool CanBeDue(INamedTypeSymbol type) =>
        !type.IsImplicitlyDeclared && (type.CanBeReferencedByName || Declarations.IsExtensionBlock(type));

    /// <summary>Whether an annotation holds that stands where one may stand: not on the assembly without <c>Target</c>, unless an option says so.</summary>
    public static bool IsDeclared(ISymbol symbol, ProvenanceOptions options, ProvenanceContext provenance) =>
        provenance.LevelOf(symbol) switch
        {
            ProvenanceLevel.None => false,
            ProvenanceLevel.Assembly => options.AssemblyDefaultDeclares,
            _ => true,
        };

    /// <summary>Likewise for a file of top-level statements.</summary>
    public static bool IsDeclared(SourceFile file, ProvenanceContext provenance) =>
        provenance.AssemblyAnnotations.AnyFor(file.Path)
        || (file.Options.AssemblyDefaultDeclares && !provenance.AssemblyAnnotations.Defaults.IsEmpty);

    /// <summary>Whether a type that is no test must be declared and is not.</summary>
    public static bool IsTypeDue(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit) =>
        provenance.TryGetUnit(type, cancellationToken, out unit)
        && IsAsked(type, unit, provenance, cancellationToken)
        && !IsDeclared(type, unit.File.Options, provenance)
        && (unit.File.Options.ApiSurface == ApiSurface.All || Declarations.IsExternallyVisible(type))
        && (unit.File.Options.Exempt == Exempt.None || HoldsBody(type, provenance, cancellationToken))
        && !provenance.IsTestCode(type);

    /// <summary>Whether a test class must be declared and is not.</summary>
    public static bool IsTestClassDue(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit)
    {
        unit = default;
        return type.ContainingType == null
            && provenance.TryGetUnit(type, cancellationToken, out unit)
            && unit.File.Options.TestsRequiredOn != TestsRequiredOn.None
            && !IsDeclared(type, unit.File.Options, provenance)
            && provenance.TestClasses.Contains(type)
            && (unit.File.Options.TestsRequiredOn == TestsRequiredOn.Classes || !provenance.TestClasses.HasTestMethods(type));
    }

    /// <summary>Finds a member that has no annotation of its own.</summary>
    public static bool TryGetUndeclaredMember(ISymbol member, ProvenanceContext provenance, CancellationToken cancellationToken, out Unit unit)
    {
        unit = default;
        return !member.IsImplicitlyDeclared
            && member is IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol
            && !provenance.Annotations.IsAnnotated(member)
            && provenance.TryGetUnit(Declarations.ImplementationOf(member), cancellationToken, out unit);
    }

    /// <summary>Whether the options ask an undeclared member, which is no test, for an annotation of its own.</summary>
    public static bool IsMemberDue(Unit member, CancellationToken cancellationToken) =>
        member.File.Options.RequiredOn == RequiredOn.Members
        && (member.File.Options.ApiSurface == ApiSurface.All || Declarations.IsExternallyVisible(member.Symbol))
        && Declarations.HasBody(member.Declaration(cancellationToken));

    /// <summary>Whether the options ask an undeclared member of a test class for an annotation of its own.</summary>
    public static bool IsTestMethodDue(Unit member, ProvenanceContext provenance) =>
        member.File.Options.TestsRequiredOn == TestsRequiredOn.Methods
        && member.Symbol is IMethodSymbol method
        && provenance.TestClasses.IsTestMethod(method);

    /// <summary>Whether a type holds a member of its own with a body, in any part.</summary>
    public static bool HoldsOwnBody(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.PartsOf(type).Any(part => Declarations.HoldsOwnBody(part.GetSyntax(cancellationToken)));

    /// <summary>Whether a file's top-level statements must be declared and are not.</summary>
    public static bool AreStatementsDue(SourceFile file, ProvenanceContext provenance) =>
        !file.Options.Exclude
        && file.Options.RequiredOn != RequiredOn.None
        && file.Options.ApiSurface != ApiSurface.Public
        && !IsDeclared(file, provenance);

    /// <summary>The first of a file's top-level statements. A library has none; there a statement outside a method is half-typed code.</summary>
    public static GlobalStatementSyntax? FirstStatement(SyntaxNode root)
    {
        if (root is CompilationUnitSyntax file)
        {
            foreach (var member in file.Members)
            {
                if (member is GlobalStatementSyntax statement)
                {
                    return statement;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a compilation may have top-level statements.</summary>
    public static bool CanHaveStatements(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    private static bool IsAsked(INamedTypeSymbol type, Unit unit, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        unit.File.Options.RequiredOn switch
        {
            RequiredOn.Types => type.ContainingType == null,
            RequiredOn.Members => !Declarations.IsExtensionBlock(type) && !HoldsOwnBody(type, provenance, cancellationToken),
            _ => false,
        };

    private static bool HoldsBody(INamedTypeSymbol type, ProvenanceContext provenance, CancellationToken cancellationToken) =>
        provenance.PartsOf(type).Any(part =>
            !provenance.FileOf(part.SyntaxTree).IsGenerated(cancellationToken)
            && Declarations.HoldsBody(part.GetSyntax(cancellationToken)));
}
