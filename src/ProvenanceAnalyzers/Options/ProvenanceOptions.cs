using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Catalogue;

namespace ProvenanceAnalyzers.Options;

/// <summary>What the configuration files say for one source file.</summary>
internal sealed class ProvenanceOptions
{
    private static readonly ProvenanceOptions Defaults = new(ImmutableDictionary<string, string>.Empty, AnalysisMode.Default);
    private static readonly ProvenanceOptions StrictDefaults = new(ImmutableDictionary<string, string>.Empty, AnalysisMode.Strict);

    private ProvenanceOptions(ImmutableDictionary<string, string> written, AnalysisMode mode)
    {
        var problems = ImmutableArray.CreateBuilder<OptionProblem>();
        Written = written;
        RequiredOn = Parse(OptionDefinitions.RequiredOn);
        TestsRequiredOn = Parse(OptionDefinitions.TestsRequiredOn);
        ApiSurface = Parse(OptionDefinitions.ApiSurface);
        Exempt = Parse(OptionDefinitions.Exempt);
        AssemblyDefaultDeclares = Parse(OptionDefinitions.AssemblyDefaultDeclares);
        RequiredFields = Parse(OptionDefinitions.RequiredFields);
        DefaultOrigin = Parse(OptionDefinitions.DefaultOrigin);
        ToolIndex = ToolIndex.With(Parse(OptionDefinitions.CustomTools));
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
                var hint = ToolIndex.Nearest(tool) is { } nearest ? $"did you mean '{nearest}'? If not, " : string.Empty;
                Report(
                    (Tools.Contains(tool) ? OptionDefinitions.Tools : (OptionDefinition)OptionDefinitions.AttributeAliases).Key,
                    $"names the tool '{tool}', which is not known; {hint}add it to {OptionDefinitions.CustomTools.Key}");
            }
        }

        Tools = Tools.RemoveAll(tool => !ToolIndex.IsKnown(tool));
        if (DefaultOrigin.IsAIMade() && Tools.IsEmpty)
        {
            Report(
                OptionDefinitions.DefaultOrigin.Key,
                $"contradicts {OptionDefinitions.Tools.Key}, which names no tool: AI-made code needs one, so name a tool or use unknown");
            DefaultOrigin = AIOrigin.Unknown;
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
                $"asks for more people than {OptionDefinitions.Reviewers.Key} names: {string.Join(", ", Reviewers)}; name more, or ask for fewer");
        }

        Problems = problems.ToImmutable();

        T Parse<T>(OptionDefinition<T> definition)
        {
            if (!written.TryGetValue(definition.Key, out var text))
            {
                return definition.DefaultIn(mode);
            }

            if (!definition.TryParse(text, mode, out var value, out var explanation))
            {
                Report(definition.Key, explanation);
            }

            return value;
        }

        void Report(string key, string explanation) => problems.Add(new OptionProblem(key, written[key], explanation));
    }

    public RequiredOn RequiredOn { get; }

    public TestsRequiredOn TestsRequiredOn { get; }

    public ApiSurface ApiSurface { get; }

    public Exempt Exempt { get; }

    public bool AssemblyDefaultDeclares { get; }

    public RequiredFields RequiredFields { get; }

    public AIOrigin DefaultOrigin { get; }

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

    /// <summary>The options as written: keys, lower case, and their values.</summary>
    public ImmutableDictionary<string, string> Written { get; }

    /// <summary>What is wrong with the options; the wrong ones have their default value.</summary>
    public ImmutableArray<OptionProblem> Problems { get; }

    /// <summary>Reads the options that hold for a source file.</summary>
    /// <param name="config">What the configuration files say for the source file.</param>
    /// <param name="mode">The mode, which sets the defaults.</param>
    /// <param name="others">Options of another file in this mode; returned if the same is written for this one, as it mostly is.</param>
    public static ProvenanceOptions Read(AnalyzerConfigOptions config, AnalysisMode mode, ProvenanceOptions? others = null)
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

        return written != null ? new ProvenanceOptions(written.ToImmutable(), mode)
            : mode == AnalysisMode.Strict ? StrictDefaults
            : Defaults;
    }

    /// <summary>Reads the mode; a wrong value is an error of the package's targets, and counts as the default here.</summary>
    public static AnalysisMode ReadMode(AnalyzerConfigOptions globalOptions) =>
        globalOptions.TryGetValue("build_property.ProvenanceAnalysisMode", out var text)
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
