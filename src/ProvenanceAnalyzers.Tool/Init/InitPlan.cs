using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>All that a repository still lacks.</summary>
internal static class InitPlan
{
    /// <summary>In the order in which it is shown and written. The package comes first: without it nothing else says anything.</summary>
    private static readonly IInitStep[] Steps =
    [
        new PackageStep(),
        new PolicyStep(),
        new EditorConfigStep(),
        new BaselineStep(),
        new InstructionsStep(),
        new ToolManifestStep(),
        new HookStep(),
        new CiStep(),
        new OwnersStep(),
    ];

    /// <summary>Plans it. Nothing is written.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="place">Where.</param>
    /// <exception cref="ToolException">There is nothing that could need it, or it is asked for outside of the repository.</exception>
    public static InitFiles Make(InitRequest request, InitPlace place)
    {
        if (!MsBuildScan.Of(place).Projects.Any())
        {
            throw new ToolException($"There is no C# project in or below '{place.Root}'. Go to the folder of the solution, or name it: "
                + "provenance init PATH");
        }

        // Whoever asks for a policy is not served by everything else.
        _ = PolicyStep.PathOf(request, place);
        var files = new InitFiles(place);
        foreach (var step in Steps)
        {
            try
            {
                step.Plan(request, place, files);
            }
            catch (ToolException exception)
            {
                files.Note(exception.Message);
            }
        }

        return files;
    }
}
