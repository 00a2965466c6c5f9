using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;
using ProvenanceAnalyzers.Tool.Manifests;

namespace ProvenanceAnalyzers.Tool.Due;

/// <summary>Finds what is due in the manifests that a build has written, without the code.</summary>
internal static class DueManifests
{
    private static readonly string[] ReportedLevels = [RecordValue.NameOf(FindingLevel.Warning), RecordValue.NameOf(FindingLevel.Error)];

    /// <summary>Finds what is due.</summary>
    /// <param name="folder">The folder with the manifests.</param>
    /// <param name="request">What somebody wants to see. Its path is where the repository is that the manifests speak of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DueList> FindAsync(string folder, DueRequest request, CancellationToken cancellationToken)
    {
        var changed = await ChangedAsync(request, cancellationToken).ConfigureAwait(false);
        var items = ManifestReader.Read(folder, cancellationToken)
            .SelectMany(manifest => ItemsOf(manifest, request))
            .Where(item => (changed == null || item.Path.Length == 0 || changed(item.Path))
                && (request.Rules.Count == 0 || request.Rules.Contains(item.Rule, StringComparer.OrdinalIgnoreCase)));
        return new DueList(items, []);
    }

    /// <summary>Says of a path relative to the repository, as manifests have them, whether it changed; null where nobody asks.</summary>
    private static async Task<Func<string, bool>?> ChangedAsync(DueRequest request, CancellationToken cancellationToken)
    {
        var folder = Directory.Exists(request.Path) ? request.Path : Path.GetDirectoryName(Path.GetFullPath(request.Path))!;
        var repository = request.Since == null
            ? null
            : await GitRepository.FindAsync(folder, cancellationToken).ConfigureAwait(false);
        return await GitRepository.ChangedInAsync(repository, folder, request.Since, cancellationToken).ConfigureAwait(false) is { } changed
            ? path => changed.Contains(Path.GetFullPath(path, repository!.Folder))
            : null;
    }

    private static IEnumerable<DueItem> ItemsOf(ManifestContent manifest, DueRequest request)
    {
        var ofUnits = manifest.Units.SelectMany(unit => unit.Findings
            .Where(finding => request.For == null || MayReview(new Person(request.For), finding, unit))
            .Select(finding => (finding, unit: (ManifestUnit?)unit)));
        var others = request.For == null ? manifest.Findings.Select(finding => (finding, unit: (ManifestUnit?)null)) : [];
        return ofUnits.Concat(others)
            .Where(item => !item.finding.IsSuppressed && ReportedLevels.Contains(item.finding.Level))
            .Select(item => ItemOf(item.finding, item.unit, manifest));
    }

    private static bool MayReview(Person person, ManifestFinding finding, ManifestUnit unit) =>
        DueKinds.IsReview(DueKinds.Of(finding.Rule))
        && unit.Annotations.All(annotation =>
            annotation.RequestedBy is not { } requester || !new Person(requester).IsSameAs(person));

    private static DueItem ItemOf(ManifestFinding finding, ManifestUnit? unit, ManifestContent manifest)
    {
        var part = unit?.Parts.FirstOrDefault(one =>
            one.Path == finding.Path && one.StartLine <= finding.Line && one.EndLine >= finding.Line);
        return new DueItem
        {
            Project = Path.GetFileNameWithoutExtension(manifest.Project),
            Path = finding.Path.Length > 0 ? Paths.Resolve(finding.Path, Paths.FolderOf(manifest.Project)) : string.Empty,
            Line = finding.Line,
            Column = finding.Column,
            Rule = finding.Rule,
            IsError = finding.Level == RecordValue.NameOf(FindingLevel.Error),
            Name = unit != null ? NameOf(unit.Id) : Paths.NameOf(finding.Path),
            Message = finding.Message ?? string.Empty,
            LinesToRead = part is { StartLine: { } start, EndLine: { } end } && DueKinds.IsReview(DueKinds.Of(finding.Rule))
                ? end - start + 1
                : 0,
        };
    }

    /// <summary>The name of an id without its namespaces and parameters: <c>OrderParser</c> of <c>T:Shop.OrderParser</c>.</summary>
    private static string NameOf(string id)
    {
        var name = id.Length > 2 && id[1] == ':' ? id[2..] : id;
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        var plain = parameters < 0 ? name : name[..parameters];
        return id.StartsWith("T:", StringComparison.Ordinal) ? plain[(plain.LastIndexOf('.') + 1)..]
            : id.Length > 1 && id[1] == ':' ? string.Join('.', plain.Split('.').TakeLast(2))
            : plain;
    }
}
