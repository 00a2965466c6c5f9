using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>Writes annotations as C#.</summary>
internal static class AnnotationText
{
    private static readonly string[] Qualifiers = ["", $"{AnnotationReader.Namespace}.", $"global::{AnnotationReader.Namespace}."];

    /// <summary>
    /// Writes an <c>AIProvenance</c> attribute without its brackets, as short as it can be written at a position;
    /// null where no such attribute is defined.
    /// </summary>
    /// <param name="models">
    /// The document's semantic model, and those of the projects and target frameworks that compile the file too.
    /// </param>
    /// <param name="position">Where the attribute will stand.</param>
    /// <param name="claim">What it says.</param>
    /// <param name="fields">What it says beside the tool.</param>
    /// <param name="target">Its <c>Target</c>, or null.</param>
    /// <example><c>AIProvenance(AIOrigin.Generated, Tool = "claude-code")</c></example>
    public static string? Write(
        ImmutableArray<SemanticModel> models, int position, ProvenanceClaim claim, ClaimedFields fields, string? target) =>
        Shortest(
            models,
            position,
            qualifier => $"{qualifier}AIProvenance({qualifier}AIOrigin.{claim.Origin}{Field("Tool", claim.Tool)}{fields.Write(claim)}"
                + $"{Field("Target", target)})",
            AnnotationReader.IsAIProvenance);

    /// <summary>
    /// Writes a <c>HumanReviewed</c> attribute without its brackets, as short as it can be written at a position;
    /// null where no such attribute is defined.
    /// </summary>
    /// <param name="models">
    /// The document's semantic model, and those of the projects and target frameworks that compile the file too.
    /// </param>
    /// <param name="position">Where the attribute will stand.</param>
    /// <param name="signature">Who reviewed, and when.</param>
    /// <param name="target">Its <c>Target</c>, or null.</param>
    /// <param name="digest">The digest of the code.</param>
    /// <example><c>HumanReviewed("bob@example.com", "2026-11-21", Digest = "h1:...")</c></example>
    public static string? Write(
        ImmutableArray<SemanticModel> models, int position, ReviewSignature signature, string? target, string digest) =>
        Shortest(
            models,
            position,
            qualifier => $"{qualifier}HumanReviewed({Literal(signature.Reviewer)}, {Literal(signature.Date)}"
                + $"{Field("Target", target)}{Field("Digest", digest)})",
            AnnotationReader.IsHumanReviewed);

    /// <summary>
    /// Writes an origin, as short as it can be written at a position; null where no such enumeration is defined.
    /// </summary>
    /// <example><c>AIOrigin.Generated</c></example>
    public static string? Write(ImmutableArray<SemanticModel> models, int position, Origin origin) => Qualifiers
        .Select(qualifier => $"{qualifier}AIOrigin.{origin}")
        .FirstOrDefault(text => models.All(model => IsOfOurs(model, position, text)));

    /// <summary>Whether a symbol is the enumeration of origins, injected or copied by hand.</summary>
    public static bool IsOriginType(ISymbol? symbol) =>
        symbol is INamedTypeSymbol { Name: "AIOrigin", ContainingNamespace: { Name: AnnotationReader.Namespace } space }
        && space.ContainingNamespace.IsGlobalNamespace;

    /// <summary>A string as C# writes it.</summary>
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    private static string? Shortest(
        ImmutableArray<SemanticModel> models, int position, Func<string, string> write, Func<INamedTypeSymbol?, bool> isMeant)
    {
        foreach (var qualifier in Qualifiers)
        {
            var text = write(qualifier);
            var attribute = Parse(text);
            if (models.All(model => IsMeant(model, position, attribute, isMeant)))
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Whether an attribute means what is meant there, and an origin in it is one of ours and no other type's constant.</summary>
    private static bool IsMeant(
        SemanticModel model, int position, AttributeSyntax attribute, Func<INamedTypeSymbol?, bool> isMeant) =>
        model.TryGetSpeculativeSemanticModel(position, attribute, out var written)
        && written.GetSymbolInfo(attribute).Symbol is IMethodSymbol constructor
        && isMeant(constructor.ContainingType)
        && attribute.ArgumentList!.Arguments.All(argument => argument.Expression is not MemberAccessExpressionSyntax origin
            || IsOriginType(written.GetSymbolInfo(origin).Symbol?.ContainingType));

    private static bool IsOfOurs(SemanticModel model, int position, string origin) => IsOriginType(model
        .GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(origin), SpeculativeBindingOption.BindAsExpression)
        .Symbol?.ContainingType);

    private static string Field(string name, string? value) =>
        value == null ? string.Empty : $", {name} = {Literal(value)}";

    private static AttributeSyntax Parse(string attribute) =>
        ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] class C {{ }}")!).AttributeLists[0].Attributes[0];
}
