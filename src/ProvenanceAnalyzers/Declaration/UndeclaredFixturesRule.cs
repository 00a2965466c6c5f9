using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Declaration;

/// <summary>PROV1003: fixture files do not declare their provenance; once a folder and kind.</summary>
internal sealed class UndeclaredFixturesRule() : ProvenanceRule(Descriptors.UndeclaredFixtures)
{
    private const int NamesShown = 5;

    public override void Register(CompilationStartAnalysisContext start, ProvenanceContext provenance)
    {
        if (!provenance.Fixtures.All.IsEmpty)
        {
            start.RegisterSyntaxTreeAction(context => Analyze(context, provenance));
        }
    }

    private void Analyze(SyntaxTreeAnalysisContext context, ProvenanceContext provenance)
    {
        if (provenance.Fixtures.Anchor is not { } anchor || anchor.File.Tree != context.Tree)
        {
            return;
        }

        var properties = DiagnosticProperties.ForDeclaration(anchor.File.Options);
        var groups = UndeclaredFixtureGroup.Find(provenance, anchor.File).ToList();
        var wider = new WiderGlobs(groups, provenance);
        foreach (var undeclared in groups)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var strictest = undeclared.Files
                .Select(file => provenance.Fixtures.OptionsOf(file, anchor.File))
                .OrderByDescending(options => options.LockOf(Descriptor.Id))
                .FirstOrDefault()!;
            if (IsHeldBack(strictest, provenance))
            {
                continue;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                DescriptorFor(strictest, provenance, anchor.Location),
                anchor.Location,
                properties.AddRange(ForFix(undeclared, anchor, wider, provenance)),
                What(undeclared),
                WhatToDo(undeclared),
                undeclared.Files.Length == 1 ? "it" : "them",
                (undeclared.HasChanged ? "; what has changed since it was taken into the baseline is due again" : string.Empty)
                    + (AskerOf(strictest) is { } asker ? $"; {asker} asks for it" : string.Empty)));
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> ForFix(
        UndeclaredFixtureGroup undeclared, FixtureAnchor anchor, WiderGlobs wider, ProvenanceContext provenance)
    {
        yield return new(DiagnosticProperties.Fixtures, TextList.Join(undeclared.Files.Select(file => file.Path)));

        // In a file that another project has too, what is said of this one's files would be wrong there.
        if (!anchor.IsOfProjectAlone)
        {
            yield break;
        }

        yield return new(DiagnosticProperties.Targets, TextList.Join(undeclared.Targets));
        if (EvidencedAnnotations.OfAll(undeclared.Files.Select(file => provenance.Evidence.Of(file)), anchor.File.Options)
            is { Count: > 0 } evidenced)
        {
            yield return new(DiagnosticProperties.Evidence, EvidencedAnnotation.Join(evidenced));
        }

        if (wider.For(undeclared) is { } glob)
        {
            yield return new(
                DiagnosticProperties.WiderTarget,
                TextList.Join([glob.Target, glob.Files.ToString(CultureInfo.InvariantCulture)]));
        }
    }

    private static string What(UndeclaredFixtureGroup undeclared)
    {
        if (undeclared.Files is [var only])
        {
            return $"The fixture file '{only.Path}' has no provenance";
        }

        var names = string.Join(", ", undeclared.Files.Take(NamesShown).Select(file => file.Name));
        var more = undeclared.Files.Length > NamesShown ? ", ..." : string.Empty;
        return $"{undeclared.Files.Length} fixture files '{undeclared.FolderAndKind}' have no provenance: {names}{more}";
    }

    private static string WhatToDo(UndeclaredFixtureGroup undeclared) => undeclared.Targets switch
    {
        [] => "rename what has a '*' or '?' in its name, which a Target cannot name alone, "
            + $"and add {Annotation("...")}",
        [var target] => $"add {Annotation(target)}",
        [var target, ..] => $"add {Annotation(target)} and the same for each other",
    };

    private static string Annotation(string target) =>
        $"[assembly: AIProvenance(AIOrigin.Generated, Tool = \"...\", Target = \"{target}\")]";
}
