using ProvenanceAnalyzers.Options;

namespace ProvenanceAnalyzers.Policy;

/// <summary>Who says what is allowed at a place: a policy file, or the options of the source file.</summary>
/// <param name="Policy">What is said.</param>
/// <param name="File">The policy file; null where the options of the source file say it.</param>
/// <param name="Place">The place.</param>
internal readonly record struct PolicySource(PolicyOptions Policy, PolicyFile? File, PolicyPlace Place)
{
    /// <summary>All who say anything of a place: the policy files first, which nothing overrules and no exclusion keeps out.</summary>
    public static IEnumerable<PolicySource> At(PolicyPlace place)
    {
        foreach (var policy in place.File.Options.Policies)
        {
            if (!policy.Options.Policy.IsEmpty)
            {
                yield return new PolicySource(policy.Options.Policy, policy, place);
            }
        }

        if (!place.File.Options.Policy.IsEmpty && !place.File.Options.Exclude)
        {
            yield return new PolicySource(place.File.Options.Policy, null, place);
        }
    }

    /// <summary>An option and where it stands, as the subject of a sentence.</summary>
    public string Names(OptionDefinition option) => (File, Place.Fixture) switch
    {
        (null, null) => $"{option.Key}, which holds for '{Place.File.Path}',",
        (null, { } fixture) => $"{option.Key}, which holds for '{Place.File.Path}' and so for the fixture file '{fixture}',",
        ({ } file, null) => $"{option.Key} in the locked policy '{file.Name}'",
        ({ } file, { } fixture) => $"{option.Key} in the locked policy '{file.Name}', which holds for the fixture file '{fixture}',",
    };

    /// <summary>What else can be done than to change the code, as the end of a sentence.</summary>
    public string OrElse => File != null ? "; no other file can allow it" : ", or change the option";
}
