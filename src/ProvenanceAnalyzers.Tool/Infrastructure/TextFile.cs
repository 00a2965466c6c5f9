using Microsoft.CodeAnalysis.Text;

namespace ProvenanceAnalyzers.Tool.Infrastructure;

/// <summary>
/// A file of text as it lies on the disk. A change leaves all other bytes as they are, and is written as a whole or not at all.
/// </summary>
internal sealed class TextFile
{
    private readonly byte[] _bytes;
    private readonly EncodedText _encoded;

    private TextFile(string path, byte[] bytes, EncodedText encoded)
    {
        Path = path;
        _bytes = bytes;
        _encoded = encoded;
        Text = SourceText.From(encoded.Text);
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The text, without the mark that the file may begin with.</summary>
    public SourceText Text { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">It cannot be read, or its bytes are no text of its encoding.</exception>
    public static TextFile Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return EncodedText.Read(bytes) is { } encoded
                ? new TextFile(path, bytes, encoded)
                : throw new ToolException(
                    $"'{path}' is no text of the encoding that it says, or of UTF-8: change it in an editor that knows its encoding.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Changes the file, unless somebody else has changed it since it was read.</summary>
    /// <param name="changes">The changes of <see cref="Text"/>; none is in another's way.</param>
    /// <exception cref="ToolException">It is not as it was read, or cannot be written; it is left as it is.</exception>
    public void Write(IEnumerable<TextChange> changes)
    {
        try
        {
            // A link stays one: what it leads to is written.
            ReplacedFile.Write(
                File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? Path,
                _bytes,
                _encoded.Write(Text.WithChanges(changes).ToString()));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{Path}' cannot be written, and is left as it is: {exception.Message}");
        }
    }
}
