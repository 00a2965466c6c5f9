using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProvenanceAnalyzers.Review;

/// <summary>A piece of code that must be reviewed.</summary>
/// <param name="Location">What a diagnostic about it underlines.</param>
/// <param name="Name">What it is called in messages: <c>the class 'OrderParser'</c>.</param>
/// <param name="Tool">The AI tool that made it, where one is known.</param>
/// <param name="MarkerTarget">What a marker on it must begin with to mean it: <c>property: </c> on a record's parameter, mostly nothing.</param>
/// <param name="Code">The declaration; the root of a file of top-level statements.</param>
/// <param name="File">The file it is in; its options hold for it.</param>
/// <param name="Judgements">The markers that cover it, right and wrong ones.</param>
internal sealed record DueReview(
    Location Location,
    string Name,
    string? Tool,
    string MarkerTarget,
    SyntaxNode Code,
    SourceFile File,
    ImmutableArray<ReviewJudgement> Judgements)
{
    /// <summary>What a fix must know beside the location: the path that an assembly marker must name.</summary>
    public ImmutableDictionary<string, string?> Properties => Code is CompilationUnitSyntax
        ? ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Target, File.Path)
        : ImmutableDictionary<string, string?>.Empty;

    /// <summary>How many different people have a marker that counts.</summary>
    public int ReviewerCount => ReviewJudge.CountReviewers(Judgements);

    /// <summary>The end of a message that asks for a marker: what to write, or nothing where the digest is not to be shown.</summary>
    public string MarkerHint(ProvenanceContext provenance)
    {
        var target = Code is CompilationUnitSyntax ? $"Target = \"{File.Path}\", " : string.Empty;
        return File.Options.ShowDigest
            ? $": [{MarkerTarget}HumanReviewed(\"...\", \"yyyy-MM-dd\", {target}Digest = \"{provenance.DigestOf(Code)}\")]"
            : string.Empty;
    }
}
