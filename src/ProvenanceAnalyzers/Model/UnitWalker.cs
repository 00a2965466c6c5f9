using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// Finds in a file, from its syntax alone, all that can be a unit. <see cref="Units"/> walks with it and adds what symbols know: which
/// parts are one type, what is hand-written.
/// </summary>
internal static class UnitWalker
{
    /// <summary>
    /// The top-level statements of a file, if it has any; then its types and their members, nested ones too: outer before inner, in the
    /// order of the text.
    /// </summary>
    public static IEnumerable<UnitSyntax> Walk(CompilationUnitSyntax file)
    {
        if (FirstStatement(file) != null)
        {
            yield return new UnitSyntax(file);
        }

        foreach (var declaration in DeclarationsIn(file))
        {
            if (declaration is not GlobalStatementSyntax and not IncompleteMemberSyntax)
            {
                foreach (var unit in WithMembers(new UnitSyntax(declaration)))
                {
                    yield return unit;
                }
            }
        }
    }

    /// <summary>
    /// The members of a file and of its namespaces, in the order of the text: types, and top-level statements one by one.
    /// </summary>
    public static IEnumerable<MemberDeclarationSyntax> DeclarationsIn(SyntaxNode container) => container.ChildNodes()
        .OfType<MemberDeclarationSyntax>()
        .SelectMany(member => member is BaseNamespaceDeclarationSyntax ? DeclarationsIn(member) : [member]);

    /// <summary>
    /// The members of a declaration, types nested in it among them, in the order of the text: of a type those of this part, of a property
    /// or an event its accessors. The parameters of a record are its properties. Of several fields that are declared together each is one.
    /// </summary>
    public static IEnumerable<UnitSyntax> MembersOf(SyntaxNode declaration) => declaration switch
    {
        EnumDeclarationSyntax @enum => @enum.Members.Select(member => new UnitSyntax(member)),
        TypeDeclarationSyntax type => ParametersOf(type).Concat(type.Members.SelectMany(Declared)),

        // Of half-typed code outside of any type, the compiler makes a type of its own.
        BaseNamespaceDeclarationSyntax @namespace => @namespace.Members.SelectMany(Declared),
        CompilationUnitSyntax file => file.Members.SelectMany(Declared),
        BasePropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.Select(accessor => new UnitSyntax(accessor)),
        _ => [],
    };

    /// <summary>
    /// The first of a file's top-level statements, or null. A library has none; there a statement outside a method is half-typed code.
    /// </summary>
    public static GlobalStatementSyntax? FirstStatement(SyntaxNode node)
    {
        if (node is CompilationUnitSyntax file)
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

    private static IEnumerable<UnitSyntax> WithMembers(UnitSyntax unit) => MembersOf(unit.Node).SelectMany(WithMembers).Prepend(unit);

    private static IEnumerable<UnitSyntax> ParametersOf(TypeDeclarationSyntax type) =>
        type is RecordDeclarationSyntax { ParameterList.Parameters: var parameters }
            ? parameters.Select(parameter => new UnitSyntax(parameter))
            : [];

    private static IEnumerable<UnitSyntax> Declared(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => new UnitSyntax(variable)),
        IncompleteMemberSyntax => [],
        _ => [new UnitSyntax(member)],
    };
}
