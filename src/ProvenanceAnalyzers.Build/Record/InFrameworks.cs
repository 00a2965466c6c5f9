using Newtonsoft.Json;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Build.Record;

/// <summary>Something that is the same in several target frameworks, written as it is and with their names.</summary>
/// <param name="Item">What is the same.</param>
/// <param name="Frameworks">The target frameworks in which it is so, in ordinal order.</param>
internal sealed record InFrameworks<T>(T Item, IReadOnlyList<string> Frameworks) : IFlattened
    where T : RecordObject
{
    /// <inheritdoc/>
    public IEnumerable<object> Parts => [Item, new FrameworkNames { Frameworks = Frameworks }];
}

/// <summary>The target frameworks in which something is so.</summary>
internal sealed record FrameworkNames : RecordObject
{
    [JsonProperty(RecordNames.Frameworks)]
    public required IReadOnlyList<string> Frameworks { get; init; }
}
