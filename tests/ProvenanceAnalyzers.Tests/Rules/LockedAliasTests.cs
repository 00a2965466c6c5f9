using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Rules;

/// <summary>Which attributes of other libraries stand in for ours under a policy: those alone that it names itself.</summary>
public sealed class LockedAliasTests
{
    private const string Code = "[System.Serializable] public class C { }";

    [Theory]
    [InlineData("required_on = types", "human", "PROV0006, PROV1001")]
    [InlineData("required_on = types", "assisted:claude-code", "PROV0006, PROV1001")]
    [InlineData("denied_tools = codex", "generated", "PROV0006, PROV1001")]
    [InlineData("denied_tools = codex", "autonomous:claude-code", "PROV0006, PROV1001")]
    [InlineData("allowed_origins = human", "human", "PROV0006, PROV1001")]
    [InlineData("required_on = types; required_fields = on, model", "generated:claude-code", "PROV0006, PROV1001")]
    public async Task An_alias_of_an_option_declares_nothing(string policy, string meaning, string ids)
    {
        var project = Project(policy) with { Options = $"provenance.attribute_aliases = Serializable:{meaning}" };

        Assert.Equal(ids, await project.IdsAsync());
    }

    [Theory]
    [InlineData("required_on = types", "human", "")]
    [InlineData("required_on = types", "assisted:claude-code", "")]
    [InlineData("denied_tools = codex", "generated:codex", "PROV3001")]
    [InlineData("denied_tools = codex", "generated", "PROV0002")]
    [InlineData("required_fields = on, model", "generated:claude-code", "PROV0002")]
    [InlineData("required_fields = on, model", "human", "")]
    public async Task An_alias_of_the_policy_counts_and_is_held_to_what_the_policy_asks(string policy, string meaning, string ids)
    {
        var project = Project($"{policy}; attribute_aliases = Serializable:{meaning}");

        Assert.Equal(ids, await project.IdsAsync());
    }

    [Theory]
    [InlineData("review_required = ai; require_digest = false", "PROV0006, PROV2001")]
    [InlineData("review_required = ai; require_digest = false; attribute_aliases = Obsolete:review", "")]
    public async Task Nothing_is_reviewed_by_an_alias_of_an_option(string policy, string ids)
    {
        var project = Project(policy) with
        {
            Options = "provenance.attribute_aliases = Obsolete:review\nprovenance.require_digest = false",
            Files =
            [
                ("C.cs", "using ProvenanceAnalyzers; [AIProvenance(AIOrigin.Generated, Tool = \"codex\"), System.Obsolete] class C { }"),
            ],
        };

        Assert.Equal(ids, await project.IdsAsync());
    }

    private static LockedProject Project(string policy) => new()
    {
        Policy = string.Concat(policy.Split(';').Select(line => $"provenance.{line.Trim()}\n")),
        Options = "provenance.review_required = none",
        Files = [("C.cs", Code)],
    };
}
