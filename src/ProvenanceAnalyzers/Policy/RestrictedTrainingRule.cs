using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>
/// PROV3005: in code that goes into a training corpus, output whose terms restrict training on it, or are unverified or unknown.
/// </summary>
internal sealed class RestrictedTrainingRule() : PolicyRule(Descriptors.RestrictedTraining);
