using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>PROV3xxx: AI output that policy does not allow.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyAnalyzer() : RuleFamilyAnalyzer(
    new DisallowedToolRule(),
    new SuspendedToolRule(),
    new DisallowedOriginRule(),
    new DisallowedInTestsRule(),
    new RestrictedTrainingRule());
