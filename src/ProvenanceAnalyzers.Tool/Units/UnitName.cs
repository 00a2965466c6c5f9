using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.Tool.Units;

/// <summary>What a declaration is called, so that it is found again in another version of its file.</summary>
internal static class UnitName
{
    /// <summary>
    /// The name of a type with its type parameters, without what it is in; that a class became a record is a change of it.
    /// </summary>
    /// <example><c>Parser`1</c></example>
    public static string Simple(SyntaxNode type) => type switch
    {
        TypeDeclarationSyntax { ParameterList: { } parameters } extension when Declarations.IsExtensionBlock(extension) =>
            $"extension{Parameters(parameters)}",
        TypeDeclarationSyntax declaration => WithArity(declaration.Identifier, declaration.TypeParameterList),
        DelegateDeclarationSyntax @delegate => WithArity(@delegate.Identifier, @delegate.TypeParameterList),
        _ => Declarations.Identifier(type).ValueText,
    };

    /// <summary>The names from the outermost type on, as somebody looks for it: <c>Parser.Parse</c>.</summary>
    public static string Short(SyntaxNode declaration) => string.Join(
        '.',
        declaration.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .Where(node => node is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
            .Select(node => Declarations.Identifier(node).ValueText)
            .Where(name => name.Length > 0)
            .Reverse());

    /// <summary>All that tells a declaration from others in its file: namespaces, types, members and the types of parameters.</summary>
    /// <example><c>Shop.Parser`1/Parse(string)</c></example>
    public static string Full(SyntaxNode declaration)
    {
        var outermost = declaration.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .LastOrDefault(node => node is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax));
        return outermost == null ? string.Empty : $"{WithNamespace(outermost)}/{Inner(declaration, withParameters: true)}";
    }

    /// <summary>The name of a type with its namespace.</summary>
    public static string WithNamespace(SyntaxNode type) => string.Join(
        '.',
        type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()).Append(Simple(type)));

    /// <summary>The name of a member or nested type, from the type on that is not nested, without that.</summary>
    /// <param name="member">The member or nested type.</param>
    /// <param name="withParameters">Whether the types of its parameters are part of it.</param>
    public static string Inner(SyntaxNode member, bool withParameters) => string.Join(
        '/',
        member.AncestorsAndSelf()
            .TakeWhile(node => node is not (BaseNamespaceDeclarationSyntax or CompilationUnitSyntax))
            .OfType<MemberDeclarationSyntax>()
            .Reverse()
            .Skip(1)
            .Select(node => Segment(node, withParameters)));

    private static string Segment(MemberDeclarationSyntax member, bool withParameters)
    {
        string Of(ParameterListSyntax? parameters) => withParameters && parameters != null ? Parameters(parameters) : "()";
        string OfIndexer(BracketedParameterListSyntax parameters) =>
            withParameters ? string.Join(',', parameters.Parameters.Select(parameter => parameter.Type?.ToString())) : string.Empty;
        return member switch
        {
            BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => Simple(member),
            MethodDeclarationSyntax method =>
                method.ExplicitInterfaceSpecifier + WithArity(method.Identifier, method.TypeParameterList) + Of(method.ParameterList),
            ConstructorDeclarationSyntax constructor =>
                (constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? ".cctor" : ".ctor") + Of(constructor.ParameterList),
            OperatorDeclarationSyntax @operator => $"operator {@operator.OperatorToken.ValueText}{Of(@operator.ParameterList)}",
            ConversionOperatorDeclarationSyntax conversion => $"operator {conversion.Type}{Of(conversion.ParameterList)}",
            IndexerDeclarationSyntax indexer => $"{indexer.ExplicitInterfaceSpecifier}this[{OfIndexer(indexer.ParameterList)}]",
            PropertyDeclarationSyntax property => $"{property.ExplicitInterfaceSpecifier}{property.Identifier.ValueText}",
            EventDeclarationSyntax @event => $"{@event.ExplicitInterfaceSpecifier}{@event.Identifier.ValueText}",
            DestructorDeclarationSyntax => "~",
            _ => Declarations.Identifier(member).ValueText,
        };
    }

    private static string WithArity(SyntaxToken identifier, TypeParameterListSyntax? parameters) =>
        parameters != null ? $"{identifier.ValueText}`{parameters.Parameters.Count}" : identifier.ValueText;

    private static string Parameters(ParameterListSyntax parameters) =>
        $"({string.Join(",", parameters.Parameters.Select(parameter => $"{parameter.Modifiers}{parameter.Type}"))})";
}
