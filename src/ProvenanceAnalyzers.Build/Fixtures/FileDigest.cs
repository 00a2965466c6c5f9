using ProvenanceAnalyzers.Shared.Digests;

namespace ProvenanceAnalyzers.Build.Fixtures;

/// <summary>Computes digests of files; the analyzers read none.</summary>
internal static class FileDigest
{
    /// <summary>Computes the digest of a file.</summary>
    /// <param name="digest">What computes it.</param>
    /// <param name="path">The file.</param>
    /// <param name="size">How many bytes were read.</param>
    public static string Compute(this FixtureDigest digest, string path, out long size)
    {
        using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
        var computed = digest.Compute(stream);
        size = stream.Position;
        return computed;
    }
}
