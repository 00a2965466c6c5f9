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
    /// <param name="changed">What changed, and is looked at alone; null: all is.</param>
    /// <param name="progress">Is told what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ReviewItem>> FindAllAsync(
        ChangedFiles? changed, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var items = new List<ReviewItem>();
        var seen = new HashSet<(string Path, string Rule, string Id, string? Fixture)>();
        foreach (var id in loaded.Judged.Select(project => project.Id))
        {
            var project = _solution.GetProject(id)!;
            progress.Report($"judging {project.Name}");
            var findings = await ProjectFindings.OfAsync(project, cancellationToken).ConfigureAwait(false);
            items.AddRange(ReviewsOf(findings.Diagnostics, project)
                .Where(review => changed == null || DueSearch.IsAbout(review.Diagnostic, project, changed))
                .Select(review => review.Item)
                .Where(item => seen.Add((item.Path, item.Rule, item.Id, item.Fixture))));
        }

        return items;
    }

    /// <summary>Something as it is now; null where nobody need review it any more.</summary>
    public async Task<DueReview?> FindAsync(ReviewItem item, CancellationToken cancellationToken)
    {
        await ReadAsync(TextFile.Read(item.Path), cancellationToken).ConfigureAwait(false);
        var review = await FindInSolutionAsync(item, cancellationToken).ConfigureAwait(false);
        if (review == null || CodeFileOf(review) == item.Path)
        {
            return review;
        }

        // What is said of a file elsewhere is about that file as it is.
        await ReadAsync(TextFile.Read(CodeFileOf(review)), cancellationToken).ConfigureAwait(false);
        return await FindInSolutionAsync(item, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs what has been read.</summary>
    /// <returns>Whether it was signed; false where it has changed since it was shown, or cannot be signed.</returns>
    public async Task<bool> SignAsync(DueReview review, CancellationToken cancellationToken)
    {
        var file = TextFile.Read(review.Item.Path);
        if (!file.Text.ContentEquals(await review.Document.GetTextAsync(cancellationToken).ConfigureAwait(false))
            || !await IsCodeAsShownAsync(review, cancellationToken).ConfigureAwait(false)
            || await ChangesAsync(review, cancellationToken).ConfigureAwait(false) is not { } changes)
        {
            return false;
        }

        file.Write(changes);
        await ReadAsync(TextFile.Read(review.Item.Path), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The file that has to be read: that of the code, wherever it is signed for.</summary>
    public static string CodeFileOf(DueReview review) => review.Code.Node?.SyntaxTree.FilePath ?? review.Item.Path;

    private static async Task<bool> IsCodeAsShownAsync(DueReview review, CancellationToken cancellationToken)
    {
        if (review.Code.Node is not { } code)
        {
            ShownFixtures.Read(review);
            return true;
        }

        return TextFile.Read(code.SyntaxTree.FilePath).Text.ContentEquals(
            await code.SyntaxTree.GetTextAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<DueReview?> FindInSolutionAsync(ReviewItem item, CancellationToken cancellationToken)
    {
        var project = _solution.GetProject(item.Project)!;
        var document = project.Documents.FirstOrDefault(one => one.FilePath == item.Path);
        if (document == null)
        {
            return null;
        }

        var diagnostics = await ProjectFindings.OfFileAsync(document, cancellationToken).ConfigureAwait(false);
        return ReviewsOf(diagnostics, project).FirstOrDefault(review => review.Item == item);
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
                yield return new DueReview(
                    new ReviewItem(project.Id, path, diagnostic.Id, fixture ?? code.Name, code.Id, fixture),
                    document,
                    diagnostic,
                    fixture == null ? code : DueCode.OfFixtures([fixture], project));
            }
        }
    }
}
