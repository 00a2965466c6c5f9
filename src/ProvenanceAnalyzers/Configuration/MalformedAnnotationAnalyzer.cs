using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Catalogue;
using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>PROV0002: an annotation lacks a field, has an invalid one, or claims what no annotation may claim.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedAnnotationAnalyzer() : AnnotationAnalyzer(Descriptors.MalformedAnnotation)
{
    private static readonly string AllowedOrigins = string.Join(", ", AIOrigins.Names.Select(name => $"AIOrigin.{name}"));

    private protected override void Analyze(PlacedAnnotation annotation, Action<Diagnostic> report)
    {
        if (annotation.Value.IsAlias)
        {
            return;
        }

        foreach (var (location, problem) in Problems(annotation))
        {
            report(Diagnostic.Create(Descriptor, location, problem));
        }
    }

    private static IEnumerable<(Location Location, string Problem)> Problems(PlacedAnnotation annotation) =>
        OriginProblems(annotation)
            .Concat(FieldProblems(annotation))
            .Concat(annotation.IsOnAssembly ? AssemblyProblems(annotation) : PlacementProblems(annotation));

    private static IEnumerable<(Location Location, string Problem)> OriginProblems(PlacedAnnotation annotation)
    {
        var location = annotation.OriginArgument?.Expression.GetLocation() ?? annotation.Location;
        switch (annotation.Value.Origin)
        {
            // Where the argument is missing altogether, the compiler says so.
            case null when annotation.OriginArgument != null:
                yield return (location, $"the origin is no constant; write one of {AllowedOrigins}");
                break;
            case { } undefined when !Enum.IsDefined(typeof(AIOrigin), undefined):
                yield return (location, $"the origin {(int)undefined} does not exist; write one of {AllowedOrigins}");
                break;
            case AIOrigin.Human:
                foreach (var field in new[] { nameof(AIProvenance.Tool), nameof(AIProvenance.Model) })
                {
                    if (annotation.Argument(field) != null)
                    {
                        yield return (
                            annotation.LocationOf(field),
                            $"AIOrigin.Human contradicts {field}; if an AI helped, it is AIOrigin.Assisted, and if none did, leave {field} out");
                    }
                }

                break;
        }
    }

    private static IEnumerable<(Location Location, string Problem)> FieldProblems(PlacedAnnotation annotation)
    {
        var value = annotation.Value;
        var required = annotation.File.Options.RequiredFields;
        var fields = new (string Name, string? Text, bool IsRequired, string Example)[]
        {
            (nameof(value.Tool), value.Tool, true, "claude-code"),
            (nameof(value.Model), value.Model, required.HasFlag(RequiredFields.Model), "anthropic/claude-opus-4-5"),
            (nameof(value.RequestedBy), value.RequestedBy, required.HasFlag(RequiredFields.RequestedBy), "ada@example.com"),
            (nameof(value.On), value.On, required.HasFlag(RequiredFields.On), "2026-11-20"),
            (nameof(value.Reference), value.Reference, required.HasFlag(RequiredFields.Reference), "PR 1234"),
        };

        var missing = value.Origin?.IsAIMade() == true
            ? Array.FindAll(fields, field => field.IsRequired && annotation.Argument(field.Name) == null)
            : [];
        if (missing.Length > 0)
        {
            yield return (
                annotation.Location,
                $"AI-made code must say its {string.Join(", ", missing.Select(field => field.Name))}: "
                + $"add {string.Join(", ", missing.Select(field => $"{field.Name} = \"{field.Example}\""))}");
        }

        foreach (var (name, text, _, example) in Array.FindAll(fields, field => annotation.Argument(field.Name) != null))
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return (annotation.LocationOf(name), $"{name} is empty, null or no constant; write a string such as \"{example}\"");
            }
            else if (name == nameof(value.On) && !IsDate(text!))
            {
                yield return (annotation.LocationOf(name), $"On = \"{text}\" is not a date of the form yyyy-MM-dd, such as \"{example}\"");
            }
        }
    }

    private static IEnumerable<(Location Location, string Problem)> PlacementProblems(PlacedAnnotation annotation)
    {
        if (annotation.Argument(nameof(AIProvenance.Target)) != null)
        {
            yield return (
                annotation.LocationOf(nameof(AIProvenance.Target)),
                "Target is for the assembly form alone, [assembly: AIProvenance(..., Target = \"...\")]; "
                + "what an attribute stands on is what it is about");
        }
    }

    private static IEnumerable<(Location Location, string Problem)> AssemblyProblems(PlacedAnnotation annotation)
    {
        TargetPattern? target = null;
        if (annotation.Value.HasTarget)
        {
            target = TargetPattern.Parse(annotation.Value.Target, out var problem);
            if (target == null)
            {
                yield return (annotation.LocationOf(nameof(AIProvenance.Target)), problem);
                yield break;
            }
        }

        if (AssemblyAnnotations.IsBulkHuman(annotation.Value, target, annotation.File.Options))
        {
            yield return (
                annotation.Location,
                "AIOrigin.Human for a whole assembly or a glob is more than anyone can vouch for, and counts for nothing; "
                + "declare it type by type, or with the path of one file as Target, "
                + $"or set {OptionDefinitions.AssemblyDefaultDeclares.Key} = true");
        }
    }

    private static bool IsDate(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
