using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>An annotation of ours as it is written, and what may be changed in it.</summary>
internal sealed class WrittenAnnotation
{
    private readonly AttributeSyntax _attribute;
    private readonly SeparatedSyntaxList<AttributeArgumentSyntax> _arguments;
    private readonly SemanticModel _model;

    private WrittenAnnotation(
        AttributeSyntax attribute, SeparatedSyntaxList<AttributeArgumentSyntax> arguments, SemanticModel model)
    {
        _attribute = attribute;
        _arguments = arguments;
        _model = model;
    }

    /// <summary>What it stands on; the root of the file where it is about others.</summary>
    public SyntaxNode? Owner => _attribute.Parent?.Parent;

    /// <summary>
    /// Finds the annotation that a place is in; null where another library's attribute stands there, or ours without any argument, half
    /// typed, or with other arguments in another configuration.
    /// </summary>
    public static WrittenAnnotation? At(CompilationUnitSyntax root, TextSpan place, SemanticModel model) =>
        root.FindNode(place).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments: { Count: > 0 } arguments } attribute
        && !attribute.ContainsDiagnostics
        && !ListRemoval.IsSplitByDirectives(attribute)
        && AnnotationReader.IsAIProvenance(model.GetTypeInfo(attribute).Type as INamedTypeSymbol)
            ? new WrittenAnnotation(attribute, arguments, model)
            : null;

    /// <summary>Whether a place is the value of a field.</summary>
    public bool IsAt(string field, TextSpan place) => Argument(field)?.Expression.Span == place;

    /// <summary>Whether a field is written.</summary>
    public bool Has(string field) => Argument(field) != null;

    /// <summary>The text that is written for a field; null where there is none, or it is no constant.</summary>
    public string? Text(string field) =>
        Argument(field) is { Expression: var value } ? _model.GetConstantValue(value).Value as string : null;

    /// <summary>Replaces the origin; null where it cannot be written.</summary>
    public TextChange? WithOrigin(Origin origin, ImmutableArray<SemanticModel> models)
    {
        if (_arguments[0] is not { NameEquals: null, Expression: var written })
        {
            return null;
        }

        return written is MemberAccessExpressionSyntax { Expression: var type, Name: IdentifierNameSyntax name }
            && name.Identifier.Text == nameof(Origin.Unknown)
            && AnnotationText.IsOriginType(_model.GetSymbolInfo(type).Symbol)
                ? new TextChange(name.Span, origin.ToString())
            : AnnotationText.Write(models, _attribute.SpanStart, origin) is { } text ? new TextChange(written.Span, text)
            : null;
    }

    /// <summary>Adds fields behind all that is written.</summary>
    /// <param name="fields">The fields as C# writes them, each behind a comma.</param>
    public TextChange With(string fields) => new(new TextSpan(_arguments.Last().Span.End, 0), fields);

    /// <summary>Writes another text for a field; nothing where the field is not written.</summary>
    public IEnumerable<TextChange> With(string field, string text) =>
        Argument(field) is { } argument ? [new TextChange(argument.Expression.Span, AnnotationText.Literal(text))] : [];

    /// <summary>Removes a field and a comma beside it; nothing where it is not written, or first.</summary>
    public IEnumerable<TextChange> Without(string field, SourceText text) =>
        Argument(field) is { } argument && _arguments.IndexOf(argument) > 0 ? ListRemoval.Remove(text, _arguments, [argument]) : [];

    private AttributeArgumentSyntax? Argument(string field) =>
        _arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == field);
}
