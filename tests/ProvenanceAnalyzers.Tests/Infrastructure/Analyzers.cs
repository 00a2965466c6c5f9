using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.CodeFixes.Rules;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Tests.Infrastructure;

/// <summary>
/// Everything that the package's assemblies export; every test runs all of it, so that no rule can disturb another unseen.
/// </summary>
internal static class Analyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = [.. Create<DiagnosticAnalyzer>(typeof(ProvenanceRule))];

    /// <summary>The rules of all families, in the order of the families' names.</summary>
    public static ImmutableArray<ProvenanceRule> Rules { get; } = [.. All.OfType<RuleFamilyAnalyzer>().SelectMany(family => family.Rules)];

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = [.. Create<CodeFixProvider>(typeof(ProvenanceCodeFixProvider))];

    public static ImmutableArray<CodeRefactoringProvider> Refactorings { get; } =
        [.. Create<CodeRefactoringProvider>(typeof(ProvenanceCodeFixProvider))];

    /// <summary>The fix of a rule.</summary>
    public static CodeFixProvider FixOf(string id) => Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(id));

    private static IEnumerable<T> Create<T>(Type inAssemblyOf) => inAssemblyOf.Assembly.GetTypes()
        .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (T)Activator.CreateInstance(type)!);
}
