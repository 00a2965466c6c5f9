using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Record;

/// <summary>PROV9xxx: what a manifest or baseline is written from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordAnalyzer() : RuleFamilyAnalyzer(
    new UnitRecordRule());
