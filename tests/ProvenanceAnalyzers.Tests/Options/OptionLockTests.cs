using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Options;

/// <summary>
/// Each option that a policy can lock, held against a stricter, the same, a looser and no value in the options, and without being locked.
/// </summary>
public sealed class OptionLockTests
{
    /// <summary>
    /// Option, locked value, stricter and looser values with <c>|</c> in between; empty where the locked value is the strictest, or where
    /// an option can only add to the policy.
    /// </summary>
    private static readonly (string Option, string Locked, string Stricter, string Looser)[] Rows =
    [
        ("required_on", "types", "members", "none"),
        ("required_on", "members", "", "types|none"),
        ("tests.required_on", "classes", "methods", "none"),
        ("tests.required_on", "methods", "", "classes|none"),
        ("api_surface", "public", "all", ""),
        ("api_surface", "all", "", "public"),
        ("exempt", "trivial", "none", ""),
        ("exempt", "none", "", "trivial"),
        ("assembly_default_declares", "true", "false", ""),
        ("assembly_default_declares", "false", "", "true"),
        ("required_fields", "model, on", "model, on, reference|model|reference", ""),
        ("custom_tools", "ours=contoso", "ours=contoso, theirs=fabrikam|theirs=fabrikam", "ours=other"),
        ("attribute_aliases", "Obsolete:generated:codex", "Serializable:human", "Obsolete:human|ObsoleteAttribute:generated"),
        (
            "attribute_aliases",
            "Obsolete:generated:codex, Serializable:generated:codex",
            "Serializable:generated:codex",
            "Obsolete:human|Serializable:human|Obsolete:generated:codex, SerializableAttribute:human"),
        ("generated_files", "Gen/**, X.g.cs", "X.g.cs", "Other/**|Gen/**, Other/**"),
        ("exclude", "true", "false", ""),
        ("exclude", "false", "", "true"),
        ("review_required", "ai", "all", "none"),
        ("review_required", "all", "", "ai|none"),
        ("tests.review_required", "ai", "all", "none"),
        ("tests.review_required", "all", "", "ai|none"),
        ("review_on", "types", "members", ""),
        ("review_on", "members", "", "types"),
        ("reviews_required", "2", "3", "1"),
        ("reviewers", "*@example.com, staff:*", "bob@example.com|b*@example.com, staff:1", "bob@example.org|bob@example.com, *"),
        ("require_digest", "false", "true", ""),
        ("require_digest", "true", "", "false"),
        ("independent_review", "false", "true", ""),
        ("independent_review", "true", "", "false"),
        ("review_max_age_days", "30", "7", "31|"),
        ("allowed_origins", "human, assisted", "human", "generated|human, assisted, unknown"),
        ("tests.allowed_origins", "human, assisted", "human", "generated"),
        ("allowed_tools", "codex, cursor", "codex", "claude-code|codex, claude-code|claude"),
        ("tests.allowed_tools", "codex, cursor", "cursor", "claude-code"),
        ("denied_tools", "codex", "cursor", ""),
        ("tests.denied_tools", "codex", "cursor", ""),
        ("allowed_providers", "openai, anthropic", "openai", "google|openai, google"),
        ("tests.allowed_providers", "openai, anthropic", "anthropic", "google"),
        ("denied_providers", "openai", "google", ""),
        ("tests.denied_providers", "openai", "google", ""),
        ("denied_models", "gpt-*", "claude-*", ""),
        ("suspended_tools", "codex:2026-06-29..", "cursor:2026-06-29..", ""),
        ("training_corpus", "true", "", "false"),
        ("training_corpus", "false", "true", ""),
        ("training_exempt_providers", "meta, openai", "meta", "google|meta, google"),
        ("evidence_contradicts", "commit", "trailer", "line"),
        ("evidence_contradicts", "trailer", "", "commit|line"),
        ("evidence_tolerance", "10", "5", "11"),
        ("review_attestation", "human", "reviewer", "none"),
        ("review_attestation", "reviewer", "", "human|none"),
        ("review_lines_per_commit", "400", "300", "401|"),
    ];

