using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>
/// PROV2002: an AI-made test class, test method or fixture file has no review marker at all; a wrong marker is reported by its own rule.
/// </summary>
internal sealed class UnreviewedTestRule() : UnreviewedRule(Descriptors.UnreviewedTest)
{
    protected override bool? IsAboutTests => true;
}
