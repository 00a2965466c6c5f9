namespace ProvenanceAnalyzers.Package.Tests.Locks;

/// <summary>Every way around that was tried. A row is a project; adding one is adding a line.</summary>
internal static class WaysAround
{
    private const string CI = "ContinuousIntegrationBuild=true";
    private const string Denied = "denied_tools = codex";
    private const string DeniedInCorpus = "denied_tools = codex; training_corpus = true";
    private const string Codex = "[AIProvenance(AIOrigin.Generated, Tool = \"codex\")]";
    private const string Claude = "[AIProvenance(AIOrigin.Generated, Tool = \"claude-code\")]";
    private const string Human = "[AIProvenance(AIOrigin.Human)]";
    private const string ByCodex = $"{Codex} public class C {{ }}";
    private const string Undeclared = "public class C { public int M() => 1; }";

    private const string InPackages = "<PropertyGroup><RestorePackagesPath>$(MSBuildThisFileDirectory)pk</RestorePackagesPath></PropertyGroup>";

    private const string SameTargets =
        "<Project><Target Name=\"ProvenanceCollectFacts\" /><Target Name=\"ProvenanceWriteFacts\" /><Target Name=\"ProvenanceCheckInputs\" />"
        + "<Target Name=\"ProvenanceCheckInputsAgain\" /><Target Name=\"ProvenanceNoteEvaluation\" /><Target Name=\"ProvenanceListFixtures\" />"
        + "</Project>";

