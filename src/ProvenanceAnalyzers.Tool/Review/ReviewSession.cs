using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Tool.Due;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Workspaces;

namespace ProvenanceAnalyzers.Tool.Review;

/// <summary>
/// The reviews that are due in a solution, and the signatures that are written. Files are read anew before each is shown and before each
/// is signed, since somebody else may change them meanwhile.
/// </summary>
/// <param name="loaded">The solution.</param>
internal sealed class ReviewSession(LoadedSolution loaded)
{
    private Solution _solution = loaded.Judged[0].Solution;

    /// <summary>What is due in files as they are on the disk, by project, file and place; of several frameworks once.</summary>
    /// <param name="files">The full paths of the files that are looked at; null: all.</param>
    /// <param name="progress">Is told what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ReviewItem>> FindAllAsync(
        IReadOnlySet<string>? files, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var items = new List<ReviewItem>();
        var seen = new HashSet<(string Path, string Rule, string Name, string? Fixture, int Ordinal)>();
        foreach (var id in loaded.Judged.Select(project => project.Id))
        {
            var project = _solution.GetProject(id)!;
            progress.Report($"judging {project.Name}");
            var findings = await ProjectFindings.OfAsync(project, cancellationToken).ConfigureAwait(false);
            items.AddRange(ReviewsOf(findings.Diagnostics, project)
                .Select(review => review.Item)
                .Where(item => (files == null || files.Contains(item.Path))
                    && seen.Add((item.Path, item.Rule, item.Name, item.Fixture, item.Ordinal))));
        }

        return items;
    }

    /// <summary>Something as it is now; null where nobody need review it any more.</summary>
    public async Task<DueReview?> FindAsync(ReviewItem item, CancellationToken cancellationToken)
    {
        var file = TextFile.Read(item.Path);
        await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        var project = _solution.GetProject(item.Project)!;
        var document = project.Documents.FirstOrDefault(one => one.FilePath == item.Path);
        if (document == null)
        {
            return null;
        }

        var diagnostics = await ProjectFindings.OfFileAsync(document, cancellationToken).ConfigureAwait(false);
        return ReviewsOf(diagnostics, project).FirstOrDefault(review => review.Item == item);
    }

    /// <summary>Signs what has been read.</summary>
    /// <returns>Whether it was signed; false where it has changed since it was shown, or cannot be signed.</returns>
    public async Task<bool> SignAsync(DueReview review, CancellationToken cancellationToken)
    {
        var file = TextFile.Read(review.Item.Path);
        var shown = await review.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (!file.Text.ContentEquals(shown)
            || await ChangesAsync(review, cancellationToken).ConfigureAwait(false) is not { } changes)
        {
            return false;
        }

        file.Write(changes);
        await ReadAsync(TextFile.Read(review.Item.Path), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>What signing would write; null where this person cannot sign.</summary>
    public static Task<IReadOnlyList<TextChange>?> ChangesAsync(DueReview review, CancellationToken cancellationToken) =>
        Signing.ChangesAsync(review.Document, review.Diagnostic, review.Item.Fixture, cancellationToken);

    private async Task ReadAsync(TextFile file, CancellationToken cancellationToken)
    {
        foreach (var id in _solution.GetDocumentIdsWithFilePath(file.Path))
        {
            if (_solution.GetDocument(id) is { } document
                && !(await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ContentEquals(file.Text))
            {
                _solution = _solution.WithDocumentText(id, file.Text);
            }
        }
    }

    private static IEnumerable<DueReview> ReviewsOf(IEnumerable<Diagnostic> diagnostics, Project project)
    {
        var ordinals = new Dictionary<(string Path, string Rule, string Name, string? Fixture), int>();
        foreach (var diagnostic in diagnostics.OrderBy(one => DueSearch.PathOf(one), StringComparer.Ordinal)
            .ThenBy(one => one.Location.SourceSpan)
            .Where(one => DueKinds.IsReview(DueKinds.Of(one.Id)) && Signing.IsOfferedFor(one.Id)))
        {
            if (project.Solution.GetDocument(diagnostic.Location.SourceTree) is not { FilePath: { } path } document
                || DueCode.Find(diagnostic, project) is not { } code)
            {
                continue;
            }

            // What is missing for several fixture files is one finding, and each of them is read and signed by itself.
            var fixtures = diagnostic.Id == RuleIds.UnreviewedTest
                ? DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures)
                : [];
            foreach (var fixture in fixtures.DefaultIfEmpty())
            {
                var name = fixture ?? code.Name;
                var key = (path, diagnostic.Id, name, fixture);
                var ordinal = ordinals.GetValueOrDefault(key);
                ordinals[key] = ordinal + 1;
                yield return new DueReview(
                    new ReviewItem(project.Id, path, diagnostic.Id, name, fixture, ordinal),
                    document,
                    diagnostic,
                    fixture == null ? code : DueCode.OfFixtures([fixture], project));
            }
        }
    }
}
