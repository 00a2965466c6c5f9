namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>Reads files of folders in which anything may lie.</summary>
internal static class FileContent
{
    /// <summary>The bytes of a file; none of a pipe, which has no length: to open it is to wait for whoever writes into it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static byte[] Read(string path) => new FileInfo(path).Length > 0 ? File.ReadAllBytes(path) : [];
}
