using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProvenanceAnalyzers.Build.Evidence;
using ProvenanceAnalyzers.Build.Infrastructure;
using ProvenanceAnalyzers.Build.Record;
using ProvenanceAnalyzers.Shared.Digests;
using ProvenanceAnalyzers.Shared.Exchange;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Build.Outputs;

/// <summary>Finds the revision that a project was built from, and whether what was built is as it is there.</summary>
/// <param name="git">The full path of git; empty: the first one on PATH.</param>
internal sealed class BuiltRevision(string git)
{
    private const int LengthOfSha1 = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The revision; null where there is no repository, no git, or no commit.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="manifest">What was judged.</param>
    public SourceRecord? Of(string project, Manifest manifest)
    {
        var file = Path.GetFullPath(project);
        var root = RepositoryPath.RepositoryOf(file);
        if (Git.Find(git, Environment.GetEnvironmentVariable("PATH")) is not { } program)
        {
            return null;
        }

        try
        {
            var asked = new Git(program, Limit, Limit);
            var gitFolder = asked.ReadText(root, null, ["rev-parse", "--absolute-git-dir"]).TrimEnd('\r', '\n');
            var revision = asked.ReadText(gitFolder, gitFolder, ["rev-parse", "--quiet", "--verify", "HEAD^{commit}"]).Trim();
            if (revision.Length == 0)
            {
                return null;
            }

            var committed = new CommittedFiles(asked, root, gitFolder, revision);
            return new SourceRecord { Revision = revision, IsClean = FilesOf(file, manifest).All(path => IsCommitted(path, committed)) };
        }
        catch (GitException)
        {
            // Outside of a repository git says so, too. A manifest without a revision is one that a check does not take.
            return null;
        }
    }

    /// <summary>The full paths of what was judged, and of the project file.</summary>
    private static IEnumerable<string> FilesOf(string project, Manifest manifest)
    {
        var folder = Path.GetDirectoryName(project)!;
        return manifest.Units.SelectMany(unit => unit.Item.Parts).Select(part => part.Path)
            .Concat(manifest.Files.Where(file => file.Item.Reason != FileReason.Generated).Select(file => file.Item.Path))
            .Where(path => !path.StartsWith(ProjectPaths.Packages, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Select(path => Paths.Resolve(path, Paths.NormalizeDirectory(folder)))
            .Append(project);
    }

    private static bool IsCommitted(string path, CommittedFiles committed)
    {
        try
        {
            return committed.IdOf(Paths.Normalize(path)) is { } id && HasId(File.ReadAllBytes(path), id);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a file has the content of an id, as it is or with the line ends that git gives a text.</summary>
    private static bool HasId(byte[] bytes, string id) =>
        IdOf(bytes, id.Length) == id || IdOf(WithLineFeeds(bytes), id.Length) == id;

#pragma warning disable CA5350 // That is how git names a content.
    private static string IdOf(byte[] bytes, int length)
    {
        var header = Encoding.ASCII.GetBytes(string.Format(CultureInfo.InvariantCulture, "blob {0}\0", bytes.Length));
        using HashAlgorithm algorithm = length == LengthOfSha1 ? SHA1.Create() : SHA256.Create();
        algorithm.TransformBlock(header, 0, header.Length, null, 0);
        algorithm.TransformFinalBlock(bytes, 0, bytes.Length);
        return Hex.Of(algorithm.Hash!, length / 2);
    }
#pragma warning restore CA5350

    private static byte[] WithLineFeeds(byte[] bytes)
    {
        var plain = new List<byte>(bytes.Length);
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] != (byte)'\r' || index + 1 == bytes.Length || bytes[index + 1] != (byte)'\n')
            {
                plain.Add(bytes[index]);
            }
        }

        return [.. plain];
    }
}
