using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The names by which a file may write one of our attributes, or one that stands in for them. Only what bears one of these names is worth
/// binding.
/// </summary>
/// <param name="compilation">The compilation, for its global usings.</param>
internal sealed class AttributeNames(Compilation compilation)
{
    private const string Suffix = "Attribute";

    private readonly Lazy<IReadOnlyList<UsingDirectiveSyntax>> _globalAliases = new(() =>
    [
        .. compilation.SyntaxTrees.SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings
            .TakeWhile(directive => directive.GlobalKeyword.RawKind != 0)
            .Where(directive => directive.Alias != null)),
    ]);

    /// <summary>The simple names that may be written for them in a file.</summary>
    public HashSet<string> In(CompilationUnitSyntax root, ProvenanceOptions options)
    {
        var names = new HashSet<string>(CanonicalForm.AnnotationNames, StringComparer.Ordinal);
        foreach (var alias in options.AttributeAliases)
        {
            names.UnionWith(alias.TypeNames.Select(name => name.Substring(name.LastIndexOf('.') + 1)));
        }

        // An alias may stand for one that was declared further out, and so before it.
        foreach (var directive in _globalAliases.Value.Concat(AliasesIn(root)))
        {
            if (directive.NamespaceOrType is NameSyntax name && names.Contains(SimpleName(name)))
            {
                var alias = directive.Alias!.Name.Identifier.ValueText;
                names.Add(alias);
                if (alias.EndsWith(Suffix, StringComparison.Ordinal) && alias.Length > Suffix.Length)
                {
                    names.Add(alias.Substring(0, alias.Length - Suffix.Length));
                }
            }
        }

        return names;
    }

    /// <summary>
    /// Whether a text may write a name in other characters than its own: with an escape, <c>A\u0049Provenance</c>, or with a format
    /// character, which no identifier counts. Whoever looks for names in it finds too few.
    /// </summary>
    public static bool MayBeDisguisedIn(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var isEscape = text[index] == '\\' && index + 1 < text.Length && text[index + 1] is 'u' or 'U';
            if (isEscape || (text[index] > '\u007F' && char.GetUnicodeCategory(text[index]) == UnicodeCategory.Format))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last part of a name, as it means it.</summary>
    public static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private static IEnumerable<UsingDirectiveSyntax> AliasesIn(CompilationUnitSyntax root) => root.Usings
        .Concat(NamespacesIn(root).SelectMany(@namespace => @namespace.Usings))
        .Where(directive => directive.Alias != null);

    private static IEnumerable<BaseNamespaceDeclarationSyntax> NamespacesIn(SyntaxNode container) => container.ChildNodes()
        .OfType<BaseNamespaceDeclarationSyntax>()
        .SelectMany(@namespace => NamespacesIn(@namespace).Prepend(@namespace));
}
