using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Review;

/// <summary>PROV2008: a marker lacks a digest where one is required.</summary>
internal sealed class ReviewWithoutDigestRule() : ReviewMarkerRule(Descriptors.ReviewWithoutDigest)
{
    protected override void Report(ReviewJudgement judgement, ReviewJudge judge, Reporter reporter)
    {
        if (judgement.Faults.HasFlag(ReviewFault.NoDigest))
        {
            reporter.Report(Diagnostic.Create(
                DescriptorFor(judgement.Options, judgement.Marker.Provenance, judgement.Marker.Location),
                judgement.Marker.Location,
                judgement.Properties,
                judgement.Reviewer?.Name ?? $"'{judgement.Marker.Value.Attribute.AttributeClass?.Name}'",
                WhatToDo(judgement)));
        }
    }

    private static string WhatToDo(ReviewJudgement judgement)
    {
        if (judgement.Marker.Value.IsAlias)
        {
            return "an attribute of another library cannot have one; use HumanReviewed, "
                + $"or set {OptionDefinitions.RequireDigest.Key} = false";
        }

        return judgement.Options.ShowDigest && judgement.Digest != null
            ? $"the reviewer, and no AI agent, adds Digest = \"{judgement.Digest}\" after reading the code as it is now"
            : "the reviewer, and no AI agent, adds it after reading the code as it is now";
    }
}
