using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Model;

/// <summary>
/// The names by which a file may write one of our attributes, or one that stands in for them. Only what bears one of these names is worth
/// binding.
/// </summary>
/// <param name="compilation">The compilation, for its global usings.</param>
/// <param name="annotations">Knows what derives from our attributes.</param>
internal sealed class AttributeNames(Compilation compilation, AnnotationReader annotations)
{
    private const string Suffix = "Attribute";

    private readonly Lazy<List<UsingDirectiveSyntax>> _globalAliases = new(() => FindGlobalAliases(compilation));
    private readonly Lazy<HashSet<string>> _ofAnyFile = new(() => FindNames(annotations));

    /// <summary>
    /// Whether a file may write any of the names. An alias of its own counts only where it stands for one of them, and so writes it: most
    /// files are done with when their text has been searched once.
    /// </summary>
    public bool MayBeIn(string text, ProvenanceOptions options) =>
        HasNamesBeside(options)
        || NamesInText.AnyBeginsIn(text, _ofAnyFile.Value)
        || MayBeDisguisedIn(text);

    /// <summary>The simple names that may be written for them in a file.</summary>
    public HashSet<string> In(CompilationUnitSyntax root, ProvenanceOptions options)
    {
        if (!HasNamesBeside(options) && !HasAliases(root.Usings, root.Members))
        {
            return _ofAnyFile.Value;
        }

        var names = new HashSet<string>(_ofAnyFile.Value, StringComparer.Ordinal);
        foreach (var alias in options.AttributeAliases)
        {
            names.UnionWith(alias.TypeNames.Select(name => name.Substring(name.LastIndexOf('.') + 1)));
        }

        // An alias may stand for one that was declared further out, and so before it.
        foreach (var directive in _globalAliases.Value.Concat(AliasesIn(root)))
        {
            if (directive.NamespaceOrType is NameSyntax name && names.Contains(SimpleName(name)))
            {
                AddTo(names, directive.Alias!.Name.Identifier.ValueText);
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
        // Looking for one character, the run-time library takes an eighth of the time that it takes for two of any letter case.
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\\', at + 1))
        {
            if (text[at + 1] is 'u' or 'U')
            {
                return true;
            }
        }

        // Most files are ASCII, which the run-time library sees at once.
        if (Encoding.UTF8.GetByteCount(text) != text.Length)
        {
            foreach (var character in text)
            {
                if (character > '\u007F' && char.GetUnicodeCategory(character) == UnicodeCategory.Format)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The last part of a name, as it means it.</summary>
    public static string SimpleName(NameSyntax name) => IdentifierOf(name).ValueText;

    /// <summary>The last part of a name, without the types that a generic one has behind it.</summary>
    public static SyntaxToken IdentifierOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier,
        SimpleNameSyntax simple => simple.Identifier,
        _ => default,
    };

    /// <summary>The using directives of a file that give a name to something: its own, and those of its namespaces.</summary>
    public static IEnumerable<UsingDirectiveSyntax> AliasesIn(CompilationUnitSyntax root) =>
        UsingsOf(root.Usings, root.Members).Where(directive => directive.Alias != null);

    /// <summary>A name by which an attribute may be written whose type has this simple name, or null: it without its ending.</summary>
    public static string? WithoutSuffix(string typeName) =>
        typeName.EndsWith(Suffix, StringComparison.Ordinal) && typeName.Length > Suffix.Length
            ? typeName.Substring(0, typeName.Length - Suffix.Length)
            : null;

    /// <summary>Whether names stand elsewhere than in the file itself: in its options, or in global using directives.</summary>
    private bool HasNamesBeside(ProvenanceOptions options) => !options.AttributeAliases.IsEmpty || _globalAliases.Value.Count > 0;

    private static void AddTo(HashSet<string> names, string typeName)
    {
        names.Add(typeName);
        if (WithoutSuffix(typeName) is { } shorter)
        {
            names.Add(shorter);
        }
    }

    /// <summary>The names of our attributes, and of those that derive from somebody's own copy of one.</summary>
    private static HashSet<string> FindNames(AnnotationReader annotations)
    {
        HashSet<string>? names = null;
        foreach (var type in annotations.Derived())
        {
            AddTo(names ??= new HashSet<string>(CanonicalForm.AnnotationNames, StringComparer.Ordinal), type.Name);
        }

        return names ?? CanonicalForm.AnnotationNames;
    }

    private static List<UsingDirectiveSyntax> FindGlobalAliases(Compilation compilation)
    {
        var aliases = new List<UsingDirectiveSyntax>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var directive in ((CompilationUnitSyntax)tree.GetRoot()).Usings)
            {
                if (directive.GlobalKeyword.RawKind == 0)
                {
                    break;
                }

                if (directive.Alias != null)
                {
                    aliases.Add(directive);
                }
            }
        }

        return aliases;
    }

    private static bool HasAliases(SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias != null)
            {
                return true;
            }
        }

        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax inner && HasAliases(inner.Usings, inner.Members))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<UsingDirectiveSyntax> UsingsOf(
        SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members) =>
        usings.Concat(members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(inner => UsingsOf(inner.Usings, inner.Members)));
}
