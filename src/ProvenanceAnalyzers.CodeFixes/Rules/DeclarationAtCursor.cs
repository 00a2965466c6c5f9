using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Symbols;

namespace ProvenanceAnalyzers.CodeFixes.Rules;

/// <summary>A type, member or local function whose header the cursor is on: its attributes, modifiers, name or parameters.</summary>
/// <param name="Document">The document.</param>
/// <param name="Models">The semantic models of all that compile the file; the document's own first.</param>
/// <param name="Syntax">What attributes of it stand on.</param>
/// <param name="Symbol">What it declares; of several fields that are declared together the first.</param>
/// <param name="Provenance">What is known of the compilation.</param>
internal sealed record DeclarationAtCursor(
    Document Document, ImmutableArray<SemanticModel> Models, SyntaxNode Syntax, ISymbol Symbol, ProvenanceContext Provenance)
{
    /// <summary>The file that it is in.</summary>
    public SourceFile File => Provenance.Files.Of(Syntax.SyntaxTree);

    /// <summary>Whether it is a unit, or can be made one: what stands on anything else counts for the member that holds it.</summary>
    public bool IsOfItsOwn => Symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction } && AnnotationReader.CanHaveOwn(Symbol);

    /// <summary>The annotations that stand on it: on this part of a partial type.</summary>
    public IReadOnlyList<ProvenanceAnnotation> Own => [.. Provenance.Annotations.ReadOn(Symbol, Syntax)];

    /// <summary>
    /// Finds what the cursor is on; null where that is nothing that can be annotated, or where nothing is judged: in generated code and
    /// what options leave out.
    /// </summary>
    public static async Task<DeclarationAtCursor?> FindAsync(Document document, TextSpan cursor, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || (Find(root, cursor.Start, cursor) ?? Find(root, cursor.Start - 1, cursor)) is not { } syntax
            || await ProvenanceCodeFixProvider.ModelsAsync(document, cancellationToken).ConfigureAwait(false)
                is not [var model, ..] models
            || model.GetDeclaredSymbol(Declarations.Declarator(syntax), cancellationToken) is not { } symbol)
        {
            return null;
        }

        var provenance = ProvenanceContext.For(model.Compilation, document.Project.AnalyzerOptions);
        var found = new DeclarationAtCursor(document, models, syntax, symbol, provenance);
        return found.File.Options.Exclude || found.File.IsGenerated(cancellationToken) ? null : found;
    }

    private static SyntaxNode? Find(CompilationUnitSyntax root, int position, TextSpan cursor)
    {
        if (position < 0 || position > root.FullSpan.End)
        {
            return null;
        }

        var declaration = root.FindToken(position).Parent?.FirstAncestorOrSelf<SyntaxNode>(
            node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax);
        return declaration != null && CanBeAnnotated(declaration) && HeadersOf(declaration).Any(header => header.Contains(cursor))
            ? declaration
            : null;
    }

    /// <summary>Whether attributes may stand on a declaration that has its name already.</summary>
    private static bool CanBeAnnotated(SyntaxNode declaration) => declaration switch
    {
        LocalFunctionStatementSyntax =>
            declaration.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 },
        BaseNamespaceDeclarationSyntax or GlobalStatementSyntax or IncompleteMemberSyntax => false,
        _ => !Declarations.IsExtensionBlock(declaration),
    } && !Declarations.Identifier(declaration).IsMissing;

    /// <summary>
    /// What of a declaration is its header: from the attributes to the parameters, or to the name; not what it is made of.
    /// </summary>
    private static IEnumerable<TextSpan> HeadersOf(SyntaxNode declaration)
    {
        var end = declaration switch
        {
            TypeDeclarationSyntax type => (type.ParameterList ?? (SyntaxNode?)type.TypeParameterList)?.Span.End,
            DelegateDeclarationSyntax @delegate => @delegate.ParameterList.Span.End,
            BaseMethodDeclarationSyntax method => method.ParameterList.Span.End,
            IndexerDeclarationSyntax indexer => indexer.ParameterList.Span.End,
            LocalFunctionStatementSyntax function => function.ParameterList.Span.End,
            _ => null,
        };
        var header = TextSpan.FromBounds(declaration.SpanStart, end ?? Declarations.Identifier(declaration).Span.End);
        return declaration is BaseFieldDeclarationSyntax field
            ? field.Declaration.Variables.Select(variable => variable.Identifier.Span).Append(header)
            : [header];
    }
}
