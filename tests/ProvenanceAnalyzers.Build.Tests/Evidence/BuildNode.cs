using System.Collections;
using Microsoft.Build.Framework;

namespace ProvenanceAnalyzers.Build.Tests.Evidence;

/// <summary>One process that builds several projects, and keeps for its tasks what they share.</summary>
internal sealed class BuildNode : IBuildEngine4
{
    private readonly Dictionary<object, object> _shared = [];

    public int Registered => _shared.Count;

    public bool IsRunningMultipleNodes => false;

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Test.csproj";

    public object GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => _shared.GetValueOrDefault(key)!;

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection)
    {
        Assert.Equal(RegisteredTaskObjectLifetime.Build, lifetime);
        _shared.Add(key, obj);
    }

    public object UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => throw new NotSupportedException();

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) =>
        false;

    public bool BuildProjectFilesInParallel(
        string[] projectFileNames,
        string[] targetNames,
        IDictionary[] globalProperties,
        IDictionary[] targetOutputsPerProject,
        string[] toolsVersion,
        bool useResultsCache,
        bool unloadProjectsOnCompletion) => false;

    public BuildEngineResult BuildProjectFilesInParallel(
        string[] projectFileNames,
        string[] targetNames,
        IDictionary[] globalProperties,
        IList<string>[] removeGlobalProperties,
        string[] toolsVersion,
        bool returnTargetOutputs) => new(false, []);

    public void Yield()
    {
        // Nothing else is built here.
    }

    public void Reacquire()
    {
        // As above.
    }

    public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException(e.Message);

    public void LogErrorEvent(BuildErrorEventArgs e) => throw new NotSupportedException(e.Message);

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        // A slow machine says that it asks.
    }

    public void LogWarningEvent(BuildWarningEventArgs e) => throw new NotSupportedException(e.Message);
}
