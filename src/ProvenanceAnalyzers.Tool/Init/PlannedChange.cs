using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using ProvenanceAnalyzers.Tool.Infrastructure;

namespace ProvenanceAnalyzers.Tool.Init;

/// <summary>A file and what is to become of it.</summary>
internal sealed class PlannedChange
{
    private static readonly EncodedText Nothing = EncodedText.Read([])!;

    private readonly byte[]? _bytes;
    private readonly EncodedText _encoded;

    private PlannedChange(string path, string name, byte[]? bytes, EncodedText encoded)
    {
        _bytes = bytes;
        _encoded = encoded;
        Path = path;
        Name = name;
        Text = encoded.Text;
    }

    /// <summary>The full path, with links followed.</summary>
    public string Path { get; }

    /// <summary>What it is called in the plan.</summary>
    public string Name { get; }

    /// <summary>Whether there is no such file yet.</summary>
    public bool IsNew => _bytes == null;

    /// <summary>Whether anything is to become of it.</summary>
    public bool IsChange => Text != _encoded.Text;

    /// <summary>What it is to be.</summary>
    public string Text { get; set; }

    /// <summary>The lines that come and go, with a sign before each.</summary>
    public IEnumerable<string> Difference => IsNew
        ? WithoutEnd(Text).Split('\n').Select(line => $"+ {line}".TrimEnd())
        : InlineDiffBuilder.Diff(WithoutEnd(_encoded.Text), WithoutEnd(Text), ignoreWhiteSpace: false).Lines
            .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => (line.Type == ChangeType.Inserted ? $"+ {line.Text}" : $"- {line.Text}").TrimEnd());

    /// <summary>Reads a file as it is; one that is not there is empty.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static PlannedChange Read(string path, string name)
    {
        try
        {
            if (!File.Exists(path))
            {
                return new PlannedChange(path, name, null, Nothing);
            }

            var bytes = File.ReadAllBytes(path);
            return EncodedText.Read(bytes) is { } encoded
                ? new PlannedChange(path, name, bytes, encoded)
                : throw new ToolException($"'{name}' is no text of the encoding that it says, or of UTF-8, so it is left as it is.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{name}' cannot be read, so it is left as it is: {exception.Message}");
        }
    }

    /// <summary>Writes it, unless somebody else has changed it meanwhile.</summary>
    /// <exception cref="ToolException">It cannot be written; it is as it was.</exception>
    public void Write()
    {
        var folders = MissingFolders();
        try
        {
            var bytes = _encoded.Write(Text);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            ReplacedFile.Write(Path, _bytes, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or EncoderFallbackException)
        {
            Remove(folders);
            throw new ToolException($"'{Name}' cannot be written: {exception.Message}");
        }
        catch (ToolException)
        {
            Remove(folders);
            throw;
        }
    }

    /// <summary>The folders that are made for the file, the innermost first.</summary>
    private List<string> MissingFolders()
    {
        var missing = new List<string>();
        for (var folder = System.IO.Path.GetDirectoryName(Path); folder != null && !Directory.Exists(folder);
            folder = System.IO.Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }

    /// <summary>Leaves no folder behind that was made for a file which could not be written. One that somebody else uses stays.</summary>
    private static void Remove(IEnumerable<string> folders)
    {
        try
        {
            foreach (var folder in folders.Where(Directory.Exists))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is not empty, and what cannot be written is said already.
        }
    }

    /// <summary>What ends the last line begins no line of its own.</summary>
    private static string WithoutEnd(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
        : text.EndsWith('\n') ? text[..^1]
        : text;
}
