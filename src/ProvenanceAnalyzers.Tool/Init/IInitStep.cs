using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>One thing that a repository needs. It plans what is to be written, and writes nothing itself.</summary>
internal interface IInitStep
{
    /// <summary>Plans it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="place">Where.</param>
    /// <param name="files">The files with what earlier steps have planned; takes the plan.</param>
    /// <exception cref="ToolException">It cannot be done, for a reason that is worth saying; the other steps go on.</exception>
    void Plan(InitRequest request, InitPlace place, InitFiles files);
}
