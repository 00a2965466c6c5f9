using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Options;

/// <summary>Which AI output may be where, as the options of a file or a locked policy say it.</summary>
internal sealed class PolicyOptions
{
    public required ScopedValue<Origin> AllowedOrigins { get; init; }

    public required ScopedValue<string> AllowedTools { get; init; }

    public required ScopedValue<string> DeniedTools { get; init; }

    public required ScopedValue<string> AllowedProviders { get; init; }

    public required ScopedValue<string> DeniedProviders { get; init; }

    public required ImmutableArray<string> DeniedModels { get; init; }

    public required ImmutableArray<ToolSuspension> SuspendedTools { get; init; }

    public required bool TrainingCorpus { get; init; }

    public required ImmutableArray<string> TrainingExemptProviders { get; init; }

    /// <summary>Whether it names tools, providers or models, or asks for their terms.</summary>
    public bool LooksAtTools => TrainingCorpus
        || !DeniedModels.IsEmpty
        || !SuspendedTools.IsEmpty
        || !(AllowedTools.IsEmpty && DeniedTools.IsEmpty && AllowedProviders.IsEmpty && DeniedProviders.IsEmpty);

    /// <summary>Whether it denies tools, providers or models, or suspends some.</summary>
    public bool DeniesAI =>
        !(DeniedTools.IsEmpty && DeniedProviders.IsEmpty && DeniedModels.IsEmpty && SuspendedTools.IsEmpty);

    /// <summary>Whether everything is allowed.</summary>
    public bool IsEmpty => AllowedOrigins.IsEmpty && !LooksAtTools;
}
