using ProvenanceAnalyzers.Options;
using ProvenanceAnalyzers.Policy;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>
/// Finds what stands against the units of a project, from what the manifest says of them and not from what the build has reported, by the
/// code that judges in a build.
/// </summary>
internal sealed class UnitVerification
{
    private static readonly string Reviewed = RecordValue.NameOf(ReviewState.Reviewed);
    private static readonly string Stale = RecordValue.NameOf(ReviewState.Stale);

    private readonly ManifestContent _manifest;
    private readonly string _folder;
    private readonly Func<string, ProvenanceOptions> _optionsAt;
    private readonly DeclaredAnnotations _annotations;

    /// <param name="manifest">The project.</param>
    /// <param name="optionsAt">What the policies say for a file, relative to the repository.</param>
    public UnitVerification(ManifestContent manifest, Func<string, ProvenanceOptions> optionsAt)
    {
        (_manifest, _optionsAt, _folder) = (manifest, optionsAt, Paths.FolderOf(manifest.Project));
        _annotations = new DeclaredAnnotations(manifest.Units.SelectMany(unit => unit.Annotations));
    }

    /// <summary>What stands against a unit.</summary>
    public IEnumerable<VerifyProblem> Find(ManifestUnit unit)
    {
        // Each part counts: one in a folder with a stricter policy must not slip by.
        var places = unit.Parts.Select(part => (Part: part, Options: _optionsAt(PathOf(part)))).DistinctBy(place => place.Options).ToList();
        if (places.Count == 0)
        {
            return [];
        }

        return [.. FindUndeclared(unit, places), .. FindViolations(unit, places), .. FindUnreviewed(unit, places), .. FindHistory(unit)];
    }

    private IEnumerable<VerifyProblem> FindUndeclared(
        ManifestUnit unit, IReadOnlyList<(ManifestPart Part, ProvenanceOptions Options)> places)
    {
        if (unit.IsExcluded && places.FirstOrDefault(place =>
                place.Options.Policies.Any(policy => policy.Asks && !policy.Options.Exclude)) is { Part: { } part })
        {
            yield return Problem(
                VerifyKind.Unjudged,
                unit,
                part,
                "provenance.exclude leaves it out, and the policy asks; leave nothing out that it asks of");
        }

        if (unit.Due == null || IsHeldBack(unit, places))
        {
            yield break;
        }

        yield return Problem(
            VerifyKind.Undeclared,
            unit,
            unit.Parts[0],
            unit.IsSuppressed ? $"nobody has said who made it, and {unit.Due}, which says so, is suppressed; declare it"
            : unit.IsInBaseline ? "nobody has said who made it, and the policy lets no baseline hold that back; declare it"
            : "nobody has said who made it; declare it");
    }

    private IEnumerable<VerifyProblem> FindViolations(
        ManifestUnit unit, IReadOnlyList<(ManifestPart Part, ProvenanceOptions Options)> places)
    {
        foreach (var annotation in unit.Annotations.Distinct())
        {
            foreach (var (part, options) in places)
            {
                var fixture = unit.Kind == UnitKinds.Fixture ? PathOf(part) : null;
                var violations = PolicyCheck.Find(
                    _annotations.Of(annotation), new PolicyPlace(_annotations.File, options, unit.IsTest, fixture));
                foreach (var violation in violations)
                {
                    yield return Problem(VerifyKind.Violation, unit, part, $"{violation.Rule.Id}: {violation.Subject}: {violation.Reason}");
                }
            }
        }
    }

