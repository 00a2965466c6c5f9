using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Holds what an annotation says against the policies of one place that it covers.</summary>
internal sealed class PolicyCheck
{
    private readonly PlacedAnnotation _annotation;
    private readonly PolicyPlace _place;
    private readonly ToolIndex _tools;
    private readonly string? _tool;
    private readonly string? _model;
    private readonly string? _toolProvider;
    private readonly bool _isModelUnknown;
    private readonly List<PolicyViolation> _violations = [];

    private PolicyCheck(PlacedAnnotation annotation, PolicyPlace place)
    {
        _annotation = annotation;
        _place = place;
        _tools = place.Options.ToolIndex;
        _tool = string.IsNullOrWhiteSpace(annotation.Value.Tool) ? null : _tools.Identify(annotation.Value.Tool!);
        _model = string.IsNullOrWhiteSpace(annotation.Value.Model) ? null : annotation.Value.Model!.Trim();
        _toolProvider = Providers.OfTool(_tool, _tools);
        _isModelUnknown = Providers.IsModelUnknown(_tool, _model, _tools);
    }

    private Location ToolLocation => _annotation.LocationOf(nameof(ProvenanceAnnotation.Tool));

    private Location ModelLocation => _annotation.LocationOf(nameof(ProvenanceAnnotation.Model));

    /// <summary>The tool as the author called it, what it was taken for where that is another name, and its provider.</summary>
    private string ToolName =>
        $"'{WrittenTool}' ({(IsTakenForAnother ? $"taken for {_tool}, " : string.Empty)}{_toolProvider ?? "no provider of its own"})";

    /// <summary>As <see cref="ToolName"/>, without the provider.</summary>
    private string ToolNameAlone => IsTakenForAnother ? $"'{WrittenTool}' (taken for {_tool})" : $"'{WrittenTool}'";

    private string? WrittenTool => _annotation.Value.Tool?.Trim();

    private bool IsUnnamed => SaysNothing(WrittenTool, nameof(ProvenanceAnnotation.Tool))
        && SaysNothing(_model, nameof(ProvenanceAnnotation.Model));

