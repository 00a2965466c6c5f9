using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>
/// PROV0004: the <c>Target</c> of an assembly annotation matches nothing. Where the build lists no fixture files it is decided only for
/// targets that C# files alone can match: of other files an analyzer knows nothing. That an AI made something must not get lost under a
/// policy that asks for it: there it is decided for all targets, and nothing hides it.
/// </summary>
internal sealed class UnmatchedTargetRule() : AnnotationRule(Descriptors.UnmatchedTarget)
{
    public override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        if (annotation.IsOnAssembly && annotation.Value.HasTarget)
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Target, annotation.Value.Target);
            Analyze(
                annotation.Value.Target,
                annotation.LocationOf(nameof(ProvenanceAnnotation.Target)),
                properties,
                annotation.Value.IsAIMade ? CoveredOptions.Strictest(CoveredOptions.Of(annotation), Descriptor.Id) : null,
                annotation.Provenance,
                reporter);
        }
    }

    public override void Analyze(PlacedMarker review, Reporter reporter)
    {
        if (review.Symbol == null && review.Argument(nameof(ReviewMarker.Target)) != null)
        {
            // Without the property there is no fix: whose file was moved, the review is not to be thrown away in bulk.
            Analyze(
                review.Value.Target,
                review.LocationOf(nameof(ReviewMarker.Target)),
                ImmutableDictionary<string, string?>.Empty,
                strictest: null,
                review.Provenance,
                reporter);
        }
    }

    private void Analyze(
        string? text,
        Location location,
        ImmutableDictionary<string, string?> properties,
        ProvenanceOptions? strictest,
        ProvenanceContext provenance,
        Reporter reporter)
    {
        var descriptor = strictest != null ? DescriptorFor(strictest, provenance, location) : Descriptor;
        if (TargetPattern.Parse(text, out _) is not { } target
            || (!target.MatchesOnlySourceFiles && !provenance.Fixtures.AreListed && descriptor == Descriptor)
            || provenance.HasFile(target))
        {
            return;
        }

        var similar = provenance.Compilation.SyntaxTrees.Select(tree => provenance.Files.Of(tree).Path)
            .Concat(provenance.Fixtures.All.Select(fixture => fixture.Path))
            .Where(path => IsSimilar(path, target.Text))
            .OrderBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
        reporter.Report(Diagnostic.Create(
            descriptor,
            location,
            properties,
            target.Text,
            similar != null ? $"; did you mean \"{similar}\"?" : string.Empty));
    }

    private static bool IsSimilar(string path, string target) =>
        string.Equals(FileName(path), FileName(target), StringComparison.OrdinalIgnoreCase);

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
