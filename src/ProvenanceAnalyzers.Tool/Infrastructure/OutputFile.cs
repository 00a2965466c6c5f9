using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ProvenanceAnalyzers.Shared.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// A file that somebody names to be written. It is replaced as a whole, and what is no file but a pipe or a device is written to.
/// </summary>
internal static partial class OutputFile
{
    /// <summary>What standard output is called where a file can be named.</summary>
    public const string StandardOutput = "-";

    /// <summary>Sees to it that nothing is written over by what is written after it.</summary>
    /// <param name="named">The files, as they were named.</param>
    /// <exception cref="ToolException">Two names are of one file.</exception>
    public static void RequireDistinct(IEnumerable<string> named)
    {
        var twice = named
            .Where(name => name.Trim().Length > 0 && (name == StandardOutput || StreamAt(Path.GetFullPath(name)) == null))
            .GroupBy(name => name == StandardOutput ? name : RealPath.Of(name), Paths.Comparer)
            .FirstOrDefault(same => same.Skip(1).Any());
        if (twice != null)
        {
            throw new ToolException($"'{twice.Last()}' would be written twice: name another file for each.");
        }
    }

    /// <summary>Writes a text in UTF-8.</summary>
    /// <param name="named">The file, as it was named; <see cref="StandardOutput"/> is none.</param>
    /// <param name="text">The text.</param>
    /// <param name="read">What was read, full paths with links followed: none of it is written over.</param>
    /// <exception cref="ToolException">It is a folder or was read, or cannot be written; it is left as it was.</exception>
    public static void Write(string named, string text, params IReadOnlyCollection<string> read)
    {
        if (named == StandardOutput)
        {
            Console.Out.Write(text);
            return;
        }

        Write(named, path => File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text)), read);
    }

    /// <summary>Writes something.</summary>
    /// <param name="named">The file, as it was named.</param>
    /// <param name="write">Writes it into a file.</param>
    /// <param name="read">What was read, full paths with links followed: none of it is written over.</param>
    /// <exception cref="ToolException">It is a folder or was read, or cannot be written; it is left as it was.</exception>
    public static void Write(string named, Action<string> write, params IReadOnlyCollection<string> read)
    {
        if (string.IsNullOrWhiteSpace(named))
        {
            throw new ToolException("A name of what is to be written is empty.");
        }

        if (StreamAt(Path.GetFullPath(named)) is { } stream)
        {
            WriteTo(stream, write);
            return;
        }

        var path = RealPath.Of(named);
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(named))
        {
            throw new ToolException($"'{named}' is a folder: name the file that is to be written.");
        }

        if (read.Contains(path, Paths.Comparer))
        {
            throw new ToolException($"'{named}' was read: write into another file.");
        }

        RequireFolderOf(path, named);
        ReplacedFile.Write(path, write);
    }

    private static void RequireFolderOf(string path, string named)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                $"'{named}' cannot be written, since there is no folder for it: {exception.Message.TrimEnd('.')}. "
                + "Make the folder and run again.");
        }
    }

    /// <summary>A pipe or device takes what is written to it as it comes, so that it must not be something half-made.</summary>
    private static void WriteTo(string stream, Action<string> write)
    {
        using var folder = TemporaryFolder.Create("output");
        var whole = Path.Combine(folder.Path, "whole");
        write(whole);
        try
        {
            using var content = File.OpenRead(whole);

            // Where it is a file nevertheless, which a shell opened to write behind what is there, that stays.
            using var output = new FileStream(stream, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            content.CopyTo(output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{stream}' cannot be written: {exception.Message}");
        }
    }

    /// <summary>
    /// What a name leads to, through links, if it is no file, so that no file can take its place; null: it is one, or nothing.
    /// </summary>
    private static string? StreamAt(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return path.StartsWith(@"\\.\", StringComparison.Ordinal) ? path : null;
        }

        // No link is longer, and one that leads to itself would never end.
        for (var link = 0; link < 40; link++)
        {
            if (OfProcess().IsMatch(path))
            {
                return path;
            }

            if (new FileInfo(path).LinkTarget is not { } target)
            {
                break;
            }

            path = Path.GetFullPath(target, Path.GetDirectoryName(path)!);
        }

        return File.Exists(path) && !IsRegular(path) ? path : null;
    }

    /// <summary>.NET does not tell files from pipes and devices, and to open a pipe is to wait for somebody at its other end.</summary>
    private static bool IsRegular(string path)
    {
        try
        {
            using var test = Process.Start("test", ["-f", path]);
            test.WaitForExit();
            return test.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // POSIX has it. Where it is not to be had, what is there is taken for a file, as most are.
            return true;
        }
    }

    /// <summary>Standard output and its like, which each process has for itself.</summary>
    [GeneratedRegex("^/dev/(std(in|out|err)$|fd/)|^/proc/[^/]+/fd/")]
    private static partial Regex OfProcess();
}
