using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Who says what is allowed at a place: a policy file, a preset, or the options of the source file.</summary>
/// <param name="Policy">What is said.</param>
/// <param name="Place">The place.</param>
internal readonly record struct PolicySource(PolicyOptions Policy, PolicyPlace Place)
{
    /// <summary>The policy file; null where another says it.</summary>
    public ScopedPolicy? File { get; init; }

    /// <summary>The preset; null where another says it.</summary>
    public Preset? Preset { get; init; }

    /// <summary>
    /// All who say anything of a place: the policy files first, which nothing overrules and no exclusion keeps out; then what the presets
    /// deny, and the options.
    /// </summary>
    public static IEnumerable<PolicySource> At(PolicyPlace place)
    {
        foreach (var policy in place.Options.Policies)
        {
            if (!policy.Options.Policy.IsEmpty)
            {
                yield return new PolicySource(policy.Options.Policy, place) { File = policy };
            }
        }

        if (place.Options.Exclude)
        {
            yield break;
        }

        foreach (var preset in place.Options.Presets)
        {
            if (!preset.Denials.IsEmpty)
            {
                yield return new PolicySource(preset.Denials, place) { Preset = preset };
            }
        }

        if (!place.Options.Policy.IsEmpty)
        {
            yield return new PolicySource(place.Options.Policy, place);
        }
    }

    /// <summary>An option and where it stands, as the subject of a sentence.</summary>
    public string Names(OptionDefinition option)
    {
        var preset = PresetOf(option);
        var where = File != null ? $"{option.Key} in the locked policy '{File.Name}'"
            : preset != null ? $"{option.Key} of the preset '{preset.Name}'"
            : $"{option.Key}, which holds for '{Place.File.Path}'";
        return (File ?? (object?)preset, Place.Fixture) switch
        {
            (null, null) => where + ",",
            (null, { } fixture) => $"{where} and so for the fixture file '{fixture}',",
            (_, null) => where,
            (_, { } fixture) => $"{where}, which holds for the fixture file '{fixture}',",
        };
    }

    /// <summary>The name of the policy file or preset that sets an option; null where another does.</summary>
    public string? SetterOf(OptionDefinition option) => File?.Name ?? PresetOf(option)?.Name;

    /// <summary>The preset that denies something, or says what an option says that nobody sets; or null.</summary>
    private Preset? PresetOf(OptionDefinition option) => Preset ?? (Place.Options.Written.ContainsKey(option.Key)
        ? null
        : Place.Options.Presets.FirstOrDefault(preset => preset.Defaults.TextOf(option) != null));

    /// <summary>What else can be done than to change the code, as the end of a sentence.</summary>
    public string OrElse => File != null ? "; no other file can allow it"
        : Preset != null ? "; no option can allow what a preset denies"
        : ", or change the option";
}
