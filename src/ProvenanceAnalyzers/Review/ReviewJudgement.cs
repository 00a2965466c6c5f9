using System.Collections.Immutable;
using ProvenanceAnalyzers.Annotations;
using ProvenanceAnalyzers.Model;
using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;

namespace ProvenanceAnalyzers.Review;

/// <summary>What a marker is worth, and the facts that say why: worked out once for all rules and for the record.</summary>
/// <param name="Marker">The marker.</param>
/// <param name="Subject">What it is of; null where it names nothing that there is.</param>
/// <param name="Options">
/// The options that hold for it: those of the file that it is of, wherever it stands; else those of the one it stands in.
/// </param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record ReviewJudgement(PlacedMarker Marker, ReviewSubject? Subject, ProvenanceOptions Options, ReviewFault Faults)
{
    /// <summary>What is declared of what it is of; nothing for another library's marker.</summary>
    public ImmutableArray<ProvenanceAnnotation> Annotations { get; init; } = [];

    /// <summary>Who reviewed; null for another library's marker.</summary>
    public Person? Reviewer { get; init; }

    /// <summary>Why the reviewer does not count, as a sentence, where that is its fault.</summary>
    public string? Refusal { get; init; }

    /// <summary>Who requested the code and reviewed it, where that is its fault.</summary>
    public Person? Requester { get; init; }

    /// <summary>
    /// The digest of the subject as it is; null where nothing asked for it, and of a fixture file that could not be read.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>What is wrong with the day of the review, where that is its fault: <c>older than the code, ...</c>.</summary>
    public string? Outdated { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsValid => Faults == ReviewFault.None;

    /// <summary>
    /// What a fix of the marker must know beside its location: the file that an assembly marker is about, and who may not review it.
    /// </summary>
    public ImmutableDictionary<string, string?> Properties => DiagnosticProperties.WithRequesters(
        (Marker.Symbol, Subject) switch
        {
            (null, { Fixture: { } fixture }) => DiagnosticProperties.ForFixtures([fixture]),
            (null, { Files: { } files }) => DiagnosticProperties.ForFixtureSet(files),
            (null, { Code: { } code }) =>
                ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.CoveredFile, code.SyntaxTree.FilePath),
            _ => ImmutableDictionary<string, string?>.Empty,
        },
        Annotations,
        Options);

    /// <summary>How many different people have a marker that counts; a marker of another library counts as one person's.</summary>
    public static int CountReviewers(IEnumerable<ReviewJudgement> judgements)
    {
        var valid = judgements.Where(judgement => judgement.IsValid).ToList();
        return Person.Count(valid.Select(judgement => judgement.Reviewer).OfType<Person>())
            + (valid.Exists(judgement => judgement.Reviewer == null) ? 1 : 0);
    }
}
