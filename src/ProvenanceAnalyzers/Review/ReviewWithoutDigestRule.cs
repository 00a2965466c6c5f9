using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Model;
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

        const string Renew = "a human must review it as it is now, then renew the marker, which an AI agent must not";
        return judgement is { Options.ShowDigest: true, Subject: { } subject, Digest: { } digest }
            ? $"{Renew}: {MarkerText.Renew(judgement.Marker.Value, subject.TargetIn(judgement.Marker.Provenance), digest)}"
            : Renew;
    }
}
