using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>
/// Holds back what is undeclared while a baseline is written, which is about to take it: else a build in which that is an error could never
/// write one. It is suppressed and not left out, so that the error log still tells what the code itself suppresses.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineUpdateSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Suppressions = new[]
    {
        RuleIds.UndeclaredType,
        RuleIds.UndeclaredTestClass,
        RuleIds.UndeclaredFixtures,
        RuleIds.UndeclaredMember,
        RuleIds.UndeclaredTopLevelStatements,
    }.ToImmutableDictionary(
        id => id,
        id => new SuppressionDescriptor(RuleFamily.SuppressionPrefix + id, id, "The baseline that this build writes takes it."));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Suppressions.Values];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (!ProvenanceContext.For(context.Compilation, context.Options).Facts.IsBaselineUpdated)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.ReportSuppression(Suppression.Create(Suppressions[diagnostic.Id], diagnostic));
        }
    }
}
