using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>Lets the processes of a build, and of builds beside it, do something with a file one after another.</summary>
internal static class OneAtATime
{
    /// <summary>Does it while no other process does it with the same file.</summary>
    public static void Do(string path, Action action)
    {
        using var mutex = Create(path);
        Wait(mutex);
        try
        {
            action();
        }
        finally
        {
            mutex?.ReleaseMutex();
        }
    }

    private static void Wait(Mutex? mutex)
    {
        try
        {
            mutex?.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its owner was ended, and now it is ours. Files are replaced as a whole, so that none is half-written.
        }
    }

    // Who may not have a mutex still sees what is there before, and only not what comes in the same moment.
    private static Mutex? Create(string path)
    {
        try
        {
            return new Mutex(initiallyOwned: false, $@"Global\ProvenanceAnalyzers-{Hex.Sha256(Path.GetFullPath(path)).Substring(0, 32)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or WaitHandleCannotBeOpenedException)
        {
            return null;
        }
    }
}
