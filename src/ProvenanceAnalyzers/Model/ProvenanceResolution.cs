using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Model;

/// <summary>Decides which annotations hold for code and files: all those at the nearest level that has any.</summary>
/// <param name="files">The source files.</param>
/// <param name="types">The parts of types.</param>
/// <param name="annotations">What stands on symbols.</param>
/// <param name="assemblyAnnotations">What stands on the assembly.</param>
internal sealed class ProvenanceResolution(
    SourceFiles files, SourceTypes types, AnnotationReader annotations, Lazy<AssemblyAnnotations> assemblyAnnotations)
{
    /// <summary>The level at which annotations hold for a type or member.</summary>
    public ProvenanceLevel LevelOf(ISymbol symbol) => LevelOf(symbol, out _, out _);

    /// <summary>The annotations that hold for a type or member.</summary>
    public DeclaredProvenance Of(ISymbol symbol)
    {
        var level = LevelOf(symbol, out var annotated, out var path);
        return new DeclaredProvenance(level, level switch
        {
            ProvenanceLevel.None => [],
            ProvenanceLevel.Assembly => assemblyAnnotations.Value.Defaults,
            ProvenanceLevel.File => assemblyAnnotations.Value.For(path!),
            _ => [.. annotations.Read(annotated!)],
        });
    }

    /// <summary>The annotations that hold for a whole source file.</summary>
    public DeclaredProvenance Of(SourceFile file) => Of(file.Path);

    /// <summary>
    /// The annotations that hold for a whole file, source or fixture: those whose <c>Target</c> matches it, else those of the assembly.
    /// </summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public DeclaredProvenance Of(string path)
    {
        var targeted = assemblyAnnotations.Value.For(path);
        var defaults = assemblyAnnotations.Value.Defaults;
        return !targeted.IsEmpty
            ? new DeclaredProvenance(ProvenanceLevel.File, targeted)
            : new DeclaredProvenance(defaults.IsEmpty ? ProvenanceLevel.None : ProvenanceLevel.Assembly, defaults);
    }

    /// <summary>Whether any annotation that holds for a type or member says that an AI had a hand in it.</summary>
    public bool IsAIMade(ISymbol symbol) => LevelOf(symbol, out var annotated, out var path) switch
    {
        ProvenanceLevel.None => false,
        ProvenanceLevel.Assembly => SaysAIMade(assemblyAnnotations.Value.Defaults),
        ProvenanceLevel.File => SaysAIMade(assemblyAnnotations.Value.For(path!)),
        _ => annotations.SaysAIMade(annotated!),
    };

    private static bool SaysAIMade(ImmutableArray<ProvenanceAnnotation> declared) =>
        declared.Any(annotation => annotation.Origin?.IsAIMade() == true);

    private ProvenanceLevel LevelOf(ISymbol symbol, out ISymbol? annotated, out string? path)
    {
        path = null;
        for (annotated = symbol; annotated is not null and not INamespaceSymbol; annotated = annotated.ContainingType)
        {
            if (annotations.IsAnnotated(annotated))
            {
                return annotated is INamedTypeSymbol ? ProvenanceLevel.Type : ProvenanceLevel.Member;
            }
        }

        if (assemblyAnnotations.Value.HasTargets)
        {
            foreach (var part in types.PartsOf(symbol))
            {
                path = files.Of(part.SyntaxTree).Path;
                if (assemblyAnnotations.Value.AnyFor(path))
                {
                    return ProvenanceLevel.File;
                }
            }
        }

        return assemblyAnnotations.Value.Defaults.IsEmpty ? ProvenanceLevel.None : ProvenanceLevel.Assembly;
    }
}
