using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;

namespace ProvenanceAnalyzers.Review;

/// <summary>A piece of code or a fixture file that must be reviewed.</summary>
/// <param name="Location">What a diagnostic about it underlines.</param>
/// <param name="Name">What it is called in messages: <c>the class 'OrderParser'</c>.</param>
/// <param name="Tool">The AI tool that made it, where one is known.</param>
/// <param name="MarkerTarget">
/// What a marker on it must begin with to mean it: <c>property: </c> on a record's parameter, mostly nothing.
/// </param>
/// <param name="Subject">The declaration, the file of top-level statements, or the fixture file.</param>
/// <param name="File">The source file it is in, or in which the annotation of a fixture file stands.</param>
/// <param name="Judgements">The markers that cover it, right and wrong ones.</param>
internal sealed record DueReview(
    Location Location,
    string Name,
    string? Tool,
    string MarkerTarget,
    ReviewSubject Subject,
    SourceFile File,
    ImmutableArray<ReviewJudgement> Judgements)
{
    /// <summary>What a fix must know beside the location: the path that an assembly marker must name, and who may not review it.</summary>
    public ImmutableDictionary<string, string?> Properties => DiagnosticProperties.WithRequesters(
        Subject switch
        {
            { Fixture: { } fixture } => DiagnosticProperties.ForFixtures([fixture]),
            { IsRest: true } => ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.IsRest, bool.TrueString),
            { Code: CompilationUnitSyntax } => ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Target, File.Path),
            _ => ImmutableDictionary<string, string?>.Empty,
        },
        Declared.Annotations,
        Options);

    /// <summary>What is declared of it.</summary>
    public required DeclaredProvenance Declared { get; init; }

    /// <summary>Whether a baseline has it as it is, so that nobody need review it before it changes.</summary>
    public Func<bool> IsInBaseline { get; init; } = () => false;

    /// <summary>The options that hold for it.</summary>
    public ProvenanceOptions Options { get; init; } = File.Options;

    /// <summary>How many different people have a marker that counts.</summary>
    public int ReviewerCount => ReviewJudgement.CountReviewers(Judgements);

    /// <summary>The end of a message that asks for a marker: what to write, or nothing where the digest is not to be shown.</summary>
    public string MarkerHint(ProvenanceContext provenance) => Options.ShowDigest && Subject.DigestIn(provenance) is { } digest
        ? $": {MarkerText.Write(MarkerTarget, Subject.TargetIn(provenance), digest)}"
        : string.Empty;
}
