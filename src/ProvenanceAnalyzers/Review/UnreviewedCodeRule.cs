using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2001: AI-made code has no review marker at all; a wrong marker is reported by its own rule.</summary>
internal sealed class UnreviewedCodeRule() : UnreviewedRule(Descriptors.UnreviewedCode)
{
    protected override bool? IsAboutTests => false;
}
