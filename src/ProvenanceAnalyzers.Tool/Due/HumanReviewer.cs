using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>Tells a person who may review from what is none.</summary>
internal static class HumanReviewer
{
    /// <summary>Why a name is no human's who could review, as sentences that say what to write instead; null where it is one's.</summary>
    /// <param name="person">The name, as somebody typed it.</param>
    public static string? Refusal(string person) =>
        new Person(person) is var meant
        && (meant.IsEmpty || AIIdentities.Recognise(meant, ToolIndex.Catalogue) != AIIdentity.None)
            ? $"'{person}' is no human who could review. Write an address, 'Name <address>' or a pseudonym."
            : null;
}
