using System.Collections.Immutable;
using System.Globalization;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Shared.Catalogue;

namespace ProvenanceAnalyzers.Review;

/// <summary>Decides who counts as a reviewer.</summary>
internal static class ReviewerRefusal
{
    private const string WhoWrites =
        "whoever reviewed the code, and no AI agent, writes an address, 'Name <address>' or a pseudonym";

    /// <summary>Why a reviewer does not count, as a sentence; null when the reviewer does.</summary>
    /// <param name="reviewer">The reviewer as a marker names one.</param>
    /// <param name="options">The options that hold for the marker.</param>
    public static string? Of(Person reviewer, ProvenanceOptions options)
    {
        if (reviewer.IsEmpty)
        {
            return $"The marker names no reviewer: {WhoWrites}";
        }

        if (reviewer.Text.Any(IsControlOrSeparator))
        {
            return "The reviewer is written on several lines or with control characters: "
                + "write an address, 'Name <address>' or a pseudonym on one line";
        }

        return AIIdentities.Recognise(reviewer, options.ToolIndex) switch
        {
            AIIdentity.Address => $"'{reviewer.Text}' is the address of an AI tool, and a human must review: its review is not one",
            AIIdentity.NoReply => $"'{reviewer.Text}' is an address that nobody reads, and a human must review: write that person's own",
            AIIdentity.Bot => $"'{reviewer.Text}' is a bot's account, and a human must review: its review is not one",
            AIIdentity.ToolName =>
                $"'{reviewer.Text}' is the name of an AI tool, and a human must review; "
                + "if this is a person, write an address or 'Name <address>'",
            AIIdentity.ModelName =>
                $"'{reviewer.Text}' is the name of an AI model or of its provider, and a human must review; "
                + "if this is a person, write an address or 'Name <address>'",
            AIIdentity.Placeholder =>
                $"'{reviewer.Text}' stands for nobody: {WhoWrites}",
            _ when !IsAllowed(reviewer, options.Reviewers) =>
                $"'{reviewer.Text}' is none of those who may review here: {string.Join(", ", options.Reviewers)} "
                + $"({OptionDefinitions.Reviewers.Key})",
            _ when options.Policies.FirstOrDefault(policy => !IsAllowed(reviewer, policy.Options.Reviewers)) is { } policy =>
                $"'{reviewer.Text}' is none of those who may review: {string.Join(", ", policy.Options.Reviewers)} "
                + $"({OptionDefinitions.Reviewers.Key} in the locked policy '{policy.Name}')",
            _ => null,
        };
    }

    /// <summary>
    /// Why a marker that names nobody does not count, as a sentence; null where anybody may review.
    /// </summary>
    /// <param name="options">The options that hold for the marker.</param>
    public static string? OfNobody(ProvenanceOptions options)
    {
        const string Nobody = "An attribute of another library names no reviewer, and not everybody may review here: use HumanReviewed";
        return options.Policies.FirstOrDefault(policy => !policy.Options.Reviewers.IsEmpty) is { } policy
                ? $"{Nobody} ({OptionDefinitions.Reviewers.Key} in the locked policy '{policy.Name}')"
            : !options.Reviewers.IsEmpty ? $"{Nobody} ({OptionDefinitions.Reviewers.Key})"
            : null;
    }

    private static bool IsControlOrSeparator(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsAllowed(Person reviewer, ImmutableArray<string> patterns) =>
        patterns.IsEmpty || reviewer.IsNamedBy(patterns);
}
