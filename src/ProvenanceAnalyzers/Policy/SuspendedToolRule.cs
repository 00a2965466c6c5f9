using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Policy;

/// <summary>PROV3002: a tool that was suspended on the day it was used; without a day it counts as used then.</summary>
internal sealed class SuspendedToolRule() : PolicyRule(Descriptors.SuspendedTool);
