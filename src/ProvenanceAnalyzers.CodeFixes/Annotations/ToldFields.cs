namespace ProvenanceAnalyzers.CodeFixes.Annotations;

/// <summary>What an agent, or whoever started it, says of its work beside the tool.</summary>
/// <param name="Model">The model, which is written in any case; null where nobody says which.</param>
/// <param name="Requester">Who asked for the work; null where nobody knows.</param>
/// <param name="IsRequesterSaid">
/// Whether somebody said who asked for it, so that it is written in any case; else it is where options ask for it.
/// </param>
internal sealed record ToldFields(string? Model, string? Requester, bool IsRequesterSaid);
