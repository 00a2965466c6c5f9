using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Configuration;
using ProvenanceAnalyzers.Declaration;
using ProvenanceAnalyzers.Evidence;
using ProvenanceAnalyzers.Policy;
using ProvenanceAnalyzers.Record;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Composition;

/// <summary>All rules of all families.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProvenanceAnalyzer() : RuleAnalyzer(
[
    .. ConfigurationRules.Create(),
    .. DeclarationRules.Create(),
    .. ReviewRules.Create(),
    .. PolicyRules.Create(),
    .. EvidenceRules.Create(),
    .. RecordRules.Create(),
]);
