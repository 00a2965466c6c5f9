using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Declaration;

public sealed class UnknownOriginAnalyzerTests
{
    [Fact]
    public Task Reports_each_annotation_once_however_much_it_covers() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", """
                using ProvenanceAnalyzers;
                [assembly: {|PROV1006:AIProvenance(AIOrigin.Unknown, Target = "Old/**")|}]
                [assembly: {|PROV1006:AIProvenance(AIOrigin.Unknown)|}]
                [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] class C { void M() { } void N() { } class Nested { } }
                [AIProvenance(AIOrigin.Human)]
                class D
                {
                    [{|PROV1006:AIProvenance(0)|}] int field;
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] void M() { }
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] int P { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] get; }
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] event System.Action E;
                    [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] enum Nested { [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] A }
                }
                """),
            ("Old/B.cs", "class E { } class F { }"),
        ],
    }.RunAsync();

    [Fact]
    public Task An_annotation_in_one_part_of_a_partial_type_is_reported_there() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "partial class C { }"),
            ("B.cs", "[{|PROV1006:ProvenanceAnalyzers.AIProvenance(default)|}] partial class C { }"),
        ],
    }.RunAsync();

    [Fact]
    public Task An_alias_that_means_unknown_is_reported_as_well() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class LegacyAttribute : System.Attribute { }
            [{|PROV1006:Legacy|}] class C { }
            """,
        Options = "provenance.attribute_aliases = Legacy:unknown",
    }.RunAsync();
}
