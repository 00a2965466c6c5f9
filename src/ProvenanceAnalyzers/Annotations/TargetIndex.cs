using System.Collections.Immutable;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Annotations;

/// <summary>
/// Finds the annotations whose <c>Target</c> matches a file. Thousands of fixture files may each have one, so that not every file is
/// compared with every target: paths are looked up, and globs only by the folders that a file is in.
/// </summary>
internal sealed class TargetIndex
{
    private readonly Dictionary<string, ImmutableArray<ProvenanceAnnotation>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(TargetPattern Glob, ProvenanceAnnotation Annotation)>> _globsByFolder =
        new(StringComparer.Ordinal);

    /// <summary>Whether there is no annotation.</summary>
    public bool IsEmpty => _byPath.Count == 0 && _globsByFolder.Count == 0;

    public void Add(TargetPattern target, ProvenanceAnnotation annotation)
    {
        if (!target.HasWildcard)
        {
            _byPath[target.Text] = _byPath.TryGetValue(target.Text, out var others) ? others.Add(annotation) : [annotation];
            return;
        }

        var folder = FolderOf(target.Text.Substring(0, target.LiteralPrefixLength));
        if (!_globsByFolder.TryGetValue(folder, out var globs))
        {
            _globsByFolder.Add(folder, globs = []);
        }

        globs.Add((target, annotation));
    }

    /// <summary>All annotations that are about a file.</summary>
    public IEnumerable<ProvenanceAnnotation> AllFor(string path) =>
        (_byPath.TryGetValue(path, out var annotations) ? annotations : []).Concat(GlobsFor(path).Select(entry => entry.Annotation));

    /// <summary>The annotations whose <c>Target</c> is the file's path, else those with the longest literal prefix.</summary>
    public ImmutableArray<ProvenanceAnnotation> NearestFor(string path)
    {
        if (_byPath.TryGetValue(path, out var annotations))
        {
            return annotations;
        }

        if (_globsByFolder.Count == 0)
        {
            return [];
        }

        var nearest = -1;
        var builder = ImmutableArray.CreateBuilder<ProvenanceAnnotation>();
        foreach (var (glob, annotation) in GlobsFor(path))
        {
            if (glob.LiteralPrefixLength > nearest)
            {
                nearest = glob.LiteralPrefixLength;
                builder.Clear();
            }

            if (glob.LiteralPrefixLength == nearest)
            {
                builder.Add(annotation);
            }
        }

        return builder.ToImmutable();
    }

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);

    private IEnumerable<(TargetPattern Glob, ProvenanceAnnotation Annotation)> GlobsFor(string path)
    {
        for (var folder = FolderOf(path); ; folder = FolderOf(folder.Substring(0, folder.Length - 1)))
        {
            if (_globsByFolder.TryGetValue(folder, out var globs))
            {
                foreach (var entry in globs)
                {
                    if (entry.Glob.IsMatch(path))
                    {
                        yield return entry;
                    }
                }
            }

            if (folder.Length == 0)
            {
                yield break;
            }
        }
    }
}
