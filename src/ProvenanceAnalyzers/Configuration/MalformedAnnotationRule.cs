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
internal sealed class MalformedAnnotationRule() : AnnotationRule(Descriptors.MalformedAnnotation)
{
    private static readonly string AllowedOrigins = string.Join(", ", Origins.Names.Select(name => $"AIOrigin.{name}"));

    private static readonly ImmutableArray<Field> Fields =
    [
        new(nameof(ProvenanceAnnotation.Tool), annotation => annotation.Tool, RequiredFields.None, "write the AI tool that made this"),
        new(
            nameof(ProvenanceAnnotation.Model),
            annotation => annotation.Model,
            RequiredFields.Model,
            "write the model that made this, as provider/name"),
        new(
            nameof(ProvenanceAnnotation.RequestedBy),
            annotation => annotation.RequestedBy,
            RequiredFields.RequestedBy,
            "write who asked for this, as an address, 'Name <address>' or a pseudonym"),
        new(
            nameof(ProvenanceAnnotation.On),
            annotation => annotation.On,
            RequiredFields.On,
            "write the day on which this was made, in digits, as yyyy-MM-dd"),
        new(
            nameof(ProvenanceAnnotation.Reference),
            annotation => annotation.Reference,
            RequiredFields.Reference,
            "write the pull request, ticket or other thing that this belongs to"),
    ];

    public override bool IsAboutGeneratedCode => true;

