using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>The files of a commit, those of its submodules too where these have checked out what it asks for.</summary>
internal sealed class CommittedFiles
{
    private readonly Git _git;
    private readonly string _root;
    private readonly Dictionary<string, string> _ids;
    private readonly List<TreeFile> _submodules;
    private readonly Dictionary<string, CommittedFiles?> _bySubmodule = new(Paths.Comparer);

    /// <param name="git">Asks git.</param>
    /// <param name="root">The folder of the working tree, normalized.</param>
    /// <param name="gitFolder">The folder that git keeps the repository in.</param>
    /// <param name="revision">The commit.</param>
    public CommittedFiles(Git git, string root, string gitFolder, string revision)
    {
        (_git, _root) = (git, root);
        (var files, _submodules) = git.Read(gitFolder, gitFolder, ["ls-tree", "-r", "-z", revision], TreeListing.ReadAll);
        _ids = files.ToDictionary(one => one.Path, one => one.Id, Paths.Comparer);
    }

    /// <summary>The id of a file's content; null where the commit does not have it.</summary>
    /// <param name="path">The full path of the file, normalized.</param>
    public string? IdOf(string path)
    {
        if (!path.StartsWith(_root, Paths.Comparison))
        {
            return null;
        }

        var relative = path.Substring(_root.Length);
        return _ids.TryGetValue(relative, out var id) ? id
            : _submodules.Find(one => relative.StartsWith(one.Path + "/", Paths.Comparison)) is { } submodule
                ? FilesOf(submodule)?.IdOf(path)
            : null;
    }

    private CommittedFiles? FilesOf(TreeFile submodule)
    {
        if (!_bySubmodule.TryGetValue(submodule.Path, out var files))
        {
            var folder = _root + submodule.Path + "/";
            var gitFolder = _git.ReadText(folder, null, ["rev-parse", "--absolute-git-dir"]).TrimEnd('\r', '\n');
            var head = _git.ReadText(gitFolder, gitFolder, ["rev-parse", "--quiet", "--verify", "HEAD^{commit}"]).Trim();
            files = head == submodule.Id ? new CommittedFiles(_git, folder, gitFolder, head) : null;
            _bySubmodule.Add(submodule.Path, files);
        }

        return files;
    }
}
