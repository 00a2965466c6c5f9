using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>What an AI agent is told to do, in the files that agents read.</summary>
internal sealed class InstructionsStep : IInitStep
{
    private const string Shared = "AGENTS.md";

    private const string Instructions =
        """
        ## AI provenance and human review

        - Declare what you write. Where no hook has done it, run `dotnet tool run provenance declare FILE --tool ID` after each edit of a C#
          file, with the id of your own tool, or write the attribute yourself: `[AIProvenance(AIOrigin.Generated, Tool = "...")]`. Of a
          model, a person or a day that you do not know, say nothing; never guess.
        - Never write `AIOrigin.Human` for code that you wrote or changed. When you change code that a human declared, `AIOrigin.Human` becomes
          `AIOrigin.Assisted` with your tool; leave every other `AIProvenance` attribute as it is, and add one of your own beside it.
        - Never add, change, renew or remove `HumanReviewed`: it says that a human has read the code. The warnings PROV2001 to PROV2008 are
          addressed to humans. Leave them, and tell the person you work for which code has to be reviewed.
        - Never unset or change the environment variables by which your tool says that an AI agent is at work, such as `AI_AGENT`.
        - Do not suppress a rule whose id begins with PROV, and do not change `provenance.*` options, policy files or baselines.
        """;

    private static readonly string[] Files = [Shared, "CLAUDE.md", ".github/copilot-instructions.md"];

    public void Plan(InitRequest request, InitPlace place, InitFiles files)
    {
        var there = Files.Select(name => Path.Combine(place.Root, name)).Where(File.Exists).ToList();
        var shared = Path.Combine(place.Root, Shared);
        foreach (var path in there.Count > 0 ? there : [shared])
        {
            // One that leads to the other, or takes it in, has the section by that.
            if (path == shared || !there.Contains(shared)
                || (RealPath.Of(path) != RealPath.Of(shared) && !files.Read(path)!.Contains("@" + Shared, StringComparison.Ordinal)))
            {
                files.WriteSection(path, MarkedSection.Markup, Instructions.ReplaceLineEndings("\n"));
            }
        }
    }
}
