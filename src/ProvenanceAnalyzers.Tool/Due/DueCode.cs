using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Symbols;
using ProvenanceAnalyzers.Tool.Units;

namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>What a finding is about, so that somebody can read it: a declaration, a file, or fixture files.</summary>
internal sealed class DueCode
{
    private readonly Lazy<string> _id;

    private DueCode(string name, Func<string> id, SyntaxNode? node, bool isRest, IReadOnlyList<string> fixtures)
    {
        Name = name;
        _id = new Lazy<string>(id);
        Node = node;
        IsRest = isRest;
        Fixtures = fixtures;
    }

    /// <summary>What a list calls it: <c>OrderParser</c>, <c>OrderParser.Parse</c>, <c>Fixtures/a.json</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// What tells it apart from all else that its file says: namespaces, types, parameters, of several that are alike the how manieth, and
    /// of a marker which of those that stand there. It stays the same when something else in the file is signed.
    /// </summary>
    public string Id => _id.Value;

    /// <summary>The declaration that its attributes stand on, or the root of a file of statements; null of fixture files.</summary>
    public SyntaxNode? Node { get; }

    /// <summary>Whether it is what is left of a type without the members that are reviewed by themselves.</summary>
    public bool IsRest { get; }

    /// <summary>The full paths of the fixture files.</summary>
    public IReadOnlyList<string> Fixtures { get; }

    /// <summary>How many lines it has.</summary>
    public int LineCount => Node != null
        ? new UnitSyntax(Node).Lines is var lines ? lines.EndLine - lines.StartLine + 1 : 0
        : Fixtures.Where(File.Exists).Sum(file => File.ReadLines(file).Count());

    /// <summary>What a finding is about; null where it is about no code, as settings are.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="project">The project that it is in.</param>
    public static DueCode? Find(Diagnostic diagnostic, Project project)
    {
        if (DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures) is { Count: > 0 } fixtures)
        {
            return OfFixtures(fixtures, project);
        }

        if (diagnostic.Properties.TryGetValue(DiagnosticProperties.CoveredFile, out var covered) && covered != null)
        {
            return project.Documents.FirstOrDefault(document => document.FilePath == covered) is { } document
                && document.TryGetSyntaxRoot(out var file)
                    ? OfFile(file)
                    : null;
        }

        if (diagnostic.Location.SourceTree is not { } tree
            || tree.GetRoot() is not CompilationUnitSyntax root
            || root.FindNode(diagnostic.Location.SourceSpan) is not { } node)
        {
            return null;
        }

        var marker = node.FirstAncestorOrSelf<AttributeSyntax>();
        var owner = marker?.Parent?.Parent
            ?? (SyntaxNode?)AnnotationInsertion.FindDeclaration(root, diagnostic.Location.SourceSpan);
        return owner switch
        {
            null => null,
            CompilationUnitSyntax or GlobalStatementSyntax => OfFile(root),
            _ => new DueCode(
                UnitName.Short(owner),
                () => IdOf(owner, marker),
                owner,
                diagnostic.Properties.ContainsKey(DiagnosticProperties.IsRest),
                []),
        };
    }

    /// <summary>Some fixture files.</summary>
    /// <param name="fixtures">Their paths, relative to the project.</param>
    /// <param name="project">The project.</param>
    public static DueCode OfFixtures(IReadOnlyList<string> fixtures, Project project)
    {
        var folder = Path.GetDirectoryName(project.FilePath)!;
        return new DueCode(
            string.Join(", ", fixtures),
            () => string.Join('\n', fixtures),
            null,
            isRest: false,
            [.. fixtures.Select(fixture => Path.GetFullPath(fixture, folder))]);
    }

    private static DueCode OfFile(SyntaxNode root) =>
        new(Path.GetFileName(root.SyntaxTree.FilePath), () => root.SyntaxTree.FilePath, root, isRest: false, []);

    private static string IdOf(SyntaxNode declaration, AttributeSyntax? marker)
    {
        var name = UnitName.Full(declaration);
        var identifier = Declarations.Identifier(declaration).ValueText;
        var alike = declaration.SyntaxTree.GetRoot().DescendantNodes().TakeWhile(node => node.SpanStart < declaration.SpanStart)
            .Count(node => node.RawKind == declaration.RawKind
                && Declarations.Identifier(node).ValueText == identifier
                && UnitName.Full(node) == name);

        // Other attributes come and go above and below; the reviewer and the place among markers stay.
        var markers = marker?.Parent?.Parent?.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes)
            .Where(attribute => $"{attribute.Name}" == $"{marker.Name}")
            .ToList();
        return $"{name}#{alike}{(markers != null ? $"@{markers.IndexOf(marker!)}" : string.Empty)}";
    }
}
