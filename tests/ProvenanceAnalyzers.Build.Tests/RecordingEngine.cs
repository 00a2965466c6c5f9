using System.Collections;
using Microsoft.Build.Framework;

namespace ProvenanceAnalyzers.Build.Tests;

/// <summary>What a task says, line by line.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    public List<string> Lines { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Test.csproj";

    public bool BuildProjectFile(
        string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public void LogCustomEvent(CustomBuildEventArgs e) => Lines.Add(e.Message!);

    public void LogErrorEvent(BuildErrorEventArgs e) => Lines.Add($"error {e.Code} {e.File}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e) => Lines.Add($"message {e.Message}");

    public void LogWarningEvent(BuildWarningEventArgs e) => Lines.Add($"warning {e.Code} {e.File}: {e.Message}");
}
