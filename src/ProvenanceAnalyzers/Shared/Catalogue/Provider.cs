namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>Which models a provider's terms forbid to train on the provider's outputs.</summary>
internal enum TrainingRestriction
{
    /// <summary>Nobody has checked the terms.</summary>
    Unverified,

    /// <summary>No restriction was found.</summary>
    None,

    /// <summary>Models that generate images.</summary>
    ImageModels,

    /// <summary>Models that compete with the provider.</summary>
    CompetingModels,

    /// <summary>Any model.</summary>
    AnyModel,
}

/// <summary>A provider of AI tools or models, and what its published terms say of training on its outputs.</summary>
/// <param name="id">The id in the spelling of models.dev: <c>anthropic</c>.</param>
/// <param name="restriction">Which models may not be trained on its outputs.</param>
/// <param name="document">The document that says so; empty while unverified.</param>
/// <param name="date">The document's date, <c>yyyy-MM-dd</c> or a year; empty while unverified.</param>
internal sealed class Provider(string id, TrainingRestriction restriction, string document, string date)
{
    /// <summary>The id in the spelling of models.dev: <c>anthropic</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Which models may not be trained on the provider's outputs.</summary>
    public TrainingRestriction Restriction { get; } = restriction;

    /// <summary>The document that says so; empty while unverified.</summary>
    public string Document { get; } = document;

    /// <summary>The document's date, <c>yyyy-MM-dd</c> or a year; empty while unverified.</summary>
    public string Date { get; } = date;
}
