namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// Replaces a file as a whole: whoever reads it meanwhile, an agent or a compiler, reads the old bytes or the new ones, and
/// nothing in between.
/// </summary>
internal static class ReplacedFile
{
    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes the bytes of a file that is as it was when it was read.</summary>
    /// <param name="path">The file, with links followed.</param>
    /// <param name="before">What it was when it was read; null: there was none.</param>
    /// <param name="after">What it is to be.</param>
    /// <exception cref="ToolException">It may not be written, or somebody has changed it meanwhile.</exception>
    public static void Write(string path, byte[]? before, byte[] after)
    {
        if (before != null && new FileInfo(path).IsReadOnly)
        {
            throw new ToolException($"'{path}' is read-only, so it is left as it is. Make it writable and run again.");
        }

        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllBytes(temporary, after);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, before != null ? File.GetUnixFileMode(path) : ReadableByAll);
            }

            if (before != null ? !File.ReadAllBytes(path).AsSpan().SequenceEqual(before) : File.Exists(path))
            {
                throw new ToolException($"'{path}' was changed while it was looked at, so it is left as it is. Run again.");
            }

            File.Move(temporary, path, overwrite: before != null);
        }
        finally
        {
            // Does nothing where it was moved.
            File.Delete(temporary);
        }
    }
}