    /// <summary>What each row makes of the options: a value, and whether it weakens what is locked.</summary>
    public static TheoryData<string, string, string?, bool> Values
    {
        get
        {
            var values = new TheoryData<string, string, string?, bool>();
            foreach (var (option, locked, stricter, looser) in Rows)
            {
                values.Add(option, locked, null, false);
                values.Add(option, locked, locked, false);
                foreach (var value in Split(stricter))
                {
                    values.Add(option, locked, value, false);
                }

                foreach (var value in Split(looser))
                {
                    values.Add(option, locked, value, true);
                }
            }

            return values;
        }
    }

    /// <summary>Each looser value once more, where the policy locks another option that has nothing to do with it.</summary>
    public static TheoryData<string, string> Unlocked
    {
        get
        {
            var values = new TheoryData<string, string>();
            // Where there is a policy, it alone says which files are generated.
            foreach (var (option, value) in Rows
                .Where(row => row.Option != "generated_files")
                .SelectMany(row => Split(row.Looser).Select(value => (row.Option, value)))
                .Distinct())
            {
                values.Add(option, value);
            }

            return values;
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task What_is_looser_than_what_is_locked_is_reported_and_nothing_else(
        string option, string locked, string? written, bool isLooser)
    {
        var project = new LockedProject
        {
            Policy = $"provenance.{option} = {locked}\n",
            Options = written != null ? $"provenance.{option} = {written}\n" : string.Empty,
        };

        Assert.Equal(isLooser, await IsWeakenedAsync(project));
    }

    [Theory]
    [MemberData(nameof(Unlocked))]
    public async Task What_no_policy_asks_for_may_be_as_loose_as_it_likes(string option, string written)
    {
        var project = new LockedProject { Policy = "provenance.due = warning\n", Options = $"provenance.{option} = {written}\n" };

        Assert.False(await IsWeakenedAsync(project));
    }

    [Theory]
    [MemberData(nameof(RestsOn))]
    public async Task What_is_asked_for_rests_on_defaults_that_no_option_may_loosen(
        string asker, string value, string option, string looser)
    {
        var project = new LockedProject { Policy = $"provenance.{asker} = {value}\n", Options = $"provenance.{option} = {looser}\n" };
        Assert.True(await IsWeakenedAsync(project));

        var named = project with { Policy = $"{project.Policy}provenance.{option} = {looser}\n" };
        Assert.False(await IsWeakenedAsync(named));
    }

    /// <summary>
    /// What asks for declarations or reviews, each with each option that it rests on and a value that is looser than its default.
    /// </summary>
    public static TheoryData<string, string, string, string> RestsOn
    {
        get
        {
            (string Option, string Looser)[] testDeclarations =
                [("tests.required_on", "none"), ("assembly_default_declares", "true"), ("exclude", "true")];
            (string Option, string Looser)[] declarations =
                [("required_on", "none"), ("api_surface", "public"), ("exempt", "trivial"), .. testDeclarations];
            (string Option, string Looser)[] testReviews =
                [("tests.review_required", "none"), ("require_digest", "false"), ("independent_review", "false"), ("exclude", "true")];
            (string Option, string Looser)[] reviews = [("review_required", "none"), .. testReviews];
            (string Asker, string Value, (string Option, string Looser)[] Rests)[] askers =
            [
                ("required_on", "types", declarations),
                ("tests.required_on", "classes", testDeclarations),
                ("required_fields", "model", [("exclude", "true")]),
                ("review_required", "ai", reviews),
                ("tests.review_required", "ai", testReviews),
                ("reviews_required", "1", reviews),
                ("reviewers", "*@example.com", reviews),
                ("review_max_age_days", "30", reviews),
                ("allowed_origins", "human", declarations),
                ("tests.allowed_origins", "human", testDeclarations),
                ("allowed_tools", "codex", declarations),
                ("tests.allowed_tools", "codex", testDeclarations),
                ("denied_tools", "codex", declarations),
                ("tests.denied_tools", "codex", testDeclarations),
                ("allowed_providers", "openai", declarations),
                ("tests.allowed_providers", "openai", testDeclarations),
                ("denied_providers", "openai", declarations),
                ("tests.denied_providers", "openai", testDeclarations),
                ("denied_models", "gpt-*", declarations),
                ("suspended_tools", "codex:..", declarations),
                ("training_corpus", "true", declarations),
            ];
            (string Option, string Looser)[] evidence =
            [
                ("evidence_contradicts", "line"),
                ("evidence_tolerance", "50"),
                ("review_attestation", "none"),
                ("independent_review", "false"),
                ("exclude", "true"),
            ];
            askers =
            [
                .. askers,
                ("evidence", "true", evidence),
                ("evidence_contradicts", "commit", evidence),
                ("evidence_tolerance", "10", evidence),
                ("review_attestation", "human", evidence),
                ("review_lines_per_commit", "400", evidence),
            ];
            var rows = new TheoryData<string, string, string, string>();
            foreach (var (asker, value, rests) in askers)
            {
                foreach (var (option, looser) in rests.Where(row => row.Option != asker))
                {
                    rows.Add(asker, value, option, looser);
                }
            }

            return rows;
        }
    }

    [Theory]
    [InlineData("denied_tools = codex", "custom_tools = codex=shop", true)]
    [InlineData("denied_tools = codex", "custom_tools = claude=shop", true)]
    [InlineData("denied_providers = anthropic", "custom_tools = claude-code=shop", true)]
    [InlineData("denied_tools = codex", "custom_tools = codexx=shop", true)]
    [InlineData("training_corpus = true", "custom_tools = ours=shop", true)]
    [InlineData("denied_tools = codex\nprovenance.custom_tools = ours=shop", "custom_tools = ours=shop", false)]
    [InlineData("denied_tools = codex\nprovenance.custom_tools = ours=shop", "custom_tools = ours=shop, theirs=shop", true)]
    [InlineData("allowed_origins = human", "custom_tools = ours=shop", false)]
    [InlineData("denied_providers = anthropic", "custom_tools = claude-code=anthropic", false)]
    [InlineData("training_corpus = true", "training_exempt_providers = openai", true)]
    [InlineData("training_corpus = true", "training_exempt_providers =", false)]
    [InlineData("denied_tools = codex", "allowed_tools = chatgpt", true)]
    [InlineData("denied_tools = codex", "tests.allowed_tools = codex", true)]
    [InlineData("tests.denied_tools = codex", "allowed_tools = codex", false)]
    [InlineData("denied_tools = codex", "required_on = none", true)]
    [InlineData("denied_tools =", "required_on = none", false)]
    [InlineData("required_on = types", "attribute_aliases = Obsolete:human", true)]
    [InlineData("denied_tools = codex", "attribute_aliases = Obsolete:unknown", true)]
    [InlineData("required_on = types", "attribute_aliases = Obsolete:generated:codex", true)]
    [InlineData("tests.required_on = classes", "attribute_aliases = Obsolete:assisted", true)]
    [InlineData("required_fields = on", "attribute_aliases = Obsolete:generated:codex", true)]
    [InlineData("required_fields = on", "attribute_aliases = Obsolete:review", false)]
    [InlineData("tests.denied_tools = codex", "attribute_aliases = Obsolete:autonomous:cursor", true)]
    [InlineData("review_required = ai\nprovenance.require_digest = false", "attribute_aliases = Obsolete:review", true)]
    [InlineData("tests.review_required = all\nprovenance.require_digest = false", "attribute_aliases = Obsolete:review", true)]
    [InlineData("exclude = false", "attribute_aliases = Obsolete:human, Serializable:review", false)]
    [InlineData("required_on = types\nprovenance.attribute_aliases = Obsolete:human", "attribute_aliases = Obsolete:human", false)]
    [InlineData("review_required = ai", "attribute_aliases = Obsolete:human", false)]
    [InlineData("required_on = none", "api_surface = public", false)]
    [InlineData("review_max_age_days =", "review_required = none", false)]
    public async Task An_option_can_weaken_another(string locked, string written, bool isWeaker)
    {
        var project = new LockedProject { Policy = $"provenance.{locked}\n", Options = $"provenance.{written}\n" };

        Assert.Equal(isWeaker, await IsWeakenedAsync(project));
    }

    [Fact]
    public void Each_option_that_can_be_locked_has_a_row() => Assert.Equal(
        OptionDefinitions.All
            .Where(option => option is { CanBeLocked: true, IsForPolicyAlone: false })
            .Select(option => option.Key)
            .Order(StringComparer.Ordinal),
        Rows.Select(row => "provenance." + row.Option).Distinct().Order(StringComparer.Ordinal));

    private static async Task<bool> IsWeakenedAsync(LockedProject project) =>
        (await project.DiagnosticsAsync()).Any(diagnostic => diagnostic.Id == RuleIds.WeakenedPolicy);

    private static string[] Split(string values) => values.Length == 0 ? [] : values.Split('|');
}
