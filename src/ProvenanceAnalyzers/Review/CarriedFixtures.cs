using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;

namespace ProvenanceAnalyzers.Review;

/// <summary>
/// An annotation on which it is said that reviews of fixture files are missing: one on the assembly, or, of snapshots, one on their test
/// class.
/// </summary>
/// <param name="annotation">The annotation.</param>
internal sealed class CarriedFixtures(ProvenanceAnnotation annotation)
{
    /// <summary>The annotation.</summary>
    public ProvenanceAnnotation Annotation { get; } = annotation;

    /// <summary>The fixture files.</summary>
    public List<CoveredCode> Files { get; } = [];

    /// <summary>Those that stand in a file.</summary>
    public static IEnumerable<CarriedFixtures> In(SyntaxTree tree, ProvenanceContext provenance) =>
        provenance.Share(static created => new Index(created)).ByTree.TryGetValue(tree, out var carried) ? carried : [];

    private sealed class Index
    {
        public Index(ProvenanceContext provenance)
        {
            foreach (var fixture in CoveredCode.FixturesIn(provenance))
            {
                if (ReviewDuty.CarrierOf(fixture.Declared) is { Syntax: { } syntax } carrier)
                {
                    Add(fixture, carrier, syntax.SyntaxTree);
                }
            }
        }

        public Dictionary<SyntaxTree, List<CarriedFixtures>> ByTree { get; } = [];

        private void Add(CoveredCode fixture, ProvenanceAnnotation carrier, SyntaxTree tree)
        {
            if (!ByTree.TryGetValue(tree, out var inTree))
            {
                ByTree.Add(tree, inTree = []);
            }

            var carried = inTree.Find(known => known.Annotation.Attribute == carrier.Attribute);
            if (carried == null)
            {
                inTree.Add(carried = new CarriedFixtures(carrier));
            }

            carried.Files.Add(fixture);
        }
    }
}
