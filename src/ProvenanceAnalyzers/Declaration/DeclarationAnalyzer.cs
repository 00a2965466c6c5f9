using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1xxx: code that does not declare its provenance.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer() : RuleFamilyAnalyzer(
    new UndeclaredTypeRule(),
    new UndeclaredTestClassRule(),
    new UndeclaredFixturesRule(),
    new UndeclaredMemberRule(),
    new UndeclaredTopLevelStatementsRule(),
    new UnknownOriginRule());
