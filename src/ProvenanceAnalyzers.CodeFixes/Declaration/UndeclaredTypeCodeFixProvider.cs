using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares a type, on the type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredTypeCodeFixProvider))]
[Shared]
public sealed class UndeclaredTypeCodeFixProvider : DeclareProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UndeclaredType];
}