    public static IReadOnlyList<WayAround> All { get; } =
    [
        // A configuration file or a property takes the policy, or a fact, away.
        new("PolicyMarkAtTheFile", Denied, "PROV3001") { Files = [C(ByCodex)], Options = "[company.provenance]\nbuild_metadata.ProvenancePolicyFile.ProvenanceIsPolicy = false" },
        new("PolicyMarkEverywhere", Denied, "PROV3001") { Files = [C(ByCodex)], Options = "[*]\nbuild_metadata.ProvenancePolicyFile.ProvenanceIsPolicy = false" },
        new("BaselineUpdateInGlobalConfig", "required_on = types", "PROV1001") { Files = [C(Undeclared)], GlobalOptions = "build_property.ProvenanceBaselineUpdate = true", Properties = CI },
        new("BaselineUpdateProperty", "required_on = types", "PROV1001") { Files = [C(Undeclared)], Properties = $"ProvenanceBaselineUpdate=true;{CI}" },
        new("BaselineUpdateFile", "required_on = types", "PROV") { Files = [C(Undeclared), ("X.Provenance.BaselineUpdate.tsv", "x")], Items = "<AdditionalFiles Include=\"X.Provenance.BaselineUpdate.tsv\" />", Properties = CI },
        new("BaselineUpdateInCI", "required_on = types", "PROVMSB") { Files = [C(Undeclared)], Properties = $"ProvenanceBaseline=update;{CI}" },
        new("TodayInGlobalConfig", "review_max_age_days = 30; require_digest = false", "PROV2007") { Files = [C($"{Claude}\n[HumanReviewed(\"a@example.com\", \"2020-01-01\")] public class C {{ }}")], Options = "provenance.require_digest = false", GlobalOptions = "build_property.ProvenanceToday = 2020-01-02", Properties = $"ProvenanceToday=2026-11-24;{CI}" },
        new("ModeInGlobalConfig", Denied, "PROV3001") { Files = [C(ByCodex)], GlobalOptions = "build_property.ProvenanceAnalysisMode = None" },
        new("ProjectDirInGlobalConfig", "[Evals/**] denied_tools = codex", "PROV3001") { Files = [("Evals/C.cs", ByCodex)], GlobalOptions = "build_property.ProjectDir = /elsewhere/" },
        new("NoGeneratedConfig", Denied, "PROV3001") { Files = [C(ByCodex)], Properties = "GenerateMSBuildEditorConfigFile=false" },
        new("NoEditorConfigFiles", Denied, "PROV3001") { Files = [C(ByCodex)], Targets = Before("CoreCompile", "<EditorConfigFiles Remove=\"@(EditorConfigFiles)\" />") },
        new("NoAdditionalFiles", Denied, "PROV") { Files = [C(ByCodex)], Targets = Before("CoreCompile", "<AdditionalFiles Remove=\"@(AdditionalFiles)\" />") },
        new("NoPolicyItem", Denied, "PROV") { Files = [C(ByCodex)], Targets = Before("CoreCompile", "<AdditionalFiles Remove=\"$(MSBuildThisFileDirectory)company.provenance\" />") },
        new("NoAnalyzers", Denied, "PROVMSB") { Files = [C(ByCodex)], Targets = Before("CoreCompile", "<Analyzer Remove=\"@(Analyzer)\" />") },
        new("NoVisibleMetadata", Denied, "PROV3001") { Files = [C(ByCodex)], Targets = "<ItemGroup><CompilerVisibleItemMetadata Remove=\"@(CompilerVisibleItemMetadata)\" /><CompilerVisibleProperty Remove=\"@(CompilerVisibleProperty)\" /></ItemGroup>" },
        new("WeakenedIncrementally", Denied, "PROV0006") { Files = [C($"{Human} public class C {{ }}"), ("weaker.txt", "is_global = true\nprovenance.exclude = true\n")], Targets = "<ItemGroup Condition=\"'$(Weaken)' == 'true'\"><EditorConfigFiles Include=\"$(MSBuildThisFileDirectory)weaker.txt\" /></ItemGroup>", Properties = "Weaken=true", IsBuiltBefore = true },
        new("TargetOfThatNameCollects", Denied, "PROV") { Files = [C(ByCodex)], Targets = "<Target Name=\"ProvenanceCollectFacts\" />" },
        new("TargetOfThatNameWrites", Denied, "PROV") { Files = [C(ByCodex)], Targets = "<Target Name=\"ProvenanceWriteFacts\" />" },
        new("TargetsOfThatNameCheck", Denied, "PROV") { Files = [C(ByCodex)], Targets = "<Target Name=\"ProvenanceCheckInputs\" /><Target Name=\"ProvenanceCheckInputsAgain\" />" + Before("CoreCompile", "<Analyzer Remove=\"@(Analyzer)\" />") },
        new("NotEnforcedLast", Denied, "PROV") { Files = [C(ByCodex)], Targets = "<PropertyGroup><CustomAfterDirectoryBuildTargets /></PropertyGroup>" },
        new("OtherLanguage", Denied, "PROV") { Files = [C(ByCodex)], Properties = "Language=XX" },
        new("NoRunAnalyzers", Denied, "PROVMSB") { Files = [C(ByCodex)], Properties = "RunAnalyzers=false" },
        new("NoRunAnalyzersDuringBuild", Denied, "PROVMSB") { Files = [C(ByCodex)], Properties = "RunAnalyzersDuringBuild=false" },
        new("DesignTime", Denied, "PROV3001") { Files = [C(ByCodex)], Properties = "DesignTimeBuild=true" },
        new("DesignTimeNoAnalyzers", Denied, "PROVMSB") { Files = [C(ByCodex)], Properties = "DesignTimeBuild=true;RunAnalyzers=false" },
        new("IntermediateIsProject", Denied, "PROV") { Files = [C(ByCodex)], Properties = "IntermediateOutputPath=./" },
        new("Nothing", Denied, "PROV3001") { Files = [C(ByCodex)] },
        new("ModeAudit", Denied, "PROV3001") { Files = [C(ByCodex)], Properties = "ProvenanceAnalysisMode=Audit" },
        new("ModeNone", Denied, "PROV") { Files = [C(ByCodex)], Properties = "ProvenanceAnalysisMode=None" },
        new("WarningsAsMessages", Denied, "PROV") { Files = [C(ByCodex)], Properties = "MSBuildWarningsAsMessages=PROV3001" },
        new("WarningsNotAsErrors", Denied, "PROV3001") { Files = [C(ByCodex)], Properties = "WarningsNotAsErrors=PROV3001;MSBuildWarningsNotAsErrors=PROV3001" },
        new("NoWarn", Denied, "PROV3001") { Files = [C(ByCodex)], Properties = "NoWarn=PROV3001" },
        new("WarningLevel", Denied, "PROV3001") { Files = [C(ByCodex)], Properties = "WarningLevel=0" },
        new("ImportedBefore", "required_on = types", "PROV1001") { Files = [C(Undeclared)], Properties = $"_ProvenanceTargets=x;{CI}" },
        new("BaselineUpdateFlag", "required_on = types", "PROV1001") { Files = [C(Undeclared)], Properties = $"_ProvenanceUpdatesBaseline=true;{CI}" },
        new("ResponseFile", Denied, "PROVMSB0031") { Files = [C(ByCodex), ("x.rsp", "/skipanalyzers+")], Properties = "CompilerResponseFile=x.rsp" },
        new("SkippedAsVisualStudioDoes", Denied, "PROVMSB0031") { Files = [C(ByCodex)], Properties = $"BuildingInsideVisualStudio=true;IsImplicitlyTriggeredBuild=true;{CI}" },
        new("CISaysNo", "required_on = types; due = error", "PROV1001") { Files = [C(Undeclared)], Properties = "CI=false;ContinuousIntegrationBuild=false" },

        // A severity, a pragma, an attribute, a line directive hides the finding.
        new("SeverityBehindHiddenLine", Denied, "PROV3001 PROV0006") { Files = [("A.cs", "#line hidden\npublic class A { }"), C(ByCodex)], Options = "dotnet_diagnostic.PROV3001.severity = none\ndotnet_diagnostic.PROV1001.severity = none" },
        new("SeverityOfUnknownTool", Denied, "PROV0003") { Files = [C("[AIProvenance(AIOrigin.Generated, Tool = \"codexx\")] public class C { }")], Options = "dotnet_diagnostic.PROV0003.severity = none", Properties = CI },
        new("SeverityOfUndeclared", Denied, "PROV1001") { Files = [C(Undeclared)], Options = "dotnet_diagnostic.PROV1001.severity = none", Properties = CI },
        new("SeverityOfAll", Denied, "PROV3001") { Files = [C(ByCodex)], GlobalOptions = "dotnet_analyzer_diagnostic.severity = none" },
        new("SuppressOnModule", Denied, "PROV3001") { Files = [C($"[module: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Provenance.Policy\", \"PROV3001\")]\n{ByCodex}")] },
        new("PragmaWithId", Denied, "PROV3001") { Files = [C($"#pragma warning disable PROV3001\n{ByCodex}")] },
        new("PragmaWithoutId", Denied, "PROV3001") { Files = [C($"#pragma warning disable\n{ByCodex}")] },

        // An option loosens what the policy rests on.
        new("ApiSurface", "required_on = types", "PROV0006") { Files = [C(Undeclared)], Options = "provenance.api_surface = public" },
        new("Trivial", "required_on = types", "PROV0006") { Files = [C(Undeclared)], Options = "provenance.exempt = trivial" },
        new("AssemblyDefault", "required_on = types", "PROV0006") { Files = [C($"[assembly: AIProvenance(AIOrigin.Unknown)]\n{Undeclared}")], Options = "provenance.assembly_default_declares = true" },
        new("NestedTest", "required_on = types", "PROV0006") { Files = [C("public class C { public class T { [Xunit.Fact] public void F() { } } public int M() => 1; }")], Options = "provenance.tests.required_on = none", Packages = ["xunit/2.9.3"] },
        new("NoDigest", "review_required = ai", "PROV0006") { Files = [C(ByCodex)], Options = "provenance.require_digest = false" },
        new("OwnReview", "review_required = ai", "PROV0006") { Files = [C(ByCodex)], Options = "provenance.independent_review = false" },
        new("NoTestReview", "review_required = ai", "PROV0006") { Files = [C(ByCodex)], Options = "provenance.tests.review_required = none" },
        new("NoneRequired", Denied, "PROV0006") { Files = [C(Undeclared)], Options = "provenance.required_on = none" },
        new("Excluded", Denied, "PROV0006") { Files = [C(ByCodex)], Options = "provenance.exclude = true" },
        new("ExcludedUndeclared", Denied, "PROV0006 PROV1001") { Files = [C(Undeclared)], Options = "provenance.exclude = true", Properties = CI },
        new("AliasReviews", "review_required = ai; reviewers = *@example.com; require_digest = false", "PROV2") { Files = [C($"{Claude}\n[System.Obsolete] public class C {{ }}")], Options = "provenance.require_digest = false\nprovenance.attribute_aliases = Obsolete:review", Properties = CI },
        new("AliasDeclares", "required_on = types", "PROV0006 PROV1001") { Files = [C("[System.Obsolete] public class C { public int M() => 1; }")], Options = "provenance.attribute_aliases = Obsolete:human", Properties = CI },
        new("SecondPolicyNamesGenerated", Denied, "PROV0009") { Files = [("X.g.cs", Undeclared), ("team.provenance", "provenance.generated_files = **\nprovenance.due = warning\n")], Items = "<ProvenancePolicyFile Include=\"team.provenance\" />" },
        new("ShopClaude", "denied_providers = anthropic", "PROV0006 PROV3001") { Files = [C($"{Claude} public class C {{ }}")], Options = "provenance.custom_tools = claude-code=shop\nprovenance.training_exempt_providers = shop" },
        new("SectionFolder", "[Evals/**] denied_tools = codex; [Evals/**] allowed_origins = human", "PROV3001 PROV3003") { Files = [("Evals/C.cs", ByCodex)] },
        new("PolicyBaseline", "required_on = types; baseline = false", "PROV0006") { Files = [C(Undeclared), ("Provenance.Baseline.txt", "T:C h1:00000000000000000000000000000000\n")] },

        // Code out of sight.
        new("HiddenLineAbove", Denied, "PROV3001") { Files = [C($"#line hidden\n{ByCodex}")] },
        new("HiddenLineAroundMember", Denied, "PROV3001") { Files = [C($"{Human} public class C {{\n#line hidden\n{Codex} public int M() => 1;\n#line default\n}}")] },
        new("HiddenLineAtTheEnd", Denied, "PROV3001") { Files = [C($"{ByCodex}\n#line 3\n#line hidden\n")] },
        new("LineOfAnotherFile", Denied, "PROV3001") { Files = [C($"#line 1 \"obj/X.g.cs\"\n{ByCodex}")] },
        new("MarkedGenerated", Denied, "PROV3001") { Files = [C($"[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")]\n{ByCodex}")] },
        new("MemberMarkedGenerated", Denied, "PROV3001") { Files = [C($"{Human} public class C {{ [System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")] {Codex} public int M() => 1; }}")] },
        new("AnnotationInGeneratedFile", Denied, "PROV3001") { Files = [("obj2/Prov.g.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"D.cs\")]"), ("D.cs", "public class D { public int M() => 1; }")] },
        new("OriginThatIsNone", Denied, "PROV0002 PROV1001") { Files = [("Prov.cs", "[assembly: AIProvenance((AIOrigin)77, Target = \"**\")]"), C(Undeclared)], Properties = CI },
        new("DesignerName", "denied_tools = codex; generated_files =", "PROV0009") { Files = [("Order.Designer.cs", Undeclared)] },
        new("GeneratedName", "denied_tools = codex; generated_files = Migrations/**", "PROV0009") { Files = [("X.g.cs", Undeclared)] },
        new("GeneratedHeader", "denied_tools = codex; generated_files = Migrations/**", "PROV0009") { Files = [C($"// <auto-generated/>\n{Undeclared}")] },
        new("GeneratedFilesOption", Denied, "PROV0006") { Files = [("X.g.cs", Undeclared), ("D.cs", $"{Human} public class D {{ }}")], Options = "provenance.generated_files = **" },
        new("GeneratedByOption", Denied, "PROV3001") { Files = [C(ByCodex)], Options = "generated_code = true" },
        new("GeneratedByOptionUndeclared", Denied, "PROV1001") { Files = [C(Undeclared)], Options = "generated_code = true", Properties = CI },
        new("MentionsGenerated", Denied, "PROV3001") { Files = [C($"// This is not <auto-generated> at all.\n{ByCodex}")] },
        new("GeneratedLater", Denied, "PROV3001") { Files = [C($"using System;\n// <auto-generated/>\n{ByCodex}")] },

        new("OutputIncludedLater", "required_on = types", "PROVMSB0033") { Files = [("obj/Evil.cs", Undeclared), ("D.cs", $"{Human} public class D {{ }}")], Targets = "<ItemGroup><Compile Include=\"obj/Evil.cs\" /></ItemGroup>" },
        new("StatementsOfAnAppContainer", "required_on = types", "PROV1005") { Files = [("Program.cs", "System.Console.WriteLine(1);")], Properties = $"OutputType=AppContainerExe;{CI}" },

        // Annotations that are there and ignored.
        new("EscapedName", DeniedInCorpus, "PROV3001") { Files = [C($"{Human} public class C {{ public int M() {{ [A\\u0049Provenance(AIOrigin.Generated, Tool = \"codex\")] int L() => 42; return L(); }} }}")], NotIncluded = ["C.cs"] },
        new("FormatCharacterInName", DeniedInCorpus, "PROV3001") { Files = [C($"{Human} public class C {{ public int M() {{ [AI\u200DProvenance(AIOrigin.Generated, Tool = \"codex\")] int L() => 42; return L(); }} }}")], NotIncluded = ["C.cs"] },
        new("AliasWithSuffix", DeniedInCorpus, "PROV3001") { Files = [C($"using XAttribute = ProvenanceAnalyzers.AIProvenanceAttribute;\n{Human} public class C {{ public int M() {{ [X(AIOrigin.Generated, Tool = \"codex\")] int L() => 42; return L(); }} }}")], NotIncluded = ["C.cs"] },
        new("LocalFunction", DeniedInCorpus, "PROV3001") { Files = [C($"{Human} public class C {{ public int M() {{ {Codex} int L() => 42; return L(); }} }}")], NotIncluded = ["C.cs"] },
        new("Lambda", DeniedInCorpus, "PROV3001") { Files = [C($"{Human} public class C {{ public System.Func<int> M() => {Codex} () => 42; }}")], NotIncluded = ["C.cs"] },
        new("BackingField", DeniedInCorpus, "PROV3001") { Files = [C($"{Human} public class C {{ [field: AIProvenance(AIOrigin.Generated, Tool = \"codex\")] public int P {{ get; }} = 42; }}")], NotIncluded = ["C.cs"] },
        new("OtherPartByTarget", DeniedInCorpus, "PROV3001") { Files = [("A.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"A.cs\")]\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"B.cs\")]\npublic partial class S { public int M() => 1; }"), ("B.cs", "public partial class S { public int Evil() => 2; }")], NotIncluded = ["B.cs"] },
        new("OtherPartOnTheType", DeniedInCorpus, "PROV3001") { Files = [("A.cs", $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"B.cs\")]\n{Human} public partial class S {{ public int M() => 1; }}"), ("B.cs", "public partial class S { public int Evil() => 2; }")], NotIncluded = ["B.cs"] },
        new("OtherPartUndeclared", DeniedInCorpus, "PROV1001") { Files = [("A.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"A.cs\")]\npublic partial class S { public int M() => 1; }"), ("B.cs", "public partial class S { public int Evil() => 2; }")], Properties = CI, NotIncluded = ["B.cs"] },
        new("TargetOfNothing", DeniedInCorpus, "PROV0002") { Files = [C($"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"C.cs\")]\n{Human} public class C {{ public int M() => 42; }}")], NotIncluded = ["C.cs"] },
        new("ProgramPart", DeniedInCorpus, "PROV1001") { Files = [("Program.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"Program.cs\")]\nreturn;"), ("P.cs", "public partial class Program { public int Evil() => 2; }")], Properties = $"OutputType=Exe;{CI}", NotIncluded = ["P.cs"] },
        new("Accessor", "review_required = ai", "PROV2001") { Files = [C($"{Human} public class C {{ public int P {{ {Claude} get {{ return 1; }} }} }}")], Properties = CI, NotIncluded = ["C.cs"] },
        new("EventAccessor", "review_required = ai", "PROV2001") { Files = [C($"{Human} public class C {{ public event System.Action E {{ {Claude} add {{ }} remove {{ }} }} }}")], Properties = CI, NotIncluded = ["C.cs"] },
        new("IndexerAccessor", "review_required = ai", "PROV2001") { Files = [C($"{Human} public class C {{ public int this[int i] {{ {Claude} get {{ return i; }} }} }}")], Properties = CI, NotIncluded = ["C.cs"] },
        new("RestOfTheType", "review_required = ai; review_on = members", "PROV2001") { Files = [C($"{Claude} public class C {{ static readonly System.Collections.Generic.Dictionary<string, System.Func<string, bool>> Rules = new() {{ [\"admin\"] = x => true }}; }}")], Options = "provenance.review_on = members", Properties = CI },
        new("UnknownWithTool", "review_required = ai", "PROV2001") { Files = [C("[AIProvenance(AIOrigin.Unknown, Tool = \"claude-code\")] public class C { }")], Properties = CI, NotIncluded = ["C.cs"] },
        new("UnknownForAll", "required_on = types", "PROV1001") { Files = [("Prov.cs", "[assembly: AIProvenance(AIOrigin.Unknown, Target = \"**\")]"), C(Undeclared)], Properties = CI },
        new("InactiveMember", "", "") { Files = [C($"{Human} public class C {{\n#if NEVER\n{Codex} public int M() => 42;\n#endif\n}}")], NotIncluded = ["C.cs"] },

        new("InactiveArgument", "", "") { Files = [C("[AIProvenance(AIOrigin.Human\n#if NEVER\n, Tool = \"codex\"\n#endif\n)] public class C { public int M() => 42; }")], NotIncluded = ["C.cs"] },
        new("InactiveOfAssembly", "", "") { Files = [("T4.cs", $"#if NEVER\n[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"T4b.cs\")]\n#endif\n{Human} public class T4 {{ }}"), ("T4b.cs", $"{Human} public class T4b {{ public int M() => 42; }}")], NotIncluded = ["T4.cs", "T4b.cs"] },
        new("InactiveAlias", "", "") { Files = [("A.cs", "#if NEVER\nglobal using Y = ProvenanceAnalyzers.AIProvenanceAttribute;\n#endif"), C($"{Human} public class C {{\n#if NEVER\n[Y(AIOrigin.Generated, Tool = \"codex\")] public int M() => 42;\n#endif\n}}")], NotIncluded = ["C.cs"] },

        // Beyond the edge of a section, by another folder's options.
        new("PartOutsideTheSection", "[Evals/**] required_on = types; due = error", "PROV1001") { Files = [("A/X.cs", "public partial class X { }"), ("Evals/X.cs", "public partial class X { public int M() => 1; }")], Options = "[A/**.cs]\nprovenance.required_on = none\nprovenance.tests.required_on = none" },
        new("ReviewedOutsideTheSection", "[Evals/**] review_required = ai; due = error", "PROV2001") { Files = [("A/X.cs", "public partial class X { }"), ("Evals/X.cs", $"{Claude} public partial class X {{ public int M() => 1; }}")], Options = "[A/**.cs]\nprovenance.review_required = none\ndotnet_diagnostic.PROV2001.severity = none" },
        new("FieldsOutsideTheSection", "[Evals/**] required_fields = on, reference; due = error", "PROV0002") { Files = [("Asm.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Evals/**\")]"), ("Evals/X.cs", "public class X { public int M() => 1; }")], Options = "[Asm.cs]\ndotnet_diagnostic.PROV0002.severity = none" },
        new("ToolOutsideTheSection", "[Evals/**] denied_tools = codex; due = error", "PROV0003") { Files = [("Asm.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codexx\", Target = \"Evals/**\")]"), ("Evals/X.cs", "public class X { public int M() => 1; }")], Options = "[Asm.cs]\ndotnet_diagnostic.PROV0003.severity = none\nprovenance.custom_tools = codexx=shop" },
        new("AliasOutsideTheSection", "[Evals/**] required_on = types; due = error", "PROV1001") { Files = [("A/X.cs", "[System.Serializable] public partial class X { }"), ("Evals/X.cs", "public partial class X { public int M() => 1; }")], Options = "[A/**.cs]\nprovenance.attribute_aliases = Serializable:human" },
        new("HelperBesideTests", "tests.required_on = methods; due = error", "PROV1002") { Files = [C("public class T { [Xunit.Fact] [AIProvenance(AIOrigin.Human)] public void F() { } public int Evil() => 42; }")], Packages = ["xunit/2.9.3"] },
        new("OwnTestFramework", "required_on = types; tests.required_on = none; due = error", "PROV1001") { Files = [("F.cs", $"namespace Xunit {{ {Human} public class FactAttribute : System.Attribute {{ }} }}"), C("public class C { [Xunit.Fact] public int M() => 1; }")] },
        new("OwnToolOfAnOption", "denied_tools = codex; due = error", "PROV0003 PROV0006") { Files = [C("[AIProvenance(AIOrigin.Generated, Tool = \"codexx\")] public class C { }")], Options = "provenance.custom_tools = codexx=shop" },
        new("AliasOfAnAI", "denied_tools = codex; due = error", "PROV0006 PROV1001") { Files = [C("[System.Serializable] public class C { public int M() => 1; }")], Options = "provenance.attribute_aliases = Serializable:assisted:claude-code" },
        new("TargetInOtherCase", Denied, "PROV0004") { Files = [("Asm.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"c.cs\")]"), C($"{Human} public class C {{ }}")], Options = "dotnet_diagnostic.PROV0004.severity = none" },
        new("DefaultThatHoldsForNothing", Denied, "PROV0002") { Files = [("Asm.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\")]"), C($"{Human} public class C {{ }}")] },
        new("StricterByTheDeveloper", "required_on = types", "PROV1001") { Files = [C(Undeclared)], Properties = "TreatWarningsAsErrors=true" },

        // What the project file calls a file, and where it says that it lies.
        new("LinkedToGeneratedFiles", "denied_tools = codex; generated_files = Migrations/**", "PROV0009") { Files = [("Evil.g.cs", Undeclared)], Items = "<Compile Update=\"Evil.g.cs\" Link=\"Migrations/Evil.g.cs\" />" },
        new("LinkedFromOutside", "denied_tools = codex; generated_files = Migrations/**", "PROV0009") { Files = [("../outside/Evil.g.cs", Undeclared)], Items = "<Compile Include=\"../outside/Evil.g.cs\" Link=\"Migrations/Evil.g.cs\" />" },
        new("OneTargetForTwo", "required_on = types", "PROV1001") { Files = [("A.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"A.cs\")]\npublic class A { public int M() => 1; }"), ("Evil.cs", Undeclared)], Items = "<Compile Update=\"Evil.cs\" Link=\"A.cs\" />", Properties = CI },
        new("OneTargetForAll", "required_on = types", "PROV1001") { Files = [("A.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"All.cs\")]\npublic class A { public int M() => 1; }"), C(Undeclared)], Items = "<Compile Update=\"**/*.cs\" Link=\"All.cs\" />", Properties = CI },
        new("OneTargetForTwoOutside", "required_on = types", "PROV1001") { Files = [("A.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"A.cs\")]\npublic class A { public int M() => 1; }"), ("../outside/Evil.cs", Undeclared)], Items = "<Compile Include=\"../outside/Evil.cs\" Link=\"A.cs\" />", Properties = CI },
        new("TargetOfAFileThatIsGone", "required_on = types", "PROV1001") { Files = [("P.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"A.cs\")]"), ("A.cs", "public class A { }"), C(Undeclared)], Items = "<Compile Remove=\"A.cs\" /><Compile Update=\"C.cs\" Link=\"A.cs\" />", Properties = CI },
        new("LinkOutOfASection", "[Evals/**] denied_tools = codex", "PROV3001") { Files = [("Evals/X.cs", ByCodex)], Link = "Other>Evals", Items = "<Compile Remove=\"Evals/**\" />" },
        new("InThisPackagesFolder", "required_on = types", "PROV1001") { Files = [("pk/provenanceanalyzers/{version}/Evil.cs", Undeclared), ("D.cs", $"{Human} public class D {{ }}")], Props = InPackages, Items = "<Compile Remove=\"pk/**\" /><Compile Include=\"pk/*/*/Evil.cs\" />", Properties = CI },
        new("AmongTheInjected", "required_on = types", "PROV1001") { Files = [("pk/provenanceanalyzers/{version}/sources/Evil.cs", Undeclared), ("D.cs", $"{Human} public class D {{ }}")], Props = InPackages, Items = "<Compile Remove=\"pk/**\" />", Properties = CI },
        new("GeneratedInAPackageFolder", "denied_tools = codex; generated_files = Migrations/**", "PROV0009") { Files = [("pk/x/1.0.0/Evil.g.cs", Undeclared), ("D.cs", $"{Human} public class D {{ }}")], Props = InPackages, Items = "<Compile Remove=\"pk/**\" /><Compile Include=\"pk/x/1.0.0/Evil.g.cs\" NuGetPackageId=\"x\" />" },

        // What the SDK writes from the project file, word for word.
        new("TypeInAGlobalUsing", "required_on = types", "PROV1001") { Files = [("D.cs", $"{Human} public class D {{ }}")], Items = "<Using Include=\"System%3B public class Evil { public int M() => 1%3B } public delegate int Evil2()\" />", Properties = CI },
        new("MonikerFileOfOnesOwn", "required_on = types", "PROVMSB0033") { Files = [("obj/Evil.cs", Undeclared), ("D.cs", $"{Human} public class D {{ }}")], Properties = "TargetFrameworkMonikerAssemblyAttributesPath=obj/Evil.cs" },
        new("UsingsFileOfOnesOwn", "required_on = types", "PROVMSB0033") { Files = [("D.cs", $"{Human} public class D {{ }}")], Properties = "GeneratedGlobalUsingsFile=obj/Evil.cs" },

        // The compiler is told something else, or is another.
        new("LineBreakInWarningsAsErrors", Denied, "PROVMSB0031") { Files = [C(ByCodex)], Props = "<PropertyGroup><UseSharedCompilation>false</UseSharedCompilation><WarningsAsErrors>CS9999&#10;/skipanalyzers+&#10;#</WarningsAsErrors></PropertyGroup>" },
        new("LineBreakInWarningsNotAsErrors", Denied, "PROVMSB0031") { Files = [C(ByCodex)], Props = "<PropertyGroup><UseSharedCompilation>false</UseSharedCompilation><WarningsNotAsErrors>CS9999&#10;/skipanalyzers+&#10;#</WarningsNotAsErrors></PropertyGroup>" },
        new("LineBreakInAFilesName", Denied, "PROVMSB0031") { Files = [C(ByCodex)], Items = "<AdditionalFiles Include=\"x&#10;/skipanalyzers+&#10;y\" />", Props = "<PropertyGroup><UseSharedCompilation>false</UseSharedCompilation></PropertyGroup>" },
        new("CompilerOfOnesOwn", Denied, "PROVMSB0031") { Files = [C(ByCodex), ("csc", "#!/bin/sh\nexit 0\n")], Props = "<PropertyGroup><UseSharedCompilation>false</UseSharedCompilation><CscToolPath>$(MSBuildThisFileDirectory)</CscToolPath><CscToolExe>csc</CscToolExe></PropertyGroup>" },
        new("CompilersEnvironment", Denied, "PROVMSB0031") { Files = [C(ByCodex)], Properties = "CscEnvironment=A=B" },

        // The package's targets are not imported, or are taken for others.
        new("ProjectOfNoLanguage", Denied, "PROV") { Files = [C(ByCodex)], Extension = ".proj", Props = "<PropertyGroup><LanguageTargets>$(MSBuildToolsPath)/Microsoft.CSharp.targets</LanguageTargets></PropertyGroup>", Properties = "Language=XX" },
        new("TargetsBehindTheSdk", Denied, "PROV") { Files = [C(ByCodex), ("after.targets", SameTargets)], Props = "<PropertyGroup><AfterMicrosoftNETSdkTargets>$(MSBuildThisFileDirectory)after.targets</AfterMicrosoftNETSdkTargets></PropertyGroup>" },
        new("TargetsBehindTheSdkLate", Denied, "PROV") { Files = [C(ByCodex), ("after.targets", SameTargets)], Targets = "<PropertyGroup><AfterMicrosoftNETSdkTargets>$(AfterMicrosoftNETSdkTargets);$(MSBuildThisFileDirectory)after.targets</AfterMicrosoftNETSdkTargets></PropertyGroup>" },
        new("TargetsBehindCSharp", Denied, "PROV") { Files = [C(ByCodex), ("after.targets", SameTargets)], Props = "<PropertyGroup><CustomAfterMicrosoftCSharpTargets>$(MSBuildThisFileDirectory)after.targets</CustomAfterMicrosoftCSharpTargets></PropertyGroup>" },

        // Fixture files out of sight.
        new("NoDefaultFixtures", "tests.required_on = classes", "PROV0006") { Files = [("Fixtures/a.json", "1\n"), ("D.cs", $"{Human} public class D {{ }}")], Props = "<PropertyGroup><IsTestProject>true</IsTestProject><ProvenanceDefaultFixtures>false</ProvenanceDefaultFixtures></PropertyGroup>" },
        new("FixtureTargetOfThatName", "tests.required_on = classes", "PROV1003") { Files = [("Fixtures/a.json", "1\n"), ("D.cs", $"{Human} public class D {{ }}")], Props = "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>", Targets = "<Target Name=\"ProvenanceListFixtures\" />", Properties = CI },
        new("FixtureLinkedOutOfASection", "[Evals/**] denied_tools = codex", "PROV1003") { Files = [("Evals/a.json", "1\n"), ("Asm.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/a.json\")]")], Items = "<ProvenanceFixture Include=\"Evals/a.json\" Link=\"Data/a.json\" />", Properties = CI },
        new("FixtureByALinkOutOfASection", "[Evals/**] denied_tools = codex", "PROV3001") { Files = [("Evals/a.json", "1\n"), ("Asm.cs", "[assembly: AIProvenance(AIOrigin.Generated, Tool = \"codex\", Target = \"Data/a.json\")]")], Link = "Data>Evals", Items = "<ProvenanceFixture Include=\"Data/a.json\" />" },
        new("FixtureOfAnothersName", "tests.required_on = classes", "PROV1003") { Files = [("Fixtures/a.json", "1\n"), ("../outside/FixtureOfAnothersName.json", "2\n"), ("Asm.cs", "[assembly: AIProvenance(AIOrigin.Human, Target = \"Fixtures/a.json\")]")], Items = "<ProvenanceFixture Include=\"Fixtures/a.json\" /><ProvenanceFixture Include=\"../outside/FixtureOfAnothersName.json\" Link=\"Fixtures/a.json\" />", Properties = CI, NotIncluded = ["FixtureOfAnothersName.json"] },
        new("FixturesOfNoCode", "tests.required_on = classes; generated_files = **; due = error", "PROV1003") { Files = [("Fixtures/a.json", "1\n"), ("X.g.cs", Undeclared)], Items = "<ProvenanceFixture Include=\"Fixtures/a.json\" />" },
        new("FixturesOfExcludedCode", "[Fixtures/**] tests.required_on = classes; due = error", "PROV1003") { Files = [("Fixtures/a.json", "1\n"), C(Undeclared)], Items = "<ProvenanceFixture Include=\"Fixtures/a.json\" />", Options = "provenance.exclude = true" },
        new("SnapshotOfAnAIMadeTest", "[Snapshots/**] denied_tools = codex", "PROV3001") { Files = [("Snapshots/T.Parses.txt", "1\n"), C($"{Human} public class T {{ {Codex} [Xunit.Fact] public void Parses() {{ }} }}")], Items = "<ProvenanceFixture Include=\"Snapshots/T.Parses.txt\" />", Packages = ["xunit/2.9.3"], NotIncluded = ["T.Parses.txt"] },
        new("SnapshotOfAnAIMadeBase", "[Snapshots/**] denied_tools = codex", "PROV3001") { Files = [("Snapshots/T.Parses.txt", "1\n"), C($"{Human} public class T : B {{ }}"), ("B.cs", $"{Codex} public class B {{ [Xunit.Fact] public void Parses() {{ }} }}")], Items = "<ProvenanceFixture Include=\"Snapshots/T.Parses.txt\" />", Packages = ["xunit/2.9.3"], NotIncluded = ["T.Parses.txt"] },
        new("SnapshotByAnAliasElsewhere", "[Snapshots/**] tests.required_on = classes; due = error", "PROV1003") { Files = [("Snapshots/T.Parses.txt", "1\n"), C("[System.Serializable] public class T { [Xunit.Fact] public void Parses() { } }")], Items = "<ProvenanceFixture Include=\"Snapshots/T.Parses.txt\" />", Options = "provenance.attribute_aliases = Serializable:human", Packages = ["xunit/2.9.3"] },
        new("SnapshotByADefaultElsewhere", "[Snapshots/**] tests.required_on = classes; due = error", "PROV1003") { Files = [("Snapshots/T.Parses.txt", "1\n"), C("[assembly: AIProvenance(AIOrigin.Human)]\npublic class T { [Xunit.Fact] public void Parses() { } }")], Items = "<ProvenanceFixture Include=\"Snapshots/T.Parses.txt\" />", Options = "provenance.assembly_default_declares = true", Packages = ["xunit/2.9.3"] },
        new("SnapshotOfWhatIsLeftOut", "", "") { Files = [("Snapshots/T.Parses.txt", "1\n"), C($"{Human} public class T {{\n#if NEVER\n{Codex}\n#endif\n[Xunit.Fact] public void Parses() {{ }} }}")], Items = "<ProvenanceFixture Include=\"Snapshots/T.Parses.txt\" />", Packages = ["xunit/2.9.3"], NotIncluded = ["T.Parses.txt"] },

        // The digest, by intent.
        new("NameInAListPattern", Denied, "PROV0002") { Files = [C($"{Human} public class C {{ private const int HumanReviewed = 1; public int M(int[] a) => a switch {{ [HumanReviewed] x => 1, _ => 0 }}; }}")] },
        new("AttributeOfSomebodyElse", Denied, "PROV0002") { Files = [C($"namespace Sec {{ {Human} public class HumanReviewedAttribute : System.Attribute {{ public string Roles; }} {Human} public class C {{ [Sec.HumanReviewed(Roles = \"none\")] public int M() => 1; }} }}")] },
    ];

    private static (string Path, string Text) C(string text) => ("C.cs", text);

    private static string Before(string target, string items) =>
        $"<Target Name=\"Around\" BeforeTargets=\"{target}\"><ItemGroup>{items}</ItemGroup></Target>";
}
