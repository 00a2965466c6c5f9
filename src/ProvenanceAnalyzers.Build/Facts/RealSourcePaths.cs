using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Facts;

/// <summary>
/// Finds where the files lie that a symbolic link leads to, so that no link leads out of a section of a policy. A policy file and the
/// project may themselves be reached by links, which are none of a file's own.
/// </summary>
internal sealed class RealSourcePaths
{
    private readonly RealPaths _real = new();
    private readonly FactPaths _paths;
    private readonly List<(string Written, string Real)> _folders;

    /// <param name="paths">Names the files.</param>
    /// <param name="policies">The full paths of the policy files, to whose folders sections are relative.</param>
    public RealSourcePaths(FactPaths paths, IEnumerable<string> policies)
    {
        _paths = paths;
        _folders =
        [
            .. policies.Select(Paths.FolderOf)
                .Append(paths.FullPathOf(string.Empty))
                .Distinct(Paths.Comparer)
                .Select(folder => (Written: folder, Real: _real.OfFolder(folder)))
                .Where(folder => folder.Real != null)
                .Select(folder => (folder.Written, folder.Real!)),
        ];
    }

    /// <summary>A file with its real path, where that is another than the one that it is compiled by.</summary>
    public SourceFact Of(SourceFact source) =>
        Of(source.PhysicalPath) is { Length: > 0 } real ? source with { RealPath = real } : source;

    /// <summary>The real path of a file, relative to the project, where that is another; else empty.</summary>
    /// <param name="physicalPath">Its path relative to the project.</param>
    public string Of(string physicalPath)
    {
        var written = _paths.FullPathOf(physicalPath);
        if (_real.Of(written) is not { } real || Paths.Comparer.Equals(real, written))
        {
            return string.Empty;
        }

        var folder = _folders.Find(folder => real.StartsWith(folder.Real, Paths.Comparison));
        var place = folder.Real != null ? folder.Written + real.Substring(folder.Real.Length) : real;
        return Paths.Comparer.Equals(place, written) ? string.Empty : _paths.Of(place);
    }
}
