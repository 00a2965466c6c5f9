using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Options;

/// <summary>What the configuration files say for one source file.</summary>
internal sealed class ProvenanceOptions
{
    private static readonly ProvenanceOptions Defaults = new(ImmutableDictionary<string, string>.Empty, AnalysisMode.Default, []);
    private static readonly ProvenanceOptions StrictDefaults = new(ImmutableDictionary<string, string>.Empty, AnalysisMode.Strict, []);

    private ProvenanceOptions(ImmutableDictionary<string, string> written, AnalysisMode mode, ImmutableArray<PolicyFile> policies)
    {
        var problems = ImmutableArray.CreateBuilder<OptionProblem>();
        Written = written;
        Policies = policies;
        RequiredOn = Parse(OptionDefinitions.RequiredOn);
        TestsRequiredOn = Parse(OptionDefinitions.TestsRequiredOn);
        ApiSurface = Parse(OptionDefinitions.ApiSurface);
        Exempt = Parse(OptionDefinitions.Exempt);
        AssemblyDefaultDeclares = Parse(OptionDefinitions.AssemblyDefaultDeclares);
        RequiredFields = Parse(OptionDefinitions.RequiredFields);
        DefaultOrigin = Parse(OptionDefinitions.DefaultOrigin);
        ToolIndex = ToolIndex.With(WithoutRedefined(Parse(OptionDefinitions.CustomTools)));
        Tools = Parse(OptionDefinitions.Tools);
        AttributeAliases = Parse(OptionDefinitions.AttributeAliases);
        Exclude = Parse(OptionDefinitions.Exclude);
        ReviewRequired = Parse(OptionDefinitions.ReviewRequired);
        TestsReviewRequired = Parse(OptionDefinitions.TestsReviewRequired);
        ReviewOn = Parse(OptionDefinitions.ReviewOn);
        ReviewsRequired = Parse(OptionDefinitions.ReviewsRequired);
        Reviewers = Parse(OptionDefinitions.Reviewers);
        RequireDigest = Parse(OptionDefinitions.RequireDigest);
        IndependentReview = Parse(OptionDefinitions.IndependentReview);
        ReviewMaxAgeDays = Parse(OptionDefinitions.ReviewMaxAgeDays);
        ShowDigest = Parse(OptionDefinitions.ShowDigest);
        Policy = new PolicyOptions
        {
            AllowedOrigins = ParseBoth(OptionDefinitions.AllowedOrigins),
            AllowedTools = ParseBoth(OptionDefinitions.AllowedTools),
            DeniedTools = ParseBoth(OptionDefinitions.DeniedTools),
            AllowedProviders = ParseBoth(OptionDefinitions.AllowedProviders),
            DeniedProviders = ParseBoth(OptionDefinitions.DeniedProviders),
            DeniedModels = Parse(OptionDefinitions.DeniedModels),
            SuspendedTools = Parse(OptionDefinitions.SuspendedTools),
            TrainingCorpus = Parse(OptionDefinitions.TrainingCorpus),
            TrainingExemptProviders = Parse(OptionDefinitions.TrainingExemptProviders),
        };

        foreach (var option in written)
        {
            if (!OptionDefinitions.Keys.Contains(option.Key))
            {
                Report(option.Key, Spelling.Nearest(option.Key, OptionDefinitions.Keys) is { } nearest
                    ? $"is unknown; did you mean '{nearest}'?"
                    : $"is unknown; the options are {string.Join(", ", OptionDefinitions.All.Select(definition => definition.Key))}");
            }
        }

        foreach (var tool in Tools.Concat(AttributeAliases.Select(alias => alias.Tool).OfType<string>()).Distinct())
        {
            if (!ToolIndex.IsKnown(tool))
            {
                Report(
                    (Tools.Contains(tool) ? OptionDefinitions.Tools : (OptionDefinition)OptionDefinitions.AttributeAliases).Key,
                    PolicyConflicts.UnknownTool(tool, ToolIndex));
            }
        }

        Tools = Tools.RemoveAll(tool => !ToolIndex.IsKnown(tool));
        if (DefaultOrigin.IsAIMade() && Tools.IsEmpty)
        {
            Report(
                OptionDefinitions.DefaultOrigin.Key,
                $"contradicts {OptionDefinitions.Tools.Key}, which names no tool: AI-made code needs one, so name a tool or use unknown");
            DefaultOrigin = Origin.Unknown;
        }

        if (RequiredOn == RequiredOn.Members && AssemblyDefaultDeclares)
        {
            Report(
                OptionDefinitions.AssemblyDefaultDeclares.Key,
                $"contradicts {OptionDefinitions.RequiredOn.Key} = members, which asks each member for an annotation of its own; "
                + "use one of the two");
        }

        if (RequireDigest && AttributeAliases.FirstOrDefault(alias => alias.Origin == null) is { } reviewAlias)
        {
            Report(
                OptionDefinitions.AttributeAliases.Key,
                $"makes '{reviewAlias.Name}' a review marker, which cannot have a digest and so never counts while "
                + $"{OptionDefinitions.RequireDigest.Key} = true; set that to false, or leave the alias out");
        }

        if (ReviewsRequired > Reviewers.Length && !Reviewers.IsEmpty && !Reviewers.Any(pattern => pattern.IndexOfAny(['*', '?']) >= 0))
        {
            Report(
                OptionDefinitions.ReviewsRequired.Key,
                $"asks for more people than {OptionDefinitions.Reviewers.Key} names: {string.Join(", ", Reviewers)}; "
                + "name more, or ask for fewer");
        }

        foreach (var (option, explanation) in PolicyConflicts.Find(Policy, ToolIndex))
        {
            Report(option.Key, explanation);
        }

        Problems = problems.ToImmutable();

        T Parse<T>(OptionDefinition<T> definition)
        {
            var value = definition.DefaultIn(mode);
            if (written.TryGetValue(definition.Key, out var text) && !definition.TryParse(text, mode, out value, out var explanation))
            {
                Report(definition.Key, explanation);
            }

            foreach (var policy in policies)
            {
                value = definition.Combine(value, policy);
            }

            return value;
        }

        ScopedValue<T> ParseBoth<T>(ScopedOption<T> option) => new(option, Parse(option.General), Parse(option.Tests));

        ImmutableDictionary<string, string> WithoutRedefined(ImmutableDictionary<string, string> tools) => tools.RemoveRange(policies
            .Where(policy => policy.Options.Policy.LooksAtTools)
            .SelectMany(policy => tools.Where(tool => OptionLocks.Redefines(tool, policy.Options.ToolIndex)))
            .Select(tool => tool.Key));

        // What only a policy file says is not this file's problem.
        void Report(string key, string explanation)
        {
            if (written.TryGetValue(key, out var value))
            {
                problems.Add(new OptionProblem(key, value, explanation));
            }
        }
    }