    private bool IsTakenForAnother => !string.Equals(WrittenTool, _tool, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is not allowed at a place; of several policies that forbid one thing the first.</summary>
    public static IReadOnlyCollection<PolicyViolation> Find(PlacedAnnotation annotation, PolicyPlace place)
    {
        var check = new PolicyCheck(annotation, place);
        var sources = PolicySource.At(place).ToList();
        check.AddFirst(sources, check.CheckOrigin);
        if (annotation.Value.IsAIMade)
        {
            check.AddFirst(sources, check.CheckTool);
            check.AddFirst(sources, check.CheckModel);
            check.AddFirst(sources, check.CheckUnknownProvider);
            check.AddFirst(sources, check.CheckSuspension);
            foreach (var provider in Providers.Binding(check._tool, check._model, check._tools))
            {
                check.AddFirst(sources, source => check.CheckTraining(source, provider));
            }
        }

        return check._violations;
    }

    private void AddFirst(List<PolicySource> sources, Func<PolicySource, PolicyViolation?> find)
    {
        foreach (var source in sources)
        {
            if (find(source) is { } violation)
            {
                _violations.Add(violation with { IsLocked = source.File != null });
                return;
            }
        }
    }

    private PolicyViolation? CheckOrigin(PolicySource source)
    {
        var (option, allowed) = source.Policy.AllowedOrigins.In(_place.IsTest);
        if (allowed.IsEmpty || _annotation.Value.Origin is not { } origin || !origin.IsDefined())
        {
            return null;
        }

        // With a tool it is an AI's, whatever the origin says, and nobody knows which origin of an AI's it is.
        var isAIsAllTheSame = _annotation.Value.IsAIMade && !origin.IsAIMade();
        if (allowed.Contains(origin) && (!isAIsAllTheSame || Origins.AIMade.All(allowed.Contains)))
        {
            return null;
        }

        var remedy = isAIsAllTheSame ? "say what the AI's part was, or have it rewritten"
            : origin == Origin.Unknown ? "find out and say who made it"
            : "have it rewritten";
        return New(
            source,
            option,
            Descriptors.DisallowedOrigin,
            _annotation.OriginArgument?.Expression.GetLocation() ?? _annotation.Location,
            isAIsAllTheSame ? $"Origin '{Name(origin)}' of what an AI had a hand in" : $"Origin '{Name(origin)}'",
            $"{source.Names(option)} allows only {string.Join(", ", allowed.Select(Name))}; {remedy}{source.OrElse}");
    }

    private PolicyViolation? CheckTool(PolicySource source)
    {
        var denied = source.Policy.DeniedTools.In(_place.IsTest);
        var allowed = source.Policy.AllowedTools.In(_place.IsTest);
        if (_tool == null)
        {
            return _annotation.Value.IsAlias && !allowed.Values.IsEmpty
                ? OfTool(source, allowed.Option, AllowsOnly(), "a tool that the alias does not name")
                : null;
        }

        if (denied.Values.FirstOrDefault(IsTool) is { } named)
        {
            return OfTool(source, denied.Option, $"names '{named}'", ToolName);
        }

        if (!allowed.Values.IsEmpty && !allowed.Values.Any(IsTool))
        {
            return OfTool(source, allowed.Option, AllowsOnly(), ToolName);
        }

        return _toolProvider != null && Provider(source, _toolProvider) is var (option, reason)
            ? OfTool(source, option, reason, ToolName)
            : null;

        string AllowsOnly() => $"allows only {string.Join(", ", allowed.Values)}";
    }

    private PolicyViolation? CheckModel(PolicySource source)
    {
        if (_model == null)
        {
            return null;
        }

        var written = new ModelName(_model);
        var found = ModelProviders.Find(written, _tools);
        var providers = found.Select(one => one.Provider).Distinct(StringComparer.Ordinal).ToList();
        var name = providers.Count == 0 ? $"the model '{_model}'" : $"the model '{_model}' ({string.Join(", ", providers)})";
        if (source.Policy.DeniedModels.FirstOrDefault(pattern => ModelProviders.IsNamedBy(pattern, written, found)) is { } denied)
        {
            return OfModel(source, OptionDefinitions.DeniedModels, $"names '{denied}'", name);
        }

        foreach (var provider in providers)
        {
            // What the tool's own provider is held against is reported on the tool.
            if (provider != _toolProvider && Provider(source, provider) is var (option, reason))
            {
                return OfModel(source, option, reason, name);
            }
        }

        return null;
    }

    private (OptionDefinition Option, string Reason)? Provider(PolicySource source, string provider)
    {
        var denied = source.Policy.DeniedProviders.In(_place.IsTest);
        var allowed = source.Policy.AllowedProviders.In(_place.IsTest);
        return denied.Values.Contains(provider) ? (denied.Option, $"names '{provider}'")
            : !allowed.Values.IsEmpty && !allowed.Values.Contains(provider)
                ? (allowed.Option, $"allows only {string.Join(", ", allowed.Values)}")
            : null;
    }

    private PolicyViolation? CheckUnknownProvider(PolicySource source)
    {
        var allowed = source.Policy.AllowedProviders.In(_place.IsTest);
        var isUnknown = _isModelUnknown || (_toolProvider == null && _model == null);
        if (!allowed.Values.IsEmpty)
        {
            return isUnknown ? OfUnknown(allowed.Option, $"allows only {string.Join(", ", allowed.Values)}") : null;
        }

        // Without a lock this is what the author says, and no more; what is locked must be known.
        var isRouter = _tool != null && _toolProvider == null && _tools.IsKnown(_tool);
        if (source.File == null || !isUnknown || !isRouter)
        {
            return null;
        }

        var (option, denied) = source.Policy.DeniedProviders.In(_place.IsTest);
        if (denied.IsEmpty)
        {
            (option, denied) = (OptionDefinitions.DeniedModels, source.Policy.DeniedModels);
        }

        return denied.IsEmpty
            ? null
            : OfUnknown(option, $"denies {string.Join(", ", denied)}, {ToolNameAlone} routes to models of others");

        PolicyViolation OfUnknown(OptionDefinition setting, string says) => New(
            source,
            setting,
            Descriptors.DisallowedTool,
            (_tool != null && _toolProvider == null) || _model == null ? ToolLocation : ModelLocation,
            "Output of an unknown provider",
            $"{source.Names(setting)} {says}, and nothing says whose model made it; "
            + "name its Model with the provider, as provider/name, or rewrite it") with
        {
            IsOfUnnamed = IsUnnamed,
        };
    }

    private PolicyViolation? CheckSuspension(PolicySource source)
    {
        var day = Day.Parse(_annotation.Value.On);
        var today = _annotation.Provenance.KnownDay;
        var isToCome = ToolSuspension.IsToCome(day, today);
        if (source.Policy.SuspendedTools.FirstOrDefault(suspension =>
            IsTool(suspension.Tool) && suspension.Holds(isToCome ? null : day)) is not { } found)
        {
            return null;
        }

        var suspends = $"{source.Names(OptionDefinitions.SuspendedTools)} suspends it {found.Days}";
        return new PolicyViolation(
            Descriptors.SuspendedTool,
            ToolLocation,
            day is { } known ? $"Output of {ToolNameAlone} of {Day.Format(known)}" : $"Output of {ToolNameAlone} of an unknown day",
            day == null
                ? $"{suspends}, and what does not say when it was made counts as made then; say On which day, or rewrite it"
            : isToCome
                ? $"{suspends}, and a day after {_annotation.Provenance.KnownDayText} counts as one of these; "
                + "say On which day it was made, or rewrite it"
            : $"{suspends}; rewrite it by hand or with another tool{source.OrElse}");
    }

    private PolicyViolation? CheckTraining(PolicySource source, string? provider)
    {
        if (!source.Policy.TrainingCorpus)
        {
            return null;
        }

        var term = provider != null
            ? TrainingTerms.Of(provider, source.Policy.TrainingExemptProviders)
            : new TrainingTerm(TrainingUse.Unknown, null, null);
        var corpus = $"{source.Names(OptionDefinitions.TrainingCorpus)} takes it in";
        var reason = term.Use switch
        {
            TrainingUse.Restricted =>
                $"{corpus}, and the terms of '{provider}' restrict "
                + $"training {(term.Terms?.Restriction == TrainingRestriction.AnyModel ? "any model" : "competing models")} on it "
                + $"({term.Terms?.Document}, {term.Terms?.Date}); rewrite it",
            TrainingUse.Unverified => $"{corpus}, and the terms of '{provider}' are unverified; read them, or rewrite it",
            TrainingUse.Unknown =>
                $"{corpus}, and nothing says whose model made it; name its Model with the provider, as provider/name, or rewrite it",
            _ => null,
        };
        return reason == null ? null : new PolicyViolation(
            Descriptors.RestrictedTraining,
            provider == _toolProvider || _model == null ? ToolLocation : ModelLocation,
            provider == null ? "Output of an unknown provider"
            : provider == _toolProvider ? $"Output of {ToolName}"
            : $"Output of the model '{_model}' ({provider})",
            reason)
        {
            Setter = source.SetterOf(OptionDefinitions.TrainingCorpus),
            IsOfUnnamed = provider == null && IsUnnamed,
        };
    }

    private PolicyViolation OfTool(PolicySource source, OptionDefinition option, string reason, string name) => New(
        source,
        option,
        Descriptors.DisallowedTool,
        ToolLocation,
        $"Output of {name}",
        $"{source.Names(option)} {reason}; rewrite it by hand or with another tool{source.OrElse}");

    private PolicyViolation OfModel(PolicySource source, OptionDefinition option, string reason, string name) => New(
        source,
        option,
        Descriptors.DisallowedTool,
        ModelLocation,
        $"Output of {name}",
        $"{source.Names(option)} {reason}; rewrite it by hand or with another model{source.OrElse}");

    /// <summary>An option for tests alone reports by a rule of its own.</summary>
    private static PolicyViolation New(
        PolicySource source, OptionDefinition option, DiagnosticDescriptor rule, Location location, string subject, string reason) =>
        new(option.IsForTests ? Descriptors.DisallowedInTests : rule, location, subject, reason) { Setter = source.SetterOf(option) };

    private bool IsTool(string other) => string.Equals(_tools.IdOf(other), _tool, StringComparison.OrdinalIgnoreCase);

    private bool SaysNothing(string? text, string field) =>
        string.IsNullOrEmpty(text) || (Placeholders.Contain(text!, field) && !_tools.IsKnown(text!));

    private static string Name(Origin origin) => origin.ToString().ToLowerInvariant();
}
