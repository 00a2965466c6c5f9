using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>The annotations of an assembly: those with a <c>Target</c> hold for the files it matches, those without for all code.</summary>
internal sealed class AssemblyAnnotations
{
    private readonly TargetIndex _forSources = new();
    private readonly TargetIndex _forFixtures = new();
    private readonly TargetIndex _unreadable = new();
    private readonly HashSet<AttributeData> _declaring = [];
    private readonly HashSet<AttributeData> _declaringFixtures = [];
    private readonly Dictionary<SyntaxTree, ImmutableArray<ProvenanceAnnotation>.Builder> _byTree = [];
    private readonly Dictionary<SyntaxTree, ImmutableArray<ReviewMarker>.Builder> _reviewsByTree = [];

    /// <summary>Reads them.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="reader">Recognises annotations.</param>
    /// <param name="optionsOf">The options of a source file.</param>
    /// <param name="isGenerated">Whether a source file is generated: what stands there declares nothing.</param>
    public AssemblyAnnotations(
        IAssemblySymbol assembly,
        AnnotationReader reader,
        Func<SyntaxTree, ProvenanceOptions> optionsOf,
        Func<SyntaxTree, bool> isGenerated)
    {
        // Both are values, of which each method of the library is translated anew in each build: so there are loops and builders alone.
        var all = ImmutableArray.CreateBuilder<ProvenanceAnnotation>();
        var reviews = ImmutableArray.CreateBuilder<ReviewMarker>();
        foreach (var attribute in assembly.GetAttributes())
        {
            if (reader.TryRead(attribute) is { } annotation)
            {
                all.Add(annotation);
                if (annotation.Syntax is { } syntax)
                {
                    Of(syntax.SyntaxTree, _byTree).Add(annotation);
                }
            }

            if (reader.TryReadReview(attribute) is { } review)
            {
                reviews.Add(review);
                if (review.Syntax is { } syntax)
                {
                    Of(syntax.SyntaxTree, _reviewsByTree).Add(review);
                }
            }
        }

        All = all.ToImmutable();
        Reviews = reviews.ToImmutable();
        var defaults = ImmutableArray.CreateBuilder<ProvenanceAnnotation>();
        var unreadableDefaults = ImmutableArray.CreateBuilder<ProvenanceAnnotation>();
        foreach (var annotation in All)
        {
            var target = annotation.HasTarget ? TargetPattern.Parse(annotation.Target, out _) : null;
            if (annotation.HasTarget && target == null)
            {
                // It is reported as malformed, and nobody knows what it is about.
                continue;
            }

            var tree = annotation.Syntax?.SyntaxTree;
            if (!annotation.HasOrigin || (tree != null && isGenerated(tree)))
            {
                Add(annotation, target, _unreadable, unreadableDefaults);
                continue;
            }

            var options = tree != null ? optionsOf(tree) : null;
            if (options == null || !IsBulkHuman(annotation, target, options, isForFixtures: false))
            {
                Add(annotation, target, _forSources, defaults);
            }

            if (target != null && (options == null || !IsBulkHuman(annotation, target, options, isForFixtures: true)))
            {
                _forFixtures.Add(target, annotation);
            }

            if (target != null && (!target.HasWildcard || (annotation.IsAIMade && target.BeginsWithFolder)))
            {
                _declaring.Add(annotation.Attribute);
            }

            if (target != null && (target.BeginsWithFolder || target.IsOfFileNames))
            {
                _declaringFixtures.Add(annotation.Attribute);
            }
        }

        Defaults = defaults.ToImmutable();
        UnreadableDefaults = unreadableDefaults.ToImmutable();

        static ImmutableArray<T>.Builder Of<T>(SyntaxTree tree, Dictionary<SyntaxTree, ImmutableArray<T>.Builder> byTree)
        {
            if (!byTree.TryGetValue(tree, out var known))
            {
                byTree.Add(tree, known = ImmutableArray.CreateBuilder<T>());
            }

            return known;
        }

        static void Add(
            ProvenanceAnnotation annotation,
            TargetPattern? target,
            TargetIndex targeted,
            ImmutableArray<ProvenanceAnnotation>.Builder defaults)
        {
            if (target != null)
            {
                targeted.Add(target, annotation);
            }
            else
            {
                defaults.Add(annotation);
            }
        }
    }

