using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The types and members of a compilation and the parts of their code: what symbols add to what <see cref="UnitWalker"/> sees in a file.
/// </summary>
internal sealed class Units(Compilation compilation, SourceFiles files, SourceTypes types)
{
    /// <summary>The types of the compilation that are not nested, generated ones too.</summary>
    public IEnumerable<INamedTypeSymbol> Types => TypesIn(compilation.Assembly.GlobalNamespace);

    /// <summary>Whether the compilation may have top-level statements.</summary>
    public bool CanHaveStatements => compilation.Options.OutputKind
        is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    /// <summary>The hand-written files of top-level statements.</summary>
    public IEnumerable<SourceFile> FilesOfStatements(CancellationToken cancellationToken) => !CanHaveStatements ? [] : files.All
        .Where(file => UnitWalker.FirstStatement(file.Tree.GetRoot(cancellationToken)) != null && !file.IsGenerated(cancellationToken));

    /// <summary>
    /// The members of a type as <see cref="UnitWalker.MembersOf"/> finds them in its parts: nested types and accessors too, and those of
    /// generated parts, but nothing that the compiler adds. A partial member stands once, for its declaring part.
    /// </summary>
    public IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        var symbols = SymbolsIn(type);
        if (symbols.Count == 0)
        {
            yield break;
        }

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var part in types.PartsOf(type))
        {
            var declaration = part.GetSyntax();

            // A primary constructor is declared by the type itself.
            var walked = UnitWalker.MembersOf(declaration).SelectMany(member => UnitWalker.MembersOf(member.Node)
                .Where(inner => inner.Node is AccessorDeclarationSyntax)
                .Prepend(member));
            foreach (var unit in walked.Prepend(new UnitSyntax(declaration)))
            {
                if (symbols.TryGetValue((part.SyntaxTree, unit.Node.Span), out var symbol) && seen.Add(symbol))
                {
                    yield return symbol;
                }
            }
        }
    }

    /// <summary>
    /// Finds the part of a type or member that stands for it: by <see cref="PartOrder"/> the first one that is hand-written and not
    /// excluded. A symbol without such a part is no unit.
    /// </summary>
    public bool TryGet(ISymbol symbol, CancellationToken cancellationToken, out Unit unit)
    {
        SyntaxReference? first = null;
        foreach (var part in types.PartsOf(symbol))
        {
            if ((first == null || PartOrder.Compare(symbol, part, first) < 0) && IsHandWritten(symbol, part, cancellationToken))
            {
                first = part;
            }
        }

        unit = first != null ? new Unit(symbol, first, files.Of(first.SyntaxTree)) : default;
        return first != null;
    }

    /// <summary>The parts of a type or member that are hand-written and not excluded, the one that stands for it first.</summary>
    public IEnumerable<SyntaxReference> HandWrittenParts(ISymbol symbol, CancellationToken cancellationToken) =>
        WrittenParts(symbol, cancellationToken).Where(part => !files.Of(part.SyntaxTree).Options.Exclude);

    /// <summary>The parts of a type or member that are hand-written, excluded ones too, in the same order.</summary>
    public IEnumerable<SyntaxReference> WrittenParts(ISymbol symbol, CancellationToken cancellationToken) => types
        .PartsOf(symbol)
        .Where(part => IsWritten(symbol, part, cancellationToken))
        .OrderBy(part => part, new PartOrder(symbol));

    /// <summary>Whether no part of a type or member is hand-written.</summary>
    public bool IsGeneratedAsAWhole(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var part in types.PartsOf(symbol))
        {
            if (!files.Of(part.SyntaxTree).IsGenerated(cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a part of a type or member is hand-written.</summary>
    public bool IsWritten(ISymbol symbol, SyntaxReference part, CancellationToken cancellationToken) =>
        !IsStatements(symbol, part, cancellationToken) && !files.Of(part.SyntaxTree).IsGenerated(cancellationToken);

    private static Dictionary<(SyntaxTree Tree, TextSpan Span), ISymbol> SymbolsIn(INamedTypeSymbol type)
    {
        var symbols = new Dictionary<(SyntaxTree Tree, TextSpan Span), ISymbol>();
        foreach (var member in type.GetMembers())
        {
            if (!member.IsImplicitlyDeclared)
            {
                foreach (var part in member.DeclaringSyntaxReferences)
                {
                    symbols[(part.SyntaxTree, part.Span)] = member;
                }
            }
        }

        return symbols;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol container) => container.GetMembers().SelectMany(member =>
        member is INamespaceSymbol inner ? TypesIn(inner) : [(INamedTypeSymbol)member]);

    /// <summary>
    /// Top-level statements are a part of the type <c>Program</c>, whose declaration is the whole file; they are a unit of their own.
    /// </summary>
    private static bool IsStatements(ISymbol symbol, SyntaxReference part, CancellationToken cancellationToken) =>
        symbol.Name == WellKnownMemberNames.TopLevelStatementsEntryPointTypeName
        && part.GetSyntax(cancellationToken).IsKind(SyntaxKind.CompilationUnit);

    private bool IsHandWritten(ISymbol symbol, SyntaxReference part, CancellationToken cancellationToken) =>
        !files.Of(part.SyntaxTree).Options.Exclude && IsWritten(symbol, part, cancellationToken);
}
