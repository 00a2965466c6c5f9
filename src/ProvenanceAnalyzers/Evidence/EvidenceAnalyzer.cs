using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Evidence;

/// <summary>PROV4xxx: what is declared or signed, and history tells otherwise.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvidenceAnalyzer() : RuleFamilyAnalyzer(
    new ContradictedOriginRule(),
    new ContradictedToolRule(),
    new UnattestedReviewRule(),
    new DependentReviewRule(),
    new BulkReviewRule(),
    new IncompleteEvidenceRule());
