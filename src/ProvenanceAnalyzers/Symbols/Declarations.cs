using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Symbols;

/// <summary>Reads declarations: what names them, and whether they hold code.</summary>
internal static class Declarations
{
    /// <summary>The token that names a declaration: what a diagnostic about it underlines.</summary>
    public static SyntaxToken Identifier(SyntaxNode declaration) => declaration switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax @delegate => @delegate.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        DestructorDeclarationSyntax destructor => destructor.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EventDeclarationSyntax @event => @event.Identifier,
        IndexerDeclarationSyntax indexer => indexer.ThisKeyword,
        OperatorDeclarationSyntax @operator => @operator.OperatorToken,
        ConversionOperatorDeclarationSyntax conversion => conversion.OperatorKeyword,
        EnumMemberDeclarationSyntax member => member.Identifier,
        BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => variable.Identifier,
        VariableDeclaratorSyntax variable => variable.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        _ => declaration.GetFirstToken(),
    };

    /// <summary>What attributes of a declaration stand on: of a field the whole declaration, which may have several variables.</summary>
    public static SyntaxNode AttributeOwner(SyntaxNode declaration) =>
        declaration is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } ? field : declaration;

    /// <summary>What a symbol is declared by: of fields that are declared together the first.</summary>
    public static SyntaxNode Declarator(SyntaxNode declaration) =>
        declaration is BaseFieldDeclarationSyntax { Declaration.Variables: [var first, ..] } ? first : declaration;

    /// <summary>The text of which a node's digest is: of a file all, of a declaration from its first token to its last.</summary>
    public static TextSpan DigestedSpan(SyntaxNode node) => node is CompilationUnitSyntax ? node.FullSpan : node.Span;

    /// <summary>Whether a member has a body: a block or an expression, its own or an accessor's.</summary>
    public static bool HasBody(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.Body != null || method.ExpressionBody != null,
        PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } => true,
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } =>
            accessors.Accessors.Any(accessor => accessor.Body != null || accessor.ExpressionBody != null),
        _ => false,
    };

    /// <summary>Whether a part of a type holds a member with a body, directly or in a nested type.</summary>
    public static bool HoldsBody(SyntaxNode typePart) =>
        typePart is TypeDeclarationSyntax type && type.Members.Any(member => HasBody(member) || HoldsBody(member));

    /// <summary>Whether a part of a type holds a member of its own with a body.</summary>
    public static bool HoldsOwnBody(SyntaxNode typePart) =>
        typePart is TypeDeclarationSyntax type
        && type.Members.Any(member => HasBody(member) || (IsExtensionBlock(member) && HoldsOwnBody(member)));

    /// <summary>
    /// The members of a part of a type that are reviewed by themselves where members are: those with a body, also in extension blocks, and
    /// nested types; in the order of the text.
    /// </summary>
    public static IEnumerable<MemberDeclarationSyntax> MembersOfTheirOwn(SyntaxNode typePart) =>
        typePart is TypeDeclarationSyntax type
            ? type.Members.SelectMany(member =>
                IsExtensionBlock(member) ? MembersOfTheirOwn(member)
                : HasBody(member) || member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax ? [member]
                : [])
            : [];

    /// <summary>
    /// Whether a part of a type has code that runs with no member that has a body: an initializer of a field, an event or an automatic
    /// property, or an argument for its base.
    /// </summary>
    public static bool HoldsInitializer(TypeDeclarationSyntax typePart) =>
        typePart.BaseList?.Types.Any(@base => @base is PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 }) == true
        || typePart.Members.Any(member => member switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Initializer != null),
            PropertyDeclarationSyntax { Initializer: not null } property => !HasBody(property),
            _ => false,
        });

    /// <summary>The part of a partial member that holds its code.</summary>
    public static ISymbol ImplementationOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.PartialImplementationPart ?? method,
        IPropertySymbol property => property.PartialImplementationPart ?? property,
        IEventSymbol @event => @event.PartialImplementationPart ?? @event,
        _ => member,
    };

    /// <summary>The part of a partial member that its type lists.</summary>
    public static ISymbol DefinitionOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.PartialDefinitionPart ?? method,
        IPropertySymbol property => property.PartialDefinitionPart ?? property,
        IEventSymbol @event => @event.PartialDefinitionPart ?? @event,
        _ => member,
    };

    /// <summary>Whether other assemblies can see a type or member.</summary>
    public static bool IsExternallyVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a type is an <c>extension(...)</c> block, which has members but no name.</summary>
    public static bool IsExtensionBlock(INamedTypeSymbol type) => type.ContainingType != null && type.Name.Length == 0;

    /// <summary>Whether a declaration is an <c>extension(...)</c> block.</summary>
    public static bool IsExtensionBlock(SyntaxNode member) =>
        member is TypeDeclarationSyntax type && type.Identifier.ValueText.Length == 0;
}
