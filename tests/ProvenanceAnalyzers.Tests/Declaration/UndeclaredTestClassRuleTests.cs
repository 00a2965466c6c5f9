using ProvenanceAnalyzers.Tests.Infrastructure;

namespace ProvenanceAnalyzers.Tests.Declaration;

public sealed class UndeclaredTestClassRuleTests
{
    private const string XUnit = "using Xunit;\n";
    private const string NUnit = "using NUnit.Framework;\n";
    private const string MSTest = "using Microsoft.VisualStudio.TestTools.UnitTesting;\n";
    private const string TUnit = "using TUnit.Core;\n";

    public static TheoryData<Framework, string> TestClassSources
    {
        get
        {
            var data = new TheoryData<Framework, string>();
            foreach (var framework in new[] { Framework.XUnit2, Framework.XUnit3, Framework.XUnit4 })
            {
                data.Add(framework, XUnit + "public class {|PROV1002:C|} { [Fact] public void M() { } }");
                data.Add(framework, XUnit + "public class {|PROV1002:C|} { [Theory] public void M() { } }");
                data.Add(framework, XUnit + """
                    public sealed class {|PROV1001:RetryAttribute|} : FactAttribute { }
                    public class {|PROV1002:C|} { [Retry] public void M() { } }
                    """);
                data.Add(framework, XUnit + """
                    public class {|PROV1002:Database|} { }
                    public class {|PROV1002:C|} : IClassFixture<Database> { [Fact] public void M() { } }
                    """);
                data.Add(framework, XUnit + """
                    public class {|PROV1002:Database|}<T> { }
                    [CollectionDefinition("db")] public class {|PROV1002:Collection|} : ICollectionFixture<Database<int>> { }
                    public class {|PROV1001:Production|} { }
                    """);
            }

            foreach (var framework in new[] { Framework.XUnit3, Framework.XUnit4 })
            {
                data.Add(framework, XUnit + """
                    [assembly: AssemblyFixture(typeof(Server))]
                    public class {|PROV1002:Server|} { }
                    public class {|PROV1001:Production|} { }
                    """);
            }

            foreach (var framework in new[] { Framework.NUnit3, Framework.NUnit4, Framework.NUnit5 })
            {
                data.Add(framework, NUnit + "public class {|PROV1002:C|} { [Test] public void M() { } }");
                data.Add(framework, NUnit + "public class {|PROV1002:C|} { [TestCase(1)] public void M(int x) { } }");
                data.Add(framework, NUnit + "public class {|PROV1002:C|} { [TestCaseSource(\"X\")] public void M(int x) { } }");
                data.Add(framework, NUnit + "public class {|PROV1002:C|} { [Theory] public void M(int x) { } }");
                data.Add(framework, NUnit + "[TestFixture] public abstract class {|PROV1002:C|} { }");
                data.Add(framework, NUnit + "[SetUpFixture] public class {|PROV1002:C|} { [OneTimeSetUp] public void M() { } }");
                data.Add(framework, NUnit + """
                    public sealed class {|PROV1001:SlowAttribute|} : TestAttribute { }
                    public class {|PROV1002:C|} { [Slow] public void M() { } }
                    public class {|PROV1001:Production|} { }
                    """);
            }

            foreach (var framework in new[] { Framework.MSTest2, Framework.MSTest3, Framework.MSTest4 })
            {
                data.Add(framework, MSTest + "[TestClass] public class {|PROV1002:C|} { [TestMethod] public void M() { } }");
                data.Add(framework, MSTest + "public class {|PROV1002:C|} { [DataTestMethod] public void M() { } }");
                data.Add(framework, MSTest + "public class {|PROV1002:C|} { [AssemblyInitialize] public static void M() { } }");
                data.Add(framework, MSTest + "public class {|PROV1002:C|} { [AssemblyCleanup] public static void M() { } }");
                data.Add(framework, MSTest + "public class {|PROV1002:C|} { [ClassInitialize] public static void M() { } }");
                data.Add(framework, MSTest + """
                    public class {|PROV1001:UITestMethodAttribute|} : TestMethodAttribute { }
                    public class {|PROV1002:C|} { [UITestMethod] public void M() { } }
                    public class {|PROV1001:Production|} { }
                    """);
            }

            data.Add(Framework.MSTest4, MSTest + "public class {|PROV1002:C|} { [GlobalTestInitialize] public static void M() { } }");
            data.Add(Framework.TUnit, TUnit + "public class {|PROV1002:C|} { [Test] public void M() { } }");
            data.Add(Framework.TUnit, TUnit + "public class {|PROV1002:C|} { [Test, Arguments(1)] public void M(int x) { } }");
            data.Add(Framework.TUnit, TUnit + "public class {|PROV1002:C|} { [Before(HookType.Assembly)] public static void M() { } }");
            data.Add(Framework.TUnit, TUnit + "public class {|PROV1001:C|} { public void M() { } }");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(TestClassSources))]
    public Task Reports_test_classes_and_fixtures_of_the_real_frameworks(Framework framework, string source) =>
        new ProvenanceTest { Source = source, References = framework }.RunAsync();

