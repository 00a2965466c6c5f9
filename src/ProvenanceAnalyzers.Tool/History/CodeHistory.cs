using Microsoft.CodeAnalysis;
using ProvenanceAnalyzers.Shared.Text;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.History;

/// <summary>The history of a repository and of the submodules in it, asked for one file after the other.</summary>
/// <param name="repository">The repository.</param>
internal sealed class CodeHistory(GitRepository repository) : IDisposable
{
    /// <summary>Findings come file by file, and of a file that comes again much later its history is asked for anew.</summary>
    private const int MostFiles = 8;

    private readonly Dictionary<string, (GitRepository Repository, GitObjects Objects)> _repositories = new(StringComparer.Ordinal);
    private readonly Queue<((string Path, ParseOptions Options) Key, FileHistory History)> _files = new();

    /// <summary>The top folder of the repository, a full path.</summary>
    public string Folder { get; } = repository.Folder;

    /// <summary>
    /// Finds the code that a marker's digest is of, in the history of the file that the code is in now, whatever it was called then; null
    /// where history does not have it, as in a shallow clone.
    /// </summary>
    /// <param name="code">The declaration as it is now, or the root of a file.</param>
    /// <param name="isRest">Whether the marker is of what is left of the type without its members.</param>
    /// <param name="digest">The marker's digest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<EarlierVersion?> FindAsync(SyntaxNode code, bool isRest, string digest, CancellationToken cancellationToken)
    {
        var key = (code.SyntaxTree.FilePath, code.SyntaxTree.Options);
        var history = _files.FirstOrDefault(file => file.Key.Equals(key)).History;
        if (history == null)
        {
            var (owner, objects) = RepositoryOf(code.SyntaxTree.FilePath);
            history = await FileHistory.OfAsync(
                owner, objects, Paths.Normalize(Path.GetRelativePath(owner.Folder, code.SyntaxTree.FilePath)), cancellationToken)
                .ConfigureAwait(false);
            _files.Enqueue((key, history));
            if (_files.Count > MostFiles)
            {
                _files.Dequeue();
            }
        }

        return await history.FindAsync(code, isRest, digest, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        foreach (var (_, objects) in _repositories.Values)
        {
            objects.Dispose();
        }
    }

    /// <summary>The repository whose history has a file: of what is in a submodule, the one around it knows no file.</summary>
    private (GitRepository Repository, GitObjects Objects) RepositoryOf(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder != null && folder.Length > Folder.Length && !Path.Exists(Path.Combine(folder, ".git")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        if (folder == null || !RealPath.IsBelow(folder, Folder))
        {
            folder = Folder;
        }

        if (!_repositories.TryGetValue(folder, out var found))
        {
            var owner = folder == Folder ? repository : new GitRepository(folder);
            _repositories.Add(folder, found = (owner, new GitObjects(owner)));
        }

        return found;
    }
}
