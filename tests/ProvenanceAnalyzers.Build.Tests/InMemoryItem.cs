using System.Collections;
using Microsoft.Build.Framework;

namespace ProvenanceAnalyzers.Build.Tests;

/// <summary>An item as a build gives it to a task, with whatever metadata.</summary>
internal sealed class InMemoryItem(string path, params (string Name, string Value)[] metadata) : ITaskItem
{
    public string ItemSpec { get; set; } = path;

    public ICollection MetadataNames => metadata.Select(entry => entry.Name).ToList();

    public int MetadataCount => metadata.Length;

    public string GetMetadata(string metadataName) => Array.Find(metadata, entry => entry.Name == metadataName).Value ?? string.Empty;

    public IDictionary CloneCustomMetadata() => metadata.ToDictionary(entry => entry.Name, entry => entry.Value);

    public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException();

    public void RemoveMetadata(string metadataName) => throw new NotSupportedException();

    public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException();
}
