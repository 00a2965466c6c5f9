using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Options;

/// <summary>What the configuration files say for one source file.</summary>
internal sealed class ProvenanceOptions
{
    private static readonly ProvenanceOptions Defaults = new(ImmutableDictionary<string, string>.Empty, AnalysisMode.Default, [], []);
    private static readonly ProvenanceOptions StrictDefaults = new(ImmutableDictionary<string, string>.Empty, AnalysisMode.Strict, [], []);

    private readonly AnalysisMode _mode;
    private readonly List<ProvenanceOptions> _underOthers = [];

    /// <summary>The lists that add to what farther sections say, with that.</summary>
    private readonly ImmutableDictionary<string, string> _wholeLists;

    private ProvenanceOptions(
        ImmutableDictionary<string, string> written,
        AnalysisMode mode,
        ImmutableArray<ScopedPolicy> policies,
        ImmutableArray<Preset> presets,
        ImmutableDictionary<string, string>? wholeLists = null,
        bool isOfPolicy = false)
    {
        _mode = mode;
        _wholeLists = wholeLists ?? ImmutableDictionary<string, string>.Empty;
        Presets = presets;
        var isDefault = written.IsEmpty && policies.IsEmpty && presets.IsEmpty;
        var problems = new List<OptionProblem>();
        Written = written;
        Policies = policies;
        RequiredOn = Parse(OptionDefinitions.RequiredOn);
        TestsRequiredOn = Parse(OptionDefinitions.TestsRequiredOn);
        ApiSurface = Parse(OptionDefinitions.ApiSurface);
        Exempt = Parse(OptionDefinitions.Exempt);
        AssemblyDefaultDeclares = Parse(OptionDefinitions.AssemblyDefaultDeclares);
        RequiredFields = Parse(OptionDefinitions.RequiredFields);
        DefaultOrigin = Parse(OptionDefinitions.DefaultOrigin);
        var customTools = Parse(OptionDefinitions.CustomTools);
        ToolIndex = ToolIndex.With(customTools.IsEmpty ? customTools : WithoutRedefined(customTools));
        Due = Parse(OptionDefinitions.Due);
        AllowsBaseline = Parse(OptionDefinitions.Baseline);
        Tools = Parse(OptionDefinitions.Tools);
        AttributeAliases = Parse(OptionDefinitions.AttributeAliases);
        if (!policies.IsEmpty)
        {
            AttributeAliases = AttributeAliases.RemoveAll(alias => policies.Any(policy => policy.Forbids(alias)));
        }

        GeneratedFiles = Parse(OptionDefinitions.GeneratedFiles);
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
        EvidenceContradicts = Parse(OptionDefinitions.EvidenceContradicts);
        EvidenceTolerance = Parse(OptionDefinitions.EvidenceTolerance);
        ReviewAttestation = Parse(OptionDefinitions.ReviewAttestation);
        ReviewLinesPerCommit = Parse(OptionDefinitions.ReviewLinesPerCommit);
        AsksEvidence = Parse(OptionDefinitions.Evidence);
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

        if (!isDefault)
        {
            ReportKeys();
            ReportTools();
            ReportContradictions();
        }

        Problems = [.. problems];

        void ReportKeys()
        {
            foreach (var option in written)
            {
                if (!OptionDefinitions.ByKey.TryGetValue(option.Key, out var definition))
                {
                    Report(option.Key, Spelling.Nearest(option.Key, OptionDefinitions.ByKey.Keys) is { } nearest
                        ? $"is unknown; did you mean '{nearest}'?"
                        : $"is unknown; the options are {string.Join(", ", OptionDefinitions.All
                            .Where(known => isOfPolicy || !known.IsForPolicyAlone)
                            .Select(known => known.Key))}");
                }
                else if (definition.IsForPolicyAlone && !isOfPolicy)
                {
                    Report(option.Key, "has no effect here: it can stand in a policy file alone (ProvenancePolicyFile)");
                }
            }
        }

        void ReportTools()
        {
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
        }

