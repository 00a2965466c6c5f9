using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>What the fixes of undeclared code offer to declare.</summary>
internal static class OfferedClaims
{
    /// <summary>
    /// The claims that the fixes of a diagnostic offer, in order: the default one, which <c>dotnet format</c> applies to all; then by each
    /// tool; unknown; and last human authorship.
    /// </summary>
    public static IEnumerable<ProvenanceClaim> For(Diagnostic diagnostic)
    {
        var tools = DiagnosticProperties.List(diagnostic, DiagnosticProperties.Tools);
        var defaultOrigin =
            diagnostic.Properties.TryGetValue(DiagnosticProperties.DefaultOrigin, out var text) && Enum.TryParse(text, out Origin origin)
                ? origin
                : Origin.Unknown;

        return new[] { new ProvenanceClaim(defaultOrigin, defaultOrigin.IsAIMade() && tools is [var first, ..] ? first : null) }
            .Concat(tools.SelectMany(tool =>
                new[] { new ProvenanceClaim(Origin.Generated, tool), new ProvenanceClaim(Origin.Assisted, tool) }))
            .Append(new ProvenanceClaim(Origin.Unknown))
            .Append(new ProvenanceClaim(Origin.Human))
            .Distinct();
    }
}
