using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.CodeFixes.Declaration;

/// <summary>Declares a member, on the member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredMemberCodeFixProvider))]
[Shared]
public sealed class UndeclaredMemberCodeFixProvider : DeclareProvenanceCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UndeclaredMember];
}
