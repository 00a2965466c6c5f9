using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Record;

/// <summary>
/// Finds the annotations in the text of a file that are in the record of no unit: what an <c>#if</c> leaves out, and what stands on
/// something that is no unit. They are known by their names alone, since nothing binds what is left out: rather one too many, for they keep
/// a file from being taken for harmless. Of the annotations of the assembly, of which the manifest has all, those are looked for that an
/// <c>#if</c> leaves out, in the files that they name too, and those that name an AI and hold for nothing.
/// </summary>
/// <param name="provenance">The context of the compilation.</param>
internal sealed class AnnotationsOutsideUnits(ProvenanceContext provenance)
{
    private readonly HashSet<(SyntaxTree Tree, TextSpan Span)> _recorded = [];
    private readonly Lazy<ILookup<string, string>> _aliases = new(() => UsingAliases(provenance.Compilation));
    private readonly Lazy<List<string>> _derived = new(() => [.. provenance.Annotations.Derived().Select(type => type.Name)]);
    private readonly Dictionary<SyntaxTree, List<TextSpan>> _within = [];
    private readonly Dictionary<SyntaxTree, HashSet<string>> _namesIn = [];
    private HashSet<string>? _namesOfAnyFile;
    private List<LeftOutAnnotation>? _ofAssembly;

    /// <summary>Notes the annotations of a unit that has a record.</summary>
    public void Record(DeclaredProvenance declared)
    {
        foreach (var annotation in declared.Annotations)
        {
            if (annotation.Syntax is { } syntax)
            {
                _recorded.Add((syntax.SyntaxTree, syntax.Span));
            }
        }
    }

    /// <summary>Where they are, by position; to be asked when all units have been noted.</summary>
    public IEnumerable<TextSpan> Find(SourceFile file, CompilationUnitSyntax root)
    {
        var names = NamesIn(file, root);
        var own = names.Count == 0
            ? Enumerable.Empty<TextSpan>()
            : Active(root, names).Concat(OfNothing(root)).Concat(LeftOut(root, names)).Distinct().OrderBy(span => span);
        return IsNamedByLeftOut(file.Path, file.Tree) ? own.Prepend(default).Distinct() : own;
    }

