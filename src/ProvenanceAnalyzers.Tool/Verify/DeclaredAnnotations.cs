using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tool.Declare;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>
/// The annotations of a manifest as the rules know them: attributes in source. So that no policy has a second judge, what a manifest says
/// is written down as code again, a class for each annotation.
/// </summary>
internal sealed class DeclaredAnnotations
{
    private const string FileName = "Declared.cs";

    private static readonly Dictionary<string, string> Origins =
        Enum.GetNames<Origin>().ToDictionary(name => name, name => name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<ManifestAnnotation, PlacedAnnotation> _placed;

    /// <param name="annotations">All annotations that will be asked for.</param>
    public DeclaredAnnotations(IEnumerable<ManifestAnnotation> annotations)
    {
        var distinct = annotations.Distinct().ToList();
        var text = new StringBuilder("using ProvenanceAnalyzers;\n");
        foreach (var (annotation, index) in distinct.Select((one, index) => (one, index)))
        {
            text.Append('[').Append(Written(annotation)).Append("] class C").Append(index).Append(" { }\n");
        }

        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var tree = ParsedFile.Parse(text.ToString(), Path.Combine(folder, FileName), ParsedFile.OptionsOf(project: null));
        var compilation = SmallCompilation.Create(project: null, folder, [tree]);
        File = compilation.Provenance.Files.Of(tree);
        var model = compilation.ModelsOf(tree)[0];
        _placed = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Select((node, index) => (
                distinct[index],
                new PlacedAnnotation(
                    new ProvenanceAnnotation(model.GetDeclaredSymbol(node)!.GetAttributes()[0], alias: null),
                    Symbol: null,
                    compilation.Provenance)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    /// <summary>The file in which they stand.</summary>
    public SourceFile File { get; }

    /// <summary>An annotation.</summary>
    public PlacedAnnotation Of(ManifestAnnotation annotation) => _placed[annotation];

    private static string Written(ManifestAnnotation annotation)
    {
        var text = new StringBuilder("AIProvenance(AIOrigin.").Append(Origins.GetValueOrDefault(annotation.Origin, nameof(Origin.Unknown)));
        foreach (var (field, value) in new[]
        {
            (nameof(annotation.Tool), annotation.Tool), (nameof(annotation.Model), annotation.Model),
            (nameof(annotation.RequestedBy), annotation.RequestedBy), (nameof(annotation.On), annotation.On),
        })
        {
            if (value != null)
            {
                text.Append(", ").Append(field).Append(" = ").Append(SymbolDisplay.FormatLiteral(value, quote: true));
            }
        }

        return text.Append(')').ToString();
    }
}
