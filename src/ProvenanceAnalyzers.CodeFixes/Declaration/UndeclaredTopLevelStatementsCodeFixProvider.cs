using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares a file of top-level statements, in an assembly annotation that names it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredTopLevelStatementsCodeFixProvider))]
[Shared]
public sealed class UndeclaredTopLevelStatementsCodeFixProvider : DeclareProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UndeclaredTopLevelStatements];
}
