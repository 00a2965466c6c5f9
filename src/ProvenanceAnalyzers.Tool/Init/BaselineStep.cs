namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>What git must know of baseline files, so that two branches that both shrink one merge line by line.</summary>
internal sealed class BaselineStep : IInitStep
{
    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var path = Path.Combine(place.Root, ".gitattributes");
        if (place.IsRepository && files.Read(path)?.Contains("Provenance.Baseline", StringComparison.Ordinal) != true)
        {
            files.WriteSection(path, MarkedSection.Hash, "Provenance.Baseline*.txt text eol=lf");
        }
    }
}