    [Theory]
    [InlineData("using Test = Xunit.FactAttribute; class {|PROV1002:C|} { [Test] public void M() { } }")]
    [InlineData("class {|PROV1001:FactAttribute|} : System.Attribute { } class {|PROV1001:C|} { [Fact] public void M() { } }")]
    [InlineData("class {|PROV1002:Outer|} { class Inner { [Xunit.Fact] public void M() { } } }")]
    [InlineData("class {|PROV1002:Base|} { [Xunit.Fact] public void M() { } } class {|PROV1002:Derived|} : Base { }")]
    [InlineData("class {|PROV1002:Outer|} { class Nested : Outer { [Xunit.Fact] public void M() { } } }")]
    [InlineData("partial class {|PROV1002:C|} { } partial class C { [Xunit.Fact] public void M() { } }")]
    public Task The_symbol_decides_what_a_test_is(string source) =>
        new ProvenanceTest { Source = source, References = Framework.XUnit2 }.RunAsync();

    [Fact]
    public Task Is_silent_about_declared_test_classes() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            [AIProvenance(AIOrigin.Human)] class C { [Xunit.Fact] public void M() { } class Nested { [Xunit.Fact] public void M() { } } }
            """,
        References = Framework.XUnit2,
    }.RunAsync();

    [Fact]
    public Task Required_on_governs_code_and_tests_required_on_governs_tests() => new ProvenanceTest
    {
        Files =
        [
            ("code/A.cs", "class {|PROV1001:A|} { } class T1 { [Xunit.Fact] public void M() { } }"),
            ("tests/B.cs", "class B { } class {|PROV1002:T2|} { [Xunit.Fact] public void M() { } }"),
        ],
        Options = "[code/*.cs]\nprovenance.tests.required_on = none\n[tests/*.cs]\nprovenance.required_on = none",
        References = Framework.XUnit2,
    }.RunAsync();

    [Fact]
    public Task Tests_required_on_methods_asks_each_test_method_and_fixtures_without_any() => new ProvenanceTest
    {
        Source = """
            using ProvenanceAnalyzers;
            using Xunit;
            [AIProvenance(AIOrigin.Human)]
            public class C : IClassFixture<Database>
            {
                [Fact] public void {|PROV1002:M|}() { }
                [Fact, AIProvenance(AIOrigin.Human)] public void Declared() { }
                private void Helper() { }
                public class Nested { [Fact] public void {|PROV1002:N|}() { } }
            }
            public class {|PROV1002:Database|} { }
            public class {|PROV1001:Production|} { public void M() { } }
            """,
        Options = "provenance.tests.required_on = methods",
        References = Framework.XUnit2,
    }.RunAsync();

    [Theory]
    [InlineData("public int Evil() => 42;", true)]
    [InlineData("public int Evil { get { return 42; } }", true)]
    [InlineData("public C() { }", true)]
    [InlineData("static int f = System.Environment.TickCount;", true)]
    [InlineData("class N { int M() => 1; }", true)]
    [InlineData("[AIProvenance(AIOrigin.Human)] public int Good() => 42;", false)]
    [InlineData("[AIProvenance(AIOrigin.Human)] class N { int M() => 1; }", false)]
    [InlineData("class N { [Xunit.Fact, AIProvenance(AIOrigin.Human)] public void M() { } }", false)]
    [InlineData("int f; public int P { get; set; } enum E { } public delegate void D();", false)]
    public Task Tests_required_on_methods_asks_for_what_is_left_of_the_class(string beside, bool isDue) => new ProvenanceTest
    {
        Source = $$"""
            using ProvenanceAnalyzers;
            public class {{(isDue ? "{|PROV1002:C|}" : "C")}}
            {
                [Xunit.Fact, AIProvenance(AIOrigin.Human)] public void M() { }
                {{beside}}
            }
            """,
        Options = "provenance.tests.required_on = methods",
        References = Framework.XUnit2,
    }.RunAsync();

    [Trait("Case", "N8")]
    [Theory]
    [InlineData("namespace Xunit { class FactAttribute : System.Attribute { } }", "[Xunit.Fact] public void M() { }", "")]
    [InlineData("namespace Xunit { class CollectionDefinitionAttribute : System.Attribute { } }", "", "[Xunit.CollectionDefinition]")]
    [InlineData(
        "namespace Microsoft.VisualStudio.TestTools.UnitTesting { class TestClassAttribute : System.Attribute { } }",
        "",
        "[Microsoft.VisualStudio.TestTools.UnitTesting.TestClass]")]
    [InlineData("namespace TUnit.Core { class HookAttribute : System.Attribute { } }", "[TUnit.Core.Hook] public void M() { }", "")]
    public Task What_the_project_writes_under_the_name_of_a_framework_makes_no_test(string framework, string member, string attribute) =>
        new ProvenanceTest
        {
            Files =
            [
                ("Framework.cs", framework.Replace(
                    "class", "[ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Human)] class", StringComparison.Ordinal)),
                ("C.cs", $"{attribute} class {{|PROV1001:C|}} {{ {member} }}"),
            ],
            Options = "provenance.tests.required_on = none",
        }.RunAsync();

    [Fact]
    public Task Test_code_is_not_asked_for_provenance_member_by_member() => new ProvenanceTest
    {
        Source = "class {|PROV1002:C|} { [Xunit.Fact] public void M() { } void Helper() { } enum Nested { } }",
        Options = "provenance.required_on = members",
        References = Framework.XUnit2,
    }.RunAsync();

    [Fact]
    public Task Its_fixes_declare_test_classes_and_test_methods() => new ProvenanceTest
    {
        Source = """
            namespace N
            {
                public class {|PROV1002:C|}
                {
                    /// <summary>A test.</summary>
                    [Xunit.Fact]
                    public void M() { }
                }
            }
            """,
        Fixed = """
            namespace N
            {
                [{|PROV1006:ProvenanceAnalyzers.AIProvenance(ProvenanceAnalyzers.AIOrigin.Unknown)|}]
                public class C
                {
                    /// <summary>A test.</summary>
                    [Xunit.Fact]
                    public void M() { }
                }
            }
            """,
        Options = ProvenanceTest.UnknownInBulk,
        References = Framework.XUnit2,
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable PROV1002\n", "")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Declaration\", \"PROV1002\")]\n", "")]
    [InlineData("", "dotnet_diagnostic.PROV1002.severity = none")]
    public Task Is_suppressed_as_any_diagnostic_is(string before, string options) => new ProvenanceTest
    {
        Source = $"{before}class C {{ [Xunit.Fact] public void M() {{ }} }}",
        Options = options,
        References = Framework.XUnit2,
    }.RunAsync();
}