    /// <summary>
    /// Whether a snapshot has its provenance from a class in whose code, or in that of a base class, there are any: each may be about the
    /// test that has made it. To be asked when all units have been noted.
    /// </summary>
    /// <param name="path">The snapshot's path.</param>
    public bool AreInClassOf(string path)
    {
        if (provenance.Snapshots.Of(path) is not { Type: var current } || !provenance.AssemblyAnnotations.ForFixture(path).IsEmpty)
        {
            return false;
        }

        for (INamedTypeSymbol? type = current; type is { DeclaringSyntaxReferences.IsEmpty: false }; type = type.BaseType)
        {
            foreach (var part in type.DeclaringSyntaxReferences.Select(part => part.GetSyntax()))
            {
                if (Within(part.SyntaxTree).Exists(place => place.IsEmpty || part.FullSpan.Contains(place)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<TextSpan> Within(SyntaxTree tree)
    {
        if (!_within.TryGetValue(tree, out var places))
        {
            _within.Add(tree, places = [.. Find(provenance.Files.Of(tree), (CompilationUnitSyntax)tree.GetRoot())]);
        }

        return places;
    }

    /// <summary>
    /// Whether an annotation of the assembly that an <c>#if</c> leaves out in another file names a file: of one that names no file or that
    /// cannot be read, it may be any.
    /// </summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="tree">The file itself, where it is C#.</param>
    public bool IsNamedByLeftOut(string path, SyntaxTree? tree = null)
    {
        _ofAssembly ??= [.. provenance.Files.All.SelectMany(LeftOutOfAssembly)];
        return _ofAssembly.Exists(annotation => annotation.Tree != tree && annotation.Target?.IsMatch(path) != false);
    }

    private IEnumerable<LeftOutAnnotation> LeftOutOfAssembly(SourceFile file)
    {
        if (file.Tree.GetRoot() is not CompilationUnitSyntax root || NamesIn(file, root) is not { Count: > 0 } names)
        {
            yield break;
        }

        foreach (var trivia in TextLeftOut(root))
        {
            var isWithinOne = trivia.Token.Parent?.FirstAncestorOrSelf<AttributeListSyntax>() is { } list
                && LeftOutAnnotation.IsOfAssembly(list)
                && list.Attributes.Any(attribute => names.Contains(AttributeNames.SimpleName(attribute.Name)));
            if (isWithinOne)
            {
                yield return new LeftOutAnnotation(file.Tree, Target: null);
            }

            foreach (var annotation in LeftOutAnnotation.FindIn(trivia, file.Tree, names))
            {
                yield return annotation;
            }
        }
    }

    private IEnumerable<TextSpan> Active(CompilationUnitSyntax root, HashSet<string> names) => NamesInText
        .PositionsOf(names, root.SyntaxTree.GetText().ToString(), root)
        .Select(position => NamesInText.AttributeOf(NamesInText.TokenAt(root, position)))
        .OfType<AttributeSyntax>()
        .Where(attribute => !LeftOutAnnotation.IsOfAssembly((AttributeListSyntax)attribute.Parent!)
            && !_recorded.Contains((attribute.SyntaxTree, attribute.Span)))
        .Select(attribute => attribute.Span);

    /// <summary>Those of the assembly that name an AI and files, and hold for nothing there.</summary>
    private IEnumerable<TextSpan> OfNothing(CompilationUnitSyntax root) => provenance.AssemblyAnnotations.In(root.SyntaxTree)
        .Where(annotation => annotation is { IsAIMade: true, HasTarget: true })
        .Select(annotation => annotation.Syntax!.Span)
        .Where(span => !_recorded.Contains((root.SyntaxTree, span)));

    private static IEnumerable<TextSpan> LeftOut(CompilationUnitSyntax root, HashSet<string> names)
    {
        var options = (CSharpParseOptions)root.SyntaxTree.Options;
        foreach (var trivia in TextLeftOut(root))
        {
            // It says something else of the same code where it is not left out.
            if (trivia.Token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is { } around
                && trivia.SpanStart > around.SpanStart
                && names.Contains(AttributeNames.SimpleName(around.Name)))
            {
                yield return trivia.Span;
            }

            foreach (var token in SyntaxFactory.ParseTokens(trivia.ToString(), options: options))
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText))
                {
                    yield return new TextSpan(trivia.SpanStart + token.SpanStart, token.Span.Length);
                }
            }
        }
    }

    /// <summary>What a directive leaves out stands behind it, before the same token.</summary>
    private static IEnumerable<SyntaxTrivia> TextLeftOut(CompilationUnitSyntax root)
    {
        var token = default(SyntaxToken);
        for (var directive = root.GetFirstDirective(); directive != null; directive = directive.GetNextDirective())
        {
            if (directive.ParentTrivia.Token != token)
            {
                token = directive.ParentTrivia.Token;
                foreach (var trivia in token.LeadingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
                {
                    yield return trivia;
                }
            }
        }
    }

    /// <summary>The names that an annotation can have in a file and that its text has; mostly none.</summary>
    private HashSet<string> NamesIn(SourceFile file, CompilationUnitSyntax root)
    {
        if (!_namesIn.TryGetValue(file.Tree, out var found))
        {
            var names = file.Options.AttributeAliases.IsEmpty
                ? _namesOfAnyFile ??= NamesOfAnnotations([])
                : NamesOfAnnotations(file.Options.AttributeAliases
                    .Where(alias => alias.Origin != null)
                    .SelectMany(alias => alias.TypeNames));
            var text = root.SyntaxTree.GetText().ToString();
            found = AttributeNames.MayBeDisguisedIn(text)
                ? names
                : [.. names.Where(name => text.IndexOf(name, StringComparison.Ordinal) >= 0)];
            _namesIn.Add(file.Tree, found);
        }

        return found;
    }

    /// <summary>The names that annotations can have: ours, those of types derived from it, others, and the aliases of all.</summary>
    private HashSet<string> NamesOfAnnotations(IEnumerable<string> others)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(AnnotationReader.AIProvenanceTypeName);
        foreach (var derived in _derived.Value)
        {
            Add(derived);
        }

        foreach (var other in others)
        {
            Add(other.Substring(other.LastIndexOf('.') + 1));
        }

        return [.. names];

        void Add(string name)
        {
            if (names.Add(name))
            {
                if (AttributeNames.WithoutSuffix(name) is { } shorter)
                {
                    Add(shorter);
                }

                foreach (var alias in _aliases.Value[name])
                {
                    Add(alias);
                }
            }
        }
    }

    /// <summary>The names that using directives of any file, left out or not, give to a type, by its own simple name.</summary>
    private static ILookup<string, string> UsingAliases(Compilation compilation) => compilation.SyntaxTrees
        .Select(tree => tree.GetRoot())
        .OfType<CompilationUnitSyntax>()
        .SelectMany(root => TextLeftOut(root)
            .Select(text => SyntaxFactory.ParseCompilationUnit(text.ToString(), options: (CSharpParseOptions)root.SyntaxTree.Options))
            .Prepend(root))
        .SelectMany(AttributeNames.AliasesIn)
        .Where(directive => directive.NamespaceOrType is NameSyntax)
        .ToLookup(
            directive => AttributeNames.SimpleName((NameSyntax)directive.NamespaceOrType),
            directive => directive.Alias!.Name.Identifier.ValueText,
            StringComparer.Ordinal);
}
