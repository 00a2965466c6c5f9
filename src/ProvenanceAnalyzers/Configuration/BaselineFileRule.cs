using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Configuration;

/// <summary>What PROV0005 and PROV0007 share: they look at each line of each baseline file.</summary>
internal abstract class BaselineFileRule : ProvenanceRule
{
    protected BaselineFileRule(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    public sealed override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        if (start.Options.AdditionalFiles.Any(file => BaselineFile.IsNameOf(file.Path)))
        {
            start.RegisterAdditionalFileAction(context =>
            {
                if (BaselineFile.IsNameOf(context.AdditionalFile.Path)
                    && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
                {
                    foreach (var line in provenance.Baseline.LinesOf(context.AdditionalFile))
                    {
                        context.CancellationToken.ThrowIfCancellationRequested();
                        if (Explain(line, provenance, context.CancellationToken) is { } explanation)
                        {
                            context.ReportDiagnostic(Diagnostic.Create(
                                Descriptor, LocationOf(line, context.AdditionalFile.Path, text), NameOf(line), explanation));
                        }
                    }
                }
            });
        }
    }

    /// <summary>What a line is called in the message.</summary>
    protected abstract string NameOf(BaselineLine line);

    /// <summary>What is wrong with a line, or null.</summary>
    protected abstract string? Explain(BaselineLine line, ProvenanceContext provenance, CancellationToken cancellationToken);

    private static Location LocationOf(BaselineLine line, string path, SourceText text)
    {
        var span = text.Lines[line.Number - 1].Span;
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
