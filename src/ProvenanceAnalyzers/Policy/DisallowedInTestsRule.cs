using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>PROV3004: an origin, tool or provider that an option for tests does not allow in test code or fixture files.</summary>
internal sealed class DisallowedInTestsRule() : PolicyRule(Descriptors.DisallowedInTests);
