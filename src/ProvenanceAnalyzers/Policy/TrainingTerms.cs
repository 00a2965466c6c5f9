using System.Collections.Immutable;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Policy;

/// <summary>What the terms of one provider say of training on its output.</summary>
/// <param name="Use">Whether it may be trained on.</param>
/// <param name="Provider">The provider; null where nothing says who it is.</param>
/// <param name="Terms">What is known of the provider's terms, with document and date; null where nobody has looked at them.</param>
internal sealed record TrainingTerm(TrainingUse Use, string? Provider, Provider? Terms);

/// <summary>What the terms of those whose tools and models made code say of training on it.</summary>
internal static class TrainingTerms
{
    /// <summary>The terms of each provider of the code; none of code in which no AI had a hand.</summary>
    /// <param name="annotation">What is declared of the code.</param>
    /// <param name="tools">The tools and their providers.</param>
    /// <param name="exempt">The providers whose terms do not bind.</param>
    public static ImmutableArray<TrainingTerm> Of(ProvenanceAnnotation annotation, ToolIndex tools, ImmutableArray<string> exempt)
    {
        if (!annotation.IsAIMade)
        {
            return [];
        }

        return
        [
            .. Providers.Binding(annotation.Tool, annotation.Model, tools)
                .Select(provider => provider != null ? Of(provider, exempt) : new TrainingTerm(TrainingUse.Unknown, null, null)),
        ];
    }

    /// <summary>The terms of a provider.</summary>
    public static TrainingTerm Of(string provider, ImmutableArray<string> exempt)
    {
        var terms = Providers.TermsOf(provider);
        var use = exempt.Contains(provider) ? TrainingUse.Allowed : terms?.Restriction switch
        {
            TrainingRestriction.AnyModel or TrainingRestriction.CompetingModels => TrainingUse.Restricted,

            // Code trains no model that makes images.
            TrainingRestriction.None or TrainingRestriction.ImageModels => TrainingUse.Allowed,
            _ => TrainingUse.Unverified,
        };
        return new TrainingTerm(use, provider, terms);
    }
}
