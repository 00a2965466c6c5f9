namespace ProvenanceAnalyzers.Shared.Catalogue;

/// <summary>
/// What each provider's published terms say of training models on its outputs: data, not legal advice; options override every row.
/// </summary>
internal static class KnownProviders
{
    /// <summary>The day on which the rows were last checked, <c>yyyy-MM-dd</c>.</summary>
    public static string AsOf => "2026-11-24";

    /// <summary>Every provider whose terms were looked at.</summary>
    public static IReadOnlyList<Provider> All { get; } =
    [
        new("anthropic", TrainingRestriction.AnyModel, "Usage Policy", "2026-08-14"),
        new("openai", TrainingRestriction.CompetingModels, "Terms of Use", "2026-07-26"),
        new("google", TrainingRestriction.AnyModel, "Terms of Service", "2026-08-03"),
        new("xai", TrainingRestriction.CompetingModels, "Terms of Service, consumer (enterprise: any-model)", "2026-08-14"),
        new("cursor", TrainingRestriction.CompetingModels, "Terms of Service", "2025-09-18"),
        new("alibaba", TrainingRestriction.CompetingModels, "Qwen Chat Terms", "2026"),
        new("moonshotai", TrainingRestriction.CompetingModels, "Kimi Terms", "2025-03-19"),
        new("lovable", TrainingRestriction.CompetingModels, "Terms", "2025-12-06"),
        new("microsoft", TrainingRestriction.AnyModel, "Services Agreement 13.r", "2026"),
        new("deepseek", TrainingRestriction.None, "Terms of Service", "2026-03-27"),
        new("mistral", TrainingRestriction.ImageModels, "Terms (Le Chat, Vibe)", "2026-08-17"),
        new("meta", TrainingRestriction.None, "Llama API terms: no such clause found", "2026-08-22"),
        new("github", TrainingRestriction.Unverified, "", ""),
        new("amazon", TrainingRestriction.Unverified, "", ""),
        new("jetbrains", TrainingRestriction.Unverified, "", ""),
        new("cognition", TrainingRestriction.Unverified, "", ""),
        new("replit", TrainingRestriction.Unverified, "", ""),
        new("sourcegraph", TrainingRestriction.Unverified, "", ""),
    ];
}
