using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>PROV3001: a tool, provider or model that policy does not allow.</summary>
internal sealed class DisallowedToolRule() : PolicyRule(Descriptors.DisallowedTool);
