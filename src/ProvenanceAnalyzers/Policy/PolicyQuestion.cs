using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Policy;

/// <summary>All that decides whether policy allows what an annotation says at a place; equal questions have the same answer.</summary>
internal sealed class PolicyQuestion : IEquatable<PolicyQuestion>
{
    private readonly ProvenanceOptions _options;
    private readonly bool _isTest;
    private readonly bool _isAlias;
    private readonly Origin? _origin;
    private readonly string? _tool;
    private readonly string? _model;
    private readonly string? _on;

    /// <param name="options">The options that hold at the place.</param>
    /// <param name="isTest">Whether the place is test code or a fixture file.</param>
    /// <param name="annotation">The annotation.</param>
    public PolicyQuestion(ProvenanceOptions options, bool isTest, ProvenanceAnnotation annotation)
    {
        _options = options;
        _isTest = isTest;
        _isAlias = annotation.IsAlias;
        _origin = annotation.Origin;
        _tool = annotation.Tool;
        _model = annotation.Model;
        _on = annotation.On;
    }

    public bool Equals(PolicyQuestion? other) =>
        other != null
        && ReferenceEquals(_options, other._options)
        && _isTest == other._isTest
        && _isAlias == other._isAlias
        && _origin == other._origin
        && _tool == other._tool
        && _model == other._model
        && _on == other._on;

    public override bool Equals(object? obj) => Equals(obj as PolicyQuestion);

    public override int GetHashCode() => (_tool?.GetHashCode() ?? 0) ^ (_model?.GetHashCode() ?? 0) ^ (_on?.GetHashCode() ?? 0);
}
