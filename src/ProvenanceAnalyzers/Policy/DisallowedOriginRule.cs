using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>PROV3003: an origin that policy does not allow at this path.</summary>
internal sealed class DisallowedOriginRule() : PolicyRule(Descriptors.DisallowedOrigin);
