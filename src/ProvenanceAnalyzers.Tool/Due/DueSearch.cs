using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Review;
using ProvenanceAnalyzers.Rules;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.History;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Workspaces;

namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>Finds what is due in the code of a solution.</summary>
internal static class DueSearch
{
    /// <summary>Finds what is due.</summary>
    /// <param name="request">What somebody wants to see.</param>
    /// <param name="progress">Is told what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DueList> FindAsync(DueRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var path = SolutionPath.Find(request.Path);
        var folder = Path.GetDirectoryName(path)!;
        var repository = await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false);
        var changed = await GitRepository.ChangedInAsync(repository, folder, request.Since, cancellationToken).ConfigureAwait(false);
        using var solution = await LoadedSolution.OpenAsync(path, "due", request.Restore, progress, cancellationToken)
            .ConfigureAwait(false);
        solution.RequireJudged();
        using var history = repository != null ? new CodeHistory(repository) : null;
        var items = new List<DueItem>();
        foreach (var project in solution.Judged.Where(project => changed == null || HasAny(project, changed)))
        {
            progress.Report($"judging {project.Name}");
            var findings = await ProjectFindings.OfAsync(project, cancellationToken).ConfigureAwait(false);
            var wanted = findings.Diagnostics.Where(diagnostic =>
                (request.Rules.Count == 0 || request.Rules.Contains(diagnostic.Id, StringComparer.OrdinalIgnoreCase))
                && (changed == null || IsAbout(diagnostic, project, changed))
                && (request.For == null || MayReview(new Person(request.For), diagnostic, findings)));
            foreach (var diagnostic in wanted.OrderBy(PathOf, StringComparer.Ordinal))
            {
                items.Add(await ItemOfAsync(diagnostic, findings, history, folder, cancellationToken).ConfigureAwait(false));
            }
        }

        return new DueList(items, solution.NotJudged);
    }

    /// <summary>The full path of the file that a finding is in; empty where it is in none.</summary>
    public static string PathOf(Diagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan().Path is { Length: > 0 } path ? Path.GetFullPath(path) : string.Empty;

    /// <summary>
    /// Whether a finding is about something that changed: the file that it is in, the file or the fixture files that a marker in it speaks
    /// of, or nothing in particular.
    /// </summary>
    public static bool IsAbout(Diagnostic diagnostic, Project project, ChangedFiles changed)
    {
        var path = PathOf(diagnostic);
        var folder = Path.GetDirectoryName(project.FilePath)!;
        return path.Length == 0
            || changed.Contains(path)
            || (diagnostic.Properties.TryGetValue(DiagnosticProperties.CoveredFile, out var covered)
                && covered != null
                && changed.Contains(Path.GetFullPath(covered, folder)))
            || DiagnosticProperties.List(diagnostic, DiagnosticProperties.Fixtures)
                .Any(fixture => changed.Contains(Path.GetFullPath(fixture, folder)));
    }

    /// <summary>Whether anything of a project changed; its fixture files lie in its folder, or are named by documents that do.</summary>
    private static bool HasAny(Project project, ChangedFiles changed) =>
        changed.AnyIn(Path.GetDirectoryName(project.FilePath)!)
        || project.Documents.Concat<TextDocument>(project.AdditionalDocuments)
            .Concat(project.AnalyzerConfigDocuments)
            .Any(document => document.FilePath != null && changed.Contains(document.FilePath));

    /// <summary>Whether somebody may review what a finding asks for a review of: nobody reviews what they requested.</summary>
    private static bool MayReview(Person person, Diagnostic diagnostic, ProjectFindings findings) =>
        DueKinds.IsReview(DueKinds.Of(diagnostic.Id))
        && DiagnosticProperties.List(diagnostic, DiagnosticProperties.Requesters).All(one => !new Person(one).IsSameAs(person))
        && diagnostic.Location.SourceTree is { } tree
        && ReviewerRefusal.Of(person, findings.Provenance.Files.Of(tree).Options) == null;

    private static async Task<DueItem> ItemOfAsync(
        Diagnostic diagnostic, ProjectFindings findings, CodeHistory? history, string folder, CancellationToken cancellationToken)
    {
        var shownFrom = history?.Folder ?? folder;
        var span = diagnostic.Location.GetLineSpan();
        var isInFile = span.Path is { Length: > 0 };
        var code = DueCode.Find(diagnostic, findings.Project);
        var isReview = DueKinds.IsReview(DueKinds.Of(diagnostic.Id));
        var changed = isReview && code != null
            ? await ChangedCode.FindAsync(diagnostic, code, history, cancellationToken).ConfigureAwait(false)
            : null;
        return new DueItem
        {
            Project = ProjectName(findings.Project),
            Path = isInFile ? Paths.Normalize(Path.GetRelativePath(shownFrom, span.Path)) : string.Empty,
            Line = isInFile ? span.StartLinePosition.Line + 1 : 0,
            Column = isInFile ? span.StartLinePosition.Character + 1 : 0,
            Rule = diagnostic.Id,
            IsError = diagnostic.Severity == DiagnosticSeverity.Error,
            Name = code?.Name ?? (isInFile ? Path.GetFileName(span.Path) : findings.Project.Name),
            Message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            LinesToRead = isReview ? changed?.LineCount ?? code?.LineCount ?? 0 : 0,
            IsDifference = changed != null,
        };
    }

    /// <summary>The name without the target framework, which is behind it in brackets where a project has several.</summary>
    private static string ProjectName(Project project) => Path.GetFileNameWithoutExtension(project.FilePath) ?? project.Name;
}
