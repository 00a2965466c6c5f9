using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares fixture files, in assembly annotations that name them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredFixturesCodeFixProvider))]
[Shared]
public sealed class UndeclaredFixturesCodeFixProvider : DeclareProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UndeclaredFixtures];
}
