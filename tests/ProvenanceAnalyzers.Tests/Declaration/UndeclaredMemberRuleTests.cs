using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Declaration;

public sealed class UndeclaredMemberRuleTests
{
    private const string RequiredOnMembers = "provenance.required_on = members";

    [Fact]
    public Task Reports_each_member_with_a_body() => new ProvenanceTest
    {
        Source = """
            class C
            {
                int field;
                int Auto { get; set; }
                {|PROV1004:C|}() { }
                static {|PROV1004:C|}() { }
                ~{|PROV1004:C|}() { }
                void {|PROV1004:M|}() { void Local() { } }
                int {|PROV1004:P|} => 1;
                int {|PROV1004:Q|} { get { return 1; } set { } }
                int {|PROV1004:this|}[int i] => i;
                event System.Action {|PROV1004:E|} { add { } remove { } }
                event System.Action FieldLike;
                public static C operator {|PROV1004:+|}(C left, C right) => left;
                public static explicit {|PROV1004:operator|} int(C c) => 1;
                extern void Extern();
            }
            abstract class D { public abstract void M(); public virtual void {|PROV1004:N|}() { } }
            interface I { void M(); void {|PROV1004:N|}() { } }
            record R(int X) { int {|PROV1004:Y|} => X; }
            """,
        Options = RequiredOnMembers,
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.Errors,
    }.RunAsync();

    [Fact]
    public Task An_annotation_on_the_type_or_the_file_is_not_the_members_own() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [assembly: AIProvenance(AIOrigin.Human, Target = "Test0.cs")]
            [AIProvenance(AIOrigin.Human)]
            class C
            {
                void {|PROV1004:M|}() { }
                [AIProvenance(AIOrigin.Human)] void N() { }
                int P { [AIProvenance(AIOrigin.Human)] get => 1; }
            }
            """.Replace("int P {", "int {|PROV1004:P|} {", StringComparison.Ordinal),
        Options = RequiredOnMembers,
    }.RunAsync();

    [Fact]
    public Task A_partial_member_is_reported_where_its_body_is() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "partial class C { partial void M(); public partial int P { get; } partial void Generated(); }"),
            ("B.cs", "partial class C { partial void {|PROV1004:M|}() { } public partial int {|PROV1004:P|} => 1; }"),
            ("C.g.cs", "partial class C { partial void Generated() { } void Other() { } }"),
        ],
        Options = RequiredOnMembers,
    }.RunAsync();

    [Fact]
    public Task An_annotation_on_either_part_of_a_partial_member_counts() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            partial class C
            {
                [AIProvenance(AIOrigin.Human)] partial void M();
                partial void M() { }
            }
            """,
        Options = RequiredOnMembers,
    }.RunAsync();

    [Fact]
    public Task Api_surface_public_asks_what_other_assemblies_see() => new ProvenanceTest
    {
        Source = """
            public class C
            {
                public void {|PROV1004:Public|}() { }
                protected void {|PROV1004:Protected|}() { }
                internal void Internal() { }
                private protected void PrivateProtected() { }
                class Nested { public void M() { } }
            }
            """,
        Options = RequiredOnMembers + "\nprovenance.api_surface = public",
    }.RunAsync();

    [Fact]
    public Task Is_silent_unless_asked_for() =>
        new ProvenanceTest { Source = "class {|PROV1001:C|} { void M() { } }" }.RunAsync();

    [Fact]
    public Task Options_hold_for_the_part_that_a_member_is_in() => new ProvenanceTest
    {
        Files =
        [
            ("A.cs", "partial class {|PROV1001:C|} { void M() { } }"),
            ("members/B.cs", "partial class C { void {|PROV1004:N|}() { } }"),
        ],
        Options = "[members/*.cs]\n" + RequiredOnMembers,
    }.RunAsync();

    [Fact]
    public Task Its_fix_declares_the_member() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            class C
            {
                // What it does.
                public static void {|PROV1004:M|}() { } public int {|PROV1004:P|} => 1;
            }
            """,
        Fixed = """
            using ProvenanceAnalyzers;
            class C
            {
                // What it does.
                [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}]
                public static void M() { } [{|PROV1006:AIProvenance(AIOrigin.Unknown)|}] public int P => 1;
            }
            """,
        Options = ProvenanceTest.UnknownInBulk + RequiredOnMembers,
        NumberOfIncrementalIterations = 2,
        NumberOfFixAllIterations = 1,
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV1004\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Declaration\", \"PROV1004\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV1004.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Source = $"using ProvenanceAnalyzers;\n[AIProvenance(AIOrigin.Human)] class C\n{{\n{before}void M() {{ }}\n}}",
        Options = RequiredOnMembers + "\n" + options,
    }.RunAsync();
}
