using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Verify;

/// <summary>
/// Verifies manifests: was each project judged under the policies, with nothing weakened, and does nothing stand against it?
/// </summary>
/// <param name="request">What is wanted.</param>
internal sealed class Verification(VerifyRequest request)
{
    /// <summary>Verifies them.</summary>
    /// <exception cref="ToolException">It cannot be established.</exception>
    public async Task<Verdict> RunAsync(CancellationToken cancellationToken)
    {
        var checkout = request.Sources is { } sources
            ? await Checkout.OpenAsync(sources, request.Except, cancellationToken).ConfigureAwait(false)
            : null;
        var policies = request.Policies.Select(path => VerifyPolicy.Read(path, checkout?.Top)).ToList();
        var read = ManifestReader.ReadWhole(request.Manifests, cancellationToken);
        var manifests = read.Select(one => one.Manifest).ToList();
        var checks = new ProjectVerification(policies);
        var options = VerifyPolicy.OptionsOf(policies);
        var problems = new List<VerifyProblem>();
        foreach (var manifest in manifests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            problems.AddRange(checks.Find(manifest, ToolVersion.Current));
            var units = new UnitVerification(manifest, options);
            problems.AddRange(manifest.Units.SelectMany(units.Find));
        }

        var earlier = ManifestReader.ReadWhole(request.Against, cancellationToken);
        if (earlier.Count > 0)
        {
            problems.AddRange(new EarlierManifests(manifests, [.. earlier.Select(one => one.Manifest)], checkout).Find());
        }

        if (checkout != null)
        {
            problems.AddRange(FindMissing(checkout, manifests));
        }

        var undeclared = CountUnits(problems, VerifyKind.Undeclared);
        var unreviewed = CountUnits(problems, VerifyKind.Unreviewed);
        problems.RemoveAll(problem =>
            (problem.Kind == VerifyKind.Undeclared && undeclared <= request.AllowedUndeclared)
            || (problem.Kind == VerifyKind.Unreviewed && unreviewed <= request.AllowedUnreviewed));
        return new Verdict
        {
            Policies = [.. policies.Select(policy => (policy.Name, policy.Hash, policy.FileHash))],
            Manifests = [.. read.Select(one => (one.Path, one.Sha256))],
            Earlier = [.. earlier.Select(one => (one.Path, one.Sha256))],
            Revisions =
            [
                .. manifests.Select(manifest => manifest.Source?.Revision).OfType<string>().Distinct().Order(StringComparer.Ordinal),
            ],
            Units = manifests.Sum(manifest => manifest.Units.DistinctBy(unit => unit.Id).Count()),
            Undeclared = undeclared,
            Unreviewed = unreviewed,
            Problems =
            [
                .. problems.Distinct()
                    .OrderBy(problem => problem.Project, StringComparer.Ordinal)
                    .ThenBy(problem => problem.Path, StringComparer.Ordinal)
                    .ThenBy(problem => problem.Line)
                    .ThenBy(problem => problem.Kind),
            ],
        };
    }

    private static int CountUnits(IEnumerable<VerifyProblem> problems, VerifyKind kind) =>
        problems.Where(problem => problem.Kind == kind).Select(problem => (problem.Project, problem.Name)).Distinct().Count();

    private static IEnumerable<VerifyProblem> FindMissing(Checkout checkout, IReadOnlyList<ManifestContent> manifests)
    {
        var known = manifests.ToLookup(manifest => manifest.Project, Paths.Comparer);
        foreach (var project in checkout.Projects.Where(project => !known[project].Any()))
        {
            yield return new VerifyProblem(
                VerifyKind.Missing,
                project,
                string.Empty,
                0,
                string.Empty,
                "it has no manifest; build it with one, or leave it out by --except");
        }

        foreach (var manifest in manifests.Where(manifest => manifest.Source?.Revision != checkout.Revision))
        {
            yield return new VerifyProblem(
                VerifyKind.Revision,
                manifest.Project,
                string.Empty,
                0,
                string.Empty,
                manifest.Source is { } source
                    ? $"its manifest is of {source.Revision}, and this is {checkout.Revision}; build it again"
                    : $"its manifest does not say of which revision it is, and this is {checkout.Revision}; "
                        + "build it in the repository, with git");
        }

        var files = manifests.SelectMany(ManifestFiles.Of).ToHashSet(Paths.Comparer);
        foreach (var (project, code) in checkout.OtherProjects)
        {
            if (!known[project].Any() && code.FirstOrDefault(file => !files.Contains(file)) is { } file)
            {
                yield return new VerifyProblem(
                    VerifyKind.Missing,
                    project,
                    string.Empty,
                    0,
                    string.Empty,
                    $"it may compile '{file}', which is in no manifest; call it .csproj, or leave it out by --except");
            }
        }
    }
}
