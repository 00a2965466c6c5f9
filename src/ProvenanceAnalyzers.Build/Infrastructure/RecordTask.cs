namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>What the tasks share: whatever goes wrong is one error with its file and line, and no stack trace.</summary>
public abstract class RecordTask : Microsoft.Build.Utilities.Task
{
    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (RecordException exception)
        {
            Log.LogError(null, exception.Code, null, exception.File, exception.Line, 0, 0, 0, "{0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();
}