    public RequiredOn RequiredOn { get; }

    public TestsRequiredOn TestsRequiredOn { get; }

    public ApiSurface ApiSurface { get; }

    public Exempt Exempt { get; }

    public bool AssemblyDefaultDeclares { get; }

    public RequiredFields RequiredFields { get; }

    public Origin DefaultOrigin { get; }

    public ImmutableArray<string> Tools { get; }

    public ToolIndex ToolIndex { get; }

    public ImmutableArray<AttributeAlias> AttributeAliases { get; }

    public bool Exclude { get; }

    public ReviewRequired ReviewRequired { get; }

    public ReviewRequired TestsReviewRequired { get; }

    public ReviewOn ReviewOn { get; }

    public int ReviewsRequired { get; }

    public ImmutableArray<string> Reviewers { get; }

    public bool RequireDigest { get; }

    public bool IndependentReview { get; }

    public int? ReviewMaxAgeDays { get; }

    public bool ShowDigest { get; }

    /// <summary>Which AI output may be where, as far as these options say it; each of <see cref="Policies"/> says it too.</summary>
    public PolicyOptions Policy { get; }

    /// <summary>The policy files, whose other options these options hold already where they are stricter.</summary>
    public ImmutableArray<PolicyFile> Policies { get; }

    /// <summary>Whether anything says which AI output may be where.</summary>
    public bool HasPolicy => !Policy.IsEmpty || Policies.Any(policy => !policy.Options.Policy.IsEmpty);

    /// <summary>The options as written: keys, lower case, and their values.</summary>
    public ImmutableDictionary<string, string> Written { get; }

    /// <summary>What is wrong with the options; the wrong ones have their default value.</summary>
    public ImmutableArray<OptionProblem> Problems { get; }

    /// <summary>Reads the options that hold for a source file.</summary>
    /// <param name="config">What the configuration files say for the source file.</param>
    /// <param name="mode">The mode, which sets the defaults.</param>
    /// <param name="policies">The policy files of the project.</param>
    /// <param name="others">Options of another file in this mode; returned if the same is written for this one, as it mostly is.</param>
    public static ProvenanceOptions Read(
        AnalyzerConfigOptions config, AnalysisMode mode, ImmutableArray<PolicyFile> policies, ProvenanceOptions? others = null)
    {
        if (others != null && others.IsWrittenIn(config))
        {
            return others;
        }

        ImmutableDictionary<string, string>.Builder? written = null;
        foreach (var key in config.Keys)
        {
            if (key.StartsWith(OptionDefinition.Prefix, StringComparison.OrdinalIgnoreCase) && config.TryGetValue(key, out var value))
            {
                written ??= ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                written[key.ToLowerInvariant()] = value;
            }
        }

        return written != null || !policies.IsEmpty
                ? new ProvenanceOptions(written?.ToImmutable() ?? ImmutableDictionary<string, string>.Empty, mode, policies)
            : mode == AnalysisMode.Strict ? StrictDefaults
            : Defaults;
    }

    /// <summary>The options that a policy file locks, and the defaults of all others.</summary>
    public static ProvenanceOptions OfPolicy(ImmutableDictionary<string, string> written) => new(written, AnalysisMode.Default, []);

    /// <summary>Reads the mode; a wrong value is an error of the package's targets, and counts as the default here.</summary>
    public static AnalysisMode ReadMode(AnalyzerConfigOptions globalOptions) =>
        globalOptions.TryGetValue(BuildProperties.Mode, out var text)
        && Enum.TryParse<AnalysisMode>(text, ignoreCase: true, out var mode)
            ? mode
            : AnalysisMode.Default;

    private bool IsWrittenIn(AnalyzerConfigOptions config)
    {
        var count = 0;
        foreach (var key in config.Keys)
        {
            if (key.StartsWith(OptionDefinition.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                if (!config.TryGetValue(key, out var value) || !Written.TryGetValue(key, out var other) || value != other)
                {
                    return false;
                }

                count++;
            }
        }

        return count == Written.Count;
    }
}