    private IEnumerable<VerifyProblem> FindUnreviewed(
        ManifestUnit unit, IReadOnlyList<(ManifestPart Part, ProvenanceOptions Options)> places)
    {
        foreach (var (part, options) in places)
        {
            var required = Math.Max(unit.ReviewsRequired, AsksReview(unit, options) ? options.ReviewsRequired : 0);
            if (required == 0 || IsHeldBack(unit, places))
            {
                continue;
            }

            var valid = unit.Reviews.Where(review => review.IsValid).ToList();
            var refusals = valid.Select(review => WhyRefused(review, unit, options)).OfType<string>().Distinct().ToList();
            var people = valid.Where(review => WhyRefused(review, unit, options) == null).ToList();
            var count = Person.Count(people.Where(review => review.Reviewer != null).Select(review => new Person(review.Reviewer!)))
                + (people.Exists(review => review.Reviewer == null) ? 1 : 0);
            if (unit.Review == Reviewed && count >= required)
            {
                continue;
            }

            yield return Problem(
                VerifyKind.Unreviewed,
                unit,
                part,
                valid.Count switch
                {
                    _ when unit.Review == Stale => "it has changed since somebody reviewed it; review what has changed",
                    0 => "nobody has reviewed it who may; review it",
                    _ when count >= required => "not each of its parts is reviewed; review the others",
                    _ => $"{count} of {required} reviews count{string.Concat(refusals.Select(refusal => $"; {refusal}"))}",
                });
            yield break;
        }
    }

    /// <summary>What only the rules that ask history find; that none of them was turned off, the severities say.</summary>
    private IEnumerable<VerifyProblem> FindHistory(ManifestUnit unit)
    {
        foreach (var finding in unit.Findings)
        {
            var isContradiction = finding.Rule is RuleIds.ContradictedOrigin or RuleIds.ContradictedTool;
            if ((isContradiction && !unit.IsContested) || finding.Rule is RuleIds.UnattestedReview or RuleIds.DependentReview)
            {
                yield return new VerifyProblem(
                    VerifyKind.Contradicted,
                    _manifest.Project,
                    Paths.Resolve(finding.Path, _folder),
                    finding.Line,
                    unit.Id,
                    $"{finding.Rule}: {finding.Message ?? "history tells otherwise"}");
            }
        }
    }

    private static string? WhyRefused(ManifestReview review, ManifestUnit unit, ProvenanceOptions options)
    {
        if (review.Reviewer is not { } reviewer)
        {
            return ReviewerRefusal.OfNobody(options);
        }

        var isHashed = PersonHash.IsHash(reviewer);
        if (isHashed && options.Policies.Any(policy => !policy.Options.Reviewers.IsEmpty))
        {
            return "a hash names the reviewer, so that nobody can tell whether it is one of those who may; "
                + "write the manifest without ProvenanceManifestPrivacy";
        }

        var person = new Person(reviewer);
        return !isHashed && ReviewerRefusal.Of(person, options) is { } refusal ? refusal
            : options.IndependentReview && unit.Annotations.Any(annotation =>
                annotation.RequestedBy is { } requester && new Person(requester).IsSameAs(person))
                ? $"'{reviewer}' requested the code and cannot review it"
            : null;
    }

    /// <summary>Whether a policy itself asks for a review; what it leaves to the project is in the manifest.</summary>
    private bool AsksReview(ManifestUnit unit, ProvenanceOptions options)
    {
        OptionDefinition option = unit.IsTest ? OptionDefinitions.TestsReviewRequired : OptionDefinitions.ReviewRequired;
        return !unit.IsExcluded
            && options.Policies.Any(policy => policy.TextOf(option) != null)
            && (unit.IsTest ? options.TestsReviewRequired : options.ReviewRequired) switch
            {
                ReviewRequired.All => unit.Annotations.Count > 0,
                ReviewRequired.AI => unit.Annotations.Any(annotation => _annotations.Of(annotation).Value.IsAIMade),
                _ => false,
            };
    }

    /// <summary>Whether a baseline holds it back, and every policy lets it.</summary>
    private static bool IsHeldBack(ManifestUnit unit, IEnumerable<(ManifestPart Part, ProvenanceOptions Options)> places) =>
        unit.IsInBaseline && !unit.IsSuppressed && places.All(place => place.Options.AllowsBaseline);

    private VerifyProblem Problem(VerifyKind kind, ManifestUnit unit, ManifestPart part, string message) =>
        new(kind, _manifest.Project, PathOf(part), part.StartLine ?? 0, unit.Id, message);

    private string PathOf(ManifestPart part) => Paths.Resolve(part.Path, _folder);
}