        void ReportContradictions()
        {
            if (DefaultOrigin is { } origin && origin.IsAIMade() && Tools.IsEmpty)
            {
                Report(
                    OptionDefinitions.DefaultOrigin.Key,
                    $"contradicts {OptionDefinitions.Tools.Key}, which names no tool: "
                    + "AI-made code needs one, so name a tool or use unknown");
                DefaultOrigin = null;
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

            if (!Policy.IsEmpty || !Policy.TrainingExemptProviders.IsEmpty)
            {
                foreach (var (option, explanation) in PolicyConflicts.Find(Policy, ToolIndex))
                {
                    Report(option.Key, explanation);
                }
            }
        }

        // Most options are set nowhere. What looks at those that are is code of its own for each type of value, which the compiler would
        // translate anew in each build.
        T Parse<T>(OptionDefinition<T> definition) =>
            isDefault || !IsSet(definition) ? definition.DefaultIn(mode) : ParseSet(definition);

        bool IsSet(OptionDefinition definition) =>
            written.ContainsKey(definition.Key)
            || presets.Any(preset => preset.Defaults.TextOf(definition) != null)
            || policies.Any(policy => policy.TextOf(definition) != null);

        T ParseSet<T>(OptionDefinition<T> definition)
        {
            var value = definition.DefaultIn(mode);
            if (TextOf(definition) is { } text)
            {
                if (!definition.TryParse(text, mode, out value, out var explanation))
                {
                    Report(
                        definition.Key,
                        text == written[definition.Key] ? explanation : $"{explanation}; with what it adds to, it is '{text}'");
                }
            }
            else if (presets.Select(preset => preset.Defaults.TextOf(definition)).FirstOrDefault(one => one != null) is { } preset)
            {
                _ = definition.TryParse(preset, mode, out value, out _);
            }

            foreach (var policy in policies)
            {
                value = definition.Combine(value, policy);
            }

            return value;
        }

        ScopedValue<T> ParseBoth<T>(ScopedOption<T> option) => new(option, Parse(option.General), Parse(option.Tests));

        // A known tool keeps its name and provider: else an option could call any tool an in-house one. Where a policy is about tools, an
        // option adds none either: else whatever nobody knows could be called one.
        ImmutableDictionary<string, string> WithoutRedefined(ImmutableDictionary<string, string> tools)
        {
            var redefined = tools.Where(tool => OptionLocks.Redefines(tool, ToolIndex.Catalogue)).Select(tool => tool.Key)
                .OrderBy(tool => tool, StringComparer.Ordinal)
                .ToList();
            var aboutTools = policies.Where(policy => policy.Options.Policy.LooksAtTools).ToList();
            if (redefined.Count > 0 && aboutTools.Count == 0)
            {
                Report(
                    OptionDefinitions.CustomTools.Key,
                    $"redefines {string.Join(", ", redefined.Select(tool => $"'{tool}'"))}, which is known as "
                    + $"{string.Join(", ", redefined.Select(KnownAs))}; give a tool of your own another id");
            }

            return tools.RemoveRange(redefined).RemoveRange(tools
                .Where(tool => aboutTools.Exists(policy => OptionLocks.Redefines(tool, policy.Options.ToolIndex))
                    || (aboutTools.Count > 0 && !policies.Any(policy => OptionLocks.Knows(policy, tool))))
                .Select(tool => tool.Key));
        }

        static string KnownAs(string tool) =>
            $"{ToolIndex.Catalogue.IdOf(tool)}={ToolIndex.Catalogue.ProviderOf(tool) ?? "no provider of its own"}";

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

    /// <summary>What is declared in bulk; null: nothing, since nobody asked for it.</summary>
    public Origin? DefaultOrigin { get; private set; }

    public ImmutableArray<string> Tools { get; private set; }

    public ToolIndex ToolIndex { get; }

    public ImmutableArray<AttributeAlias> AttributeAliases { get; }

    public ImmutableArray<TargetPattern> GeneratedFiles { get; }

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

    /// <summary>The weakest evidence that contradicts an annotation.</summary>
    public EvidenceStrength EvidenceContradicts { get; }

    /// <summary>How many per cent of some code may be an AI's before that contradicts its annotation.</summary>
    public int EvidenceTolerance { get; }

    public ReviewAttestation ReviewAttestation { get; }

    public int? ReviewLinesPerCommit { get; }

    /// <summary>Whether a policy asks for evidence; of other options it means nothing.</summary>
    public bool AsksEvidence { get; }

    /// <summary>How hard a policy file asks for what is due; of other options it means nothing.</summary>
    public Due Due { get; }

    /// <summary>Whether every policy lets a baseline hold back what is due.</summary>
    public bool AllowsBaseline { get; }

    /// <summary>Which AI output may be where, as far as these options say it; each of <see cref="Policies"/> says it too.</summary>
    public PolicyOptions Policy { get; }

    /// <summary>The policy files, whose other options these options hold already where they are stricter.</summary>
    public ImmutableArray<ScopedPolicy> Policies { get; }

    /// <summary>The presets, whose values these options hold already where no other is set, but for what they deny.</summary>
    public ImmutableArray<Preset> Presets { get; }

    /// <summary>Whether anything says which AI output may be where.</summary>
    public bool HasPolicy => !Policy.IsEmpty
        || Policies.Any(policy => !policy.Options.Policy.IsEmpty)
        || Presets.Any(preset => !preset.Denials.IsEmpty);

    /// <summary>Whether anything denies tools, providers or models, or suspends some.</summary>
    public bool DeniesAI => Policy.DeniesAI
        || Policies.Any(policy => policy.Options.Policy.DeniesAI)
        || Presets.Any(preset => preset.Denials.DeniesAI);

    /// <summary>The options as written: keys, lower case, and their values.</summary>
    public ImmutableDictionary<string, string> Written { get; }

    /// <summary>What is wrong with the options; the wrong ones have their default value.</summary>
    public ImmutableArray<OptionProblem> Problems { get; }

    /// <summary>
    /// The value of an option as written, or null where it is not. Of a list that adds to another: both, where it is known what that is.
    /// </summary>
    public string? TextOf(OptionDefinition option)
    {
        if (!Written.TryGetValue(option.Key, out var text) || !ListAddition.Is(text) || !option.IsList)
        {
            return text;
        }

        text = _wholeLists.TryGetValue(option.Key, out var whole) ? whole : text;
        foreach (var preset in Presets)
        {
            if (ListAddition.Is(text) && preset.BaseOf(option) is { } list)
            {
                text = ListAddition.To(list, text);
            }
        }

        return text;
    }

    /// <summary>Reads the options that hold for a source file.</summary>
    /// <param name="config">What the configuration files say for the source file.</param>
    /// <param name="mode">The mode, which sets the defaults.</param>
    /// <param name="policies">What the policy files of the project say for the source file.</param>
    /// <param name="presets">The presets of the project.</param>
    /// <param name="wholeList">Finds the list to which the value of a key adds, with the value; null: no value adds to another one.</param>
    /// <param name="others">Options of another file in this mode; returned if the same is written for this one, as it mostly is.</param>
    public static ProvenanceOptions Read(
        AnalyzerConfigOptions config,
        AnalysisMode mode,
        ImmutableArray<ScopedPolicy> policies,
        ImmutableArray<Preset> presets,
        Func<string, string, string>? wholeList,
        ProvenanceOptions? others = null)
    {
        if (others != null
            && others.IsWrittenIn(config)
            && others.Policies.SequenceEqual(policies)
            && (wholeList == null || others.HasWholeLists(wholeList)))
        {
            return others;
        }

        ImmutableDictionary<string, string>.Builder? written = null;
        foreach (var key in config.Keys)
        {
            if (IsOurs(key) && config.TryGetValue(key, out var value))
            {
                written ??= ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                written[key.ToLowerInvariant()] = value;
            }
        }

        var wholeLists = written != null && wholeList != null ? FindWholeLists(written, wholeList) : null;
        return written != null || !policies.IsEmpty || !presets.IsEmpty
                ? new ProvenanceOptions(
                    written?.ToImmutable() ?? ImmutableDictionary<string, string>.Empty, mode, policies, presets, wholeLists)
            : mode == AnalysisMode.Strict ? StrictDefaults
            : Defaults;
    }

    /// <summary>The same options under other policies.</summary>
    public ProvenanceOptions Under(ImmutableArray<ScopedPolicy> policies)
    {
        if (Policies.SequenceEqual(policies))
        {
            return this;
        }

        lock (_underOthers)
        {
            if (_underOthers.Find(options => options.Policies.SequenceEqual(policies)) is not { } others)
            {
                _underOthers.Add(others = new ProvenanceOptions(Written, _mode, policies, Presets, _wholeLists));
            }

            return others;
        }
    }

    /// <summary>How the policies hold a rule here: the strictest of all.</summary>
    public RuleLock LockOf(string rule)
    {
        var strictest = RuleLock.None;
        foreach (var policy in Policies)
        {
            if (policy.LockOf(rule) is var one && one > strictest)
            {
                strictest = one;
            }
        }

        return strictest;
    }

    /// <summary>The options that a policy file locks, and the defaults of all others.</summary>
    public static ProvenanceOptions OfPolicy(ImmutableDictionary<string, string> written) =>
        new(written, AnalysisMode.Default, [], [], isOfPolicy: true);

    private static ImmutableDictionary<string, string> FindWholeLists(
        IEnumerable<KeyValuePair<string, string>> written, Func<string, string, string> wholeList) => written
        .Where(option => ListAddition.Is(option.Value))
        .ToImmutableDictionary(option => option.Key, option => wholeList(option.Key, option.Value), StringComparer.Ordinal);

    private bool HasWholeLists(Func<string, string, string> wholeList) =>
        _wholeLists.All(list => wholeList(list.Key, Written[list.Key]) == list.Value);

    // A file has dozens of others, and their first letter tells most of them.
    private static bool IsOurs(string key) =>
        key.Length > 0 && key[0] is 'p' or 'P' && key.StartsWith(OptionDefinition.Prefix, StringComparison.OrdinalIgnoreCase);

    private bool IsWrittenIn(AnalyzerConfigOptions config)
    {
        var count = 0;
        foreach (var key in config.Keys)
        {
            if (IsOurs(key))
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