    public override void Analyze(PlacedAnnotation annotation, Reporter reporter)
    {
        if (annotation.Value.IsAlias)
        {
            CheckAlias(annotation, reporter);
            return;
        }

        if (AttributeShape.MisfitOf(annotation.Value) is { } misfit)
        {
            Report(annotation.Location, misfit, annotation, reporter);
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
                annotation,
                reporter,
                nameof(ProvenanceAnnotation.Target));
        }
    }

    public override void Analyze(PlacedMarker review, Reporter reporter)
    {
        if (review.Value.IsAlias)
        {
            return;
        }

        foreach (var (location, problem) in MarkerProblems.Find(review))
        {
            Report(location, problem, CoveredOptions.Of(review), review.Provenance, reporter);
        }
    }

    public override void AnalyzeInner(PlacedMarker review, Reporter reporter) => Report(
        review.Location,
        "a marker has no effect here: what it stands on is reviewed with the member or type that holds it, so mark that",
        [review.File.Options],
        review.Provenance,
        reporter);

    public override void Analyze(StrayName stray, SourceFile file, ProvenanceContext provenance, Reporter reporter) => Report(
        stray.Location,
        stray.Kind switch
        {
            StrayKind.OtherAttribute =>
                $"the attribute '{stray.Name}' is none of ours, but digests leave out what bears its name, so that nobody sees it change; "
                + "give it another name, such as an alias by a using directive",
            StrayKind.NoAttribute =>
                $"'{stray.Name}' is no attribute here, but digests leave it out as if it were one, so that nobody sees it change; "
                + "write it in another way, such as with its namespace in brackets of its own",
            _ => $"'{stray.Name}' says nothing of any code here; it stands on the assembly, a type or a member",
        },
        [file.Options],
        provenance,
        reporter);

    /// <summary>
    /// An attribute of another library has no fields, which is right where nobody asks for any; a policy that does asks for ours.
    /// </summary>
    private void CheckAlias(PlacedAnnotation annotation, Reporter reporter)
    {
        if (!annotation.Value.IsAIMade
            || !CoveredOptions.Of(annotation).Any(options => options.LockOf(Descriptor.Id) != RuleLock.None))
        {
            return;
        }

        var required = RequiredOf(annotation);
        var missing = Fields
            .Where(field => field.Text(annotation.Value) == null && (required & field.Requirement) == field.Requirement)
            .Select(field => field.Name)
            .ToList();
        if (missing.Count > 0)
        {
            Report(
                annotation.Location,
                $"AI-made code must say its {string.Join(", ", missing)}, which '{annotation.Value.Attribute.AttributeClass?.Name}', an "
                + "attribute of another library, cannot: write AIProvenance",
                annotation,
                reporter);
        }
    }

    private void CheckOrigin(PlacedAnnotation annotation, Reporter reporter)
    {
        switch (annotation.Value.Origin)
        {
            // Where the argument is missing altogether, the compiler says so.
            case null when annotation.OriginArgument is { } argument:
                Report(
                    argument.Expression.GetLocation(), $"the origin is no constant; write one of {AllowedOrigins}", annotation, reporter);
                break;
            case Origin.Human:
                ReportContradiction(nameof(ProvenanceAnnotation.Tool), annotation, reporter);
                ReportContradiction(nameof(ProvenanceAnnotation.Model), annotation, reporter);
                break;
            case { } origin when !origin.IsDefined():
                Report(
                    annotation.OriginArgument?.Expression.GetLocation() ?? annotation.Location,
                    $"the origin {annotation.Value.Attribute.ConstructorArguments[0].Value} does not exist; write one of {AllowedOrigins}",
                    annotation,
                    reporter);
                break;
        }
    }

    private void ReportContradiction(string field, PlacedAnnotation annotation, Reporter reporter)
    {
        if (Contradicts(field, annotation))
        {
            Report(
                annotation.LocationOf(field),
                $"AIOrigin.Human contradicts {field}; if an AI helped, it is AIOrigin.Assisted, and if none did, leave {field} out",
                annotation,
                reporter);
        }
    }

    private static bool Contradicts(string field, PlacedAnnotation annotation) => annotation.Value.Origin == Origin.Human
        && field is nameof(ProvenanceAnnotation.Tool) or nameof(ProvenanceAnnotation.Model)
        && annotation.Value.HasField(field);

    /// <summary>Whether nothing but this field says that an AI had a part in it, so that without it no field would be asked for.</summary>
    private static bool MakesItAIMade(string field, PlacedAnnotation annotation) => annotation.Value.Origin == Origin.Unknown
        && field switch
        {
            nameof(ProvenanceAnnotation.Tool) => !annotation.Value.HasField(nameof(ProvenanceAnnotation.Model)),
            nameof(ProvenanceAnnotation.Model) => !annotation.Value.HasField(nameof(ProvenanceAnnotation.Tool)),
            _ => false,
        };

    private void CheckFields(PlacedAnnotation annotation, Reporter reporter)
    {
        // That a human's code has a tool is a contradiction; what else it lacks follows once that is settled.
        var isAIMade = annotation.Value.IsAIMade && annotation.Value.Origin != Origin.Human;
        var required = RequiredOf(annotation);
        List<Field>? missing = null;
        foreach (var field in Fields)
        {
            var isRequired = isAIMade && (required & field.Requirement) == field.Requirement;
            if (!annotation.Value.HasField(field.Name))
            {
                if (isRequired)
                {
                    (missing ??= []).Add(field);
                }
            }
            else if (!Contradicts(field.Name, annotation))
            {
                CheckValue(field, isRequired && !MakesItAIMade(field.Name, annotation), annotation, reporter);
            }
        }

        if (missing != null)
        {
            Report(
                annotation.Location,
                $"AI-made code must say its {string.Join(", ", missing.Select(field => field.Name))}: "
                + $"add {string.Join(", ", missing.Select(field => $"{field.Name} = \"...\""))}, filled in with what is true"
                + WhoAsksFor(missing, annotation),
                CoveredOptions.Of(annotation),
                annotation.Provenance,
                reporter,
                DiagnosticProperties.ForMissing(annotation.File.Options, required, missing.Select(field => field.Name)));
        }
    }

    /// <summary>What is required where the annotation stands, or where any of that is which it covers.</summary>
    private static RequiredFields RequiredOf(PlacedAnnotation annotation)
    {
        if (annotation.Provenance.Facts.Policies.IsEmpty)
        {
            return annotation.File.Options.RequiredFields;
        }

        var required = RequiredFields.None;
        foreach (var options in CoveredOptions.Of(annotation))
        {
            required |= options.RequiredFields;
        }

        return required;
    }

    /// <summary>Where it was decided that fields must be there, as the end of a sentence; nothing for what is always asked for.</summary>
    private static string WhoAsksFor(List<Field> missing, PlacedAnnotation annotation)
    {
        var asked = missing.Select(field => field.Requirement).Aggregate((all, one) => all | one);
        if (asked == RequiredFields.None)
        {
            return string.Empty;
        }

        var policy = CoveredOptions.Of(annotation)
            .SelectMany(options => options.Policies)
            .FirstOrDefault(policy => (policy.Options.RequiredFields & asked) != RequiredFields.None);
        return $" ({OptionDefinitions.RequiredFields.Key}{(policy != null ? $" of '{policy.Name}'" : string.Empty)})";
    }

    /// <summary>Whether an organisation's own tool has a name that stands for nothing elsewhere.</summary>
    private static bool IsKnownTool(Field field, PlacedAnnotation annotation) =>
        field.Name == nameof(ProvenanceAnnotation.Tool)
        && CoveredOptions.Of(annotation).Any(options => options.ToolIndex.IsKnown(annotation.Value.Tool!.Trim()));

    private void CheckValue(Field field, bool isRequired, PlacedAnnotation annotation, Reporter reporter)
    {
        var text = field.Text(annotation.Value);

        // No tool completes what says that there was none.
        var completed = annotation.Value.Origin == Origin.Human && field.Name == nameof(ProvenanceAnnotation.Tool) ? null : field.Name;
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(
                annotation.LocationOf(field.Name),
                $"{field.Name} is empty, null or no constant; {Hint()}",
                annotation,
                reporter,
                completed);
        }
        else if (Placeholders.Contain(text!, field.Name) && !IsKnownTool(field, annotation))
        {
            Report(
                annotation.LocationOf(field.Name),
                $"{field.Name} = \"{text}\" stands for nothing: {Hint()}",
                annotation,
                reporter,
                completed);
        }
        else if (field.Name is nameof(ProvenanceAnnotation.Tool) or nameof(ProvenanceAnnotation.Model)
            && ProvenanceAnnotation.NamesSeveral(text!, isModel: field.Name == nameof(ProvenanceAnnotation.Model)))
        {
            Report(
                annotation.LocationOf(field.Name),
                $"{field.Name} = \"{text}\" names several, and an annotation is of one; write an annotation for each",
                annotation,
                reporter);
        }
        else if (field.Name == nameof(ProvenanceAnnotation.On) && Day.Parse(text) == null)
        {
            Report(
                annotation.LocationOf(field.Name),
                $"On = \"{text}\" is not a date of the form yyyy-MM-dd",
                annotation,
                reporter,
                field.Name);
        }

        string Hint() => isRequired ? field.Hint : $"{field.Hint}, or leave {field.Name} out";
    }

    private void CheckTarget(PlacedAnnotation annotation, Reporter reporter)
    {
        TargetPattern? target = null;
        if (annotation.Value.HasTarget)
        {
            target = TargetPattern.Parse(annotation.Value.Target, out var problem);
            if (target == null)
            {
                Report(annotation.LocationOf(nameof(ProvenanceAnnotation.Target)), problem, annotation, reporter);
                return;
            }
        }

        if (AssemblyAnnotations.IsBulkHuman(annotation.Value, target, annotation.File.Options, isForFixtures: true)
            || (AssemblyAnnotations.IsBulkHuman(annotation.Value, target, annotation.File.Options, isForFixtures: false)
                && (target!.MatchesOnlySourceFiles || annotation.Provenance.Files.Any(target))))
        {
            Report(
                annotation.Location,
                "AIOrigin.Human for a whole assembly or a glob is more than anyone can vouch for, and counts for no code; "
                + "declare it type by type, or with the path of one file as Target, "
                + $"or set {OptionDefinitions.AssemblyDefaultDeclares.Key} = true",
                annotation,
                reporter);
        }

        // That an AI made something must not get lost.
        if (annotation.Value.IsAIMade && HeldAnnotations.For(annotation.Provenance).IsLost(annotation.Value, target))
        {
            var what = target != null ? $"Target \"{target.Text}\" holds for nothing: all code there" : "this holds for nothing: all code";
            Report(
                annotation.LocationOf(nameof(ProvenanceAnnotation.Target)),
                $"{what} has annotations that are nearer; correct those, or remove this one",
                annotation,
                reporter);
        }
    }

    private void Report(
        Location location, string problem, PlacedAnnotation annotation, Reporter reporter, string? field = null) => Report(
            location,
            problem,
            CoveredOptions.Of(annotation),
            annotation.Provenance,
            reporter,
            field != null ? DiagnosticProperties.ForField(annotation.File.Options, field) : null);

    private void Report(
        Location location,
        string problem,
        IEnumerable<ProvenanceOptions> options,
        ProvenanceContext provenance,
        Reporter reporter,
        ImmutableDictionary<string, string?>? properties = null) =>
        reporter.Report(Diagnostic.Create(
            DescriptorFor(CoveredOptions.Strictest(options, Descriptor.Id), provenance, location), location, properties, problem));

    /// <summary>A field with a text.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Text">What an annotation says in it.</param>
    /// <param name="Requirement">
    /// What the option must ask for to require it; AI-made code always needs one that is required by <c>None</c>.
    /// </param>
    /// <param name="Hint">What to write in it, without a value that could be taken for the truth.</param>
    private sealed record Field(string Name, Func<ProvenanceAnnotation, string?> Text, RequiredFields Requirement, string Hint);
}
