using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Tests.Meta;

/// <summary>The injected attributes and what the analyzers read of them are the same.</summary>
public sealed partial class AnnotationSourceTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "Annotations",
        Infrastructure.Annotations.Sources.Select(source =>
            CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.CSharp7_3, DocumentationMode.Diagnose))),
        Basic.Reference.Assemblies.Net100.References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public void They_compile_as_CSharp_7_3_without_a_warning() => Assert.Empty(Compilation.GetDiagnostics());

    [Fact]
    public void Origins_have_the_same_names_and_values() => Assert.Equal(
        Enum.GetValues<Origin>().Select(origin => (origin.ToString(), (int)origin)),
        Type("AIOrigin").GetMembers().OfType<IFieldSymbol>().Select(field => (field.Name, (int)field.ConstantValue!)));

    [Fact]
    public void The_fields_have_the_same_names() => Assert.Equal(
        Type("AIProvenanceAttribute").GetMembers().OfType<IPropertySymbol>().Select(property => property.Name).Order(),
        new[]
        {
            nameof(ProvenanceAnnotation.Origin), nameof(ProvenanceAnnotation.Tool), nameof(ProvenanceAnnotation.Model),
            nameof(ProvenanceAnnotation.RequestedBy),
            nameof(ProvenanceAnnotation.On), nameof(ProvenanceAnnotation.Reference), nameof(ProvenanceAnnotation.Target),
        }.Order());

    [Fact]
    public void The_analyzers_recognise_the_attribute() =>
        Assert.True(AnnotationReader.IsAIProvenance(Type("AIProvenanceAttribute")));

    [Theory]
    [InlineData("AIOrigin")]
    [InlineData("AIProvenanceAttribute")]
    [InlineData("HumanReviewedAttribute")]
    public void Every_type_and_member_is_documented_and_every_type_has_an_example(string name)
    {
        var type = Type(name);

        Assert.Contains("<example>", type.GetDocumentationCommentXml()!, StringComparison.Ordinal);
        Assert.All(
            type.GetMembers().Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null }),
            member => Assert.Contains("<summary>", member.GetDocumentationCommentXml()!, StringComparison.Ordinal));
    }

    /// <summary>What measures how much of a project its tests run must not count the lines of ours. An enumeration has none.</summary>
    [Trait("Case", "P3")]
    [Fact]
    public void Types_with_code_are_left_out_of_the_coverage() => Assert.All(
        Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes())
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()
            .Where(type => type.Members.Any()),
        type => Assert.Contains(
            Compilation.GetSemanticModel(type.SyntaxTree).GetDeclaredSymbol(type)!.GetAttributes(),
            attribute => attribute.AttributeClass!.Name == "ExcludeFromCodeCoverageAttribute"));

    /// <summary>A marker without a digest is reported, and who reads the example copies it.</summary>
    [Fact]
    public void Each_marker_in_an_example_has_a_digest()
    {
        var markers = Infrastructure.Annotations.Sources
            .SelectMany(source => Marker().Matches(source.Text))
            .Select(match => match.Value)
            .ToList();

        Assert.Equal(2, markers.Count);
        Assert.All(markers, marker => Assert.Matches("Digest = \"h1:[0-9a-f]{32}\"", marker));
    }

    private static INamedTypeSymbol Type(string name) =>
        Compilation.GetTypeByMetadataName($"{AnnotationReader.Namespace}.{name}")!;

    [GeneratedRegex(@"HumanReviewed\([^)]*\)")]
    private static partial Regex Marker();
}
