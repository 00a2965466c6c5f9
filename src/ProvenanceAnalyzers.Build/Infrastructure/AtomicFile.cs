using System.Text;

namespace ProvenanceAnalyzers.Build.Infrastructure;

/// <summary>
/// Writes files so that whoever reads one sees the old text or the new one, never half of it, whatever happens in between.
/// </summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file, unless it has that text already: a new time stamp alone would make the compiler run again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">All that it is to hold.</param>
    /// <param name="mayReplace">Throws where the file that is there is not to be replaced.</param>
    public static void Write(string path, string text, Action? mayReplace = null)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var bytes = Encoding.GetBytes(text);
            if (File.Exists(path) && Enumerable.SequenceEqual(File.ReadAllBytes(path), bytes))
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, path, mayReplace);
        }
        catch (RecordException)
        {
            DeleteIfThere(temporary);
            throw;
        }
        catch (Exception exception) when (IsAboutFile(exception))
        {
            DeleteIfThere(temporary);
            throw new RecordException(
                ErrorCodes.CannotWrite, $"'{path}' cannot be written, and is left as it was: {exception.Message}", path);
        }
    }

    /// <summary>Removes a file if it is there.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Then it is not there either.
        }
        catch (Exception exception) when (IsAboutFile(exception))
        {
            throw new RecordException(ErrorCodes.CannotWrite, $"'{path}' cannot be removed: {exception.Message}", path);
        }
    }

    private static void Replace(string temporary, string path, Action? mayReplace)
    {
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It was there already, or another build has just written it.
            mayReplace?.Invoke();
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
    }

    private static void DeleteIfThere(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsAboutFile(exception))
        {
            // The error that led here says more than this one would.
        }
    }

    private static bool IsAboutFile(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;
}
