using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0xxx: what is wrong with options, annotations, baselines and policy files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer() : RuleFamilyAnalyzer(
    new InvalidOptionRule(),
    new MalformedAnnotationRule(),
    new UnknownToolRule(),
    new UnmatchedTargetRule(),
    new ObsoleteBaselineEntryRule(),
    new WeakenedPolicyRule(),
    new MalformedBaselineRule(),
    new BrokenPolicyRule(),
    new UnjudgedFilesRule());
