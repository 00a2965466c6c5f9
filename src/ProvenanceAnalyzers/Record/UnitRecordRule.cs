using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Record;

/// <summary>
/// PROV9001: one record for each unit, for each file that holds none or something beside its units, and for the project, while the build
/// writes records. It has no location, since one in generated code would be lost with it; what it says is in its properties.
/// </summary>
internal sealed class UnitRecordRule() : ProvenanceRule(Descriptors.UnitRecord)
{
    // In mode None too: what an organisation knows of its code does not depend on how loud the rules are.
    public override bool IsActive(ProvenanceContext provenance) => provenance.Facts.IsRecorded;

#pragma warning disable RS1013 // The start action is the base class's, which decides whether there is anything to do.
    public override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance) =>
        start.RegisterCompilationEndAction(context => Report(context, provenance));
#pragma warning restore RS1013

    private void Report(CompilationAnalysisContext context, ProvenanceContext provenance)
    {
        var text = new RecordText(provenance, context.CancellationToken);
        var unitsByFile = new Dictionary<SyntaxTree, List<TextSpan>>();
        var units = 0;
        foreach (var symbol in new UnitSymbols(provenance, context.CancellationToken).Find())
        {
            var (name, json, parts) = text.OfSymbol(symbol);
            if (parts.Count > 0)
            {
                units++;
                Report(name, json, context);
                foreach (var part in parts)
                {
                    if (!unitsByFile.TryGetValue(part.SyntaxTree, out var spans))
                    {
                        unitsByFile.Add(part.SyntaxTree, spans = []);
                    }

                    spans.Add(part.Span);
                }
            }
        }

        foreach (var file in provenance.Units.FilesOfStatements(context.CancellationToken))
        {
            var root = file.Tree.GetRoot(context.CancellationToken);
            units++;
            unitsByFile[file.Tree] = [root.FullSpan];
            Report(file.Path, text.OfStatements(file, root), context);
        }

        foreach (var fixture in provenance.Fixtures.All)
        {
            units++;
            Report(fixture.Path, text.OfFixture(fixture), context);
        }

        var otherFiles = 0;
        foreach (var file in provenance.Files.All)
        {
            var root = (CompilationUnitSyntax)file.Tree.GetRoot(context.CancellationToken);
            if (text.OfFile(file, root, unitsByFile.TryGetValue(file.Tree, out var spans) ? spans : []) is { } json)
            {
                otherFiles++;
                Report(OfFile(file.Path), json, context);
            }
        }

        foreach (var fixture in provenance.Fixtures.All)
        {
            if (text.OfLeftOutAnnotation(fixture) is { } json)
            {
                otherFiles++;
                Report(OfFile(fixture.Path), json, context);
            }
        }

        Report(context.Compilation.AssemblyName ?? string.Empty, text.OfProject(units, otherFiles), context);
    }

    /// <summary>Of diagnostics with the same text the compiler keeps one, and the file may be a unit by its path, too.</summary>
    private static string OfFile(string path) => $"{path} (file)";

    private void Report(string name, string json, CompilationAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptor, Location.None, ImmutableDictionary<string, string?>.Empty.Add(LogProperties.Record, json), name));
}
