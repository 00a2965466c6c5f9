using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0002: an annotation lacks a field, has an invalid one, or claims what no annotation may claim.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedAnnotationAnalyzer() : AnnotationAnalyzer(Descriptors.MalformedAnnotation)
{
    private static readonly string AllowedOrigins = string.Join(", ", Origins.Names.Select(name => $"AIOrigin.{name}"));

    private static readonly ImmutableArray<Field> Fields =
    [
        new(nameof(ProvenanceAnnotation.Tool), annotation => annotation.Tool, RequiredFields.None, "claude-code"),
        new(nameof(ProvenanceAnnotation.Model), annotation => annotation.Model, RequiredFields.Model, "anthropic/claude-opus-4-5"),
        new(nameof(ProvenanceAnnotation.RequestedBy), annotation => annotation.RequestedBy, RequiredFields.RequestedBy, "ada@example.com"),
        new(nameof(ProvenanceAnnotation.On), annotation => annotation.On, RequiredFields.On, "2026-11-20"),
        new(nameof(ProvenanceAnnotation.Reference), annotation => annotation.Reference, RequiredFields.Reference, "PR 1234"),
    ];

    private protected override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        if (annotation.Value.IsAlias)
        {
            return;
        }

        CheckOrigin(annotation, reporter);
        CheckFields(annotation, reporter);
        if (annotation.IsOnAssembly)
        {
            CheckTarget(annotation, reporter);
        }
        else if (annotation.Value.HasTarget)
        {
            Report(
                annotation.LocationOf(nameof(ProvenanceAnnotation.Target)),
                "Target is for the assembly form alone, [assembly: AIProvenance(..., Target = \"...\")]; "
                + "what an attribute stands on is what it is about",
                reporter);
        }
    }

    private protected override void Analyze(PlacedMarker review, Reporter reporter)
    {
        if (review.Value.IsAlias)
        {
            return;
        }

        foreach (var (location, problem) in MarkerProblems.Find(review))
        {
            Report(location, problem, reporter);
        }
    }

    private void CheckOrigin(PlacedAnnotation annotation, Reporter reporter)
    {
        switch (annotation.Value.Origin)
        {
            // Where the argument is missing altogether, the compiler says so.
            case null when annotation.OriginArgument is { } argument:
                Report(argument.Expression.GetLocation(), $"the origin is no constant; write one of {AllowedOrigins}", reporter);
                break;
            case Origin.Human:
                ReportContradiction(nameof(ProvenanceAnnotation.Tool), annotation, reporter);
                ReportContradiction(nameof(ProvenanceAnnotation.Model), annotation, reporter);
                break;
            case { } origin when !origin.IsDefined():
                Report(
                    annotation.OriginArgument?.Expression.GetLocation() ?? annotation.Location,
                    $"the origin {(int)origin} does not exist; write one of {AllowedOrigins}",
                    reporter);
                break;
        }
    }

    private void ReportContradiction(string field, PlacedAnnotation annotation, Reporter reporter)
    {
        if (annotation.Value.HasField(field))
        {
            Report(
                annotation.LocationOf(field),
                $"AIOrigin.Human contradicts {field}; if an AI helped, it is AIOrigin.Assisted, and if none did, leave {field} out",
                reporter);
        }
    }

    private void CheckFields(PlacedAnnotation annotation, Reporter reporter)
    {
        var isAIMade = annotation.Value.Origin?.IsAIMade() == true;
        var required = annotation.File.Options.RequiredFields;
        List<Field>? missing = null;
        foreach (var field in Fields)
        {
            if (annotation.Value.HasField(field.Name))
            {
                CheckValue(field, annotation, reporter);
            }
            else if (isAIMade && (required & field.Requirement) == field.Requirement)
            {
                (missing ??= []).Add(field);
            }
        }

        if (missing != null)
        {
            Report(
                annotation.Location,
                $"AI-made code must say its {string.Join(", ", missing.Select(field => field.Name))}: "
                + $"add {string.Join(", ", missing.Select(field => $"{field.Name} = \"{field.Example}\""))}",
                reporter);
        }
    }

    private void CheckValue(Field field, PlacedAnnotation annotation, Reporter reporter)
    {
        var text = field.Text(annotation.Value);
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(
                annotation.LocationOf(field.Name),
                $"{field.Name} is empty, null or no constant; write a string such as \"{field.Example}\"",
                reporter);
        }
        else if (field.Name == nameof(ProvenanceAnnotation.On) && Day.Parse(text) == null)
        {
            Report(
                annotation.LocationOf(field.Name),
                $"On = \"{text}\" is not a date of the form yyyy-MM-dd, such as \"{field.Example}\"",
                reporter);
        }
    }

    private void CheckTarget(PlacedAnnotation annotation, Reporter reporter)
    {
        TargetPattern? target = null;
        if (annotation.Value.HasTarget)
        {
            target = TargetPattern.Parse(annotation.Value.Target, out var problem);
            if (target == null)
            {
                Report(annotation.LocationOf(nameof(ProvenanceAnnotation.Target)), problem, reporter);
                return;
            }
        }

        if (AssemblyAnnotations.IsBulkHuman(annotation.Value, target, annotation.File.Options))
        {
            Report(
                annotation.Location,
                "AIOrigin.Human for a whole assembly or a glob is more than anyone can vouch for, and counts for nothing; "
                + "declare it type by type, or with the path of one file as Target, "
                + $"or set {OptionDefinitions.AssemblyDefaultDeclares.Key} = true",
                reporter);
        }
    }

    private void Report(Location location, string problem, Reporter reporter) =>
        reporter.Report(Diagnostic.Create(Descriptor, location, problem));

    /// <summary>A field with a text.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Text">What an annotation says in it.</param>
    /// <param name="Requirement">
    /// What the option must ask for to require it; AI-made code always needs one that is required by <c>None</c>.
    /// </param>
    /// <param name="Example">A value that is allowed.</param>
    private sealed record Field(string Name, Func<ProvenanceAnnotation, string?> Text, RequiredFields Requirement, string Example);
}
