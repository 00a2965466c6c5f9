namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// Replaces a file as a whole: whoever reads it meanwhile, an agent or a compiler, reads the old bytes or the new ones, and
/// nothing in between.
/// </summary>
internal static class ReplacedFile
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Whoever replaces a file has it.</summary>
    internal static readonly Lock Writing = new();

    /// <summary>Writes the bytes of a file that is as it was when it was read.</summary>
    /// <param name="path">The file, with links followed.</param>
    /// <param name="before">What it was when it was read; null: there was none.</param>
    /// <param name="after">What it is to be.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody has changed it meanwhile; it is left as it is.</exception>
    /// <exception cref="ToolException">It cannot be written; it is left as it was.</exception>
    public static void Write(string path, byte[]? before, byte[] after) => Write(path, before != null, temporary =>
    {
        File.WriteAllBytes(temporary, after);
        if (before != null ? !File.ReadAllBytes(path).AsSpan().SequenceEqual(before) : File.Exists(path))
        {
            throw new ChangedMeanwhileException(path);
        }
    });

    /// <summary>Writes a file, whatever it was.</summary>
    /// <param name="path">The file, with links followed.</param>
    /// <param name="write">Writes it into another file, which is there and empty.</param>
    /// <exception cref="ToolException">It cannot be written, and is left as it was.</exception>
    public static void Write(string path, Action<string> write) => Write(path, File.Exists(path), write);

    /// <summary>Does something in the middle of which the process does not end either.</summary>
    public static void Alone(Action change)
    {
        lock (Writing)
        {
            change();
        }
    }

    /// <summary>Lets no file be replaced any more, before the process ends, and waits a while for one that is being replaced.</summary>
    /// <param name="longest">So long at most.</param>
    /// <returns>Whether none is being replaced.</returns>
    public static bool End(TimeSpan longest) => Writing.TryEnter(longest);

    private static void Write(string path, bool isThere, Action<string> write)
    {
        lock (Writing)
        {
            if (isThere && IsReadOnly(path))
            {
                throw new ToolException($"'{path}' is read-only, so it is left as it is. Make it writable and run again.");
            }

            var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.tmp");
            try
            {
                File.WriteAllBytes(temporary, []);
                if (isThere && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
                }

                write(temporary);
                File.Move(temporary, path, overwrite: isThere);
            }
            catch (UnauthorizedAccessException)
            {
                throw new ToolException(
                    $"'{path}' cannot be written, and is left as it was: nobody lets you write in '{Path.GetDirectoryName(path)}'. "
                    + "Make the folder writable and run again.");
            }
            catch (IOException exception)
            {
                throw new ToolException(
                    $"'{path}' cannot be written, and is left as it was: {Reason(exception, temporary)}. Put that right and run again.");
            }
            finally
            {
                Remove(temporary);
            }
        }
    }

    /// <summary>
    /// Whether somebody has said that nobody writes it: for root, who may write all, that is so where nobody else may.
    /// </summary>
    private static bool IsReadOnly(string path) => new FileInfo(path).IsReadOnly
        && (OperatingSystem.IsWindows()
            || !Environment.IsPrivilegedProcess
            || (File.GetUnixFileMode(path) & Writable) == UnixFileMode.None);

    /// <summary>What the system says, without the file that nobody knows.</summary>
    private static string Reason(IOException exception, string temporary) =>
        exception.Message
            .Replace($"'{temporary}'", string.Empty, StringComparison.Ordinal)
            .Replace($" \"{temporary}\"", string.Empty, StringComparison.Ordinal)
            .Trim(' ', ':', '.');

    /// <summary>Does nothing where the file was moved, or never came to be.</summary>
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why it could not be written is what has to be said, and not this.
        }
    }
}
