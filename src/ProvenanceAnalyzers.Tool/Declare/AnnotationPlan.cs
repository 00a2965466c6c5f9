using System.Collections.Immutable;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.CodeFixes.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Tool.Declare;

/// <summary>What is written of something that has changed.</summary>
/// <param name="Rewritten">The annotation that says that a human made it alone, and no longer does; null: none.</param>
/// <param name="Added">What annotations are added; the last is that of the tool.</param>
internal sealed record AnnotationPlan(ProvenanceAnnotation? Rewritten, ImmutableArray<ProvenanceClaim> Added)
{
    /// <summary>
    /// Decides what is written: nothing where the tool is named already; a human's annotation becomes one of a human whom the tool has
    /// helped; beside another tool's and beside "unknown" stands an own one. What holds for it from further out would no longer hold
    /// below an annotation of its own, so that it is repeated there.
    /// </summary>
    /// <param name="request">What is declared.</param>
    /// <param name="isNew">Whether it was not there before.</param>
    /// <param name="own">What stands on it.</param>
    /// <param name="outer">What holds for it from further out.</param>
    /// <param name="onOtherParts">What stands on other parts of the same type, which it holds for all the same.</param>
    /// <param name="isDeclared">Whether what holds from further out is enough.</param>
    /// <param name="tools">The tools.</param>
    public static AnnotationPlan? For(
        DeclareRequest request,
        bool isNew,
        IReadOnlyList<ProvenanceAnnotation> own,
        IReadOnlyList<ProvenanceAnnotation> outer,
        IReadOnlyList<ProvenanceAnnotation> onOtherParts,
        bool isDeclared,
        ToolIndex tools)
    {
        var tool = tools.IdOf(request.Tool);
        var holding = own.Count > 0 || !isDeclared ? own : [.. outer, .. onOtherParts];
        if (holding.Any(annotation => IsBy(annotation, tool, tools)))
        {
            return null;
        }

        if (own.Where(IsOfHumanAlone).Select(annotation => (ProvenanceAnnotation?)annotation).FirstOrDefault() is { } human)
        {
            return new AnnotationPlan(human, [new ProvenanceClaim(Origin.Assisted, tool) { Told = request.Told }]);
        }

        var wasThere = !isNew || holding.Count > 0;
        var repeated = own.Count == 0 && wasThere
            ? outer.Where(annotation => !IsBy(annotation, tool, tools)).Select(Repeated).OfType<ProvenanceClaim>()
            : [];
        var origin = wasThere ? Origin.Assisted : request.IsAutonomous ? Origin.Autonomous : Origin.Generated;
        return new AnnotationPlan(null, [.. repeated.Distinct(), new ProvenanceClaim(origin, tool) { Told = request.Told }]);
    }

    private static bool IsBy(ProvenanceAnnotation annotation, string tool, ToolIndex tools) =>
        annotation.Tool is { } named && tools.Identify(named) == tool;

    private static bool IsOfHumanAlone(ProvenanceAnnotation annotation) =>
        annotation is { IsAlias: false, Origin: Origin.Human, IsAIMade: false };

    /// <summary>What an annotation says of a tool, or that nobody knows; null where it says neither.</summary>
    private static ProvenanceClaim? Repeated(ProvenanceAnnotation annotation) => annotation switch
    {
        { IsAIMade: true, Origin: { } origin, Tool: { } tool } when !string.IsNullOrWhiteSpace(tool) =>
            new ProvenanceClaim(origin, tool)
            {
                Told = new ToldFields(annotation.Model, annotation.RequestedBy, annotation.RequestedBy != null),
            },
        { Origin: Origin.Unknown, IsAIMade: false } => new ProvenanceClaim(Origin.Unknown),
        _ => null,
    };
}