    /// <summary>Every annotation of the assembly, malformed ones too.</summary>
    public ImmutableArray<ProvenanceAnnotation> All { get; }

    /// <summary>Every review marker of the assembly, malformed ones too.</summary>
    public ImmutableArray<ReviewMarker> Reviews { get; }

    /// <summary>Whether a marker names a file, by its path or a glob, whatever it is worth.</summary>
    public bool AreReviewed(string path) =>
        Reviews.Any(review => review.Target != null && TargetPattern.Parse(review.Target, out _)?.IsMatch(path) == true);

    /// <summary>The annotations that stand in a file.</summary>
    public IEnumerable<ProvenanceAnnotation> In(SyntaxTree tree) => _byTree.TryGetValue(tree, out var known) ? known : [];

    /// <summary>The review markers that stand in a file.</summary>
    public IEnumerable<ReviewMarker> ReviewsIn(SyntaxTree tree) => _reviewsByTree.TryGetValue(tree, out var known) ? known : [];

    /// <summary>The annotations without <c>Target</c>.</summary>
    public ImmutableArray<ProvenanceAnnotation> Defaults { get; }

    /// <summary>
    /// Those without <c>Target</c> that nobody can be asked about, since they say no origin that there is, or stand in generated code.
    /// </summary>
    public ImmutableArray<ProvenanceAnnotation> UnreadableDefaults { get; }

    /// <summary>Whether any annotation holds for single source files.</summary>
    public bool HasTargets => !_forSources.IsEmpty || !_unreadable.IsEmpty;

    /// <summary>Whether an annotation claims human authorship of more than one person can vouch for at one place.</summary>
    /// <param name="annotation">The annotation.</param>
    /// <param name="target">What it is about; null: all code.</param>
    /// <param name="options">The options that hold where it stands.</param>
    /// <param name="isForFixtures">
    /// Whether it is asked for fixture files: tests make them by the dozen, and who looked at a folder of them can vouch for it.
    /// </param>
    public static bool IsBulkHuman(ProvenanceAnnotation annotation, TargetPattern? target, ProvenanceOptions options, bool isForFixtures) =>
        annotation.Origin == Origin.Human
        && !options.AssemblyDefaultDeclares
        && target is not { HasWildcard: false }
        && !(isForFixtures && target is { BeginsWithFolder: true } or { IsOfFileNames: true });

    /// <summary>
    /// Whether an annotation with <c>Target</c> declares the source files it holds for: one path does, and a glob in a folder where an AI
    /// made what is there. Any other glob says what code is until somebody looks, and new code under it is due all the same.
    /// </summary>
    public bool Declares(ProvenanceAnnotation annotation) => _declaring.Contains(annotation.Attribute);

    /// <summary>
    /// Whether an annotation is a default, which says what code is until somebody looks, and code to come too: one without <c>Target</c>,
    /// or with a glob that declares nothing.
    /// </summary>
    /// <param name="annotation">The annotation.</param>
    /// <param name="target">What it is about; null: all code.</param>
    public bool IsDefault(ProvenanceAnnotation annotation, TargetPattern? target) =>
        target == null
        || (target.HasWildcard && !Declares(annotation) && (target.MatchesOnlySourceFiles || !DeclaresFixtures(annotation)));

    /// <summary>Whether an annotation with <c>Target</c> declares the fixture files it holds for: all but a glob of any folders.</summary>
    public bool DeclaresFixtures(ProvenanceAnnotation annotation) => _declaringFixtures.Contains(annotation.Attribute);

    /// <summary>
    /// The annotations that hold for a source file: those whose <c>Target</c> is its path, else those with the longest literal prefix.
    /// </summary>
    /// <param name="path">The file's path relative to its project, with <c>/</c> between folders.</param>
    public ImmutableArray<ProvenanceAnnotation> ForSource(string path) => _forSources.NearestFor(path);

    /// <summary>The annotations that hold for a fixture file, likewise.</summary>
    public ImmutableArray<ProvenanceAnnotation> ForFixture(string path) => _forFixtures.NearestFor(path);

    /// <summary>The annotations that name a file and that nobody can be asked about; see <see cref="UnreadableDefaults"/>.</summary>
    public IEnumerable<ProvenanceAnnotation> UnreadableFor(string path) => _unreadable.IsEmpty ? [] : _unreadable.AllFor(path);
}
