using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.History;

/// <summary>
/// The contents that a file had, the newest first, whatever it was called then. Each is read once, and not before it is needed.
/// </summary>
internal sealed class FileHistory
{
    /// <summary>Whoever signed code that has changed in more commits than this reads it anew.</summary>
    private const int MostCommits = 500;

    private const char CommitMark = '\u0001';

    private readonly IReadOnlyList<(string Commit, string Blob)> _contents;
    private readonly Dictionary<string, FileVersion?> _versions = new(StringComparer.Ordinal);
    private readonly GitObjects _objects;

    private FileHistory(IReadOnlyList<(string Commit, string Blob)> contents, GitObjects objects)
    {
        _contents = contents;
        _objects = objects;
    }

    /// <summary>Asks git for the history of a file.</summary>
    /// <param name="repository">The repository that the file is in.</param>
    /// <param name="objects">The contents of that repository.</param>
    /// <param name="path">The file, relative to the repository.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<FileHistory> OfAsync(
        GitRepository repository, GitObjects objects, string path, CancellationToken cancellationToken)
    {
        var log = await repository.TryAskAsync(
            cancellationToken,
            "log", "--follow", "-z", "--raw", "--no-abbrev", $"--format={CommitMark}%H", $"--max-count={MostCommits}", "--", path)
            .ConfigureAwait(false);
        return new FileHistory(
            [
                .. (log ?? string.Empty).Split(CommitMark, StringSplitOptions.RemoveEmptyEntries)
                    .Select(entry => entry.Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries))
                    .Where(entry => entry.Length > 1)
                    .Select(entry => (entry[0], Blob: BlobIn(entry[1])))
                    .Where(entry => entry.Blob != null)
                    .Select(entry => (entry.Item1, entry.Blob!))
                    .DistinctBy(entry => entry.Item2),
            ],
            objects);
    }

    /// <summary>The newest version of some code that has a digest; see <see cref="EarlierVersion"/>.</summary>
    public async Task<EarlierVersion?> FindAsync(SyntaxNode code, bool isRest, string digest, CancellationToken cancellationToken)
    {
        foreach (var (commit, blob) in _contents)
        {
            if (!_versions.TryGetValue(blob, out var version))
            {
                version = await _objects.ReadAsync(blob, cancellationToken).ConfigureAwait(false) is { } text
                    ? new FileVersion(text, (CSharpParseOptions)code.SyntaxTree.Options)
                    : null;
                _versions.Add(blob, version);
            }

            if (version?.Find(code, isRest, digest, cancellationToken) is { } found)
            {
                return new EarlierVersion(commit, found);
            }
        }

        return null;
    }

    /// <summary>The new content in <c>:100644 100644 OLD NEW M</c>; null where the file went away.</summary>
    private static string? BlobIn(string change) =>
        change.Split(' ') is [[':', ..], _, _, var blob, ..] && blob.Any(digit => digit != '0') ? blob : null;
}
