using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>The annotations of an assembly: those with a <c>Target</c> hold for the files it matches, those without for all code.</summary>
internal sealed class AssemblyAnnotations
{
    private readonly TargetIndex _targeted = new();
    private readonly ILookup<SyntaxTree, ProvenanceAnnotation> _byTree;
    private readonly ILookup<SyntaxTree, ReviewMarker> _reviewsByTree;

    public AssemblyAnnotations(IAssemblySymbol assembly, AnnotationReader reader, Func<SyntaxTree, ProvenanceOptions> optionsOf)
    {
        All = [.. reader.Read(assembly)];
        Reviews = [.. reader.ReadReviews(assembly)];
        _byTree = All.Where(annotation => annotation.Syntax != null).ToLookup(annotation => annotation.Syntax!.SyntaxTree);
        _reviewsByTree = Reviews.Where(review => review.Syntax != null).ToLookup(review => review.Syntax!.SyntaxTree);
        var defaults = ImmutableArray.CreateBuilder<ProvenanceAnnotation>();
        foreach (var annotation in All)
        {
            var pattern = annotation.HasTarget ? TargetPattern.Parse(annotation.Target, out _) : null;
            if ((annotation.HasTarget && pattern == null)
                || (annotation.Syntax is { } syntax && IsBulkHuman(annotation, pattern, optionsOf(syntax.SyntaxTree))))
            {
                // It is reported as malformed, and nothing is what a wrong annotation says.
                continue;
            }

            if (pattern != null)
            {
                _targeted.Add(pattern, annotation);
            }
            else
            {
                defaults.Add(annotation);
            }
        }

        Defaults = defaults.ToImmutable();
    }

    /// <summary>Every annotation of the assembly, malformed ones too.</summary>
    public ImmutableArray<ProvenanceAnnotation> All { get; }

    /// <summary>Every review marker of the assembly, malformed ones too.</summary>
    public ImmutableArray<ReviewMarker> Reviews { get; }

    /// <summary>The annotations that stand in a file.</summary>
    public IEnumerable<ProvenanceAnnotation> In(SyntaxTree tree) => _byTree[tree];

    /// <summary>The review markers that stand in a file.</summary>
    public IEnumerable<ReviewMarker> ReviewsIn(SyntaxTree tree) => _reviewsByTree[tree];

    /// <summary>The annotations without <c>Target</c>.</summary>
    public ImmutableArray<ProvenanceAnnotation> Defaults { get; }

    /// <summary>Whether any annotation holds for single files.</summary>
    public bool HasTargets => !_targeted.IsEmpty;

    /// <summary>Whether an annotation claims human authorship of more code than one person can vouch for at one place.</summary>
    public static bool IsBulkHuman(ProvenanceAnnotation annotation, TargetPattern? target, ProvenanceOptions options) =>
        annotation.Origin == Origin.Human && !options.AssemblyDefaultDeclares && target is not { HasWildcard: false };

    /// <summary>Whether any annotation holds for a file.</summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public bool AnyFor(string path) => _targeted.AnyFor(path);

    /// <summary>
    /// The annotations that hold for a file: those whose <c>Target</c> is its path, else those with the longest literal prefix.
    /// </summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public ImmutableArray<ProvenanceAnnotation> For(string path) => _targeted.NearestFor(path);
}
