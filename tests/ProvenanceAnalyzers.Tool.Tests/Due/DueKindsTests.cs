using System.Reflection;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Due;

namespace ProvenanceAnalyzers.Tool.Tests.Due;

/// <summary>Each rule's findings wait for something.</summary>
public sealed class DueKindsTests
{
    [Fact]
    public void Every_rule_but_the_record_has_a_kind() => Assert.Equal(
        typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(id => id != "PROV9001")
            .Order(StringComparer.Ordinal),
        DueKinds.Rules.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("PROV1001", "undeclared", false)]
    [InlineData("PROV0002", "malformed", false)]
    [InlineData("PROV2001", "unreviewed", true)]
    [InlineData("PROV2003", "stale", true)]
    [InlineData("PROV2005", "refused", true)]
    [InlineData("PROV3001", "forbidden", false)]
    [InlineData("PROV4001", "contradicted", false)]
    [InlineData("PROV0006", "configuration", false)]
    public void A_rule_has_the_kind_that_its_page_says(string rule, string name, bool isReview)
    {
        Assert.Equal(name, DueKinds.Name(DueKinds.Of(rule)));
        Assert.Equal(isReview, DueKinds.IsReview(DueKinds.Of(rule)));
    }

    [Fact]
    public void Each_kind_says_what_to_do() =>
        Assert.All(Enum.GetValues<DueKind>(), kind => Assert.NotEmpty(DueKinds.WhatToDo(kind)));
}
