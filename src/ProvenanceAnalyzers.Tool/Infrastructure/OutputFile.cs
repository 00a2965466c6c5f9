using System.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>A file that somebody names to be written. It is replaced as a whole, and what is no file but a device is written to.</summary>
internal static class OutputFile
{
    private static readonly string[] OfDevices = OperatingSystem.IsWindows() ? [@"\\.\", @"\\?\"] : ["/dev/", "/proc/"];

    /// <summary>Writes a text in UTF-8.</summary>
    /// <param name="named">The file, as it was named.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ToolException">It is a folder, or cannot be written; it is left as it was.</exception>
    public static void Write(string named, string text) => Write(named, path => File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes something.</summary>
    /// <param name="named">The file, as it was named.</param>
    /// <param name="write">Writes it into a file.</param>
    /// <exception cref="ToolException">It is a folder, or cannot be written; it is left as it was.</exception>
    public static void Write(string named, Action<string> write)
    {
        var full = Path.GetFullPath(named);
        if (OfDevices.Any(folder => full.StartsWith(folder, StringComparison.Ordinal)))
        {
            write(full);
            return;
        }

        var path = RealPath.Of(named);
        if (Directory.Exists(path))
        {
            throw new ToolException($"'{named}' is a folder: name the file that is to be written.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ReplacedFile.Write(path, write);
    }
}
