using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares a test class or test method, on the class or method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredTestClassCodeFixProvider))]
[Shared]
public sealed class UndeclaredTestClassCodeFixProvider : DeclareProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UndeclaredTestClass];
}
