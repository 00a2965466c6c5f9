using Microsoft.Build.Framework;
using ProvenanceAnalyzers.Build.Infrastructure;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The kinds of outputs, and the class of each.</summary>
internal static class RecordOutputs
{
    /// <summary>The metadata of an item that says which kind of output it is.</summary>
    public const string KindMetadata = "Kind";

    private static readonly Dictionary<string, Create> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["baseline-update"] = (paths, _) => new BaselineOutput(paths, isUpdate: true),
        ["baseline-check"] = (paths, _) => new BaselineOutput(paths, isUpdate: false),
        ["manifest"] = (paths, _) => new ManifestOutput(paths),
        ["jsonl"] = (paths, _) => new JsonLinesOutput(paths),
        ["training"] = (paths, project) => new TrainingListsOutput(paths, project),
    };

    private delegate IRecordOutput Create(string[] paths, string project);

    /// <summary>The outputs that items ask for, in the order of the items; all of one kind are one.</summary>
    /// <param name="items">Their paths, each with its kind.</param>
    /// <param name="project">The project file.</param>
    public static IReadOnlyList<IRecordOutput> Of(IEnumerable<ITaskItem> items, string project)
    {
        var outputs = new List<IRecordOutput>();
        foreach (var ofKind in items.ToLookup(item => item.GetMetadata(KindMetadata), item => item.ItemSpec, Kinds.Comparer))
        {
            if (!Kinds.TryGetValue(ofKind.Key, out var create))
            {
                throw new RecordException(
                    ErrorCodes.UnknownOutput,
                    $"The output '{ofKind.First()}' is of the kind '{ofKind.Key}'. Allowed are {string.Join(", ", Kinds.Keys)}.",
                    project);
            }

            outputs.Add(create([.. ofKind], project));
        }

        return outputs;
    }
}
